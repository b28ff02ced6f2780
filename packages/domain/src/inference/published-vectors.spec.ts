/** Published and recomputed examples, each held to the digits it is given in. */
import { benjaminiHochberg } from './benjamini-hochberg.js';
import { chiSquareTest } from './chi-square-test.js';
import { effectiveSample } from './effective-sample.js';
import { meanInterval, shareDifference, wilsonInterval, wilsonIntervalCorrected } from './intervals.js';
import { mannWhitneyTest } from './mann-whitney-test.js';
import { meanSampleOf } from './mean-sample.js';
import { rake, type RakingOptions } from './raking.js';
import type { RakingVariable } from './raking-margins.js';
import { sampleSize } from './sample-size.js';
import { weightedMean } from './weighted-mean.js';
import { welchTest } from './welch-test.js';

/** Additional hours of sleep under two drugs (Student 1908). */
const SLEEP_1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SLEEP_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('shares (Newcombe 1998a, table I)', () => {
  it.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
  ])('Wilson: %i of %i', (successes, n, lower, upper) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.lower).toBeCloseTo(lower, 6);
    expect(interval.upper).toBeCloseTo(upper, 6);
  });

  it('Wilson with continuity correction: 81 of 263', () => {
    const { lower, upper } = wilsonIntervalCorrected(81, 263);
    expect(lower).toBeCloseTo(0.253509, 6);
    expect(upper).toBeCloseTo(0.368176, 6);
  });

  it('Wilson of a weighted share of 0.4: 100 people count as 86.163', () => {
    const weighted = wilsonInterval(40, 100, { effectiveN: 86.163 });
    const unweighted = wilsonInterval(40, 100);
    expect([weighted.lower, weighted.upper].map((limit) => limit.toFixed(4))).toEqual(['0.3030', '0.5056']);
    expect([unweighted.lower, unweighted.upper].map((limit) => limit.toFixed(4))).toEqual(['0.3094', '0.4980']);
  });
});

describe('differences of shares (Newcombe 1998b, examples a, c and g)', () => {
  it.each([
    [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
    [9, 10, 3, 10, 0.6, 0.170523, 0.809018],
    [0, 10, 0, 10, 0, -0.277533, 0.277533],
  ])('%i/%i − %i/%i', (a, m, b, n, difference, lower, upper) => {
    const result = shareDifference({ successes: a, n: m }, { successes: b, n });
    expect(result.difference).toBeCloseTo(difference, 10);
    expect(result.lower).toBeCloseTo(lower, 6);
    expect(result.upper).toBeCloseTo(upper, 6);
  });
});

describe('means and ranks (sleep data)', () => {
  it('t interval of the first group', () => {
    const { n, mean, variance } = meanSampleOf(SLEEP_1);
    const { lower, upper } = meanInterval(n, mean, variance);
    expect(mean).toBeCloseTo(0.75, 12);
    expect(lower).toBeCloseTo(-0.52978, 5);
    expect(upper).toBeCloseTo(2.02978, 5);
  });

  it('Welch', () => {
    const test = welchTest(meanSampleOf(SLEEP_1), meanSampleOf(SLEEP_2));
    expect(test?.t).toBeCloseTo(-1.860813, 6);
    expect(test?.degrees).toBeCloseTo(17.776474, 6);
    expect(test?.p).toBeCloseTo(0.079394, 6);
    expect(test?.lower).toBeCloseTo(-3.365483, 6);
    expect(test?.upper).toBeCloseTo(0.205483, 6);
  });

  it('Mann-Whitney with correction for ties and continuity', () => {
    const { w, p } = mannWhitneyTest(SLEEP_1, SLEEP_2);
    expect(w).toBe(25.5);
    expect(p).toBeCloseTo(0.0693275754, 10);
  });
});

it('χ² of party and gender (Agresti 2007, table 2.5)', () => {
  const test = chiSquareTest([
    [762, 327, 468],
    [484, 239, 477],
  ]);
  expect(test?.chiSquare).toBeCloseTo(30.070149, 6);
  expect(test?.degrees).toBe(2);
  expect(test?.p).toBeCloseTo(2.953589e-7, 13);
  expect(test?.thin).toMatchObject({ cells: 0, warning: false });
});

it('false discovery rate of fifteen tests (Benjamini & Hochberg 1995, section 4.1)', () => {
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  const published = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645, 0.0765, 0.486, 0.5811818, 0.714875, 0.7532308, 0.8132143, 1,
  ];
  const { adjusted, rejected } = benjaminiHochberg(p, 0.05);
  published.forEach((value, index) => {
    expect(adjusted[index]).toBeCloseTo(value, 7);
  });
  expect(rejected).toEqual(p.map((_, index) => index < 4));
});

it('Kish: weights 1, 1, 1, 1, 2, 2, 3', () => {
  const { n, designEffect, effectiveN } = effectiveSample([1, 1, 1, 1, 2, 2, 3]);
  expect(n).toBe(7);
  expect(effectiveN).toBeCloseTo(5.7619, 4);
  expect(designEffect).toBeCloseTo(1.2149, 4);
});

it('linearised variance of the weighted mean of the first sleep group, weights 1 to 10', () => {
  // svymean(~extra, svydesign(ids = ~1, weights = ~w)) of the R package survey 4.1-1.
  const { mean, varianceOfMean } = weightedMean(SLEEP_1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(mean).toBeCloseTo(1.169090909091, 9);
  expect(Math.sqrt(varianceOfMean)).toBeCloseTo(0.561820351198, 9);
});

describe('sample sizes at a share of one half', () => {
  it.each([
    [0.05, undefined, 384.1],
    [0.05, 750, 254.3],
    [0.05, 10_500, 370.6],
    [0.1, 750, 85.2],
  ])('± %f in a population of %s', (halfWidth, population, people) => {
    expect(sampleSize(halfWidth, { population })).toBeCloseTo(people, 1);
  });
});

/** People of a table of cells, as codes of two variables. */
function peopleOf(cells: readonly (readonly [first: number, second: number, people: number])[]): readonly [number[], number[]] {
  const people = cells.flatMap(([first, second, count]) => Array.from({ length: count }, () => [first, second] as const));
  return [people.map(([first]) => first), people.map(([, second]) => second)];
}

function rakedCells(cells: readonly (readonly [number, number, number])[], variables: readonly RakingVariable[], options: RakingOptions) {
  const result = rake(variables, options);
  if (result.kind === 'refused') throw new Error(result.problems.map(({ sentence }) => sentence).join(' '));
  const [first, second] = peopleOf(cells);
  const weightOf = (a: number, b: number): number => result.weights[first.findIndex((code, person) => code === a && second[person] === b)] ?? NaN;
  return { ...result, cellWeights: cells.map(([a, b]) => weightOf(a, b)) };
}

describe('raking', () => {
  // Academic Performance Index, cluster sample (data set api of the R package survey, example of rake).
  const cells = [
    [0, 0, 12],
    [1, 0, 3],
    [2, 0, 8],
    [0, 1, 132],
    [1, 1, 11],
    [2, 1, 17],
  ] as const;
  const cellMeans = [596.3333333, 659.3333333, 606.375, 653.6439394, 607.4545455, 643.2352941];
  const [types, wide] = peopleOf(cells);
  const variables: readonly RakingVariable[] = [
    { name: 'stype', categories: ['E', 'H', 'M'], codes: types, targets: [4421, 755, 1018] },
    { name: 'sch.wide', categories: ['No', 'Yes'], codes: wide, targets: [1072, 5122] },
  ];
  const options: RakingOptions = {
    baseWeights: types.map(() => 33.84699631),
    tolerance: 1e-12,
    onThinCategory: 'advise',
  };

  it('gives the weights, the effective number and the mean of the published example', () => {
    const { cellWeights, report, weights, advice } = rakedCells(cells, variables, options);
    [39.83923625, 67.12552924, 49.06907216, 29.87067549, 50.32940112, 36.79102486].forEach((weight, cell) => {
      expect(cellWeights[cell]).toBeCloseTo(weight, 7);
    });
    expect(report.n).toBe(183);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(6194, 6);
    expect(report.designEffect).toBeCloseTo(1.051656696, 8);
    expect(report.effectiveN).toBeCloseTo(174.0111586, 6);
    const values = cells.flatMap(([, , count], cell) => Array.from({ length: count }, () => cellMeans[cell] ?? NaN));
    expect(weightedMean(values, weights).mean).toBeCloseTo(641.2303209, 6);
    expect(report).toMatchObject({ converged: true, trimming: { binds: false, rounds: 0, outside: 0, capped: 0 } });
    // Fourteen high schools are fewer than fifteen people.
    expect(advice.map((problem) => problem.kind === 'thin-category' && problem.category)).toEqual(['H']);
  });

  it('gives the weights of the small example of two districts and two ages', () => {
    const small = [
      [0, 0, 40],
      [0, 1, 10],
      [1, 0, 30],
      [1, 1, 20],
    ] as const;
    const [district, age] = peopleOf(small);
    const { cellWeights, report } = rakedCells(
      small,
      [
        { name: 'district', categories: ['A', 'B'], codes: district, targets: [70, 30] },
        { name: 'age', categories: ['under 65', '65 and over'], codes: age, targets: [75, 25] },
      ],
      { tolerance: 1e-13 },
    );
    [1.4151525156, 1.3393899377, 0.6131299792, 0.5803050312].forEach((weight, cell) => {
      expect(cellWeights[cell]).toBeCloseTo(weight, 9);
    });
    expect(report.effectiveN).toBeCloseTo(86.16318398, 6);
  });
});
