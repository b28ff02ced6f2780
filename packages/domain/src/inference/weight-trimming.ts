import { requirePositive, requireThat } from './check-number.js';

/** Bounds of weights as multiples of their mean. */
export interface TrimmingRule {
  readonly lower: number;
  readonly upper: number;
  /** Never exceeded, even if a margin no longer fits. */
  readonly cap: number;
  /** How often trimmed weights are raked again before what is left is accepted. */
  readonly maximumRounds: number;
}

/** What trimming did. */
export interface TrimmingReport {
  /** Whether any weight was outside its bounds: the sample is then further from the population than weights can mend. */
  readonly binds: boolean;
  /** How often weights were trimmed and raked again. */
  readonly rounds: number;
  /** Weights still outside the bounds at the end. */
  readonly outside: number;
  /** Weights cut at the cap at the end. */
  readonly capped: number;
}

/** Trimming moves weights towards a bound without ever arriving; a part in a million beyond is there. */
const BOUND_TOLERANCE = 1e-6;

function meanOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

function countOutside(weights: Float64Array, { lower, upper }: TrimmingRule): number {
  const mean = meanOf(weights);
  const isOutside = (weight: number): boolean =>
    weight < lower * mean * (1 - BOUND_TOLERANCE) || weight > upper * mean * (1 + BOUND_TOLERANCE);
  return weights.reduce((count, weight) => count + (isOutside(weight) ? 1 : 0), 0);
}

function clip(weights: Float64Array, lower: number, upper: number): void {
  const mean = meanOf(weights);
  for (let person = 0; person < weights.length; person += 1) {
    weights[person] = Math.min(upper * mean, Math.max(lower * mean, weights[person] ?? 0));
  }
}

function checkRule({ lower, upper, cap, maximumRounds }: TrimmingRule): void {
  requireThat(lower >= 0 && lower < 1, `The lower bound is a part of the mean, from 0 to below 1, not ${String(lower)}.`);
  requireThat(upper > 1, `The upper bound lies above the mean, not at ${String(upper)} times.`);
  requireThat(cap >= upper, 'The cap is at least as large as the upper bound.');
  requirePositive(maximumRounds, 'The number of trimming rounds');
}

/**
 * Cuts weights at the largest limit that is at most `cap` × the mean of the weights cut at it: cutting lowers the mean. With the
 * k largest weights cut, the limit solves limit = cap · (sum of the others + k · limit) / n. The sum of the weights stays.
 */
function cutAtCap(weights: Float64Array, cap: number): number {
  const n = weights.length;
  const descending = weights.toSorted().reverse();
  const total = descending.reduce((sum, weight) => sum + weight, 0);
  let others = total;
  let cut = 0;
  let limit = (cap * others) / n;
  while ((descending[cut] ?? 0) > limit * (1 + BOUND_TOLERANCE)) {
    others -= descending[cut] ?? 0;
    cut += 1;
    limit = (cap * others) / (n - cap * cut);
  }
  if (cut === 0) return 0;
  // What was cut is shared out among all, so that they still stand for the whole population; no ratio changes.
  const scale = total / (others + cut * limit);
  for (let person = 0; person < n; person += 1) weights[person] = Math.min(limit, weights[person] ?? 0) * scale;
  return cut;
}

/**
 * Trims weights to their bounds and fits them again in turn (Battaglia, Izrael, Hoaglin & Frankel 2009); changes the weights.
 * Where bounds and margins contradict each other the margins are kept, until the cap.
 * @param rule null = leave the weights alone · @param refit fits the weights to their margins, returns whether it could
 * @throws RangeError for bounds that do not enclose the mean or a cap below the upper bound.
 */
export function trimAndRake(weights: Float64Array, rule: TrimmingRule | null, refit: () => boolean): TrimmingReport {
  if (rule === null) return { binds: false, rounds: 0, outside: 0, capped: 0 };
  checkRule(rule);
  let rounds = 0;
  let outside = countOutside(weights, rule);
  const binds = outside > 0;
  while (outside > 0 && rounds < rule.maximumRounds) {
    clip(weights, rule.lower, rule.upper);
    rounds += 1;
    const isFitted = refit();
    outside = countOutside(weights, rule);
    if (!isFitted) break;
  }
  const capped = cutAtCap(weights, rule.cap);
  return { binds, rounds, outside: capped > 0 ? countOutside(weights, rule) : outside, capped };
}
