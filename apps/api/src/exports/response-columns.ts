import {
  type Answers,
  type Codebook,
  codedVariables,
  type CollectionMode,
  type DistrictId,
  NOT_ANSWERED,
  NOT_SHOWN,
  type Variable,
} from '@stadtteilstimme/domain';
import type { CsvCell } from './csv-format.js';
import { germanLabel } from './german-label.js';

/*
 * Single answers as a table: one row per answer, in the order of random ids, so that the order says nothing.
 *
 * Columns: `synthetic` (only for example data, always 1), district_row, target_group, mode, week, then every variable
 * of the codebook in codebook order, whatever path people took. No id, no time finer than the week. A variable with the
 * name of one of the first columns gets `_answer` behind it.
 *
 * Cells with values=codes:
 *   scales and ticks (numeric codes)  the code; a tick is 1 or 0; -9 = not answered, -8 = not shown by the logic
 *   choices (codes are words)         the code; not-answered, not-shown
 *   free text                         the text; empty when there is none
 *   district_row                      district id, elsewhere (lives or works outside or city-wide) or unknown
 * Cells with values=labels: the German label; "nicht beantwortet", "nicht gezeigt"; districts by name.
 *
 * In R: `read.csv(file)` and then `x[x %in% c(-8, -9)] <- NA`; numeric columns stay numeric. SPSS: MISSING VALUES (-8, -9).
 */

/** `codes` for statistics programs, `labels` to be read by people. */
export const EXPORT_VALUES = ['codes', 'labels'] as const;
export type ExportValues = (typeof EXPORT_VALUES)[number];

const NOT_ANSWERED_NUMBER = -9;
const NOT_SHOWN_NUMBER = -8;
const GERMAN = { notAnswered: 'nicht beantwortet', notShown: 'nicht gezeigt', elsewhere: 'außerhalb oder stadtweit', unknown: 'keine Angabe' };
const MODE_LABELS: Readonly<Record<CollectionMode, string>> = {
  online: 'Online',
  tablet: 'Tablet vor Ort',
  paper: 'Papierbogen',
  interview: 'Interview',
  interpreter: 'Interview mit Sprachmittlung',
};

/** A stored answer as the export reads it. */
export interface ExportedResponse {
  readonly districtId: DistrictId | null;
  readonly elsewhere: boolean;
  readonly targetGroup: string;
  readonly mode: CollectionMode;
  readonly week: string;
  readonly answers: Answers;
  readonly vector: Uint8Array;
}

export interface ResponseTable {
  readonly codebook: Codebook;
  readonly values: ExportValues;
  readonly synthetic: boolean;
  readonly districtNames: ReadonlyMap<DistrictId, string>;
  readonly targetGroupNames: ReadonlyMap<string, string>;
}

export interface ResponseColumn {
  readonly name: string;
  readonly cell: (response: ExportedResponse) => CsvCell;
}

/** Columns of the export, in their fixed order. */
export function responseColumns(table: ResponseTable): readonly ResponseColumn[] {
  const lead = leadColumns(table);
  const taken = new Set(lead.map((column) => column.name));
  const coded = codedVariables(table.codebook);
  const variables = table.codebook.variables.map((variable) => ({
    name: taken.has(variable.name) ? `${variable.name}_answer` : variable.name,
    cell: variable.part === 'text' ? textCell(variable) : codedCell(variable, coded.indexOf(variable), table.values),
  }));
  return [...lead, ...variables];
}

function leadColumns({ values, synthetic, districtNames, targetGroupNames }: ResponseTable): readonly ResponseColumn[] {
  const labelled = values === 'labels';
  return [
    ...(synthetic ? [{ name: 'synthetic', cell: () => 1 }] : []),
    {
      name: 'district_row',
      cell: ({ districtId, elsewhere }) => {
        if (districtId !== null) return labelled ? (districtNames.get(districtId) ?? districtId) : districtId;
        const row = elsewhere ? 'elsewhere' : 'unknown';
        return labelled ? GERMAN[row] : row;
      },
    },
    { name: 'target_group', cell: ({ targetGroup }) => (labelled ? (targetGroupNames.get(targetGroup) ?? targetGroup) : targetGroup) },
    { name: 'mode', cell: ({ mode }) => (labelled ? MODE_LABELS[mode] : mode) },
    { name: 'week', cell: ({ week }) => week },
  ];
}

/** One cell per byte value, prepared once: the export does not search codes for every answer. */
function codedCell(variable: Variable, index: number, values: ExportValues): ResponseColumn['cell'] {
  const cells: CsvCell[] = Array.from({ length: 256 }, () => null);
  for (const { code, position, labels } of variable.codes) cells[position] = values === 'labels' ? germanLabel(labels, String(code)) : code;
  const numeric = variable.codes.every(({ code }) => typeof code === 'number');
  cells[NOT_ANSWERED] = values === 'labels' ? GERMAN.notAnswered : numeric ? NOT_ANSWERED_NUMBER : 'not-answered';
  cells[NOT_SHOWN] = values === 'labels' ? GERMAN.notShown : numeric ? NOT_SHOWN_NUMBER : 'not-shown';
  return ({ vector }) => cells[vector[index] ?? NOT_ANSWERED] ?? null;
}

function textCell(variable: Variable): ResponseColumn['cell'] {
  return ({ answers }) => {
    const text = answers[variable.question];
    return typeof text === 'string' ? text : null;
  };
}
