import type { AnswerTable, TableCode, TableColumn } from './table-column.js';
import { exportWords } from './export-words.js';

export type CodebookCell = string | number;

/** The codebook of a table to be read by people: a header, then one row per column and code. */
export interface CodebookRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CodebookCell[])[];
  /** Sentences about the whole table: times, missing values, order. */
  readonly notes: readonly string[];
}

/** Describes every column with every code; columns in the table's order, codes in the codebook's, missing ones last. */
export function codebookRows({ columns, language }: AnswerTable): CodebookRows {
  const words = exportWords(language);
  const { time, missing, order } = words.notes;
  return { header: words.codebook, rows: columns.flatMap((column) => columnRows(column, language)), notes: [order, missing, time] };
}

function columnRows(column: TableColumn, language: string): readonly (readonly CodebookCell[])[] {
  const words = exportWords(language);
  const { variable } = column;
  const about = [
    column.name,
    column.label,
    variable?.question ?? '',
    variable === null ? '' : words.parts[variable.part],
    words.levels[column.measurement],
  ];
  const origin = [variable?.criterion ?? '', variable?.fieldOfAction ?? '', variable?.visibleIf ?? ''];
  const codeCells = (code: TableCode) => [code.code, code.label, code.missing === null ? '' : words.missing[code.missing]];
  if (column.codes.length === 0) return [[...about, '', '', '', ...origin]];
  return column.codes.map((code) => [...about, ...codeCells(code), ...origin]);
}
