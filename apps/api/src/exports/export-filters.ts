import { COLLECTION_MODES, type Report } from '@stadtteilstimme/domain';
import { collectionModeName } from '@stadtteilstimme/questionnaire/export';

/**
 * What a report was narrowed to, in German words for a file name: Stadtteile, modes, target groups, weeks; empty where it holds
 * everything. Several of a kind are counted. The Stadtteile are those the report has: a Stadtteil team gets its own without a filter.
 * @param groupName German name of a target group id
 */
export function exportFilters({ rows, filters }: Pick<Report, 'rows' | 'filters'>, groupName: (id: string) => string): readonly string[] {
  const { modes, targetGroupIds } = filters;
  const districts = rows.some(({ row }) => row === 'all') ? [] : rows.map(({ row, name }) => name ?? row);
  return [
    ...oneOrCount(districts, 'Stadtteile'),
    ...oneOrCount(modes.map((mode) => collectionModeName(mode, 'de')), `von ${COLLECTION_MODES.length} Wegen`),
    ...oneOrCount(targetGroupIds.map(groupName), 'Zielgruppen'),
    ...period(filters),
  ];
}

function oneOrCount(names: readonly string[], several: string): readonly string[] {
  return names.length > 1 ? [`${names.length} ${several}`] : names;
}

function period({ weekFrom, weekTo }: Report['filters']): readonly string[] {
  if (weekFrom === null) return weekTo === null ? [] : [`bis ${week(weekTo)}`];
  if (weekTo === null) return [`ab ${week(weekFrom)}`];
  return [weekFrom === weekTo ? week(weekFrom) : `${week(weekFrom)} bis ${week(weekTo)}`];
}

/** `2026-W05` as `KW05 2026`. */
function week(isoWeek: string): string {
  const [year, number = ''] = isoWeek.split('-W');
  return `KW${number} ${year}`;
}
