import fc from 'fast-check';
import { studentReach } from './confidence.js';
import { meanAndVariance, meanInterval, shareDifference, wilsonInterval, wilsonIntervalCorrected } from './intervals.js';

/** Successes of people, with 0 and everyone as likely as they are awkward. */
const counts = fc.integer({ min: 1, max: 2000 }).chain((n) =>
  fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: n }) }, { weight: 1, arbitrary: fc.constantFrom(0, n) }), fc.constant(n)),
);
const RUNS = { seed: 20_260_301, numRuns: 1000 };

describe('wilsonInterval', () => {
  it('stays within 0 and 1, contains the share and mirrors itself', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const { lower, upper } = wilsonInterval(successes, n);
        const mirrored = wilsonInterval(n - successes, n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(successes / n);
        expect(upper).toBeGreaterThanOrEqual(successes / n);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 10);
      }),
      RUNS,
    );
  });

  it('widens with confidence, narrows with people, and shrinks to the share when everyone was asked', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 5000 }), ([successes, n], others) => {
        const width = (options: Parameters<typeof wilsonInterval>[2]): number => {
          const { lower, upper } = wilsonInterval(successes, n, options);
          return upper - lower;
        };
        expect(width({ confidence: 0.99 })).toBeGreaterThan(width({ confidence: 0.9 }));
        expect(width({ effectiveN: n / 2 })).toBeGreaterThan(width({}));
        expect(width({ population: n + others })).toBeLessThan(width({}));
        expect(width({ population: n })).toBe(0);
      }),
      RUNS,
    );
  });

  it('counts effective people like people', () => {
    expect(wilsonInterval(20, 100, { effectiveN: 50 })).toEqual(wilsonInterval(10, 50));
    // Half the population: the variance halves, which is as good as twice the people.
    const half = wilsonInterval(20, 100, { population: 200 });
    expect(half.lower).toBeCloseTo(wilsonInterval(40, 200).lower, 14);
    // It is the people who were asked, not the effective ones, who are no longer missing from the population.
    expect(wilsonInterval(20, 100, { effectiveN: 50, population: 200 })).toEqual(wilsonInterval(20, 100));
  });

  it.each([
    ['nobody', () => wilsonInterval(0, 0)],
    ['more than all', () => wilsonInterval(3, 2)],
    ['fewer than none', () => wilsonInterval(-1, 2)],
    ['no number', () => wilsonInterval(Number.NaN, 2)],
    ['no number of people', () => wilsonInterval(1, Number.NaN)],
    ['endless people', () => wilsonInterval(1, Infinity)],
    ['a confidence of one', () => wilsonInterval(1, 2, { confidence: 1 })],
    ['no effective people', () => wilsonInterval(1, 2, { effectiveN: 0 })],
    ['more effective people than people', () => wilsonInterval(1, 20, { effectiveN: 21 })],
    ['a population smaller than the sample', () => wilsonInterval(1, 20, { population: 19 })],
    ['impossible counts with correction', () => wilsonIntervalCorrected(-1, 2)],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

describe('wilsonIntervalCorrected', () => {
  it('is never narrower than the interval without correction, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 0.8, 0.95, 0.999), ([successes, n], confidence) => {
        const plain = wilsonInterval(successes, n, { confidence });
        const corrected = wilsonIntervalCorrected(successes, n, { confidence });
        expect(corrected.lower).toBeLessThanOrEqual(plain.lower + 1e-12);
        expect(corrected.upper).toBeGreaterThanOrEqual(plain.upper - 1e-12);
        expect(corrected.lower).toBeGreaterThanOrEqual(0);
        expect(corrected.upper).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('has no width when everyone was asked', () => {
    expect(wilsonIntervalCorrected(3, 10, { population: 10 })).toEqual({ lower: 0.3, upper: 0.3 });
  });
});

describe('shareDifference', () => {
  it('turns its sign with the groups and stays within −1 and 1', () => {
    fc.assert(
      fc.property(counts, counts, ([a, m], [b, n]) => {
        const there = shareDifference({ successes: a, n: m }, { successes: b, n });
        const back = shareDifference({ successes: b, n }, { successes: a, n: m });
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(there.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.upper).toBeLessThanOrEqual(1 + 1e-12);
        expect(there.lower).toBeLessThanOrEqual(there.difference);
        expect(there.upper).toBeGreaterThanOrEqual(there.difference);
      }),
      RUNS,
    );
  });

  it('takes effective people and populations of each group', () => {
    const weighted = shareDifference({ successes: 50, n: 100, effectiveN: 40 }, { successes: 30, n: 100, effectiveN: 60 });
    expect(weighted).toEqual(shareDifference({ successes: 20, n: 40 }, { successes: 18, n: 60 }));
    expect(shareDifference({ successes: 5, n: 10, population: 10 }, { successes: 2, n: 10, population: 10 })).toMatchObject({ lower: 0.3, upper: 0.3 });
  });

  it('refuses an empty group', () => {
    expect(() => shareDifference({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toThrow(RangeError);
  });
});

describe('meanInterval', () => {
  it('takes the finite population into account', () => {
    const without = meanInterval(50, 3, 1);
    const half = meanInterval(50, 3, 1, { population: 100 });
    expect((half.upper - 3) ** 2).toBeCloseTo((without.upper - 3) ** 2 / 2, 12);
    expect(meanInterval(50, 3, 1, { population: 50 })).toEqual({ lower: 3, upper: 3 });
    expect(meanInterval(50, 3, 1, { effectiveN: 20 })).toEqual(meanInterval(20, 3, 1));
  });

  it('needs two people, a variance and finite numbers, and has no negative variance when all agree', () => {
    expect(() => meanInterval(1, 0, 0)).toThrow(RangeError);
    expect(() => meanInterval(5, 0, -1)).toThrow(RangeError);
    expect(() => meanInterval(5, Number.NaN, 1)).toThrow(RangeError);
    expect(() => meanInterval(5, 0, 1, { effectiveN: 1 })).toThrow(RangeError);
    expect(() => meanInterval(5, 0, 1, { effectiveN: 50 })).toThrow('5 people cannot count as 50.');
    expect(() => studentReach(0.95, Infinity)).toThrow(RangeError);
    expect(() => meanAndVariance(0, 0, 0)).toThrow(RangeError);
    expect(meanAndVariance(3, 0.3, 0.03).variance).toBeGreaterThanOrEqual(0);
    expect(meanAndVariance(1, 4, 16)).toEqual({ mean: 4, variance: 0 });
  });
});
