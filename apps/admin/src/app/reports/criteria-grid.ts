import type { Figure, Report } from '@stadtteilstimme/domain';
import type { IndexGridColumn, IndexGridRow } from '@stadtteilstimme/ui';

import type { InterfaceLanguage } from '../language/interface-language';
import { textIn } from '../language/localized-text';
import { rowName, rowsByPeople, type SpecialRowName } from './report-rows';
import { isShown } from './shown-results';

export interface CriteriaGrid {
  readonly columns: readonly IndexGridColumn[];
  /** Rows with at least one figure. */
  readonly rows: readonly IndexGridRow[];
  /** Names of the rows with nothing but withheld figures: said in a sentence, so that the grid is not full of hatched cells. */
  readonly withheldRows: readonly string[];
  /** Index per person of the whole city, in the order of the columns; empty for viewers without that row. */
  readonly city: readonly CityIndex[];
  /** Criteria nobody was asked about: said in a sentence, so that the others keep their room. */
  readonly notAsked: readonly string[];
}

export interface CityIndex {
  readonly id: string;
  readonly label: string;
  readonly index: Figure;
}

/**
 * Agreement balances by row and criterion, rows by people; a missing figure is "not asked", never a blank. The grid holds the
 * balance in every row, the whole city's too, so that its numbers can be compared; the index per person stands beside it.
 */
export function criteriaGrid(report: Report, language: InterfaceLanguage, special: SpecialRowName): CriteriaGrid {
  const asked = report.criteria.filter(({ rows }) => rows.some(({ balance }) => balance.kind !== 'not-asked'));
  const columns = asked.map(({ criterion, fieldOfAction, names }) => ({ id: `${criterion}${fieldOfAction ?? ''}`, label: textIn(names, language) }));
  const all = rowsByPeople(report).map((row): IndexGridRow => ({
    id: row,
    label: rowName(report, row, special),
    figures: asked.map(({ rows }) => rows.find((candidate) => candidate.row === row)?.balance ?? { kind: 'not-asked' }),
  }));
  const isWithheld = ({ figures }: IndexGridRow): boolean => figures.some(({ kind }) => kind === 'withheld') && !figures.some(isShown);
  return {
    columns,
    rows: all.filter((row) => !isWithheld(row)),
    withheldRows: all.filter(isWithheld).map(({ label }) => label),
    city: columns.flatMap((column, position) => {
      const index = asked[position]?.rows.find(({ row }) => row === 'all')?.index;
      return index ? [{ ...column, index }] : [];
    }),
    notAsked: report.criteria.filter((entry) => !asked.includes(entry)).map(({ names }) => textIn(names, language)),
  };
}
