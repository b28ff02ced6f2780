import { isRightToLeft } from '../table/label-language.js';

/** Limits of a sheet in Excel (Microsoft: "Excel specifications and limits"). */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;
export const CELL_CHARACTERS = 32_767;

/**
 * Cell styles by their place in the style sheet of `workbook-parts.ts`. `text` stays text when somebody edits the cell;
 * `lines` breaks long text into lines, `linesFromRight` also reads from right to left.
 */
export const CELL_STYLE = { plain: 0, header: 1, date: 2, text: 3, lines: 4, linesFromRight: 5 } as const;
export type CellStyle = (typeof CELL_STYLE)[keyof typeof CELL_STYLE];

/** An empty cell; cells have no reference, so every column needs one. */
export const EMPTY_CELL = '<c/>';

/** Characters XML 1.0 forbids, and carriage return, which XML would turn into a line feed. Tab and line feed are allowed. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;
/** What would be read as an escaped character although somebody typed it. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const NEEDS_ESCAPE = /[&<>"_\p{Cc}\uFFFE\uFFFF]/u;

/**
 * Text for an XML part of a workbook: markup as entities, characters XML cannot hold as `_xHHHH_` (ECMA-376 Part 1, 22.9.2.19,
 * ST_Xstring), and a typed `_x0041_` as `_x005F_x0041_`, so that every text comes back as it was.
 */
export function workbookText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replaceAll(LOOKS_ESCAPED, '_x005F_')
    .replaceAll(FORBIDDEN, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(MARKUP, (character) => ENTITIES[character] ?? character);
}

/** A text as inline string: never a formula, whatever it begins with; leading and trailing spaces are kept. */
export function textCell(text: string, style: CellStyle = CELL_STYLE.plain): string {
  return `<c${styleAttribute(style)} t="inlineStr"><is><t xml:space="preserve">${workbookText(text)}</t></is></c>`;
}

/** A text by its place in the shared strings. */
export function sharedTextCell(index: number): string {
  return `<c t="s"><v>${index}</v></c>`;
}

/** A number; dates are numbers of days with the style `date`. @param value finite */
export function numberCell(value: number, style: CellStyle = CELL_STYLE.plain): string {
  return `<c${styleAttribute(style)}><v>${String(value)}</v></c>`;
}

/** A row of cells that are already written. */
export function sheetRow(cells: string): string {
  return `<row>${cells}</row>`;
}

const LINE_HEIGHT = 15;
const MOST_LINES = 12;
/** Characters of bold type that fit into one of a column's width. */
const BOLD_PER_WIDTH = 0.9;

/**
 * The row of headings, as high as the longest of them needs in its column (at most twelve lines): programs that do not measure
 * text themselves would put it over the first answers.
 * @param widths of the columns, in characters
 */
export function headerRow(headings: readonly string[], widths: readonly number[]): string {
  const lines = headings.reduce((most, heading, index) => Math.max(most, Math.ceil(heading.length / ((widths[index] ?? 1) * BOLD_PER_WIDTH))), 1);
  const cells = headings.map((heading) => textCell(heading, CELL_STYLE.header)).join('');
  return `<row ht="${Math.min(lines, MOST_LINES) * LINE_HEIGHT}" customHeight="1">${cells}</row>`;
}

function styleAttribute(style: CellStyle): string {
  return style === CELL_STYLE.plain ? '' : ` s="${style}"`;
}

export interface SheetLayout {
  /** Right-to-left view where the language asks for it. */
  readonly language: string;
  /** Width of every column in characters. */
  readonly widths: readonly number[];
  /** Columns that stay in view when scrolling to the side. */
  readonly frozenColumns: number;
}

/** Everything before the rows. The first row is frozen. */
export function sheetStart({ language, widths, frozenColumns }: SheetLayout): string {
  const direction = isRightToLeft(language) ? ' rightToLeft="1"' : '';
  const split = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView${direction} workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${columnName(frozenColumns)}2" activePane="${pane}" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
  );
}

/** Everything behind the rows. */
export const SHEET_END = '</sheetData></worksheet>';

/** Letters of a column, counted from 0: A, B, …, Z, AA. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
