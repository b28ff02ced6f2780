import fc from 'fast-check';
import { effectiveSample } from './effective-sample.js';
import { rake, type RakingOptions, type RakingResult } from './raking.js';
import type { RakingVariable } from './raking-margins.js';

const RUNS = { seed: 20_260_304, numRuns: 100 };

function variable(name: string, codes: readonly number[], targets: readonly number[]): RakingVariable {
  return { name, categories: targets.map((_, index) => `${name}${String(index)}`), codes, targets };
}

/** `counts[i]` people of category i. */
function codesOf(counts: readonly number[]): number[] {
  return counts.flatMap((count, category) => new Array<number>(count).fill(category));
}

function raked(result: RakingResult): Extract<RakingResult, { kind: 'raked' }> {
  if (result.kind === 'refused') throw new Error(result.problems.map(({ sentence }) => sentence).join(' '));
  return result;
}

function problemsOf(variables: readonly RakingVariable[], options?: RakingOptions) {
  const result = rake(variables, options);
  return result.kind === 'refused' ? result.problems : [];
}

/** Sum of the weights per category, by a loop of its own. */
function weightedCounts(codes: readonly number[], weights: Float64Array, categories: number): number[] {
  return Array.from({ length: categories }, (_, category) => codes.reduce((sum, code, person) => sum + (code === category ? (weights[person] ?? 0) : 0), 0));
}

/** How far the weights of one person differ at most, as a factor, once `scale` is taken off. */
function largestRatio(weights: Float64Array, others: Float64Array, scale: number): number {
  return weights.reduce((largest, weight, person) => {
    const ratio = weight / scale / (others[person] ?? Number.NaN);
    return Math.max(largest, ratio, 1 / ratio);
  }, 1);
}

/** A sample of three variables in which every combination occurs, so that margins can always be met. */
const samples = fc
  .record({
    shape: fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 })),
    counts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 48, maxLength: 48 }),
    targets: fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 11, maxLength: 11 }),
    weights: fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 7, maxLength: 7 }),
  })
  .map(({ shape, counts, targets, weights }) => {
    const cells = Array.from({ length: shape[0] * shape[1] * shape[2] }, (_, cell) => cell);
    const places = cells.flatMap((cell) => new Array<number>(counts[cell] ?? 1).fill(cell));
    const codes = [places.map((cell) => cell % shape[0]), places.map((cell) => Math.floor(cell / shape[0]) % shape[1]), places.map((cell) => Math.floor(cell / shape[0] / shape[1]))];
    const variables = shape.map((size, index) => {
      const own = targets.slice(index * 4, index * 4 + size);
      const sum = own.reduce((before, target) => before + target, 0);
      return variable('abc'[index] ?? '', codes[index] ?? [], own.map((target) => (target / sum) * 1000));
    });
    return { variables, baseWeights: places.map((_, person) => weights[person % 7] ?? 1) };
  });

const FREE: RakingOptions = { onThinCategory: 'advise', trimming: null };

describe('rake', () => {
  it('hits every margin', () => {
    fc.assert(
      fc.property(samples, ({ variables, baseWeights }) => {
        const { weights, report } = raked(rake(variables, { ...FREE, baseWeights }));
        expect(report.converged).toBe(true);
        expect(report.largestDeviation).toBeLessThan(1e-6);
        for (const { codes, targets } of variables) {
          const sums = weightedCounts(Array.from(codes), weights, targets.length);
          expect(Math.max(...sums.map((sum, category) => Math.abs(sum / (targets[category] ?? 0) - 1)))).toBeLessThan(1e-6);
        }
        expect(report.effectiveN).toBeCloseTo(effectiveSample(weights).effectiveN, 9);
      }),
      RUNS,
    );
  });

  it('depends neither on the scale of the base weights nor, but for the sum, on that of the targets', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(0.001, 12, 1e5), ({ variables, baseWeights }, factor) => {
        const plain = raked(rake(variables, { ...FREE, baseWeights })).weights;
        const scaled = raked(rake(variables, { ...FREE, baseWeights: baseWeights.map((weight) => weight * factor) })).weights;
        const larger = raked(rake(variables.map((one) => ({ ...one, targets: one.targets.map((target) => target * factor) })), { ...FREE, baseWeights }));
        expect(largestRatio(scaled, plain, 1)).toBeLessThan(1 + 1e-8);
        expect(largestRatio(larger.weights, plain, factor)).toBeLessThan(1 + 1e-8);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('does not depend on the order of people', () => {
    fc.assert(
      fc.property(samples, ({ variables, baseWeights }) => {
        const there = raked(rake(variables, { ...FREE, baseWeights })).weights;
        const reversed = variables.map((one) => ({ ...one, codes: Array.from(one.codes).toReversed() }));
        const back = raked(rake(reversed, { ...FREE, baseWeights: baseWeights.toReversed() })).weights;
        expect(largestRatio(back.toReversed(), there, 1)).toBeLessThan(1 + 1e-8);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('with one margin is post-stratification: target ÷ people', () => {
    const { weights, report } = raked(rake([variable('age', codesOf([30, 70]), [50, 50])]));
    expect(weights[0]).toBeCloseTo(50 / 30, 12);
    expect(weights[99]).toBeCloseTo(50 / 70, 12);
    expect(report.rounds).toBe(1);
    expect(report.margins).toEqual([
      { variable: 'age', category: 'age0', n: 30, target: 50, weighted: expect.closeTo(50, 9) as number },
      { variable: 'age', category: 'age1', n: 70, target: 50, weighted: expect.closeTo(50, 9) as number },
    ]);
  });
});

describe('guards of raking', () => {
  const half = codesOf([50, 50]);

  it('refuse a category the sample does not have and say which one to collapse it with', () => {
    const problems = problemsOf([variable('age', codesOf([40, 60, 0]), [40, 50, 10])]);
    expect(problems).toEqual([
      {
        kind: 'empty-category',
        variable: 'age',
        category: 'age2',
        people: 0,
        collapseWith: 'age1',
        sentence: '“age: age2” has people in the population, but nobody in the sample (0): collapse it with “age1”.',
      },
    ]);
  });

  it('leave an empty category of an empty target alone, and refuse one with people', () => {
    expect(raked(rake([variable('age', codesOf([40, 60, 0]), [40, 60, 0])])).weights[0]).toBeCloseTo(1, 12);
    expect(problemsOf([variable('age', half, [100, 0])])).toMatchObject([{ kind: 'unwanted-category', category: 'age1', people: 50 }]);
  });

  it('refuse categories below 5 % or 15 people, or advise where that is wanted', () => {
    const few = [variable('age', codesOf([20, 14, 20]), [1, 1, 1])];
    expect(problemsOf(few)).toMatchObject([{ kind: 'thin-category', category: 'age1', people: 14, collapseWith: 'age0' }]);
    const rare = [variable('age', codesOf([1000, 49]), [1, 1])];
    expect(problemsOf(rare)).toMatchObject([{ kind: 'thin-category', category: 'age1', collapseWith: 'age0' }]);
    expect(raked(rake(rare, { onThinCategory: 'advise' })).advice).toEqual(problemsOf(rare));
    expect(raked(rake(rare, { thinCategories: { minimumShare: 0.01, minimumPeople: 15 } })).advice).toEqual([]);
    expect(raked(rake([variable('age', codesOf([285, 15]), [1, 1])])).advice).toEqual([]);
  });

  it('advise to leave out a variable of a single thin category', () => {
    expect(problemsOf([variable('age', codesOf([3]), [1])])[0]?.sentence).toContain('leave this variable out');
  });

  it('keep people without a category as a group of their own share', () => {
    const codes = [...codesOf([30, 50]), ...new Array<number>(20).fill(-1)];
    const { weights, report } = raked(rake([variable('age', codes, [600, 400])]));
    expect(report.n).toBe(100);
    expect(report.margins.map(({ category, n, weighted }) => [category, n, Math.round(weighted * 1e6) / 1e6])).toEqual([
      ['age0', 30, 480],
      ['age1', 50, 320],
      [null, 20, 200],
    ]);
    expect(weights[99]).toBeCloseTo(10, 9);
    expect(weights.every((weight) => weight > 0)).toBe(true);
  });

  it('take the share of people without a category from their base weights', () => {
    const codes = [...codesOf([30, 50]), ...new Array<number>(20).fill(-1)];
    const baseWeights = codes.map((code) => (code === -1 ? 2 : 1));
    const { report } = raked(rake([variable('age', codes, [50, 50])], { baseWeights }));
    expect(report.margins.at(-1)?.target).toBeCloseTo((100 * 40) / 120, 9);
  });

  it('refuse variables that speak of different populations', () => {
    const problems = problemsOf([variable('a', half, [600, 400]), variable('b', half.toReversed(), [500, 499])]);
    expect(problems).toMatchObject([{ kind: 'totals-differ', variable: 'b', total: 999, expected: 1000 }]);
  });

  it('refuse margins that contradict each other', () => {
    // Everyone young is a tenant and the reverse, so both margins would have to be equal.
    const problems = problemsOf([variable('age', half, [60, 40]), variable('home', half, [40, 60])], { maximumRounds: 25 });
    expect(problems).toMatchObject([{ kind: 'not-converged', rounds: 25 }]);
    expect(problems[0]?.sentence).toContain('within 25 rounds');
  });

  it.each([
    ['no variable', () => rake([])],
    ['no people', () => rake([variable('a', [], [1])])],
    ['codes of too few people', () => rake([variable('a', half, [1, 1]), variable('b', [0], [1, 1])])],
    ['an unknown category', () => rake([variable('a', [0, 2], [1, 1])])],
    ['half a category', () => rake([variable('a', [0, 0.5], [1, 1])])],
    ['a target below 0', () => rake([variable('a', half, [2, -1])])],
    ['a target that is no number', () => rake([variable('a', half, [2, Number.NaN])])],
    ['targets of nobody', () => rake([variable('a', half, [0, 0])])],
    ['a target too few', () => rake([{ ...variable('a', half, [1, 1]), targets: [1] }])],
    ['a base weight of 0', () => rake([variable('a', half, [1, 1])], { baseWeights: half.map((_, person) => Math.min(person, 1)) })],
    ['too few base weights', () => rake([variable('a', half, [1, 1])], { baseWeights: [1] })],
    ['a tolerance of 0', () => rake([variable('a', half, [1, 1])], { tolerance: 0 })],
    ['an upper bound below the mean', () => rake([variable('a', half, [1, 1])], { trimming: { lower: 0.3, upper: 0.9, cap: 5, maximumRounds: 9 } })],
    ['a lower bound above the mean', () => rake([variable('a', half, [1, 1])], { trimming: { lower: 1, upper: 3, cap: 5, maximumRounds: 9 } })],
    ['a cap below the upper bound', () => rake([variable('a', half, [1, 1])], { trimming: { lower: 0.3, upper: 3, cap: 2, maximumRounds: 9 } })],
  ])('throw for %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

describe('trimming', () => {
  // Ten of the young among the few are wanted six times as often as they answered.
  const age = codesOf([20, 380]);
  const home = [...codesOf([10, 10]), ...codesOf([190, 190])];

  it('leaves weights within their bounds alone', () => {
    const { report } = raked(rake([variable('age', codesOf([50, 50]), [60, 40])]));
    expect(report.trimming).toEqual({ binds: false, rounds: 0, outside: 0, capped: 0 });
  });

  it('says when the margins need weights beyond the bounds, and keeps the margins', () => {
    const { report, weights } = raked(rake([variable('age', age, [80, 320]), variable('home', home, [200, 200])]));
    expect(report.trimming).toMatchObject({ binds: true, outside: 20, capped: 0 });
    expect(report.converged).toBe(true);
    expect(weights[0]).toBeCloseTo(4, 5);
  });

  it('cuts at the cap, even if a margin no longer fits, and reports by how much', () => {
    const { report, weights } = raked(rake([variable('age', age, [160, 240])]));
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    expect(report.trimming).toMatchObject({ binds: true, capped: 20 });
    // What was cut is shared out: the weights still stand for everyone.
    expect(mean * weights.length).toBeCloseTo(400, 9);
    expect(Math.max(...weights) / mean).toBeLessThanOrEqual(5 * (1 + 1e-5));
    expect(report.converged).toBe(false);
    const [young = 0, old = 0] = weightedCounts(age, weights, 2);
    // Five times the mean is one hundred for the twenty, so sixty of the 160 wanted go to the others.
    expect([young, old]).toEqual([expect.closeTo(100, 6), expect.closeTo(300, 6)]);
    expect(report.largestDeviation).toBeCloseTo(1 - 100 / 160, 6);
  });

  it('finds the largest limit that is no more than the cap times the mean left by cutting', () => {
    // Nineteen of a hundred want nearly everything: with them cut, the limit is 5 · 81 others ÷ (100 − 5 · 19).
    const codes = codesOf([19, 81]);
    const { report, weights } = raked(rake([variable('age', codes, [1e6, 81])]));
    expect(report.trimming.capped).toBe(19);
    expect((weights[0] ?? NaN) / (weights[99] ?? NaN)).toBeCloseTo((5 * 81) / 5, 6);
    expect((weights[0] ?? NaN) / (weights.reduce((sum, weight) => sum + weight, 0) / 100)).toBeCloseTo(5, 9);
  });

  it('moves unequal base weights into their bounds where the margins allow it', () => {
    const codes = codesOf([100, 100]);
    const baseWeights = codes.map((_, person) => (person % 100 === 0 ? 20 : person % 100 === 1 ? 0.01 : 1));
    const { report, weights } = raked(rake([variable('age', codes, [120, 80])], { baseWeights }));
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    expect(report.trimming).toMatchObject({ binds: true, outside: 0, capped: 0 });
    // A single margin fits after one round, first and after each trimming.
    expect(report.rounds).toBe(1 + report.trimming.rounds);
    expect(report.converged).toBe(true);
    expect(Math.max(...weights) / mean).toBeLessThanOrEqual(3 * (1 + 1e-5));
    expect(Math.min(...weights) / mean).toBeGreaterThanOrEqual(0.3 * (1 - 1e-5));
  });

  it('never exceeds the cap, never loses anybody, and says the truth about the margins', () => {
    fc.assert(
      fc.property(samples, ({ variables, baseWeights }) => {
        const { weights, report } = raked(rake(variables, { baseWeights, onThinCategory: 'advise' }));
        const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
        expect(Math.max(...weights)).toBeLessThanOrEqual(5 * mean * (1 + 1e-5));
        expect(weights.every((weight) => weight > 0)).toBe(true);
        expect(mean * weights.length).toBeCloseTo(1000, 2);
        const deviations = variables.flatMap(({ codes, targets }) =>
          weightedCounts(Array.from(codes), weights, targets.length).map((sum, category) => Math.abs(sum / (targets[category] ?? 0) - 1)),
        );
        expect(report.largestDeviation).toBeCloseTo(Math.max(...deviations), 9);
        expect(report.converged).toBe(Math.max(...deviations) < 1e-6);
        if (report.trimming.capped === 0) expect(report.converged).toBe(true);
      }),
      RUNS,
    );
  });
});
