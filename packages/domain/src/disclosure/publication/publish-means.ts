import type { PublicationColumns, PublicationList, ScoreColumn } from './publication-columns.js';
import { dimensionOf } from './publication-columns.js';
import type { PublicationPolicy } from './publication-policy.js';

/** A mean of a score for one group; null = withheld. */
export interface PublishedMean {
  readonly id: string;
  readonly score: string;
  readonly by: string | null;
  /** Category of `by`; null = everyone. */
  readonly category: string | null;
  /** To one decimal. */
  readonly mean: number | null;
}

interface GroupSum {
  readonly category: string | null;
  n: number;
  sum: number;
}

/**
 * Whether a mean leaves doubt about single answers for a reader who knows n, the sum and the scale exactly: the number of people at
 * either end of the scale must be open by at least k. A mean at the end of the scale would tell every answer.
 * @param sum of n whole scores from `minimum` to `maximum`.
 */
export function meanLeavesDoubt(n: number, sum: number, minimum: number, maximum: number, k: number): boolean {
  return endWidth(n, sum - n * minimum, maximum - minimum) >= k && endWidth(n, n * maximum - sum, maximum - minimum) >= k;
}

/**
 * How many different numbers of people could stand off an end of the scale, less one.
 * @param excess sum of all distances from this end, in points.
 */
function endWidth(n: number, excess: number, span: number): number {
  return Math.min(n, excess) - Math.ceil(excess / span);
}

/**
 * Means of a score, to one decimal. Published for groups of at least `minimumMeanBase` people with a score, if the mean leaves doubt
 * (`meanLeavesDoubt`) and the group's own count is not withheld. The withheld groups together are what a reader can compute
 * from the mean of everyone: they must be such a group themselves, or further groups (smallest first, then by name) are withheld.
 * @param isWithheld whether the count of a category of a dimension is withheld in the same publication.
 * @throws RangeError when a score is made of a dimension tabulated in the same publication, has no values on its scale, or is unknown.
 */
export function publishMeans(
  columns: PublicationColumns,
  list: PublicationList,
  policy: PublicationPolicy,
  included: Uint8Array,
  isWithheld: (dimension: string, category: string) => boolean,
): readonly PublishedMean[] {
  return list.means.flatMap(({ id, score: scoreId, by }) => {
    const score = columns.scores.find((entry) => entry.id === scoreId);
    if (score === undefined) throw new RangeError(`There is no score "${scoreId}".`);
    checkScore(score, columns.length, list);
    const groups = sumsByGroup(columns, score, by, included);
    const everyone: GroupSum = { category: null, n: 0, sum: 0 };
    for (const { n, sum } of groups) {
      everyone.n += n;
      everyone.sum += sum;
    }
    const publishable = ({ n, sum }: GroupSum): boolean =>
      n >= policy.minimumMeanBase && (policy.minimumMeanBase === 1 || meanLeavesDoubt(n, sum, score.minimum, score.maximum, policy.thresholds.minimumCell));
    const shown = by === null ? [] : shownGroups(groups, everyone, publishable, (category) => isWithheld(by, category));
    const meanOf = (group: GroupSum, isShown: boolean): PublishedMean => ({
      id, score: scoreId, by, category: group.category, mean: isShown && group.n > 0 ? Math.round((10 * group.sum) / group.n) / 10 : null,
    });
    return [...(by === null ? [] : groups.map((group) => meanOf(group, shown.includes(group)))), meanOf(everyone, publishable(everyone))];
  });
}

function shownGroups(
  groups: readonly GroupSum[],
  everyone: GroupSum,
  publishable: (group: GroupSum) => boolean,
  isWithheld: (category: string) => boolean,
): readonly GroupSum[] {
  if (!publishable(everyone)) return groups.filter(publishable);
  let shown = groups.filter((group) => publishable(group) && !isWithheld(group.category ?? ''));
  for (;;) {
    const rest = groups.filter((group) => !shown.includes(group)).reduce((left, { n, sum }) => ({ category: null, n: left.n + n, sum: left.sum + sum }), { category: null, n: 0, sum: 0 });
    const next = [...shown].sort((left, right) => left.n - right.n || ((left.category ?? '') < (right.category ?? '') ? -1 : 1))[0];
    if (rest.n === 0 || next === undefined || publishable(rest)) return shown;
    shown = shown.filter((group) => group !== next);
  }
}

function sumsByGroup(columns: PublicationColumns, score: ScoreColumn, by: string | null, included: Uint8Array): readonly GroupSum[] {
  const split = by === null ? null : dimensionOf(columns, by);
  const groups: GroupSum[] = split === null ? [{ category: null, n: 0, sum: 0 }] : split.dimension.categories.map((category) => ({ category, n: 0, sum: 0 }));
  for (let answer = 0; answer < columns.length; answer += 1) {
    const value = score.values[answer] ?? Number.NaN;
    const group = groups[split === null ? 0 : (split.codes[answer] ?? 0)];
    if (included[answer] === 0 || Number.isNaN(value) || group === undefined) continue;
    group.n += 1;
    group.sum += value;
  }
  return groups;
}

function checkScore({ id, minimum, maximum, values, madeOf }: ScoreColumn, length: number, { tables }: PublicationList): void {
  const tabulated = madeOf.find((dimension) => tables.some(({ dimensions }) => dimensions.includes(dimension)));
  if (tabulated !== undefined) throw new RangeError(`Score "${id}" is made of "${tabulated}", which the same publication tabulates: its mean would complete the table.`);
  for (let answer = 0; answer < length; answer += 1) {
    const value = values[answer] ?? Number.NaN;
    if (!Number.isNaN(value) && !(Number.isInteger(value) && value >= minimum && value <= maximum)) throw new RangeError(`Score "${id}" has a value that is no whole number from ${minimum} to ${maximum}.`);
  }
}
