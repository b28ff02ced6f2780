import fc from 'fast-check';
import { meanAndVariance, meanInterval, shareDifference, wilsonInterval, wilsonIntervalCorrected } from './intervals.js';

describe('wilsonInterval', () => {
  // Newcombe 1998a, table I.
  it.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
  ])('gives the published limits of %i of %i', (successes, n, lower, upper) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.lower).toBeCloseTo(lower, 6);
    expect(interval.upper).toBeCloseTo(upper, 6);
  });

  it('stays within 0 and 1, contains the share and mirrors itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (n, raw) => {
        const successes = raw % (n + 1);
        const { lower, upper } = wilsonInterval(successes, n);
        const mirrored = wilsonInterval(n - successes, n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(successes / n);
        expect(upper).toBeGreaterThanOrEqual(successes / n);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 10);
      }),
    );
  });

  it('refuses impossible counts', () => {
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonIntervalCorrected(-1, 2)).toThrow(RangeError);
  });
});

describe('wilsonIntervalCorrected', () => {
  it('gives the published limits of 81 of 263', () => {
    const { lower, upper } = wilsonIntervalCorrected(81, 263);
    expect(lower).toBeCloseTo(0.253509, 6);
    expect(upper).toBeCloseTo(0.368176, 6);
  });

  it('is never narrower than the interval without correction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, raw) => {
        const successes = raw % (n + 1);
        const plain = wilsonInterval(successes, n);
        const corrected = wilsonIntervalCorrected(successes, n);
        expect(corrected.lower).toBeLessThanOrEqual(plain.lower + 1e-12);
        expect(corrected.upper).toBeGreaterThanOrEqual(plain.upper - 1e-12);
      }),
    );
  });
});

describe('shareDifference', () => {
  // Newcombe 1998b, examples a, c and g.
  it.each([
    [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
    [9, 10, 3, 10, 0.6, 0.170523, 0.809018],
    [0, 10, 0, 10, 0, -0.277533, 0.277533],
  ])('gives the published limits of %i/%i − %i/%i', (a, m, b, n, difference, lower, upper) => {
    const result = shareDifference({ successes: a, n: m }, { successes: b, n });
    expect(result.difference).toBeCloseTo(difference, 10);
    expect(result.lower).toBeCloseTo(lower, 6);
    expect(result.upper).toBeCloseTo(upper, 6);
  });
});

describe('meanInterval', () => {
  it('gives the limits of the first group of the sleep data (Student 1908)', () => {
    const data = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const sum = data.reduce((total, value) => total + value, 0);
    const squares = data.reduce((total, value) => total + value * value, 0);
    const { mean, variance } = meanAndVariance(data.length, sum, squares);
    const { lower, upper } = meanInterval(data.length, mean, variance);
    expect(mean).toBeCloseTo(0.75, 10);
    expect(lower).toBeCloseTo(-0.52978, 5);
    expect(upper).toBeCloseTo(2.02978, 5);
  });

  it('needs two people, and has no negative variance when all agree', () => {
    expect(() => meanInterval(1, 0, 0)).toThrow(RangeError);
    expect(() => meanAndVariance(0, 0, 0)).toThrow(RangeError);
    expect(meanAndVariance(3, 0.3, 0.03).variance).toBeGreaterThanOrEqual(0);
    expect(meanAndVariance(1, 4, 16)).toEqual({ mean: 4, variance: 0 });
  });
});
