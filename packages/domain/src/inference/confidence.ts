import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { requirePositive, requireThat } from './check-number.js';

/** Limits of a confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Level of all intervals shown. */
export const CONFIDENCE = 0.95;

function upperPoint(confidence: number): number {
  requireThat(confidence > 0 && confidence < 1, `A confidence level lies between 0 and 1, not at ${String(confidence)}.`);
  return 1 - (1 - confidence) / 2;
}

/**
 * How many standard errors a two-sided normal interval reaches to each side (1.96 for 0.95).
 * @throws RangeError unless 0 < confidence < 1.
 */
export function normalReach(confidence: number): number {
  return normalQuantile(upperPoint(confidence), 0, 1);
}

/**
 * The same for the t distribution. @param degrees degrees of freedom, finite, > 0, need not be whole
 * @throws RangeError outside these ranges.
 */
export function studentReach(confidence: number, degrees: number): number {
  const point = upperPoint(confidence);
  requirePositive(degrees, 'The number of degrees of freedom');
  return tQuantile(point, degrees);
}
