import { requireThat } from '../inference/check-number.js';
import { covarianceMatrix, cronbachAlpha, spearmanBrown, standardisedAlpha } from './cronbach-alpha.js';

/** Fewest items and people from which alpha says something. */
export const ALPHA_ITEMS = 3;
export const ALPHA_PEOPLE = 50;

/**
 * How well the items of a criterion hang together, for designers only, or why nothing can be said.
 * `n` counts people who answered every item. `no-variance`: an item, or the sum of all, does not vary; two items may also cancel
 * each other out, as when one of them has not been turned round.
 */
export type ItemReliability =
  | { readonly kind: 'alpha'; readonly items: number; readonly n: number; readonly raw: number; readonly standardised: number }
  | { readonly kind: 'spearman-brown'; readonly items: 2; readonly n: number; readonly reliability: number }
  | { readonly kind: 'none'; readonly items: number; readonly n: number; readonly reason: 'too-few-items' | 'too-few-people' | 'no-variance' };

/**
 * Cronbach's alpha for at least three items, Spearman-Brown for two (Eisinga, te Grotenhuis & Pelzer 2013), from fifty people on.
 * At most 1; below 0 the items contradict each other, and how far below says nothing.
 * @param people one row per person, scores already turned round where the item is negative; null = no valid answer. Who left
 * out an item is left out.
 * @throws RangeError for rows of different lengths and scores that are not finite.
 */
export function itemReliability(people: readonly (readonly (number | null)[])[]): ItemReliability {
  const items = people[0]?.length ?? 0;
  requireThat(people.every((row) => row.length === items), 'Everyone needs one entry per item.');
  const complete = people.filter((row): row is readonly number[] => row.every((score) => score !== null));
  const base = { items, n: complete.length };
  if (items < 2) return { kind: 'none', ...base, reason: 'too-few-items' };
  if (complete.length < ALPHA_PEOPLE) return { kind: 'none', ...base, reason: 'too-few-people' };
  const covariances = covarianceMatrix(complete);
  const variances = covariances.map((row, item) => row[item] ?? 0);
  const total = covariances.flat().reduce((sum, value) => sum + value, 0);
  if (variances.some((variance) => variance <= 0) || total <= 1e-12) return { kind: 'none', ...base, reason: 'no-variance' };
  if (items >= ALPHA_ITEMS) return { kind: 'alpha', ...base, raw: cronbachAlpha(covariances), standardised: standardisedAlpha(covariances) };
  const correlation = (covariances[0]?.[1] ?? 0) / Math.sqrt((variances[0] ?? 1) * (variances[1] ?? 1));
  if (correlation < 1e-12 - 1) return { kind: 'none', ...base, reason: 'no-variance' };
  return { kind: 'spearman-brown', items: 2, n: complete.length, reliability: spearmanBrown(Math.min(1, correlation)) };
}
