/** Published and recomputed examples, each held to the digits it is given in. */
import { criterionIndex } from './criterion-index.js';
import { covarianceMatrix, cronbachAlpha, standardisedAlpha } from './cronbach-alpha.js';
import { gapEstimate, meanWeightedDiscrepancy, rankedDiscrepancy } from './discrepancy.js';
import { importancePerformance, type RatedItem } from './importance-performance.js';

it('Borich’s score and the ranked score of four people', () => {
  const importance = [5, 4, 5, 3];
  const performance = [2, 3, 4, 3];
  const people = importance.map((value, person) => ({ importance: value, performance: performance[person] ?? NaN }));
  expect(gapEstimate(people)?.gap).toBe(1.25);
  expect(meanWeightedDiscrepancy(people)).toBeCloseTo(5.3125, 12);
  expect(rankedDiscrepancy(people)).toBe(-75);
});

it('index of 3, 4, nothing and 5 on a scale from 1 to 5', () => {
  expect(criterionIndex([3, 4, null, 5], { min: 1, max: 5 })).toBe(75);
});

describe('Cronbach’s alpha', () => {
  it('of four items (UCLA, covariance matrix)', () => {
    const covariances = [
      [1.168, 0.557, 0.574, 0.673],
      [0.557, 1.012, 0.69, 0.72],
      [0.574, 0.69, 1.169, 0.724],
      [0.673, 0.72, 0.724, 1.291],
    ];
    expect(cronbachAlpha(covariances)).toBeCloseTo(0.839033, 6);
  });

  it('of seven ratings of thirty departments (data set attitude of R; Chatterjee & Price 1977)', () => {
    const covariances = covarianceMatrix(ATTITUDE);
    expect(cronbachAlpha(covariances)).toBeCloseTo(0.8431428, 7);
    expect(standardisedAlpha(covariances)).toBeCloseTo(0.8390838, 7);
  });
});

it('importance-performance analysis of fourteen attributes of a car dealer (Martilla & James 1977)', () => {
  const items = DEALER.map(([importance, performance], index): RatedItem => ({
    id: String(index + 1),
    // Only means were published; without variance every item lies where its means are.
    importance: { n: 284, mean: importance, variance: 0 },
    performance: { n: 284, mean: performance, variance: 0 },
  }));
  const analysis = importancePerformance(items, { kind: 'mean' });
  const inQuadrant = (wanted: string) => analysis?.items.filter(({ quadrant }) => quadrant === wanted).map(({ id }) => Number(id));
  expect(analysis?.crosshair.importance).toBeCloseTo(3.1514, 4);
  expect(analysis?.crosshair.performance).toBeCloseTo(2.8164, 4);
  expect(inQuadrant('need-for-action')).toEqual([1, 2, 9]);
  expect(inQuadrant('keep-it-up')).toEqual([3, 4, 5, 6, 7, 8, 10]);
  expect(inQuadrant('low-priority')).toEqual([11, 12, 13]);
  expect(inQuadrant('possible-overkill')).toEqual([14]);
});

/** Importance and performance of each attribute. */
const DEALER = [
  [3.83, 2.63],
  [3.63, 2.73],
  [3.6, 3.15],
  [3.56, 3],
  [3.41, 3.05],
  [3.41, 3.29],
  [3.38, 3.03],
  [3.37, 3.11],
  [3.29, 2],
  [3.27, 3.02],
  [2.52, 2.25],
  [2.43, 2.49],
  [2.37, 2.35],
  [2.05, 3.33],
] as const;

const ATTITUDE = [
  [43, 51, 30, 39, 61, 92, 45],
  [63, 64, 51, 54, 63, 73, 47],
  [71, 70, 68, 69, 76, 86, 48],
  [61, 63, 45, 47, 54, 84, 35],
  [81, 78, 56, 66, 71, 83, 47],
  [43, 55, 49, 44, 54, 49, 34],
  [58, 67, 42, 56, 66, 68, 35],
  [71, 75, 50, 55, 70, 66, 41],
  [72, 82, 72, 67, 71, 83, 31],
  [67, 61, 45, 47, 62, 80, 41],
  [64, 53, 53, 58, 58, 67, 34],
  [67, 60, 47, 39, 59, 74, 41],
  [69, 62, 57, 42, 55, 63, 25],
  [68, 83, 83, 45, 59, 77, 35],
  [77, 77, 54, 72, 79, 77, 46],
  [81, 90, 50, 72, 60, 54, 36],
  [74, 85, 64, 69, 79, 79, 63],
  [65, 60, 65, 75, 55, 80, 60],
  [65, 70, 46, 57, 75, 85, 46],
  [50, 58, 68, 54, 64, 78, 52],
  [50, 40, 33, 34, 43, 64, 33],
  [64, 61, 52, 62, 66, 80, 41],
  [53, 66, 52, 50, 63, 80, 37],
  [40, 37, 42, 58, 50, 57, 49],
  [63, 54, 42, 48, 66, 75, 33],
  [66, 77, 66, 63, 88, 76, 72],
  [78, 75, 58, 74, 80, 78, 49],
  [48, 57, 44, 45, 51, 83, 38],
  [85, 85, 71, 71, 77, 74, 55],
  [82, 82, 39, 59, 64, 78, 39],
];
