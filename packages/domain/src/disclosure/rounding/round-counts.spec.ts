import fc from 'fast-check';
import { countsBehindRounded, printedBase, roundCount, wholePercentage } from './round-counts.js';

describe('rounding', () => {
  it('to 5 and to 10, ties up', () => {
    expect([0, 1, 2, 3, 7, 8, 12, 13].map((count) => roundCount(count, 5))).toEqual([0, 0, 0, 5, 5, 10, 10, 15]);
    expect([0, 4, 5, 14, 15, 104, 105].map((count) => roundCount(count, 10))).toEqual([0, 0, 10, 10, 20, 100, 110]);
    expect(() => roundCount(2.5, 5)).toThrow('2.5 is none');
    expect(() => roundCount(-1, 5)).toThrow('-1 is none');
  });

  it('knows what a rounded count may stand for, no more and no less', () => {
    expect(countsBehindRounded(0, 5)).toEqual({ lower: 0, upper: 2 });
    expect(countsBehindRounded(10, 5)).toEqual({ lower: 8, upper: 12 });
    expect(countsBehindRounded(10, 10)).toEqual({ lower: 5, upper: 14 });
    expect(() => countsBehindRounded(7, 5)).toThrow('no count rounded to 5');
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.constantFrom<5 | 10>(5, 10), (count, other, base) => {
        const { lower, upper } = countsBehindRounded(roundCount(count, base), base);
        expect(roundCount(other, base) === roundCount(count, base)).toBe(other >= lower && other <= upper);
      }),
      { seed: 13, numRuns: 2000 },
    );
  });

  it('rounds margins on their own: a margin is off by at most half the base however many cells it has', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }), fc.constantFrom<5 | 10>(5, 10), (cells, base) => {
        const total = cells.reduce((sum, count) => sum + count, 0);
        expect(Math.abs(roundCount(total, base) - total)).toBeLessThanOrEqual(base / 2);
      }),
      { seed: 17, numRuns: 1000 },
    );
  });

  it('makes whole percentages of protected counts and prints bases in fives', () => {
    expect(wholePercentage(10, 35)).toBe(29);
    expect(wholePercentage(40, 35)).toBe(100);
    expect(wholePercentage(0, 35)).toBe(0);
    expect(wholePercentage(1, 0)).toBeNull();
    expect([30, 32, 33, 37, 38].map(printedBase)).toEqual([30, 30, 35, 35, 40]);
  });
});
