import fc from 'fast-check';
import { GENTLE_TABLE, STRONG_TABLE } from './fixed-tables.js';
import { cellNoise, perturbCounts, perturbedShare, perturbedWeightedCount } from './perturb.js';
import { drawRecordKeys, KEY_MODULUS, recordKeysFromBytes } from './record-keys.js';
import { keyTally, tallyKeys } from './tally-keys.js';

/** District, sex, record key of the worked example; and per cell count, cell key, noise, published. */
const RECORDS: readonly (readonly ['A' | 'B' | 'C', 'f' | 'm', number])[] = [
  ['A', 'f', 0.13], ['A', 'f', 0.52], ['A', 'm', 0.81], ['B', 'f', 0.37], ['B', 'f', 0.94],
  ['B', 'm', 0.06], ['B', 'm', 0.29], ['B', 'm', 0.71], ['C', 'f', 0.66],
];
const WORKED: Readonly<Record<string, readonly [count: number, key: number, noise: number, published: number]>> = {
  'A|f': [2, 0.65, 0, 2], 'A|m': [1, 0.81, 1, 2], 'A|*': [3, 0.46, 0, 3],
  'B|f': [2, 0.31, 0, 2], 'B|m': [3, 0.06, -1, 2], 'B|*': [5, 0.37, 0, 5],
  'C|f': [1, 0.66, 1, 2], 'C|m': [0, 0, 0, 0], 'C|*': [1, 0.66, 1, 2],
  '*|f': [5, 0.62, 0, 5], '*|m': [4, 0.87, 1, 5], '*|*': [9, 0.49, 0, 9],
};

/** A small generator with a period of 2³²; good enough to draw test data. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('cell key method', () => {
  it.each(Object.entries(WORKED))('worked example: cell %s', (name, [count, key, noise, published]) => {
    const [district, sex] = name.split('|');
    const keys = Uint32Array.from(RECORDS, ([, , recordKey]) => Math.round(recordKey * KEY_MODULUS));
    const mask = Uint8Array.from(RECORDS, ([d, s]) => ((district === '*' || d === district) && (sex === '*' || s === sex) ? 1 : 0));
    const tally = keyTally(1);
    tallyKeys([{ codes: new Uint8Array(RECORDS.length), size: 1 }], keys, mask, RECORDS.length, tally);
    expect(tally.counts[0]).toBe(count);
    expect(tally.cellKeys[0]).toBe(Math.round(key * KEY_MODULUS));
    expect(cellNoise(GENTLE_TABLE, count, tally.cellKeys[0] ?? 0)).toBe(noise);
    const out = new Uint32Array(1);
    perturbCounts(GENTLE_TABLE, tally.counts, tally.cellKeys, out);
    expect(out[0]).toBe(published);
  });

  it('looks up the first line whose bound lies above the key', () => {
    expect(cellNoise(GENTLE_TABLE, 1, 51333332)).toBe(-1);
    expect(cellNoise(GENTLE_TABLE, 1, 51333333)).toBe(1);
    expect(cellNoise(GENTLE_TABLE, 1, 97333333)).toBe(2);
    expect(cellNoise(GENTLE_TABLE, 1, 99999999)).toBe(2);
    expect(cellNoise(GENTLE_TABLE, 5000, 0)).toBe(-2);
    expect(cellNoise(STRONG_TABLE, 0, 99999999)).toBe(0);
  });

  it('gives the same people the same noise in every table, and counts as plain loops do', () => {
    const city = fc.record({
      people: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(2), fc.nat(KEY_MODULUS - 1)), { maxLength: 120 }),
      barred: fc.nat(4),
    });
    fc.assert(
      fc.property(city, ({ people, barred }) => {
        const column = (of: 0 | 1 | 2): Uint8Array => Uint8Array.from(people, (person) => person[of]);
        const keys = Uint32Array.from(people, ([, , , key]) => key);
        const mask = Uint8Array.from(people, ([district]) => (district === barred ? 0 : 1));
        const [a, b, c] = [{ codes: column(0), size: 5 }, { codes: column(1), size: 4 }, { codes: column(2), size: 3 }];
        const noiseBySet = new Map<string, number>();
        for (const dimensions of [[a], [b], [c], [a, b], [b, a], [a, c], [b, c], [a, b, c], [c, b, a]]) {
          for (const filter of [null, mask]) {
            const tally = keyTally(dimensions.reduce((product, { size }) => product * size, 1));
            const counted = tallyKeys(dimensions, keys, filter, people.length, tally);
            expect(counted).toBe(filter === null ? people.length : filter.reduce((sum, byte) => sum + byte, 0));
            const members = Array.from({ length: tally.counts.length }, (): number[] => []);
            people.forEach((_, person) => {
              if (filter?.[person] === 0) return;
              members[dimensions.reduce((cell, { codes, size }) => cell * size + (codes[person] ?? 0), 0)]?.push(person);
            });
            members.forEach((set, cell) => {
              const key = set.reduce((sum, person) => (sum + (keys[person] ?? 0)) % KEY_MODULUS, 0);
              expect([tally.counts[cell], tally.cellKeys[cell]]).toEqual([set.length, key]);
              const noise = cellNoise(STRONG_TABLE, set.length, key);
              const known = noiseBySet.get(set.join());
              if (known !== undefined) expect(noise).toBe(known);
              noiseBySet.set(set.join(), noise);
            });
          }
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('leaves answers outside a dimension out and refuses what it cannot count', () => {
    const codes = Uint8Array.of(0, 1, 255);
    const tally = keyTally(2);
    expect(tallyKeys([{ codes, size: 2 }], Uint32Array.of(5, 6, 7), null, 3, tally)).toBe(2);
    expect([...tally.cellKeys]).toEqual([5, 6]);
    expect(() => tallyKeys([], Uint32Array.of(1), null, 1, tally)).toThrow('one, two or three');
    expect(() => tallyKeys([{ codes, size: 3 }], Uint32Array.of(1, 2, 3), null, 3, tally)).toThrow('2 cells, the table 3');
    expect(() => tallyKeys([{ codes, size: 2 }], Uint32Array.of(1), null, 3, tally)).toThrow('fewer answers');
  });

  it('has noise as often as the table says', () => {
    const keys = drawRecordKeys(300_000, seeded(11));
    for (const [count, size] of [[1, 1], [3, 3], [7, 7]] as const) {
      const seen = new Map<number, number>();
      const cells = Math.floor(keys.length / size);
      for (let cell = 0; cell < cells; cell += 1) {
        let key = 0;
        for (let record = cell * size; record < (cell + 1) * size; record += 1) key = (key + (keys[record] ?? 0)) % KEY_MODULUS;
        const noise = cellNoise(GENTLE_TABLE, count, key);
        seen.set(noise, (seen.get(noise) ?? 0) + 1);
      }
      const mean = [...seen].reduce((sum, [noise, times]) => sum + noise * times, 0) / cells;
      const variance = [...seen].reduce((sum, [noise, times]) => sum + noise * noise * times, 0) / cells;
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1.08 / cells));
      expect(variance).toBeCloseTo(1.08, 1);
    }
  });

  it('spreads the noise over weighted counts and keeps empty cells empty', () => {
    expect(perturbedWeightedCount(4, 1, 10)).toBe(12.5);
    expect(perturbedWeightedCount(1, -1, 2.5)).toBe(0);
    expect(perturbedWeightedCount(0, 0, 0)).toBe(0);
  });

  it('publishes shares only from a perturbed base of 10, capped', () => {
    expect(perturbedShare(3, 9)).toBeNull();
    expect(perturbedShare(3, 10)).toBe(30);
    expect(perturbedShare(12, 10)).toBe(100);
    expect(perturbedShare(0, 10)).toBe(0);
    expect(perturbedShare(1, 30)).toBe(3);
  });
});

describe('record keys', () => {
  it('are drawn from the generator given and stay below 10⁸', () => {
    expect([...drawRecordKeys(3, seeded(1))]).toEqual([...drawRecordKeys(3, seeded(1))]);
    expect(Math.max(...drawRecordKeys(1000, seeded(2)))).toBeLessThan(KEY_MODULUS);
    expect([...drawRecordKeys(1, () => 0.12345678)]).toEqual([12345678]);
    expect(() => drawRecordKeys(1, () => 1)).toThrow('1 excluded');
  });

  it('are made of random bytes, eight for each', () => {
    expect([...recordKeysFromBytes(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 225, 245, 5, 0, 0, 0, 0))]).toEqual([1, 0]);
    const word = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255);
    expect([...recordKeysFromBytes(word)]).toEqual([Number((2n ** 64n - 1n) % 100_000_000n)]);
    expect(() => recordKeysFromBytes(new Uint8Array(9))).toThrow('9 bytes were given');
  });
});
