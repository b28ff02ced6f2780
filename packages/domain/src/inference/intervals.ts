import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Limits of a confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Level of all intervals shown. */
export const CONFIDENCE = 0.95;

function zOf(confidence: number): number {
  return normalQuantile(1 - (1 - confidence) / 2, 0, 1);
}

function checkShare(successes: number, n: number): void {
  if (!(n > 0) || successes < 0 || successes > n) throw new RangeError('A share needs 0 ≤ successes ≤ n and n > 0.');
}

/**
 * Wilson score interval of a share, 0 to 1 (Newcombe 1998a, method 3).
 * @param successes people with the property, 0 to n · @param n people asked, > 0
 * @throws RangeError outside these ranges.
 */
export function wilsonInterval(successes: number, n: number, confidence: number = CONFIDENCE): Interval {
  checkShare(successes, n);
  const z = zOf(confidence);
  const p = successes / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    lower: successes === 0 ? 0 : (centre - half) / scale,
    upper: successes === n ? 1 : (centre + half) / scale,
  };
}

/** Wilson score interval with continuity correction (Newcombe 1998a, method 4); arguments and errors as `wilsonInterval`. */
export function wilsonIntervalCorrected(successes: number, n: number, confidence: number = CONFIDENCE): Interval {
  checkShare(successes, n);
  const z = zOf(confidence);
  const p = successes / n;
  const q = 1 - p;
  const scale = 2 * (n + z * z);
  const lower = (2 * n * p + z * z - 1 - z * Math.sqrt(z * z - 2 - 1 / n + 4 * p * (n * q + 1))) / scale;
  const upper = (2 * n * p + z * z + 1 + z * Math.sqrt(z * z + 2 - 1 / n + 4 * p * (n * q - 1))) / scale;
  return { lower: successes === 0 ? 0 : Math.max(0, lower), upper: successes === n ? 1 : Math.min(1, upper) };
}

/** A share as counts. */
export interface Share {
  readonly successes: number;
  readonly n: number;
}

/**
 * Difference of two shares of independent samples, −1 to 1, with Newcombe's hybrid score interval (Newcombe 1998b, method 10).
 * @throws RangeError as `wilsonInterval`.
 */
export function shareDifference(first: Share, second: Share, confidence: number = CONFIDENCE): Interval & { readonly difference: number } {
  const p1 = first.successes / first.n;
  const p2 = second.successes / second.n;
  const a = wilsonInterval(first.successes, first.n, confidence);
  const b = wilsonInterval(second.successes, second.n, confidence);
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - a.lower, b.upper - p2),
    upper: difference + Math.hypot(a.upper - p1, p2 - b.lower),
  };
}

/**
 * Student t interval of a mean.
 * @param n people, at least 2 · @param variance sample variance (divided by n − 1), ≥ 0
 * @throws RangeError outside these ranges.
 */
export function meanInterval(n: number, mean: number, variance: number, confidence: number = CONFIDENCE): Interval {
  if (!(n >= 2) || !(variance >= 0)) throw new RangeError('A mean interval needs n ≥ 2 and variance ≥ 0.');
  const half = tQuantile(1 - (1 - confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { lower: mean - half, upper: mean + half };
}

/** Mean and sample variance (n − 1) from sums; variance 0 for n < 2. @throws RangeError for n < 1. */
export function meanAndVariance(n: number, sum: number, sumOfSquares: number): { readonly mean: number; readonly variance: number } {
  if (!(n >= 1)) throw new RangeError('A mean needs n ≥ 1.');
  const mean = sum / n;
  // Rounding may leave a tiny negative number when everyone gave the same answer.
  return { mean, variance: n < 2 ? 0 : Math.max(0, (sumOfSquares - sum * mean) / (n - 1)) };
}
