import { checkFileSize } from './file-limits.js';
import { childElement, childElements, readXml, textOf, XML_LIMITS, type XmlElement } from './read-xml.js';
import { readZip, ZIP_LIMITS } from './read-zip.js';
import { UnreadableFile } from './unreadable-file.js';
import { excelDate, isDateFormat } from './xlsx-dates.js';

/** One row that has at least one cell with a value. */
export interface XlsxRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  /** Column (0 = A) → what the cell says as text; empty cells are left out. */
  readonly cells: ReadonlyMap<number, string>;
}

export interface XlsxSheet {
  readonly name: string;
  readonly rows: readonly XlsxRow[];
}

/** All XML of a workbook together, in bytes; the rest of a file (pictures, macros) is never unpacked. */
const MAX_XML_BYTES = 16 * 1024 * 1024;
const MAX_SHEETS = 50;
/** Text of all cells together; one shared string can stand in any number of cells. */
const MAX_MILLION_CHARACTERS = 8;
const LAST_COLUMN = 16_383;

/** First bytes of the container of old Excel files and of encrypted new ones. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads the cells of an Excel workbook (ECMA-376) as texts: shared and inline strings, numbers in their shortest form,
 * booleans as `TRUE`/`FALSE`, dates as ISO 8601, formulas by their last result, errors as nothing. Formulas are never
 * computed, macros and links never looked at.
 * @param wanted which sheets to read, by name; by default all
 * @throws {UnreadableFile} any `file-…`, `zip-…`, `xml-…`, `encoding-…` or `xlsx-…` code
 */
export function readXlsx(bytes: Uint8Array, wanted: (sheetName: string) => boolean = () => true): readonly XlsxSheet[] {
  checkFileSize(bytes);
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) throw new UnreadableFile('xlsx-old-format');
  const limits = { ...ZIP_LIMITS, maxTotalBytes: MAX_XML_BYTES };
  const parts = readZip(bytes, (name) => /^_rels\/\.rels$|^xl\/.*\.(xml|rels)$/i.test(name) && !/^xl\/(drawings|media|theme|charts)\//i.test(name), limits);
  const workbook = new WorkbookParts(parts);
  return workbook.sheets().filter(({ name }) => wanted(name)).map(({ name, part }) => ({ name, rows: workbook.rows(part) }));
}

class WorkbookParts {
  private readonly workbookPath: string;
  private readonly workbook: XmlElement;
  private readonly calendar: 1900 | 1904;
  private readonly strings: readonly string[];
  private readonly dateStyles: ReadonlySet<number>;
  private characters = 0;

  constructor(private readonly parts: ReadonlyMap<string, Uint8Array>) {
    const start = [...this.relations('_rels/.rels', '').values()].find(({ type }) => type === 'officeDocument');
    this.workbookPath = start?.target ?? 'xl/workbook.xml';
    const workbook = this.xml(this.workbookPath);
    if (workbook?.name !== 'workbook') throw new UnreadableFile('xlsx-not-a-workbook');
    this.workbook = workbook;
    const isFrom1904 = childElement(workbook, 'workbookPr')?.attributes.get('date1904') ?? '';
    this.calendar = ['1', 'true'].includes(isFrom1904) ? 1904 : 1900;
    this.strings = this.sharedStrings();
    this.dateStyles = this.stylesOfDates();
  }

  sheets(): readonly { readonly name: string; readonly part: string }[] {
    const relations = this.relations(relationsOf(this.workbookPath), folderOf(this.workbookPath));
    const sheets = childElements(childElement(this.workbook, 'sheets') ?? this.workbook, 'sheet');
    return sheets.slice(0, MAX_SHEETS).flatMap((sheet) => {
      const id = [...sheet.attributes].find(([name]) => name.endsWith('}id'))?.[1] ?? '';
      const part = relations.get(id);
      return part?.type === 'worksheet' ? [{ name: sheet.attributes.get('name') ?? '', part: part.target }] : [];
    });
  }

  rows(part: string): readonly XlsxRow[] {
    const data = this.xml(part);
    if (data === null) throw new UnreadableFile('zip-damaged', part.slice(0, 100));
    let number = 0;
    return childElements(childElement(data, 'sheetData') ?? data, 'row').flatMap((row) => {
      number = wholeNumber(row.attributes.get('r')) ?? number + 1;
      const cells = this.cells(row);
      return cells.size === 0 ? [] : [{ number, cells }];
    });
  }

  private cells(row: XmlElement): ReadonlyMap<number, string> {
    const cells = new Map<number, string>();
    let column = -1;
    for (const cell of childElements(row, 'c')) {
      column = columnOf(cell.attributes.get('r')) ?? column + 1;
      const text = this.cellText(cell);
      this.characters += text.length;
      if (this.characters > MAX_MILLION_CHARACTERS * 1e6) throw new UnreadableFile('xlsx-too-much-text', String(MAX_MILLION_CHARACTERS));
      if (text !== '' && column <= LAST_COLUMN) cells.set(column, text);
    }
    return cells;
  }

  private cellText(cell: XmlElement): string {
    const type = cell.attributes.get('t') ?? 'n';
    if (type === 'inlineStr') return stringItem(childElement(cell, 'is'));
    const value = childElement(cell, 'v');
    const raw = value === undefined ? '' : textOf(value);
    switch (type) {
      case 's':
        return this.strings[wholeNumber(raw) ?? -1] ?? '';
      case 'b':
        return raw === '1' ? 'TRUE' : raw === '0' ? 'FALSE' : '';
      case 'e':
        return '';
      case 'n':
        return this.numberText(raw.trim(), wholeNumber(cell.attributes.get('s')) ?? 0);
      default:
        return unescaped(raw);
    }
  }

  private numberText(raw: string, style: number): string {
    const number = Number(raw);
    if (raw === '' || !Number.isFinite(number)) return '';
    return this.dateStyles.has(style) ? excelDate(number, this.calendar) : String(number);
  }

  private sharedStrings(): readonly string[] {
    const table = this.related('sharedStrings');
    return table === null ? [] : childElements(table, 'si').map(stringItem);
  }

  private stylesOfDates(): ReadonlySet<number> {
    const styles = this.related('styles');
    if (styles === null) return new Set();
    const formats = childElements(childElement(styles, 'numFmts') ?? styles, 'numFmt');
    const codes = new Map(formats.map((format) => [wholeNumber(format.attributes.get('numFmtId')), format.attributes.get('formatCode')]));
    const cellFormats = childElements(childElement(styles, 'cellXfs') ?? styles, 'xf');
    return new Set(cellFormats.flatMap((format, index) => {
      const id = wholeNumber(format.attributes.get('numFmtId')) ?? 0;
      return isDateFormat(id, codes.get(id)) ? [index] : [];
    }));
  }

  private related(type: string): XmlElement | null {
    const relations = this.relations(relationsOf(this.workbookPath), folderOf(this.workbookPath));
    const relation = [...relations.values()].find((candidate) => candidate.type === type);
    return relation === undefined ? null : this.xml(relation.target);
  }

  private relations(path: string, folder: string): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
    const document = this.xml(path);
    if (document === null) return new Map();
    return new Map(
      childElements(document, 'Relationship')
        .filter((relation) => relation.attributes.get('TargetMode') !== 'External')
        .map((relation) => [
          relation.attributes.get('Id') ?? '',
          { type: (relation.attributes.get('Type') ?? '').split('/').at(-1) ?? '', target: targetPath(relation.attributes.get('Target') ?? '', folder) },
        ]),
    );
  }

  private xml(path: string): XmlElement | null {
    const bytes = this.parts.get(path);
    return bytes === undefined ? null : readXml(bytes, { ...XML_LIMITS, maxFileBytes: MAX_XML_BYTES });
  }
}

function relationsOf(path: string): string {
  return `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Targets are relative to the folder of the part or, with a slash, to the whole file; they are only looked up, never opened. */
function targetPath(target: string, folder: string): string {
  return target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
}

/** Text of a string item: its runs, without pronunciation hints. */
function stringItem(item: XmlElement | undefined): string {
  if (item === undefined) return '';
  const runs = childElements(item, 'r').flatMap((run) => childElements(run, 't'));
  return unescaped([...childElements(item, 't'), ...runs].map(textOf).join(''));
}

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19); control characters become blanks. */
function unescaped(text: string): string {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, ' ');
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
