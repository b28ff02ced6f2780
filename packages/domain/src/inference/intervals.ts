import { requireEffectiveN, requireNonNegative, requirePositive, requireThat } from './check-number.js';
import { CONFIDENCE, normalReach, studentReach, type Interval } from './confidence.js';

/** What an interval takes into account beyond the answers themselves. */
export interface SamplingFacts {
  /** Kish's effective number of people of a weighted sample (`effectiveSample`), at most n; without it everyone counts fully. */
  readonly effectiveN?: number;
  /** Size of the population the people were drawn from; without it the population is taken as very large. */
  readonly population?: number;
}

/** Options of an interval; `confidence` lies between 0 and 1. */
export interface IntervalOptions extends SamplingFacts {
  readonly confidence?: number;
}

/**
 * People an interval may count: the effective number, divided by 1 − n/N, which multiplies the variance by the finite
 * population correction (Cochran 1977, section 2.6). Infinity when everyone was asked.
 */
function countedPeople(n: number, { effectiveN = n, population }: SamplingFacts): number {
  requirePositive(n, 'The number of people');
  requirePositive(effectiveN, 'The effective number of people');
  requireEffectiveN(effectiveN, n);
  if (population === undefined) return effectiveN;
  requirePositive(population, 'The population');
  requireThat(n <= population, `${String(n)} people cannot be part of a population of ${String(population)}.`);
  return effectiveN / (1 - n / population);
}

function shareOf(successes: number, n: number): number {
  requirePositive(n, 'The number of people');
  requireThat(successes >= 0 && successes <= n, `A share needs 0 ≤ successes ≤ n, not ${String(successes)} of ${String(n)}.`);
  return successes / n;
}

/** Rounding must not move a limit past the share itself or past 0 and 1. */
function around(share: number, lower: number, upper: number): Interval {
  return { lower: share === 0 ? 0 : Math.max(0, Math.min(share, lower)), upper: share === 1 ? 1 : Math.min(1, Math.max(share, upper)) };
}

/**
 * Wilson score interval of a share, 0 to 1 (Newcombe 1998a, method 3).
 * @param successes people with the property, 0 to n, not necessarily whole; of a weighted sample: weighted share · n
 * @param n people asked, > 0 · @param options effective number of people and population (then the limits meet at n = N)
 * @throws RangeError outside these ranges.
 */
export function wilsonInterval(successes: number, n: number, options: IntervalOptions = {}): Interval {
  const p = shareOf(successes, n);
  const z = normalReach(options.confidence ?? CONFIDENCE);
  const m = countedPeople(n, options);
  if (m === Infinity) return { lower: p, upper: p };
  const centre = p + (z * z) / (2 * m);
  const half = z * Math.sqrt((p * (1 - p)) / m + (z * z) / (4 * m * m));
  const scale = 1 + (z * z) / m;
  return around(p, (centre - half) / scale, (centre + half) / scale);
}

/** Wilson score interval with continuity correction (Newcombe 1998a, method 4); arguments and errors as `wilsonInterval`. */
export function wilsonIntervalCorrected(successes: number, n: number, options: IntervalOptions = {}): Interval {
  const p = shareOf(successes, n);
  const z = normalReach(options.confidence ?? CONFIDENCE);
  const m = countedPeople(n, options);
  if (m === Infinity) return { lower: p, upper: p };
  const q = 1 - p;
  const scale = 2 * (m + z * z);
  // Below 0 only for confidence levels or effective numbers no survey has; the limit is then the centre.
  const below = Math.sqrt(Math.max(0, z * z - 2 - 1 / m + 4 * p * (m * q + 1)));
  const above = Math.sqrt(Math.max(0, z * z + 2 - 1 / m + 4 * p * (m * q - 1)));
  return around(p, (2 * m * p + z * z - 1 - z * below) / scale, (2 * m * p + z * z + 1 + z * above) / scale);
}

/** A share as counts, with what is known about the sample. `successes` as in `wilsonInterval`. */
export interface Share extends SamplingFacts {
  readonly successes: number;
  readonly n: number;
}

/** A difference with its limits. */
export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * Difference of two shares of independent samples, −1 to 1, with Newcombe's hybrid score interval (Newcombe 1998b, method 10).
 * @throws RangeError as `wilsonInterval`.
 */
export function shareDifference(first: Share, second: Share, confidence: number = CONFIDENCE): Difference {
  const p1 = shareOf(first.successes, first.n);
  const p2 = shareOf(second.successes, second.n);
  const a = wilsonInterval(first.successes, first.n, { ...first, confidence });
  const b = wilsonInterval(second.successes, second.n, { ...second, confidence });
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - a.lower, b.upper - p2),
    upper: difference + Math.hypot(a.upper - p1, p2 - b.lower),
  };
}

/**
 * Student t interval of a mean (Cochran 1977, section 2.8). No width where everyone gave the same answer: show none then, for it
 * would claim certainty. For the mean of a weighted sample see `weightedMeanInterval`.
 * @param n people, at least 2 · @param mean any finite number
 * @param variance sample variance of the answers (divided by n − 1), ≥ 0; not the variance of the mean
 * @param options as for `wilsonInterval`; the degrees of freedom are the effective number − 1
 * @throws RangeError outside these ranges.
 */
export function meanInterval(n: number, mean: number, variance: number, options: IntervalOptions = {}): Interval {
  requireThat(Number.isFinite(mean), 'A mean interval needs a finite mean.');
  requireNonNegative(variance, 'The variance');
  requireThat(n >= 2 && (options.effectiveN ?? n) >= 2, 'A mean interval needs at least two (effective) people.');
  const reach = studentReach(options.confidence ?? CONFIDENCE, (options.effectiveN ?? n) - 1);
  const half = reach * Math.sqrt(variance / countedPeople(n, options));
  return { lower: mean - half, upper: mean + half };
}

/** Mean and sample variance (n − 1) from sums; variance 0 for n < 2. @throws RangeError for n < 1. */
export function meanAndVariance(n: number, sum: number, sumOfSquares: number): { readonly mean: number; readonly variance: number } {
  requireThat(n >= 1, 'A mean needs n ≥ 1.');
  const mean = sum / n;
  // Rounding may leave a tiny negative number when everyone gave the same answer.
  return { mean, variance: n < 2 ? 0 : Math.max(0, (sumOfSquares - sum * mean) / (n - 1)) };
}
