import type { Options } from 'csv-stringify';

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

/** Options of csv-stringify for one format: rows are arrays of cells in the order of `header`. */
export function csvOptions(format: CsvFormat, header: readonly string[]): Options {
  const rules = RULES[format];
  return {
    bom: rules.bom,
    delimiter: rules.delimiter,
    record_delimiter: rules.recordDelimiter,
    // csv-stringify quotes only the separators in use; a lone line feed inside a CRLF file would break the row in Excel.
    quoted_match: /[\r\n]/,
    header: true,
    columns: header.map((name) => ({ key: name, header: guardFormula(name) })),
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
