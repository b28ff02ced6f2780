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

/** Reverses a scale value: min + max − x. */
export function reversed(value: number, scale: ScaleRange): number {
  return scale.min + scale.max - value;
}

/** A score as percent of its scale: (x − min) / (max − min) · 100. */
export function percentOfScale(score: number, scale: ScaleRange): number {
  return ((score - scale.min) / (scale.max - scale.min)) * 100;
}
