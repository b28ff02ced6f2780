import { codebookRows } from '../table/codebook-rows.js';
import { exportWords } from '../table/export-words.js';
import { rowWriter } from '../table/row-writer.js';
import type { AnswerTable, ExportedResponse, TableCode, TableColumn, ValueColumn } from '../table/table-column.js';
import { AnswerFingerprint } from './answer-fingerprint.js';
import { excelDate } from './excel-date.js';
import { splitIntoSheets } from './sheet-pieces.js';
import {
  CELL_CHARACTERS,
  CELL_STYLE,
  EMPTY_CELL,
  headerRow,
  numberCell,
  SHEET_COLUMNS,
  SHEET_END,
  SHEET_ROWS,
  sharedTextCell,
  sheetRow,
  sheetStart,
  textCell,
} from './sheet-xml.js';
import { closingParts, openingParts, sheetPath } from './workbook-parts.js';
import { type ZipFile, zipChunks } from './zip-writer.js';

export interface AnswerWorkbook {
  readonly table: AnswerTable;
  /**
   * Gives the answers anew each time it is called, twice in all: the sheets of a workbook lie one behind the other in the
   * file, and neither may be kept in memory. Both times must give the same answers in the same order (one snapshot of the
   * database).
   */
  readonly responses: () => AsyncIterable<ExportedResponse>;
  /** Rows of a sheet with its header, at most and by default what Excel allows. */
  readonly rowsPerSheet?: number;
}

/**
 * Single answers as an Excel workbook (ECMA-376, SpreadsheetML) in pieces: sheet `Codes` for calculating, sheet `Antworten`
 * with labels to be read, sheet `Codebuch` (English labels: `Answers`, `Codebook`). More answers than a sheet may have rows
 * go to `Codes 2`, `Antworten 2`, ….
 *
 * Numbers are numbers; dates are dates (text before 1 March 1900, which Excel cannot count); texts are inline strings and so
 * never formulas. A text longer than a cell may hold is cut with a mark, and the sheet `Codebuch` says how many answers were. Sheets
 * are laid out from right to left where the table's language is written so.
 * @throws {RangeError} at once when there are more columns than Excel allows; while it is read, when an answer does not belong
 * to the codebook, when the second reading gives other answers, or when the archive passes 4 GiB.
 */
export function answerWorkbook({ table, responses, rowsPerSheet = SHEET_ROWS }: AnswerWorkbook): AsyncGenerator<Uint8Array> {
  if (table.columns.length > SHEET_COLUMNS) {
    throw new RangeError(`The table has ${table.columns.length} columns, a sheet of Excel holds ${SHEET_COLUMNS}. CSV and SPSS hold them all.`);
  }
  return zipChunks(workbookFiles(table, responses, rowsPerSheet));
}

type SheetValues = 'codes' | 'labels';

/** Far from 4 GiB, the most a part of the archive may have. */
const SHEET_BYTES = 4_000_000_000;

async function* workbookFiles(table: AnswerTable, responses: () => AsyncIterable<ExportedResponse>, rowsPerSheet: number): AsyncGenerator<ZipFile> {
  const shared = sharedTexts(table);
  const cut = new Map<string, number>();
  const names: string[] = [];
  const { sheets } = exportWords(table.language);
  yield* openingParts(Array.from(shared.keys(), (text) => fitting(text, table)));
  const seen = { codes: new AnswerFingerprint(), labels: new AnswerFingerprint() };
  for (const values of ['codes', 'labels'] as const) {
    const cells = rowWriter(table, { code: codeCell(values, shared), value: valueCell(table, values === 'codes' ? cut : null) }, '');
    const rows = sheetRows(responses(), cells, seen[values]);
    let number = 0;
    for await (const content of splitIntoSheets(rows, dataSheetStart(table, values), { rows: rowsPerSheet, bytes: SHEET_BYTES })) {
      number += 1;
      names.push(number === 1 ? sheets[values] : `${sheets[values]} ${number}`);
      yield { name: sheetPath(names.length), content };
    }
  }
  if (!seen.codes.equals(seen.labels)) throw new RangeError('The second reading gave other answers than the first; read both from one snapshot.');
  names.push(sheets.codebook);
  yield { name: sheetPath(names.length), content: [new TextEncoder().encode(codebookSheet(table, cut))] };
  yield* closingParts(names);
}

async function* sheetRows(
  responses: AsyncIterable<ExportedResponse>,
  cells: (response: ExportedResponse) => string,
  seen: AnswerFingerprint,
): AsyncGenerator<string> {
  for await (const response of responses) {
    seen.add(response);
    yield sheetRow(cells(response));
  }
}

/** Every text that is known before the first answer → its index; it is written once however often it occurs. */
function sharedTexts({ columns }: AnswerTable): ReadonlyMap<string, number> {
  const texts = new Set<string>();
  for (const { codes } of columns) {
    for (const { code, label } of codes) {
      texts.add(label);
      if (typeof code === 'string') texts.add(code);
    }
  }
  return new Map(Array.from(texts, (text, index) => [text, index]));
}

function codeCell(values: SheetValues, shared: ReadonlyMap<string, number>): (code: TableCode) => string {
  return ({ code, label }) => {
    const value = values === 'labels' ? label : code;
    if (typeof value === 'number') return numberCell(value);
    const index = shared.get(value);
    return index === undefined ? textCell(value) : sharedTextCell(index);
  };
}

/** @param cut where texts that do not fit into a cell are counted by column; null where they were counted before */
function valueCell({ language }: AnswerTable, cut: Map<string, number> | null): (value: number | string, column: ValueColumn) => string {
  const words = exportWords(language);
  return (value, column) => {
    if (typeof value === 'number') return numberCell(value);
    if (value === '') return EMPTY_CELL;
    if (column.value.kind === 'date') {
      const serial = excelDate(value);
      return serial === null ? textCell(value) : numberCell(serial, CELL_STYLE.date);
    }
    if (value.length <= CELL_CHARACTERS) return textCell(value, CELL_STYLE.text);
    cut?.set(column.name, (cut.get(column.name) ?? 0) + 1);
    return textCell(cutText(value, words.cut(value.length)), CELL_STYLE.text);
  };
}

/** A label, code or condition as a cell can hold it; a longer one would make Excel call the whole file damaged. */
function fitting(text: string, { language }: AnswerTable): string {
  return text.length <= CELL_CHARACTERS ? text : cutText(text, exportWords(language).cut(text.length));
}

/** Cut so that text and mark fit into a cell, never between the halves of a surrogate pair. */
function cutText(text: string, mark: string): string {
  return text.slice(0, CELL_CHARACTERS - mark.length).replace(/[\uD800-\uDBFF]$/, '') + mark;
}

const WIDTH = { code: 12, label: 24, text: 48, most: 40 } as const;

function dataSheetStart(table: AnswerTable, values: SheetValues): string {
  const header = table.columns.map(({ name, label }) => (values === 'labels' && label !== name ? fitting(`${name}: ${label}`, table) : name));
  const widths = table.columns.map((column) => columnWidth(column, values));
  return sheetStart({ language: table.language, widths, frozenColumns: 0 }) + headerRow(header, widths);
}

function columnWidth(column: TableColumn, values: SheetValues): number {
  if (column.kind === 'value') return column.value.kind === 'text' ? WIDTH.text : WIDTH.code;
  if (values === 'codes') return Math.min(Math.max(WIDTH.code, column.name.length + 2), WIDTH.most);
  const longest = column.codes.reduce<number>((most, { label }) => Math.max(most, label.length), WIDTH.code);
  return Math.min(longest + 2, WIDTH.most);
}

const CODEBOOK_WIDTHS = [20, 48, 20, 20, 14, 14, 32, 20, 12, 16, 32];

function codebookSheet(table: AnswerTable, cut: ReadonlyMap<string, number>): string {
  const { header, rows, notes } = codebookRows(table);
  const words = exportWords(table.language);
  const cell = (value: string | number) => (typeof value === 'number' ? numberCell(value) : value === '' ? EMPTY_CELL : textCell(fitting(value, table)));
  const lines = [
    headerRow(header, CODEBOOK_WIDTHS),
    ...rows.map((cells) => sheetRow(cells.map(cell).join(''))),
    ...['', ...notes, ...Array.from(cut, ([name, count]) => words.notes.cut(name, count))].map((note) => sheetRow(cell(note))),
  ];
  return sheetStart({ language: table.language, widths: CODEBOOK_WIDTHS, frozenColumns: 1 }) + lines.join('') + SHEET_END;
}
