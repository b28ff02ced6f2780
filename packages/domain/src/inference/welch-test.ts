import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { CONFIDENCE, studentReach } from './confidence.js';
import type { Difference } from './intervals.js';
import { requireMeanSample, type MeanSample } from './mean-sample.js';

/** Result of Welch's test; `p` is two-sided. */
export interface WelchTest extends Difference {
  readonly t: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Difference of the means of two independent groups with unequal variances (Welch 1947): t, Satterthwaite's degrees of
 * freedom, two-sided p and interval of first − second.
 * @returns null when neither group varies: there is then no error to hold the difference against.
 * @throws RangeError for a group of fewer than two people or numbers that are not finite.
 */
export function welchTest(first: MeanSample, second: MeanSample, confidence: number = CONFIDENCE): WelchTest | null {
  requireMeanSample(first);
  requireMeanSample(second);
  const a = first.variance / first.n;
  const b = second.variance / second.n;
  if (a + b === 0) return null;
  // Parts of the whole instead of squares of tiny variances, which would vanish.
  const part = a / (a + b);
  const degrees = 1 / (part ** 2 / (first.n - 1) + (1 - part) ** 2 / (second.n - 1));
  const error = Math.sqrt(a + b);
  const difference = first.mean - second.mean;
  const t = difference / error;
  const half = studentReach(confidence, degrees) * error;
  return { t, degrees, p: 2 * tCdf(-Math.abs(t), degrees), difference, lower: difference - half, upper: difference + half };
}
