import type { Figure, ItemReport, Report, VariableReport } from '@stadtteilstimme/domain';
import type { TableColumn, TableRow, TableValue } from '@stadtteilstimme/ui';

import type { Translate } from '../language/texts';
import { rowName, rowsByPeople, type SpecialRowName } from './report-rows';

const NOT_ASKED: Figure = { kind: 'not-asked' };

/** One statement in all rows of the report: people, sides of the scale, shares, mean and gap, protected as they came. */
export function itemTable(
  item: ItemReport,
  report: Report,
  t: Translate,
  special: SpecialRowName,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  const bestand = item.variables.find(({ part }) => part === 'bestand');
  const bedarf = item.variables.find(({ part }) => part === 'bedarf');
  const bar = bestand ?? bedarf;
  const columns: TableColumn[] = [{ id: 'row', label: t('reports.district') }, ...distributionColumns(t)];
  if (bestand) columns.push({ id: 'today', label: t('reports.items.shareToday'), numeric: true, unit: 'share' });
  if (bedarf) columns.push({ id: 'wanted', label: t('reports.items.shareWanted'), numeric: true, unit: 'share' });
  if (item.gaps.length > 0) columns.push({ id: 'gap', label: t('reports.items.gap'), numeric: true, unit: 'share-gap' });
  const rows = rowsByPeople(report).map((row): TableRow => {
    const cells: TableValue[] = bar ? distribution(bar, row) : [];
    if (bestand) cells.push(share(bestand, row));
    if (bedarf) cells.push(share(bedarf, row));
    if (item.gaps.length > 0) cells.push(item.gaps.find((gap) => gap.row === row)?.shareGap ?? NOT_ASKED);
    return { id: row, label: rowName(report, row, special), cells };
  });
  return { columns, rows };
}

function distributionColumns(t: Translate): readonly TableColumn[] {
  return [
    { id: 'base', label: t('reports.items.base'), numeric: true },
    { id: 'disagree', label: t('reports.items.disagree'), numeric: true },
    { id: 'neutral', label: t('reports.items.neutral'), numeric: true },
    { id: 'agree', label: t('reports.items.agree'), numeric: true },
  ];
}

function distribution(variable: VariableReport, row: string): TableValue[] {
  const found = variable.rows.find((candidate) => candidate.row === row);
  if (!found) return ['–', '–', '–', '–'];
  return [found.base, found.disagree ?? '–', found.neutral ?? '–', found.agree ?? '–'];
}

function share(variable: VariableReport, row: string): Figure {
  return variable.rows.find((candidate) => candidate.row === row)?.share ?? NOT_ASKED;
}
