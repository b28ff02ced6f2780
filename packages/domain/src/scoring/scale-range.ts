import { requireThat } from '../inference/check-number.js';

/** Ends of an ordered scale. */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError unless both ends are finite and min < max. */
export function requireScale({ min, max }: ScaleRange): void {
  requireThat(Number.isFinite(min) && Number.isFinite(max) && min < max, `A scale needs min < max, not ${String(min)} and ${String(max)}.`);
}

/** @throws RangeError unless the score lies on the scale. */
export function requireOnScale(score: number, { min, max }: ScaleRange): void {
  requireThat(score >= min && score <= max, () => `${String(score)} is not on the scale from ${String(min)} to ${String(max)}.`);
}

/** Turns a score round: min + max − x. @throws RangeError unless the score lies on the scale. */
export function reversed(score: number, scale: ScaleRange): number {
  requireOnScale(score, scale);
  return scale.min + scale.max - score;
}

/**
 * A score as percent of its scale, 0 to 100: (x − min) / (max − min) · 100.
 * @throws RangeError for a scale without length and a score outside of it.
 */
export function percentOfScale(score: number, scale: ScaleRange): number {
  requireScale(scale);
  requireOnScale(score, scale);
  return ((score - scale.min) / (scale.max - scale.min)) * 100;
}
