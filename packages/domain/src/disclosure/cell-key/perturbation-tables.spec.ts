import fc from 'fast-check';
import { GENTLE_TABLE, STRONG_TABLE } from './fixed-tables.js';
import { makePerturbationTable } from './make-perturbation-table.js';
import { maximumEntropyNoise } from './maximum-entropy.js';
import { countsBehind, lastRowOf, perturbationTable, publishedValues, type PerturbationTable } from './perturbation-table.js';

const GENTLE = { maximumNoise: 2, variance: 1.08, neverPublished: 1 };
const STRONG = { maximumNoise: 5, variance: 3, neverPublished: 2 };

function linesOf(table: PerturbationTable, count: number): readonly (readonly [number, number])[] {
  return publishedValues(table, count).map(({ value, probability }) => [value, probability] as const);
}

function momentsOf(table: PerturbationTable, count: number): { readonly sum: number; readonly mean: number; readonly variance: number } {
  const lines = publishedValues(table, count);
  const sum = lines.reduce((total, { probability }) => total + probability, 0);
  const mean = lines.reduce((total, { value, probability }) => total + (value - count) * probability, 0);
  return { sum, mean, variance: lines.reduce((total, { value, probability }) => total + (value - count) ** 2 * probability, 0) };
}

/** Transition rows of the ptable vignette and of SSBcellKey's default, to the digits they are published in. */
const PUBLISHED: readonly (readonly [string, PerturbationTable, number, number, readonly (readonly [number, number])[]])[] = [
  ['D2', GENTLE_TABLE, 1, 8, [[0, 0.51333333], [2, 0.46], [3, 0.02666667]]],
  ['D2', GENTLE_TABLE, 2, 8, [[0, 0.16560835], [2, 0.54634992], [3, 0.24486677], [4, 0.04317496]]],
  ['D2', GENTLE_TABLE, 3, 8, [[2, 0.42078468], [3, 0.27764596], [4, 0.18235404], [5, 0.11921532]]],
  ['D2', GENTLE_TABLE, 4, 8, [[2, 0.07394668], [3, 0.24421329], [4, 0.36368006], [5, 0.24421329], [6, 0.07394668]]],
  ['D5', STRONG_TABLE, 1, 6, [[0, 0.73447], [3, 0.13672], [4, 0.072796], [5, 0.03743], [6, 0.018584]]],
  ['D5', STRONG_TABLE, 2, 6, [[0, 0.408807], [3, 0.406644], [4, 0.147624], [5, 0.032319], [6, 0.004267], [7, 0.00034]]],
  ['D5', STRONG_TABLE, 3, 6, [[0, 0.203986], [3, 0.393663], [4, 0.247492], [5, 0.110568], [6, 0.035102], [7, 0.007919], [8, 0.001269]]],
  [
    'D5', STRONG_TABLE, 8, 6,
    [
      [3, 0.003792], [4, 0.016591], [5, 0.052293], [6, 0.11873], [7, 0.194193], [8, 0.228801],
      [9, 0.194193], [10, 0.11873], [11, 0.052293], [12, 0.016591], [13, 0.003792],
    ],
  ],
];

describe('fixed perturbation tables', () => {
  it.each(PUBLISHED)('%s: row %#', (_, table, count, digits, expected) => {
    const lines = linesOf(table, count);
    expect(lines.map(([value]) => value)).toEqual(expected.map(([value]) => value));
    lines.forEach(([, probability], index) => {
      // One unit in the last place: the published figures are rounded, some of them sums of rounded figures.
      expect(Math.abs(probability - (expected[index]?.[1] ?? Number.NaN))).toBeLessThanOrEqual(1.000001 * 10 ** -digits);
    });
  });

  it('has the published upper bounds, whole in 10⁻⁸', () => {
    expect([...GENTLE_TABLE.upperBounds]).toEqual([
      100000000, 51333333, 97333333, 100000000, 16560835, 71195827, 95682504, 100000000, 42078468, 69843064, 88078468, 100000000,
      7394668, 31815997, 68184003, 92605332, 100000000,
    ]);
  });

  it('the strong table has 66 lines and ends with row 8', () => {
    expect(STRONG_TABLE.noise).toHaveLength(66);
    expect(STRONG_TABLE.upperBounds).toHaveLength(66);
    expect(STRONG_TABLE.lastRow).toBe(8);
    expect(GENTLE_TABLE.lastRow).toBe(4);
    expect(lastRowOf({ maximumNoise: 3, variance: 1, neverPublished: 0 })).toBe(3);
  });

  it('every row sums to 1, has mean 0 and its variance, and publishes no barred or negative value', () => {
    for (const table of [GENTLE_TABLE, STRONG_TABLE]) {
      expect(linesOf(table, 0)).toEqual([[0, 1]]);
      for (let count = 1; count <= table.lastRow + 3; count += 1) {
        const { sum, mean, variance } = momentsOf(table, count);
        expect(sum).toBeCloseTo(1, 12);
        expect(mean).toBeCloseTo(0, 6);
        expect(variance).toBeCloseTo(table.variance, 5);
        for (const [value] of linesOf(table, count)) expect(value === 0 || value > table.neverPublished).toBe(true);
      }
    }
  });

  it('tells which counts a published number may stand for', () => {
    expect(countsBehind(GENTLE_TABLE, 0)).toEqual({ lower: 0, upper: 2 });
    expect(countsBehind(GENTLE_TABLE, 2)).toEqual({ lower: 1, upper: 4 });
    expect(countsBehind(GENTLE_TABLE, 3)).toEqual({ lower: 1, upper: 5 });
    expect(countsBehind(GENTLE_TABLE, 40)).toEqual({ lower: 38, upper: 42 });
    expect(countsBehind(STRONG_TABLE, 0)).toEqual({ lower: 0, upper: 5 });
    expect(countsBehind(STRONG_TABLE, 3)).toEqual({ lower: 1, upper: 8 });
    expect(() => countsBehind(GENTLE_TABLE, 1)).toThrow('never publishes 1');
  });
});

describe('maker of perturbation tables', () => {
  it('reproduces the fixed tables to six digits; rising probabilities included', () => {
    const gentle = makePerturbationTable(GENTLE, [true, true, false, true]);
    const strong = makePerturbationTable(STRONG, true);
    for (const [made, fixed] of [[gentle, GENTLE_TABLE], [strong, STRONG_TABLE]] as const) {
      expect([...made.noise]).toEqual([...fixed.noise]);
      made.upperBounds.forEach((bound, line) => { expect(Math.abs(bound - (fixed.upperBounds[line] ?? 0))).toBeLessThanOrEqual(1); });
    }
  });

  it('without rising probabilities differs only in the row where they bind', () => {
    const free = makePerturbationTable(STRONG);
    for (let count = 1; count <= 8; count += 1) {
      const furthest = Math.max(...linesOf(free, count).map(([, probability], index) => Math.abs(probability - (linesOf(STRONG_TABLE, count)[index]?.[1] ?? 0))));
      if (count === 4) expect(furthest).toBeGreaterThan(0.01);
      else expect(furthest).toBeLessThan(1e-6);
    }
  });

  it('keeps all rules for random parameters', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.boolean(), (D, place, js, rising) => {
        // A barred count i is moved to 0 or to js + 1 at least; count 1 reaches no further than −1 and D.
        const least = Math.max(0, ...Array.from({ length: js }, (_, index) => (index + 1) * (js - index)));
        fc.pre(js < D && least < D);
        const parameters = { maximumNoise: D, variance: least + place * (D - least), neverPublished: js };
        let table: PerturbationTable;
        try {
          table = makePerturbationTable(parameters, rising);
        } catch (error) {
          // Only rising probabilities may be impossible here: the variance lies within what every row allows.
          expect(rising).toBe(true);
          expect(error).toBeInstanceOf(RangeError);
          expect((error as RangeError).message).toMatch(/^Count \d+: No distribution of rising/u);
          return;
        }
        made += 1;
        for (let count = 1; count <= table.lastRow; count += 1) {
          const { sum, mean, variance } = momentsOf(table, count);
          expect(sum).toBeCloseTo(1, 12);
          expect(mean).toBeCloseTo(0, 6);
          expect(variance).toBeCloseTo(parameters.variance, 5);
          for (const [value] of linesOf(table, count)) expect(value === 0 || value > js).toBe(true);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
    expect(made).toBeGreaterThan(150);
  });

  it('no other distribution with the same moments has more entropy, with and without rising probabilities', () => {
    const entropy = (p: readonly number[]): number => -p.reduce((sum, value) => sum + (value > 0 ? value * Math.log(value) : 0), 0);
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), (rising, raw) => {
        const support = [-4, -1, 0, 1, 2, 3, 4, 5];
        const best = maximumEntropyNoise(support, 3, rising).map(({ probability }) => probability);
        const direction = withoutMoments(raw, support);
        for (const step of [1e-3, -1e-3]) {
          const other = best.map((value, index) => value + step * (direction[index] ?? 0));
          if (other.some((value) => value < 0)) continue;
          const rises = [0, 1].every((index) => (other[index] ?? 0) <= (other[index + 1] ?? 0));
          if (!rising || rises) expect(entropy(other)).toBeLessThanOrEqual(entropy(best) + 1e-12);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('refuses what does not exist, naming the count', () => {
    expect(() => makePerturbationTable({ maximumNoise: 2, variance: 1, neverPublished: 1 })).toThrow('Count 1: The variance must lie between 1 and 2, both excluded; it is 1.');
    expect(() => makePerturbationTable({ maximumNoise: 2, variance: 2.5, neverPublished: 1 })).toThrow('Count 1: The variance must lie between 1 and 2');
    expect(() => makePerturbationTable({ maximumNoise: 0, variance: 1, neverPublished: 0 })).toThrow('from 1 to 50');
    expect(() => makePerturbationTable({ maximumNoise: 2, variance: 1, neverPublished: 2 })).toThrow('end below the largest noise');
    expect(() => makePerturbationTable({ maximumNoise: 2, variance: 0, neverPublished: 0 })).toThrow('greater than 0');
    expect(() => maximumEntropyNoise([0, 1, 2], 1, false)).toThrow('both sides of 0');
    expect(() => maximumEntropyNoise([-1, 0, 1, 2], 1.9, true)).toThrow('rising probabilities');
  });

  it('refuses rows that are no distribution over what may be published', () => {
    const parameters = { maximumNoise: 1, variance: 0.5, neverPublished: 0 };
    expect(() => perturbationTable(parameters, [])).toThrow('counts 1 to 1; 0 were given');
    expect(() => perturbationTable(parameters, [[{ value: 3, upperBound: 1 }]])).toThrow('out of reach');
    expect(() => perturbationTable(parameters, [[{ value: 0, upperBound: 0.5 }, { value: 1, upperBound: 0.5 }]])).toThrow('do not rise');
    expect(() => perturbationTable(parameters, [[{ value: 0, upperBound: 0.5 }]])).toThrow('do not end at 1');
    expect(() => perturbationTable(GENTLE, [[{ value: 1, upperBound: 1 }], [], [], []])).toThrow('must never be published');
  });
});

/** Takes out of a direction whatever would change sum, mean or variance (Gram-Schmidt). */
function withoutMoments(raw: readonly number[], support: readonly number[]): readonly number[] {
  const dot = (left: readonly number[], right: readonly number[]): number => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  const basis: (readonly number[])[] = [];
  const clear = (vector: readonly number[]): readonly number[] =>
    basis.reduce((rest, axis) => rest.map((value, index) => value - dot(rest, axis) * (axis[index] ?? 0)), vector);
  for (const moment of [support.map(() => 1), support, support.map((noise) => noise * noise)]) {
    const rest = clear(moment);
    const length = Math.sqrt(dot(rest, rest));
    basis.push(rest.map((value) => value / length));
  }
  return clear(clear(raw));
}
