import { requirePositive, requireThat } from './check-number.js';
import { effectiveSample } from './effective-sample.js';
import {
  categoryProblems,
  marginOf,
  THIN_CATEGORY_RULE,
  totalProblems,
  type Margin,
  type RakingProblem,
  type RakingVariable,
  type ThinCategoryRule,
} from './raking-margins.js';
import { trimAndRake, type TrimmingReport, type TrimmingRule } from './weight-trimming.js';

/** How raking is done; every entry has a default. */
export interface RakingOptions {
  /** Design weights, > 0, one per person; without them everyone starts equal. */
  readonly baseWeights?: ArrayLike<number>;
  /** Bounds as multiples of the mean weight; null = no trimming, whatever the weights become. */
  readonly trimming?: TrimmingRule | null;
  /** Largest relative deviation of a margin that counts as fitted (default 1e-6). */
  readonly tolerance?: number;
  /** Most rounds over all margins (default 1000). */
  readonly maximumRounds?: number;
  readonly thinCategories?: ThinCategoryRule;
  /** What a thin category leads to: `refuse` (default), or weights with `advice`. */
  readonly onThinCategory?: 'refuse' | 'advise';
}

/** Bounds of [0.3, 3] times the mean, and never more than 5 times. */
export const TRIMMING_RULE: TrimmingRule = { lower: 0.3, upper: 3, cap: 5, maximumRounds: 50 };

/** One category of one margin after raking. */
export interface FittedCategory {
  readonly variable: string;
  /** null = people without a category. */
  readonly category: string | null;
  /** Unweighted people. */
  readonly n: number;
  readonly target: number;
  readonly weighted: number;
}

/** What raking did. `n` is unweighted. */
export interface RakingReport {
  readonly n: number;
  readonly designEffect: number;
  readonly effectiveN: number;
  /** Rounds over all margins, those after trimming included. */
  readonly rounds: number;
  /** Whether every margin is fitted within the tolerance; false only when the cap had to cut weights at the end. */
  readonly converged: boolean;
  /** Largest relative deviation of a margin at the end. */
  readonly largestDeviation: number;
  readonly trimming: TrimmingReport;
  readonly margins: readonly FittedCategory[];
}

/** Weights add up to the total of the targets. */
export type RakingResult =
  | { readonly kind: 'raked'; readonly weights: Float64Array; readonly report: RakingReport; readonly advice: readonly RakingProblem[] }
  | { readonly kind: 'refused'; readonly problems: readonly RakingProblem[] };

function sumsOf({ codes, targets }: Margin, weights: Float64Array): Float64Array {
  const sums = new Float64Array(targets.length);
  for (let person = 0; person < codes.length; person += 1) {
    const category = codes[person] ?? 0;
    sums[category] = (sums[category] ?? 0) + (weights[person] ?? 0);
  }
  return sums;
}

function fit(margin: Margin, weights: Float64Array): void {
  const sums = sumsOf(margin, weights);
  const factors = margin.targets.map((target, category) => (target > 0 ? target / (sums[category] ?? 1) : 0));
  for (let person = 0; person < weights.length; person += 1) {
    weights[person] = (weights[person] ?? 0) * (factors[margin.codes[person] ?? 0] ?? 0);
  }
}

function largestDeviation(margins: readonly Margin[], weights: Float64Array): number {
  let largest = 0;
  for (const margin of margins) {
    const sums = sumsOf(margin, weights);
    margin.targets.forEach((target, category) => {
      if (target > 0) largest = Math.max(largest, Math.abs((sums[category] ?? 0) / target - 1));
    });
  }
  return largest;
}

/** Fits margin after margin, round after round; changes the weights. */
function fitAll(margins: readonly Margin[], weights: Float64Array, tolerance: number, maximumRounds: number): { rounds: number; deviation: number } {
  let [rounds, deviation] = [0, Infinity];
  while (rounds < maximumRounds && !(deviation < tolerance)) {
    for (const margin of margins) fit(margin, weights);
    deviation = largestDeviation(margins, weights);
    rounds += 1;
  }
  return { rounds, deviation };
}

function fittedCategories(margins: readonly Margin[], weights: Float64Array): readonly FittedCategory[] {
  return margins.flatMap((margin) => {
    const sums = sumsOf(margin, weights);
    const names = margin.hasMissing ? [...margin.variable.categories, null] : margin.variable.categories;
    return names.map((category, index) => ({
      variable: margin.variable.name,
      category,
      n: margin.people[index] ?? 0,
      target: margin.targets[index] ?? 0,
      weighted: sums[index] ?? 0,
    }));
  });
}

function checkedBaseWeights(variables: readonly RakingVariable[], given: ArrayLike<number> | undefined): ArrayLike<number> {
  const people = variables[0]?.codes.length ?? 0;
  requireThat(people > 0, 'Raking needs at least one variable and one person.');
  if (given === undefined) return new Float64Array(people).fill(1);
  requireThat(given.length === people, `Raking needs ${String(people)} base weights, not ${String(given.length)}.`);
  for (let person = 0; person < people; person += 1) {
    const weight = given[person] ?? Number.NaN;
    requireThat(Number.isFinite(weight) && weight > 0, () => `Person ${String(person)}: a base weight is above 0, not ${String(weight)}.`);
  }
  return given;
}

/**
 * Raking (iterative proportional fitting; Deming & Stephan 1940, Deville, Särndal & Sautory 1993): weights are multiplied,
 * margin after margin, by target ÷ weighted sum until every margin fits. Then weights are trimmed to their bounds and raked
 * again, as often as it takes, and cut at the cap in the end.
 * @param variables margins with the same people in the same order; targets of all have the same total
 * @returns weights with a report, or the reasons why there are none: an empty category, one that should not exist, a thin one
 * (unless only advice is wanted), targets of different totals, or margins that cannot be met together.
 * @throws RangeError for lengths that do not fit, unknown categories, targets below 0 and base weights not above 0.
 */
export function rake(variables: readonly RakingVariable[], options: RakingOptions = {}): RakingResult {
  const { tolerance = 1e-6, maximumRounds = 1000, thinCategories = THIN_CATEGORY_RULE } = options;
  requirePositive(tolerance, 'The tolerance');
  requirePositive(maximumRounds, 'The number of rounds');
  const baseWeights = checkedBaseWeights(variables, options.baseWeights);
  const total = (variables[0]?.targets ?? []).reduce((sum, target) => sum + target, 0);
  const margins = variables.map((variable) => marginOf(variable, baseWeights, total));
  const found = margins.flatMap((margin) => categoryProblems(margin, thinCategories));
  const isAdvice = ({ kind }: RakingProblem): boolean => kind === 'thin-category' && options.onThinCategory === 'advise';
  const problems = [...totalProblems(variables), ...found.filter((problem) => !isAdvice(problem))];
  if (problems.length > 0) return { kind: 'refused', problems };

  const weights = Float64Array.from(baseWeights);
  const { rounds, deviation } = fitAll(margins, weights, tolerance, maximumRounds);
  if (!(deviation < tolerance)) return { kind: 'refused', problems: [notConverged(rounds, deviation)] };
  const report = trimmedReport(margins, weights, rounds, { tolerance, maximumRounds, trimming: options.trimming });
  return { kind: 'raked', weights, report, advice: found };
}

/** Trims fitted weights, changes them, and says what became of the margins. */
function trimmedReport(
  margins: readonly Margin[],
  weights: Float64Array,
  roundsBefore: number,
  { tolerance, maximumRounds, trimming = TRIMMING_RULE }: { tolerance: number; maximumRounds: number; trimming?: TrimmingRule | null },
): RakingReport {
  let rounds = roundsBefore;
  const report = trimAndRake(weights, trimming, () => {
    const again = fitAll(margins, weights, tolerance, maximumRounds);
    rounds += again.rounds;
    return again.deviation < tolerance;
  });
  const deviation = largestDeviation(margins, weights);
  const fitted = { rounds, converged: deviation < tolerance, largestDeviation: deviation, trimming: report };
  return { ...effectiveSample(weights), ...fitted, margins: fittedCategories(margins, weights) };
}

function notConverged(rounds: number, deviation: number): RakingProblem {
  const percent = (deviation * 100).toPrecision(3);
  const sentence = `No weights met all margins within ${String(rounds)} rounds; the largest deviation was ${percent} %. Collapse categories or leave a variable out.`;
  return { kind: 'not-converged', rounds, deviation, sentence };
}
