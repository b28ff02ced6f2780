import { requireNonNegative, requirePositive, requireThat } from './check-number.js';
import type { Interval } from './confidence.js';

/** From this many people on a figure is shown as a number (NCHS presentation standards for proportions, 2017). */
export const NUMBER_BASE = 30;
/** From this many people on a figure is put into words. */
export const TENDENCY_BASE = 10;

/** Limits of the rule; widths as shares. */
export interface ReliabilityRule {
  readonly minimumN: number;
  readonly minimumEffectiveN: number;
  /** An interval this narrow is always reliable. */
  readonly narrowWidth: number;
  /** An interval this wide never is. */
  readonly wideWidth: number;
  /** Largest width in relation to the share, for intervals in between. */
  readonly relativeWidth: number;
}

/** Limits of the National Center for Health Statistics (Data Presentation Standards for Proportions, 2017). */
export const RELIABILITY_RULE: ReliabilityRule = {
  minimumN: NUMBER_BASE,
  minimumEffectiveN: NUMBER_BASE,
  narrowWidth: 0.05,
  wideWidth: 0.3,
  relativeWidth: 1.3,
};

/** A share as the rule looks at it. */
export interface ShareWithInterval extends Interval {
  readonly share: number;
  readonly n: number;
  /** Same as `n` when unweighted. */
  readonly effectiveN: number;
}

/** `reliable`, or the first limit that is broken. */
export type Reliability = 'reliable' | 'too-few-people' | 'too-few-effective' | 'interval-too-wide' | 'relatively-too-wide';

/**
 * Whether a share is precise enough to be shown: enough people, enough effective people, then by the width of the interval:
 * narrow yes, wide no, in between only if it is at most `relativeWidth` of the share. The NCHS standards measure Clopper-Pearson
 * intervals (Korn & Graubard 1998); here it is whatever interval is shown, by default Wilson's, which is a little narrower.
 * This is about precision; whether it may be shown at all is a matter of disclosure control.
 * @throws RangeError for numbers that are not finite, negative n, or limits that do not enclose the share.
 */
export function shareReliability({ share, n, effectiveN, lower, upper }: ShareWithInterval, rule: ReliabilityRule = RELIABILITY_RULE): Reliability {
  requireNonNegative(n, 'The number of people');
  requireNonNegative(effectiveN, 'The effective number of people');
  requireThat(lower <= share && share <= upper && lower >= 0 && upper <= 1, 'An interval of a share needs 0 ≤ lower ≤ share ≤ upper ≤ 1.');
  requirePositive(rule.wideWidth, 'The widest interval');
  const width = upper - lower;
  if (n < rule.minimumN) return 'too-few-people';
  if (effectiveN < rule.minimumEffectiveN) return 'too-few-effective';
  if (width <= rule.narrowWidth) return 'reliable';
  if (width >= rule.wideWidth) return 'interval-too-wide';
  return width > rule.relativeWidth * share ? 'relatively-too-wide' : 'reliable';
}
