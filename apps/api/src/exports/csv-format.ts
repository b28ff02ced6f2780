import { type Options, stringify } from 'csv-stringify/sync';

/** `german-excel` opens with a double click in a German Excel; `plain` is what R, Python and SPSS expect. */
export const CSV_FORMATS = ['german-excel', 'plain'] as const;
export type CsvFormat = (typeof CSV_FORMATS)[number];

/** A cell before formatting. `null` becomes an empty cell. */
export type CsvCell = string | number | null;

interface CsvRules {
  readonly bom: boolean;
  readonly delimiter: string;
  readonly recordDelimiter: string;
  readonly decimalComma: boolean;
}

const RULES: Readonly<Record<CsvFormat, CsvRules>> = {
  'german-excel': { bom: true, delimiter: ';', recordDelimiter: '\r\n', decimalComma: true },
  plain: { bom: false, delimiter: ',', recordDelimiter: '\n', decimalComma: false },
};

/** First characters that let a spreadsheet run a cell as a formula (OWASP, CSV Injection). */
const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula. A number such as `-8` stays as it is,
 * because an apostrophe would make it text in every program.
 */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Writes rows of one format. */
export interface CsvWriter {
  /** Stands before everything else; empty without byte order mark. */
  readonly start: string;
  /** One row with its line end. */
  row(cells: readonly CsvCell[]): string;
}

/** Different short cells kept; codes, labels and weeks are few, free texts are longer. */
const KEPT_CELLS = 5000;
const LONGEST_KEPT_CELL = 60;

/**
 * Guarding and quoting are csv-stringify's and ours; a cell that came before is not written anew, since nearly all cells
 * of an export are the same few codes.
 */
export function csvWriter(format: CsvFormat): CsvWriter {
  const rules = RULES[format];
  const options = cellOptions(rules);
  const kept = new Map<CsvCell, string>();
  const write = (cell: CsvCell): string => {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    const written = stringify([[cell]], options);
    if (written.length <= LONGEST_KEPT_CELL && kept.size < KEPT_CELLS) kept.set(cell, written);
    return written;
  };
  return { start: rules.bom ? '\uFEFF' : '', row: (cells) => cells.map(write).join(rules.delimiter) + rules.recordDelimiter };
}

/** A single cell without line end. */
function cellOptions(rules: CsvRules): Options {
  return {
    delimiter: rules.delimiter,
    record_delimiter: rules.recordDelimiter,
    eof: false,
    // csv-stringify quotes only the separators in use; a lone line feed inside a CRLF file would break the row in Excel.
    quoted_match: /[\r\n]/,
    cast: {
      string: (text) => guardFormula(text),
      number: (value) => formatNumber(value, rules.decimalComma),
    },
  };
}

/** Decimal notation without grouping; never an exponent, which German Excel reads as text. */
function formatNumber(value: number, decimalComma: boolean): string {
  const text = Number.isInteger(value) ? value.toFixed(0) : trimZeros(value.toFixed(6));
  return decimalComma ? text.replace('.', ',') : text;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
