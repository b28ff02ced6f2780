import { checkVectorLength, unknownPosition } from './answer-table.js';
import type { AnswerTable, CodedColumn, ExportedResponse, LeadColumn, TableCode, TableColumn, ValueColumn } from './table-column.js';

/** How a text format writes the three kinds of cells. Codes are written once per column and kept. */
export interface CellFormat {
  readonly code: (code: TableCode, column: TableColumn) => string;
  readonly value: (value: number | string, column: ValueColumn) => string;
}

/**
 * A function that writes one answer as one row: cells with the delimiter between them. Cells of coded columns are prepared
 * for every byte beforehand, so that a row costs one look-up a cell.
 * @throws {RangeError} (the function) when an answer does not belong to the table's codebook.
 */
export function rowWriter(table: AnswerTable, format: CellFormat, delimiter: string): (response: ExportedResponse) => string {
  // The delimiter is put before cells where they are prepared, so that no row has to do it again.
  const cells = table.columns.map((column, index) => cellWriter(column, index === 0 ? format : delimited(format, delimiter)));
  return (response) => {
    checkVectorLength(table, response);
    let row = '';
    for (const cell of cells) row += cell(response);
    return row;
  };
}

function delimited({ code, value }: CellFormat, delimiter: string): CellFormat {
  return { code: (each, column) => delimiter + code(each, column), value: (each, column) => delimiter + value(each, column) };
}

type CellWriter = (response: ExportedResponse) => string;

function cellWriter(column: TableColumn, format: CellFormat): CellWriter {
  if (column.kind === 'coded') return codedCell(column, format);
  return column.kind === 'lead' ? leadCell(column, format) : valueCell(column, format);
}

function codedCell(column: CodedColumn, format: CellFormat): CellWriter {
  const { byteIndex } = column;
  const written = column.codeOfByte.map((code) => (code === undefined ? undefined : format.code(code, column)));
  return ({ vector }) => {
    const byte = vector[byteIndex];
    const cell = byte === undefined ? undefined : written[byte];
    if (cell === undefined) throw unknownPosition(column, byte);
    return cell;
  };
}

/** Different words kept per column; districts, modes and weeks are few. */
const KEPT_WORDS = 2000;

function leadCell(column: LeadColumn, format: CellFormat): CellWriter {
  const known = new Map(column.codes.map((code) => [code.code, code]));
  const written = new Map<string | number, string>();
  return (response) => {
    const code = column.read(response);
    let cell = written.get(code);
    if (cell !== undefined) return cell;
    cell = format.code(known.get(code) ?? { code, label: String(code), missing: null }, column);
    if (written.size < KEPT_WORDS) written.set(code, cell);
    return cell;
  };
}

function valueCell(column: ValueColumn, format: CellFormat): CellWriter {
  const written = new Map(column.codes.map((code) => [code, format.code(code, column)]));
  return (response) => {
    const value = column.read(response);
    return typeof value === 'object' ? (written.get(value) ?? format.code(value, column)) : format.value(value, column);
  };
}
