import type { Figure, ItemReport, Report, ReportRowId } from '@stadtteilstimme/domain';

import { isSpecialRow } from './report-rows';

/*
 * What a report shows and where it shows nothing. All of it is read off the published report, so a sentence made of it tells
 * nothing that the fields themselves do not tell.
 */

/** A figure with a number or with words. */
export function isShown(figure: Figure | undefined): boolean {
  return figure?.kind === 'number' || figure?.kind === 'tendency';
}

/** Whether an item has a result in a row: an answer somebody gave with its count, or a figure. That nobody gave an answer is none. */
export function itemHasResult(item: ItemReport, row: ReportRowId): boolean {
  const gap = item.gaps.find((candidate) => candidate.row === row);
  if (isShown(gap?.gap) || isShown(gap?.shareGap)) return true;
  return item.variables.some((variable) => {
    const found = variable.rows.find((candidate) => candidate.row === row);
    if (!found) return false;
    return isShown(found.share) || isShown(found.mean) || found.cells.some((cell) => cell.kind === 'count' && cell.count > 0);
  });
}

/** Whether any row of the report has any result; if none has, all its panels would be hatched. */
export function hasResults(report: Report): boolean {
  const figures = report.criteria.flatMap(({ rows }) => rows.flatMap(({ index, balance }) => [index, balance]));
  return figures.some(isShown) || itemsByResult(report).shown.length > 0;
}

/** Items with a result in at least one row of the report, and those without. */
export function itemsByResult(report: Report): { readonly shown: readonly ItemReport[]; readonly empty: readonly ItemReport[] } {
  const hasResult = (item: ItemReport): boolean => report.rows.some(({ row }) => itemHasResult(item, row));
  return { shown: report.items.filter(hasResult), empty: report.items.filter((item) => !hasResult(item)) };
}

/** Whether the questionnaire asks about a criterion at all. */
export function asksCriteria({ criteria }: Pick<Report, 'criteria'>): boolean {
  return criteria.some(({ rows }) => rows.some(({ balance }) => balance.kind !== 'not-asked'));
}

/**
 * Stadtteile with a result, and all Stadtteile of the report. Where the questionnaire asks about criteria it counts the rows the
 * grid of criteria shows, else those with a result on any item.
 */
export function districtsWithResults(report: Report): { readonly readable: number; readonly all: number } {
  const districts = report.rows.map(({ row }) => row).filter((row) => !isSpecialRow(row));
  const inGrid = (row: ReportRowId): boolean => report.criteria.some(({ rows }) => isShown(rows.find((candidate) => candidate.row === row)?.balance));
  const readable = districts.filter(asksCriteria(report) ? inGrid : (row) => report.items.some((item) => itemHasResult(item, row)));
  return { readable: readable.length, all: districts.length };
}
