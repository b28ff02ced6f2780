/** Multiples counts are rounded to. */
export type RoundingBase = 5 | 10;

/**
 * Rounds a count to the nearest multiple; a tie (only possible with 10) goes up. Every cell, sum and margin is rounded on its own from
 * its true value: no rounded number is made of other rounded numbers, so none is off by more than half the base, and tables do
 * not add up exactly. 0 stays 0, and small counts become 0, too.
 * @param count whole, ≥ 0.
 * @throws RangeError for anything else.
 * Source: rounding to 5 as in German personnel statistics, to 10 as in the web products of the Federal Employment Agency.
 */
export function roundCount(count: number, base: RoundingBase): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Only whole counts from 0 can be rounded; ${count} is none.`);
  return Math.floor((count + base / 2) / base) * base;
}

/**
 * True counts a rounded count may stand for: 10 rounded to 5 is 8 to 12, 0 is 0 to 2; 10 rounded to 10 is 5 to 14, 0 is 0 to 4.
 * @throws RangeError when `rounded` is no multiple of the base.
 */
export function countsBehindRounded(rounded: number, base: RoundingBase): { readonly lower: number; readonly upper: number } {
  if (!Number.isInteger(rounded) || rounded < 0 || rounded % base !== 0) throw new RangeError(`${rounded} is no count rounded to ${base}.`);
  return { lower: Math.max(0, rounded - Math.floor(base / 2)), upper: rounded + Math.ceil(base / 2) - 1 };
}

/**
 * Whole per cent, 0 to 100, from two counts that are protected already (rounded, perturbed or shown); capped, since counts protected one
 * by one may pass their base.
 * @returns null for a base of 0.
 */
export function wholePercentage(protectedCount: number, protectedBase: number): number | null {
  if (protectedBase <= 0) return null;
  return Math.min(100, Math.max(0, Math.round((100 * protectedCount) / protectedBase)));
}

/** A base as it is printed beside percentages: the protected base to the nearest 5, so that percentages cannot be turned back into counts. */
export function printedBase(protectedBase: number): number {
  return Math.round(protectedBase / 5) * 5;
}
