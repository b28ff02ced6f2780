import fc from 'fast-check';
import { benjaminiHochberg } from './benjamini-hochberg.js';
import { chiSquareTail, chiSquareTest } from './chi-square-test.js';
import { mannWhitneyTest } from './mann-whitney-test.js';
import { meanSampleOf } from './mean-sample.js';
import { compareShares } from './share-comparisons.js';
import { welchTest } from './welch-test.js';

const RUNS = { seed: 20_260_302, numRuns: 500 };
const likert = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 });

describe('meanSampleOf', () => {
  it('keeps small differences of large values', () => {
    expect(meanSampleOf([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance).toBe(1);
    expect(meanSampleOf([4])).toEqual({ n: 1, mean: 4, variance: 0 });
    // 0.1 + 0.1 + 0.1 is not 0.3: summed up plainly these three would differ from their own mean.
    expect(meanSampleOf([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, variance: 0 });
  });

  it('refuses nothing and what is no number', () => {
    expect(() => meanSampleOf([])).toThrow(RangeError);
    expect(() => meanSampleOf([1, Number.NaN])).toThrow('entry 1');
  });
});

describe('welchTest', () => {
  it('turns its sign with the groups; p and width stay', () => {
    fc.assert(
      fc.property(likert, likert, (first, second) => {
        fc.pre(first.length > 1 && second.length > 1);
        const [a, b] = [meanSampleOf(first), meanSampleOf(second)];
        const [there, back] = [welchTest(a, b), welchTest(b, a)];
        if (there === null || back === null) {
          expect(a.variance + b.variance).toBe(0);
          return;
        }
        expect(back.t).toBeCloseTo(-there.t, 12);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        // The interval excludes 0 exactly when p is below 5 %.
        if (Math.abs(there.p - 0.05) > 1e-9) expect(there.lower > 0 || there.upper < 0).toBe(there.p < 0.05);
      }),
      RUNS,
    );
  });

  it('has no answer without variance and refuses a single person', () => {
    expect(welchTest({ n: 3, mean: 4, variance: 0 }, { n: 3, mean: 2, variance: 0 })).toBeNull();
    expect(welchTest(meanSampleOf([0.1, 0.1, 0.1]), meanSampleOf([0.3, 0.3, 0.3]))).toBeNull();
    expect(welchTest({ n: 3, mean: 1, variance: 1e-200 }, { n: 3, mean: 1, variance: 1e-200 })).toMatchObject({ t: 0, degrees: 4, p: 1 });
    expect(() => welchTest({ n: 1, mean: 4, variance: 0 }, { n: 3, mean: 2, variance: 1 })).toThrow(RangeError);
    expect(() => welchTest({ n: 3, mean: 4, variance: -1 }, { n: 3, mean: 2, variance: 1 })).toThrow(RangeError);
    expect(() => welchTest({ n: 3, mean: Number.NaN, variance: 1 }, { n: 3, mean: 2, variance: 1 })).toThrow(RangeError);
  });
});

describe('mannWhitneyTest', () => {
  it('counts pairs as an obvious double loop does, and is symmetric', () => {
    fc.assert(
      fc.property(likert, likert, (first, second) => {
        const { w, p, superiority } = mannWhitneyTest(first, second);
        let pairs = 0;
        for (const a of first) for (const b of second) pairs += a > b ? 1 : a === b ? 0.5 : 0;
        expect(w).toBe(pairs);
        expect(superiority).toBeCloseTo(pairs / (first.length * second.length), 12);
        const back = mannWhitneyTest(second, first);
        expect(back.superiority).toBeCloseTo(1 - superiority, 12);
        if (p === null) expect(back.p).toBeNull();
        else {
          expect(back.p).toBeCloseTo(p, 12);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });

  it('has no p when everyone agrees, and refuses empty groups and what is no number', () => {
    expect(mannWhitneyTest([3, 3, 3], [3, 3])).toEqual({ w: 3, p: null, superiority: 0.5 });
    expect(mannWhitneyTest([3], [3]).p).toBeNull();
    expect(mannWhitneyTest([1, 3], [2, 2]).p).toBe(1);
    expect(() => mannWhitneyTest([], [1])).toThrow(RangeError);
    expect(() => mannWhitneyTest([1], [Number.NaN])).toThrow(RangeError);
  });
});

describe('chiSquareTest', () => {
  it('leaves empty rows and columns out', () => {
    const test = chiSquareTest([
      [10, 0, 20],
      [0, 0, 0],
      [20, 0, 10],
    ]);
    expect(test).toEqual(
      chiSquareTest([
        [10, 20],
        [20, 10],
      ]),
    );
    expect(test?.degrees).toBe(1);
    expect(chiSquareTest([[1, 2]])).toBeNull();
    expect(chiSquareTest([])).toBeNull();
    expect(
      chiSquareTest([
        [1, 0],
        [3, 0],
      ]),
    ).toBeNull();
  });

  it('warns of thin cells', () => {
    const thin = chiSquareTest([
      [3, 7],
      [5, 5],
    ])?.thin;
    expect(thin).toEqual({ cells: 2, smallestExpected: 4, warning: true });
    expect(chiSquareTest([[5, 5], [5, 5]])?.thin).toEqual({ cells: 0, smallestExpected: 5, warning: false });
  });

  it('corrects tables of two by two only, and never past 0', () => {
    const even = [
      [10, 10],
      [10, 10],
    ];
    expect(chiSquareTest(even, true)).toMatchObject({ chiSquare: 0, p: 1, cramersV: 0 });
    expect(() => chiSquareTest([[1, 2, 3], [4, 5, 6]], true)).toThrow(RangeError);
  });

  it('is 1 in strength when the column follows from the row', () => {
    const test = chiSquareTest([
      [30, 0],
      [0, 40],
    ]);
    expect(test?.cramersV).toBeCloseTo(1, 12);
    expect(chiSquareTest([[30, 0, 0], [0, 20, 20]])?.cramersV).toBeCloseTo(1, 12);
    expect(test?.chiSquare).toBeCloseTo(70, 10);
  });

  it('keeps tiny tails apart from 0', () => {
    // pchisq(200, 1, lower.tail = FALSE) of R.
    expect(chiSquareTail(200, 1) / 2.088487583762545e-45).toBeCloseTo(1, 9);
    expect(() => chiSquareTail(-1, 1)).toThrow(RangeError);
    expect(() => chiSquareTail(1, 0)).toThrow(RangeError);
  });

  it('refuses ragged tables and counts below 0', () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(RangeError);
    expect(() => chiSquareTest([[1, -2], [3, 4]])).toThrow(RangeError);
    expect(() => chiSquareTest([[1, Number.NaN], [3, 4]])).toThrow(RangeError);
  });
});

describe('benjaminiHochberg', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

  it('is monotone, never below p, and rejects the smallest ones', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (p, q) => {
        const { adjusted, rejected } = benjaminiHochberg(p, q);
        const tests = p.map((value, i) => ({ value, adjusted: adjusted[i] ?? NaN, rejected: rejected[i] })).sort((a, b) => a.value - b.value);
        expect(tests.every((one) => one.adjusted >= one.value && one.adjusted <= 1 && one.rejected === one.adjusted <= q)).toBe(true);
        expect(tests.every((one, i) => i === 0 || one.adjusted >= (tests[i - 1]?.adjusted ?? NaN))).toBe(true);
      }),
      RUNS,
    );
  });

  it('leaves a single test alone and takes none', () => {
    expect(benjaminiHochberg([0.05])).toEqual({ adjusted: [0.05], rejected: [true] });
    expect(benjaminiHochberg([0.050001]).rejected).toEqual([false]);
    expect(benjaminiHochberg([])).toEqual({ adjusted: [], rejected: [] });
  });

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg([0.1, 1.1])).toThrow('P-value 1');
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
    expect(() => benjaminiHochberg([0.1], 0)).toThrow(RangeError);
  });
});

describe('compareShares', () => {
  const rest = { successes: 500, n: 1000 };

  it('adjusts seventeen districts for seventeen tests', () => {
    // Alone each of the last sixteen would be above 5 %; the first is far away, the second only looks it.
    const districts = Array.from({ length: 17 }, (_, index) => ({ successes: index === 0 ? 80 : index === 1 ? 61 : 50, n: 100 }));
    const comparisons = compareShares(districts.map((first) => ({ first, second: rest })), 'random');
    const second = comparisons?.[1];
    expect(comparisons?.map((comparison) => comparison.kind === 'compared' && comparison.standsOut)).toEqual(districts.map((_, index) => index === 0));
    expect(second?.kind === 'compared' && second.p < 0.05 && second.adjustedP > 0.05).toBe(true);
    expect(second?.kind === 'compared' && second.difference).toBeCloseTo(0.11, 12);
  });

  it('does not count groups without a number of their own as tests', () => {
    const pairs = [
      { first: { successes: 20, n: 29 }, second: rest },
      { first: { successes: 60, n: 100, effectiveN: 29 }, second: rest },
      { first: { successes: 61, n: 100 }, second: rest },
    ];
    const [few, unequal, alone] = compareShares(pairs, 'random') ?? [];
    expect([few, unequal]).toEqual([{ kind: 'too-few' }, { kind: 'too-few' }]);
    expect(alone?.kind === 'compared' && alone.p === alone.adjustedP && alone.standsOut).toBe(true);
  });

  it('counts effective people in p and interval', () => {
    const weighted = compareShares([{ first: { successes: 120, n: 200, effectiveN: 100 }, second: { ...rest, effectiveN: 500 } }], 'random');
    expect(weighted).toEqual(compareShares([{ first: { successes: 60, n: 100 }, second: { successes: 250, n: 500 } }], 'random'));
  });

  it('names no difference whose test rests on a thin cell, however small its p', () => {
    // Three of thirty against five of two thousand: 0.12 people are expected where three are.
    const pairs = [{ first: { successes: 3, n: 30 }, second: { successes: 5, n: 2000 } }];
    const [thin] = compareShares(pairs, 'random') ?? [];
    expect(thin).toMatchObject({ kind: 'compared', thin: true, standsOut: false });
    expect(thin?.kind === 'compared' && thin.adjustedP < 0.001).toBe(true);
    expect(compareShares([{ first: { successes: 30, n: 60 }, second: rest }], 'random')?.[0]).toMatchObject({ thin: false });
  });

  it('is 1 where nobody differs', () => {
    const everyone = { successes: 40, n: 40 };
    expect(compareShares([{ first: everyone, second: everyone }], 'random')?.[0]).toMatchObject({ p: 1, standsOut: false });
  });

  it('offers no test for people who are no random sample', () => {
    expect(['census', 'quota', 'open'].map((design) => compareShares([], design as 'open'))).toEqual([null, null, null]);
  });
});
