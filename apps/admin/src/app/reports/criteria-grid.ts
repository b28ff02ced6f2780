import type { Report } from '@stadtteilstimme/domain';
import type { IndexGridColumn, IndexGridRow } from '@stadtteilstimme/ui';

import type { InterfaceLanguage } from '../language/interface-language';
import { textIn } from '../language/localized-text';
import { rowName, rowsByPeople, type SpecialRowName } from './report-rows';

export interface CriteriaGrid {
  readonly columns: readonly IndexGridColumn[];
  readonly rows: readonly IndexGridRow[];
  /** Criteria nobody was asked about: said in a sentence, so that the others keep their room. */
  readonly notAsked: readonly string[];
}

/** Indices by row and criterion, rows by people; a missing figure is "not asked", never a blank. */
export function criteriaGrid(report: Report, language: InterfaceLanguage, special: SpecialRowName): CriteriaGrid {
  const asked = report.criteria.filter(({ rows }) => rows.some(({ index }) => index.kind !== 'not-asked'));
  return {
    columns: asked.map(({ criterion, fieldOfAction, names }) => ({ id: `${criterion}${fieldOfAction ?? ''}`, label: textIn(names, language) })),
    rows: rowsByPeople(report).map((row) => ({
      id: row,
      label: rowName(report, row, special),
      figures: asked.map(({ rows }) => rows.find((candidate) => candidate.row === row)?.index ?? { kind: 'not-asked' }),
    })),
    notAsked: report.criteria.filter((entry) => !asked.includes(entry)).map(({ names }) => textIn(names, language)),
  };
}
