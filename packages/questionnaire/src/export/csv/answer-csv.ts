import { rowWriter } from '../table/row-writer.js';
import type { AnswerTable, ExportedResponse } from '../table/table-column.js';
import { encodedLines } from './csv-chunks.js';
import { type CsvFormat, csvWriter } from './csv-format.js';

/** `codes` for statistics programs, `labels` to be read by people. */
export const EXPORT_VALUES = ['codes', 'labels'] as const;
export type ExportValues = (typeof EXPORT_VALUES)[number];

export interface AnswerCsv {
  readonly table: AnswerTable;
  readonly format: CsvFormat;
  readonly values: ExportValues;
  /** Page by page, because a wait for every single answer costs more than writing it. */
  readonly pages: AsyncIterable<readonly ExportedResponse[]>;
}

/**
 * Single answers as CSV, UTF-8 in pieces of about 64 KiB. Numbers are not quoted; dates are `YYYY-MM-DD`; a free text that
 * was not written is an empty cell.
 * @throws {RangeError} while it is read, when an answer does not belong to the table's codebook.
 */
export function answerCsv({ table, format, values, pages }: AnswerCsv): AsyncGenerator<Uint8Array> {
  const writer = csvWriter(format);
  const row = rowWriter(
    table,
    {
      code: ({ code, label }) => writer.cell(values === 'labels' ? label : code),
      value: (value) => (value === '' ? '' : writer.cell(value)),
    },
    writer.delimiter,
  );
  const header = writer.row(table.columns.map(({ name }) => name));
  return encodedLines(writer.start + header, pages, (response) => row(response) + writer.lineEnd);
}
