import type { SamplingDesign } from '../contract/questionnaire.js';
import { benjaminiHochberg, FALSE_DISCOVERY_RATE } from './benjamini-hochberg.js';
import { chiSquareTest } from './chi-square-test.js';
import { shareDifference, type Difference, type Share } from './intervals.js';
import { NUMBER_BASE } from './reliability.js';

/** Two independent groups, or one group in two waves. */
export interface SharePair {
  readonly first: Share;
  readonly second: Share;
}

/** Outcome of one of several comparisons; `too-few` when one of the groups has no number of its own. */
export type ShareComparison =
  | (Difference & {
      readonly kind: 'compared';
      readonly p: number;
      /** p adjusted for all comparisons made at once. */
      readonly adjustedP: number;
      /** Whether the difference may be named in public. */
      readonly standsOut: boolean;
    })
  | { readonly kind: 'too-few' };

function hasNumber({ n, effectiveN = n }: Share): boolean {
  return n >= NUMBER_BASE && effectiveN >= NUMBER_BASE;
}

/** Two-sided p of equal shares, χ² without continuity correction; 1 when both shares are 0 or both are 1. */
function pValue(pair: SharePair): number {
  const table = [pair.first, pair.second].map(({ successes, n, effectiveN = n }) => {
    const share = successes / n;
    return [share * effectiveN, (1 - share) * effectiveN];
  });
  return chiSquareTest(table)?.p ?? 1;
}

/**
 * Many comparisons of shares at once, for example every district with the rest of the city: difference, interval of its own
 * (Newcombe 1998b) and p adjusted for all of them (Benjamini & Hochberg 1995). Groups of fewer than 30 (effective) people are not
 * compared and do not count as tests. The population is left out of account, so p errs on the safe side.
 * @returns one entry per pair, in their order; null when the design allows no test: a census has no sampling error, and people
 * who chose themselves or were chosen by quota are no random sample.
 * @throws RangeError as `wilsonInterval` and `benjaminiHochberg`.
 */
export function compareShares(
  pairs: readonly SharePair[],
  design: SamplingDesign,
  q: number = FALSE_DISCOVERY_RATE,
): readonly ShareComparison[] | null {
  if (design !== 'random') return null;
  const differences = pairs.map(({ first, second }) =>
    shareDifference({ ...first, population: undefined }, { ...second, population: undefined }),
  );
  const tested = pairs.flatMap((pair, index) => (hasNumber(pair.first) && hasNumber(pair.second) ? [{ index, p: pValue(pair) }] : []));
  const { adjusted, rejected } = benjaminiHochberg(tested.map(({ p }) => p), q);
  const comparisons: ShareComparison[] = pairs.map(() => ({ kind: 'too-few' }));
  tested.forEach(({ index, p }, place) => {
    const difference = differences[index];
    if (difference === undefined) return;
    comparisons[index] = { kind: 'compared', ...difference, p, adjustedP: adjusted[place] ?? 1, standsOut: rejected[place] ?? false };
  });
  return comparisons;
}
