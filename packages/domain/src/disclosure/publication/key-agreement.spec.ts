import fc from 'fast-check';
import { GENTLE_TABLE } from '../cell-key/fixed-tables.js';
import { cellNoise } from '../cell-key/perturb.js';
import { KEY_MODULUS } from '../cell-key/record-keys.js';
import { KeyAgreement } from './key-agreement.js';

/** One question with two answers: cells "nein", "ja" and their total. */
const TABLE = { id: 't', dimensions: [{ id: 'q', categories: ['nein', 'ja'] }], counts: [0, 0, 0] };
const PLACES = [Int32Array.of(0, 1, 2)];

function holds(counts: readonly number[], published: readonly number[]): boolean {
  return new KeyAgreement([TABLE], PLACES, Int32Array.from(published), GENTLE_TABLE).holds([0, 1, 2], Int32Array.from(counts));
}

describe('KeyAgreement', () => {
  it('knows that the same people carry the same noise', () => {
    // Were all six of one opinion, their count would be published like the total.
    expect(holds([0, 6, 6], [0, 7, 5])).toBe(false);
    expect(holds([0, 6, 6], [0, 7, 7])).toBe(true);
    expect(holds([1, 5, 6], [0, 7, 5])).toBe(true);
    expect(holds([0, 6, 6], [0, -1, 5])).toBe(true);
    expect(holds([0, 6, 6], [2, 7, 7])).toBe(false);
  });

  it('knows that keys add up', () => {
    // −2 means a key below 0.074: two of them make no total of +2, whose keys begin at 0.926; nor of +1.
    expect(holds([20, 20, 40], [18, 18, 42])).toBe(false);
    expect(holds([20, 20, 40], [18, 18, 41])).toBe(false);
    expect(holds([20, 20, 40], [18, 18, 38])).toBe(true);
    // Two keys above 0.926 go once round the circle and stay above 0.85.
    expect(holds([20, 20, 40], [22, 22, 42])).toBe(true);
    expect(holds([20, 20, 40], [22, 22, 38])).toBe(false);
  });

  it('never rules out what has happened, and agrees with a search over keys', () => {
    const key = fc.integer({ min: 0, max: KEY_MODULUS - 1 });
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), key, key, fc.constantFrom(0, 1, 2), (no, yes, first, second, moved) => {
        const keys = [no === 0 ? 0 : first, yes === 0 ? 0 : second];
        const sum = ((keys[0] ?? 0) + (keys[1] ?? 0)) % KEY_MODULUS;
        const publishedAs = (count: number, own: number): number => count + cellNoise(GENTLE_TABLE, count, own);
        const published = [publishedAs(no, keys[0] ?? 0), publishedAs(yes, keys[1] ?? 0), publishedAs(no + yes, sum)];
        expect(holds([no, yes, no + yes], published)).toBe(true);
        if (no < moved) return;
        const other = [no - moved, yes + moved, no + yes];
        // Every bound of the table is a multiple of 10⁻⁸; 400 keys per cell find all overlaps but the thinnest.
        const grid = (count: number, number: number): readonly number[] =>
          (count === 0 ? [0] : Array.from({ length: 400 }, (_, step) => Math.floor((step * KEY_MODULUS) / 400))).filter((own) => publishedAs(count, own) === number);
        const rights = grid(other[1] ?? 0, published[1] ?? 0);
        const exists = grid(other[0] ?? 0, published[0] ?? 0).some((left) => rights.some((right) => publishedAs(no + yes, (left + right) % KEY_MODULUS) === published[2]));
        if (exists) expect(holds(other, published)).toBe(true);
      }),
      { seed: 37, numRuns: 300 },
    );
  });
});
