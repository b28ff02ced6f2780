/** `german-excel` opens with a double click in a German Excel; `plain` is what R, Python, Stata and SPSS expect. */
export const CSV_FORMATS = ['german-excel', 'plain'] as const;
export type CsvFormat = (typeof CSV_FORMATS)[number];

/** A cell before formatting. `null` becomes an empty cell. */
export type CsvCell = string | number | null;

interface CsvRules {
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly decimalComma: boolean;
  /** Texts that stand in quotes: all, or those that would not be read back without. */
  readonly quoted: RegExp;
}

const RULES: Readonly<Record<CsvFormat, CsvRules>> = {
  // Quoted texts keep a lone line feed and a semicolon inside their cell, whatever the settings of Excel are.
  'german-excel': { bom: true, delimiter: ';', lineEnd: '\r\n', decimalComma: true, quoted: /^/ },
  plain: { bom: false, delimiter: ',', lineEnd: '\n', decimalComma: false, quoted: /[",\r\n]/ },
};

/**
 * Apostrophes and then a first character that lets a spreadsheet run a cell as a formula (OWASP, CSV Injection): the signs
 * themselves, their full-width forms, and the controls (tab, line ends, NUL) that some programs pass over before they look.
 */
const FORMULA_START = /^'*[=+\-@＝＋－＠\p{Cc}]/u;
const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula. A number such as `-8` stays as it is, because
 * an apostrophe would make it text in every program. Text that has apostrophes before such a character gets one more, so
 * that taking one away (`^'(?='*[=+\-@＝＋－＠\p{Cc}])`) gives back every text exactly.
 */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** How one format writes. */
export interface CsvWriter {
  /** Stands before everything else; empty without byte order mark. */
  readonly start: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  /** One cell, guarded and quoted. */
  cell(cell: CsvCell): string;
  /** One row with its line end. */
  row(cells: readonly CsvCell[]): string;
}

/** The writer of one CSV format (RFC 4180 with the separators of the format). */
export function csvWriter(format: CsvFormat): CsvWriter {
  const { bom, delimiter, lineEnd, decimalComma, quoted } = RULES[format];
  const cell = (value: CsvCell): string => {
    if (value === null) return '';
    if (typeof value === 'number') return decimalComma ? decimalNotation(value).replace('.', ',') : decimalNotation(value);
    const text = guardFormula(value);
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return { start: bom ? '\uFEFF' : '', delimiter, lineEnd, cell, row: (cells) => cells.map(cell).join(delimiter) + lineEnd };
}

/** Shortest decimal digits that read back as the same number, without grouping and never with an exponent, which German Excel reads as text. */
function decimalNotation(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  return sign + (point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0'));
}
