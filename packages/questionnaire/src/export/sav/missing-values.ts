/** User-missing values of a numeric variable as SPSS can declare them: up to three values, or a range, or a range and one value. */
export type MissingValues =
  | { readonly kind: 'discrete'; readonly values: readonly number[] }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly one: number | null };

const MOST_DISCRETE = 3;

/**
 * Declares the missing numbers without declaring an answer missing: as single values up to three, else as one range and at
 * most one value beside it.
 * @param missing different numbers · @param answers numbers that must stay answers
 * @returns null when SPSS has no way to say it
 */
export function missingValues(missing: readonly number[], answers: readonly number[]): MissingValues | null {
  if (missing.length <= MOST_DISCRETE) return { kind: 'discrete', values: missing };
  const sorted = [...missing].sort((left, right) => left - right);
  const ways = [
    { inside: sorted, one: null },
    { inside: sorted.slice(1), one: sorted[0] ?? null },
    { inside: sorted.slice(0, -1), one: sorted.at(-1) ?? null },
  ];
  for (const { inside, one } of ways) {
    const [low, high] = [inside[0], inside.at(-1)];
    if (low === undefined || high === undefined || answers.some((answer) => answer >= low && answer <= high)) continue;
    return { kind: 'range', low, high, one };
  }
  return null;
}
