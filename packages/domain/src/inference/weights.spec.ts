import fc from 'fast-check';
import { designWeights, stratumWeights } from './design-weights.js';
import { effectiveSample } from './effective-sample.js';
import { meanInterval, wilsonInterval } from './intervals.js';
import { meanSampleOf } from './mean-sample.js';
import { weightedMean, weightedMeanInterval } from './weighted-mean.js';
import { weightedShare } from './weighted-share.js';

const RUNS = { seed: 20_260_303, numRuns: 500 };
const weight = fc.double({ min: 0.01, max: 50, noNaN: true });
const people = fc.array(fc.record({ value: fc.integer({ min: 1, max: 5 }), weight }), { minLength: 2, maxLength: 80 });

describe('effectiveSample', () => {
  it('does not depend on the scale of the weights and never exceeds the people', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 80 }), fc.constantFrom(1e-200, 0.001, 7, 1e200), (weights, factor) => {
        const plain = effectiveSample(weights);
        const scaled = effectiveSample(weights.map((value) => value * factor));
        expect(scaled.effectiveN).toBeCloseTo(plain.effectiveN, 8);
        expect(plain.effectiveN).toBeLessThanOrEqual(weights.length + 1e-9);
        expect(plain.effectiveN).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(plain.designEffect * plain.effectiveN).toBeCloseTo(weights.length, 8);
      }),
      RUNS,
    );
  });

  it('counts only people with a weight', () => {
    expect(effectiveSample([2, 2, 0])).toEqual({ n: 2, designEffect: 1, effectiveN: 2 });
  });

  it('refuses no weights and weights that are none', () => {
    for (const weights of [[], [0, 0], [1, -1], [1, Number.NaN], [Infinity]]) expect(() => effectiveSample(weights)).toThrow(RangeError);
  });
});

describe('design weights', () => {
  it('are the inverse of the probability of being asked', () => {
    expect([...designWeights([0.1, 0.5, 1])]).toEqual([10, 2, 1]);
    for (const wrong of [0, -0.1, 1.1, Number.NaN]) expect(() => designWeights([0.5, wrong])).toThrow('Person 1');
  });

  it('let every stratum stand for its population', () => {
    const strata = [
      { name: 'Kaltenmoor', population: 900 },
      { name: 'Wilschenbruch', population: 75 },
    ];
    expect([...stratumWeights([0, 1, 0, 0], strata)]).toEqual([300, 75, 300, 300]);
    expect(() => stratumWeights([0, 0], strata)).toThrow('Nobody of “Wilschenbruch” answered: collapse it');
    expect(() => stratumWeights([0, 2], strata)).toThrow('stratum 2');
    expect(() => stratumWeights([0, 1], [{ name: 'A', population: 0 }])).toThrow(RangeError);
    expect(() => stratumWeights([0, 0], [{ name: 'A', population: 1 }])).toThrow('cannot be part');
  });
});

describe('weightedMean', () => {
  it('with all weights equal is the mean without weights', () => {
    fc.assert(
      fc.property(people, weight, (sample, same) => {
        const values = sample.map(({ value }) => value);
        const plain = meanSampleOf(values);
        const { n, mean, varianceOfMean, degrees, designEffect } = weightedMean(values, values.map(() => same));
        expect(n).toBe(values.length);
        expect(mean).toBeCloseTo(plain.mean, 10);
        expect(varianceOfMean).toBeCloseTo(plain.variance / plain.n, 10);
        expect(degrees).toBe(values.length - 1);
        if (plain.variance > 0) expect(designEffect).toBeCloseTo(1, 10);
        else expect([varianceOfMean, designEffect]).toEqual([0, null]);
      }),
      RUNS,
    );
  });

  it('does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(0.001, 3, 1e6), (sample, factor) => {
        const values = sample.map(({ value }) => value);
        const plain = weightedMean(values, sample.map((person) => person.weight));
        const scaled = weightedMean(values, sample.map((person) => person.weight * factor));
        expect(scaled.mean).toBeCloseTo(plain.mean, 9);
        expect(scaled.varianceOfMean).toBeCloseTo(plain.varianceOfMean, 9);
      }),
      RUNS,
    );
  });

  it('adds up strata: two halves drawn apart', () => {
    const [values, weights, of] = [[1, 3, 2, 6], [1, 1, 1, 1], [0, 0, 1, 1]];
    // Within the strata only: (2·(1 + 1) + 2·(4 + 4)) / 16 = 1.25.
    expect(weightedMean(values, weights, { of }).varianceOfMean).toBeCloseTo(1.25, 12);
    expect(weightedMean(values, weights, { of, populations: [4, 4] }).varianceOfMean).toBeCloseTo(0.625, 12);
    expect(weightedMean(values, weights, { of, populations: [2, 2] }).varianceOfMean).toBe(0);
  });

  it('does not count people without weight, but knows that who belongs to a part is random', () => {
    const part = weightedMean([1, 3, 5, 9], [1, 1, 0, 0]);
    // 4/3 · (0.5² + 0.5²), not 2/1 · (0.5² + 0.5²) as if it had been clear beforehand who belongs.
    expect(part).toEqual({ n: 2, mean: 2, degrees: 1, varianceOfMean: expect.closeTo(2 / 3, 12) as number, designEffect: expect.closeTo(2 / 3, 12) as number });
    expect(weightedMean([1, 3], [1, 0]).designEffect).toBeNull();
  });

  it('has no variance at all where everyone gave the same answer', () => {
    expect(weightedMean([0.1, 0.1, 0.1], [1, 2, 3])).toEqual({ n: 3, mean: 0.1, varianceOfMean: 0, degrees: 2, designEffect: null });
  });

  it('has the t interval of the plain mean when all weights are equal, and one degree less per stratum', () => {
    const values = [1, 2, 2, 3, 5, 5];
    const { n, mean, variance } = meanSampleOf(values);
    const [plain, weighted] = [meanInterval(n, mean, variance), weightedMeanInterval(weightedMean(values, new Float64Array(6).fill(3)))];
    expect(weighted?.lower).toBeCloseTo(plain.lower, 12);
    expect(weighted?.upper).toBeCloseTo(plain.upper, 12);
    expect(weightedMean(values, [1, 1, 1, 1, 1, 0], { of: [0, 0, 0, 1, 1, 1] }).degrees).toBe(3);
    expect(weightedMeanInterval(weightedMean([1, 3], [1, 0]))).toBeNull();
    expect(() => weightedMeanInterval(weightedMean([1, 3], [1, 1]), 1)).toThrow(RangeError);
  });

  it.each([
    ['one person', () => weightedMean([1], [1])],
    ['unequal lengths', () => weightedMean([1, 2], [1])],
    ['a missing value', () => weightedMean([1, Number.NaN], [1, 1])],
    ['no weight at all', () => weightedMean([1, 2], [0, 0])],
    ['a stratum of one person', () => weightedMean([1, 2, 3], [1, 1, 1], { of: [0, 0, 1] })],
    ['strata for some', () => weightedMean([1, 2], [1, 1], { of: [0] })],
    ['a stratum below 0', () => weightedMean([1, 2], [1, 1], { of: [0, -1] })],
    ['a population smaller than the stratum', () => weightedMean([1, 2], [1, 1], { of: [0, 0], populations: [1] })],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

describe('weightedShare', () => {
  it('with equal weights is the share without, with the same interval', () => {
    const share = weightedShare([1, 1, 0, 0, 0, 1], new Float64Array(6).fill(7));
    expect(share.effectiveN).toBeCloseTo(6, 12);
    expect(wilsonInterval(share.successes, share.n, share).lower).toBeCloseTo(wilsonInterval(3, 6).lower, 12);
  });

  it('agrees with the weighted mean of 0 and 1, and passes the population on', () => {
    fc.assert(
      fc.property(people, (sample) => {
        const has = sample.map(({ value }) => (value > 3 ? 1 : 0));
        const weights = sample.map((person) => person.weight);
        const share = weightedShare(has, weights, 5000);
        expect(share.successes / share.n).toBeCloseTo(weightedMean(has, weights).mean, 12);
        expect(share.successes).toBeLessThanOrEqual(share.n);
        expect(share).toMatchObject({ n: sample.length, effectiveN: effectiveSample(weights).effectiveN, population: 5000 });
      }),
      RUNS,
    );
  });

  it('counts only people with a weight, and refuses what is neither 0 nor 1', () => {
    expect(weightedShare([1, 0, 1], [1, 3, 0])).toEqual({ successes: 0.5, n: 2, effectiveN: expect.closeTo(1.6, 12) as number });
    expect(() => weightedShare([1, 0.5], [1, 1])).toThrow('Person 1');
    expect(() => weightedShare([1], [1, 1])).toThrow(RangeError);
    expect(() => weightedShare([1], [0])).toThrow(RangeError);
  });
});
