import type { SamplingDesign } from '../contract/questionnaire.js';
import { benjaminiHochberg, FALSE_DISCOVERY_RATE } from './benjamini-hochberg.js';
import { chiSquareTest } from './chi-square-test.js';
import { shareDifference, type Difference, type Share } from './intervals.js';
import { NUMBER_BASE } from './reliability.js';

/** Two independent groups: other people, or two waves whose people were drawn anew. A panel asked twice is not independent. */
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
      /** Fewer than five people are expected in a cell of the test: p is then not to be relied on (Cochran 1954). */
      readonly thin: boolean;
      /** Whether the difference may be named in public: the adjusted p is small enough, and no cell is thin. */
      readonly standsOut: boolean;
    })
  | { readonly kind: 'too-few' };

function hasNumber({ n, effectiveN = n }: Share): boolean {
  return n >= NUMBER_BASE && effectiveN >= NUMBER_BASE;
}

interface ShareTest {
  readonly p: number;
  readonly thin: boolean;
}

/** Two-sided p of equal shares, χ² without continuity correction; 1 when both shares are 0 or both are 1. */
function testOf(pair: SharePair): ShareTest {
  const table = [pair.first, pair.second].map(({ successes, n, effectiveN = n }) => {
    const share = successes / n;
    return [share * effectiveN, (1 - share) * effectiveN];
  });
  const test = chiSquareTest(table);
  return test === null ? { p: 1, thin: false } : { p: test.p, thin: test.thin.warning };
}

/**
 * Many comparisons of shares at once, for example every district with the rest of the city: difference, interval of its own
 * (Newcombe 1998b) and p adjusted for all of them (Benjamini & Hochberg 1995). Groups of fewer than 30 (effective) people are not
 * compared and do not count as tests; a thin one does count, but never stands out. The population is left out of account, so p
 * errs on the safe side.
 * @param pairs two groups without a common member each (a district and the rest of the city, not the whole of it)
 * @param q accepted share of false discoveries, between 0 and 1
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
  const tested = pairs.flatMap((pair, index) => (hasNumber(pair.first) && hasNumber(pair.second) ? [{ index, ...testOf(pair) }] : []));
  const { adjusted, rejected } = benjaminiHochberg(tested.map(({ p }) => p), q);
  const comparisons: ShareComparison[] = pairs.map(() => ({ kind: 'too-few' }));
  tested.forEach(({ index, p, thin }, place) => {
    const difference = differences[index];
    if (difference === undefined) return;
    comparisons[index] = { kind: 'compared', ...difference, p, thin, adjustedP: adjusted[place] ?? 1, standsOut: !thin && rejected[place] === true };
  });
  return comparisons;
}
