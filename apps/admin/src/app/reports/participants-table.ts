import type { Report } from '@stadtteilstimme/domain';
import type { TableColumn, TableRow } from '@stadtteilstimme/ui';

import type { InterfaceLanguage } from '../language/interface-language';
import { formatDay, formatNumber } from '../language/number-format';
import type { Translate } from '../language/texts';
import { rowName, rowsByPeople, type SpecialRowName } from './report-rows';

/** Participants by Stadtteil beside the newest known population, with its date and source; an unknown population is said, never 0. */
export function participantsTable(
  report: Report,
  t: Translate,
  language: InterfaceLanguage,
  special: SpecialRowName,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  const rows = rowsByPeople(report).flatMap((row): TableRow[] => {
    const entry = report.participants.find((candidate) => candidate.row === row);
    if (!entry) return [];
    const { population } = entry;
    return [
      {
        id: row,
        label: rowName(report, row, special),
        cells: [
          entry.count,
          population ? formatNumber(population.count, language) : t('reports.participants.unknown'),
          population ? t('reports.participants.source', { day: formatDay(population.asOf, language), source: population.source }) : '–',
        ],
      },
    ];
  });
  return {
    columns: [
      { id: 'row', label: t('reports.district') },
      { id: 'count', label: t('reports.participants.count'), numeric: true },
      { id: 'population', label: t('reports.participants.population'), numeric: true },
      { id: 'source', label: t('reports.participants.asOf') },
    ],
    rows,
  };
}
