import fc from 'fast-check';
import { RELIABILITY_RULE, shareReliability } from './reliability.js';
import { wilsonInterval } from './intervals.js';
import { participationShare, responseRates } from './response-rate.js';
import { expectedHalfWidth, peopleToInvite, sampleSize } from './sample-size.js';

const RUNS = { seed: 20_260_305, numRuns: 500 };

describe('sampleSize', () => {
  it('and half width undo each other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        fc.option(fc.integer({ min: 2, max: 200_000 }), { nil: undefined }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (halfWidth, population, share, designEffect) => {
          const plan = { population, share, designEffect };
          const n = sampleSize(halfWidth, plan);
          expect(expectedHalfWidth(n, plan)).toBeCloseTo(halfWidth, 10);
          if (population !== undefined) expect(n).toBeLessThanOrEqual(population + 1e-9);
        },
      ),
      RUNS,
    );
  });

  it('needs most people for one half, and more for weights and confidence', () => {
    expect(sampleSize(0.05, { share: 0.3 })).toBeLessThan(sampleSize(0.05));
    expect(sampleSize(0.05, { designEffect: 2 })).toBeCloseTo(2 * sampleSize(0.05), 9);
    expect(sampleSize(0.05, { confidence: 0.99 })).toBeGreaterThan(sampleSize(0.05));
  });

  it('knows that a third of 750 people are needed for five points', () => {
    expect(sampleSize(0.05, { population: 750 }) / 750).toBeCloseTo(0.339, 3);
    expect(expectedHalfWidth(750, { population: 750 })).toBe(0);
    expect(expectedHalfWidth(1, { population: 1 })).toBe(0);
  });

  it('says how many to invite', () => {
    expect(peopleToInvite(85.2, 0.3)).toBe(284);
    expect(peopleToInvite(85, 1)).toBe(85);
    expect(peopleToInvite(30, 0.1)).toBe(300);
  });

  it.each([
    ['no width', () => sampleSize(0)],
    ['a width of everything', () => sampleSize(1)],
    ['a share of 0', () => sampleSize(0.05, { share: 0 })],
    ['no population', () => sampleSize(0.05, { population: 0 })],
    ['no design effect', () => sampleSize(0.05, { designEffect: 0 })],
    ['nobody', () => expectedHalfWidth(0)],
    ['more people than the population', () => expectedHalfWidth(11, { population: 10 })],
    ['no number', () => sampleSize(Number.NaN)],
    ['no response', () => peopleToInvite(10, 0)],
    ['no answers', () => peopleToInvite(0, 0.5)],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

describe('responseRates', () => {
  const invited = { complete: 300, partial: 20, refusal: 100, nonContact: 400, other: 30, unknown: 150 };

  it('divides complete, and partial, answers by everyone who may be eligible', () => {
    expect(responseRates(invited)).toEqual({ rr1: 0.3, rr2: 0.32 });
    expect(responseRates({ complete: 0, partial: 0, refusal: 0, nonContact: 0, other: 0, unknown: 0 })).toBeNull();
  });

  it('refuses counts that are none', () => {
    expect(() => responseRates({ ...invited, refusal: -1 })).toThrow('refusal');
    expect(() => responseRates({ ...invited, unknown: Number.NaN })).toThrow('unknown');
    expect(() => responseRates({ complete: 3 } as typeof invited)).toThrow('partial');
  });
});

describe('participationShare', () => {
  it('divides participants by the population', () => {
    expect(participationShare(75, 750)).toBe(0.1);
    expect(participationShare(0, 750)).toBe(0);
    expect(() => participationShare(1, 0)).toThrow(RangeError);
    expect(() => participationShare(11, 10)).toThrow(RangeError);
    expect(() => participationShare(-1, 10)).toThrow(RangeError);
  });
});

describe('shareReliability', () => {
  const share = (successes: number, n: number, effectiveN = n) => ({ share: successes / n, n, effectiveN, ...wilsonInterval(successes, n, { effectiveN }) });

  it.each([
    ['too-few-people', share(10, 29)],
    ['too-few-effective', share(20, 60, 29)],
    ['interval-too-wide', share(15, 30)],
    ['relatively-too-wide', share(2, 60)],
    ['reliable', share(40, 100)],
    ['reliable', share(2, 2000)],
  ])('%s', (verdict, estimate) => {
    expect(shareReliability(estimate)).toBe(verdict);
  });

  it('looks at the limits in this order: wide from 0.30 on, narrow up to 0.05, relative above 130 %', () => {
    const at = (lower: number, upper: number, value: number) => shareReliability({ share: value, n: 100, effectiveN: 100, lower, upper });
    expect(at(0.2, 0.5, 0.4)).toBe('interval-too-wide');
    expect(at(0.2, 0.499, 0.4)).toBe('reliable');
    expect(at(0, 0.05, 0.01)).toBe('reliable');
    expect(at(0.0625, 0.1875, 0.125)).toBe('reliable');
    expect(at(0, 0.25, 0.125)).toBe('relatively-too-wide');
  });

  it('takes other limits', () => {
    expect(shareReliability(share(10, 25), { ...RELIABILITY_RULE, minimumN: 20, minimumEffectiveN: 20, wideWidth: 0.5 })).toBe('reliable');
  });

  it('refuses limits that do not enclose the share and counts that are none', () => {
    expect(() => shareReliability({ share: 0.5, n: 50, effectiveN: 50, lower: 0.6, upper: 0.7 })).toThrow(RangeError);
    expect(() => shareReliability({ share: Number.NaN, n: 50, effectiveN: 50, lower: 0, upper: 1 })).toThrow(RangeError);
    expect(() => shareReliability({ share: 0.5, n: -1, effectiveN: 50, lower: 0, upper: 1 })).toThrow(RangeError);
  });
});
