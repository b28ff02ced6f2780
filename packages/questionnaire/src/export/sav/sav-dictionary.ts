import { oneLine } from '../table/one-line.js';
import { ByteWriter } from './byte-writer.js';
import { cutUtf8, cutUtf8Visibly } from './cut-utf8.js';
import type { MissingValues } from './missing-values.js';
import type { NamedVariable } from './named-variable.js';
import { extensionRecords } from './sav-extensions.js';
import { LONGEST_VALUE_LABEL, LONGEST_VARIABLE_LABEL, type SavFormat, type SavNumber, type SavString, type SavVariable } from './sav-variable.js';
import { shortNames } from './short-names.js';
import { elementsOf, segmentWidths } from './string-segments.js';

export interface SavHeader {
  /** Title of the questionnaire; cut to 64 bytes. */
  readonly fileLabel: string;
  /** Day of the export, `YYYY-MM-DD`. */
  readonly createdOn: string;
  /** Number of answers where it is known beforehand; null = unknown, which every reader accepts. */
  readonly caseCount: number | null;
  /** Sentences about the data. */
  readonly documents: readonly string[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PRODUCT = '@(#) SPSS DATA FILE Stadtteilstimme';
const FILE_LABEL_BYTES = 64;
const DOCUMENT_LINE_BYTES = 80;
const SHORT_STRING = 8;
/** Added to integers that are compressed into one byte. */
export const COMPRESSION_BIAS = 100;

/**
 * Header and dictionary of an SPSS system file ("PSPP Developers Guide", System File Format): record types $FL2, 2, 3/4, 6, 7
 * and 999, UTF-8, little-endian, compressed by bytecode.
 * @throws {RangeError} when `createdOn` is no date.
 */
export function savDictionary(header: SavHeader, variables: readonly SavVariable[]): Uint8Array {
  const named = nameVariables(variables);
  const writer = new ByteWriter();
  const elements = named.reduce((sum, { segments }) => sum + segments.reduce((size, { width }) => size + elementsOf(width), 0), 0);
  writeHeader(writer, header, elements);
  for (const variable of named) writeVariable(writer, variable);
  writeValueLabels(writer, named);
  writeDocuments(writer, header.documents);
  extensionRecords(writer, named, header.caseCount);
  return writer.int32(999, 0).take();
}

function nameVariables(variables: readonly SavVariable[]): readonly NamedVariable[] {
  const claim = shortNames();
  let index = 1;
  return variables.map((variable) => {
    const firstElement = index;
    const widths = variable.kind === 'string' ? segmentWidths(variable.width) : [0];
    const segments = widths.map((width) => {
      index += elementsOf(width);
      return { shortName: claim(variable.column.name), width };
    });
    return { variable, segments, firstElement };
  });
}

function writeHeader(writer: ByteWriter, { fileLabel, createdOn, caseCount }: SavHeader, elements: number): void {
  const match = /^\d{2}(\d{2})-(\d{2})-(\d{2})$/.exec(createdOn);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match === null || month === undefined) throw new RangeError('The day of the export is no date of the form YYYY-MM-DD.');
  writer.padded('$FL2', 4).padded(PRODUCT, 60).int32(2, elements, 1, 0, caseCount ?? -1).float64(COMPRESSION_BIAS);
  writer.padded(`${match[3] ?? ''} ${month} ${match[1] ?? ''}`, 9).padded('00:00:00', 8);
  writer.padded(cutUtf8(oneLine(fileLabel), FILE_LABEL_BYTES), FILE_LABEL_BYTES).raw(new Uint8Array(3));
}

function writeVariable(writer: ByteWriter, { variable, segments }: NamedVariable): void {
  for (const [index, { shortName, width }] of segments.entries()) {
    const format = formatCode(segments.length === 1 ? variable.format : { ...variable.format, width });
    const label = index === 0 ? cutUtf8Visibly(oneLine(variable.column.label), LONGEST_VARIABLE_LABEL) : '';
    const missing = index === 0 ? missingOf(variable) : { count: 0, write: () => undefined };
    writer.int32(2, width, label === '' ? 0 : 1, missing.count, format, format).padded(shortName, 8);
    if (label !== '') writeCounted(writer, label, 4);
    missing.write(writer);
    for (let element = 1; element < elementsOf(width); element += 1) writer.int32(2, -1, 0, 0, format, format).padded('', 8);
  }
}

/** Length in bytes, the text, spaces up to a multiple. */
function writeCounted(writer: ByteWriter, text: string, multiple: number): void {
  const { length } = new TextEncoder().encode(text);
  writer.int32(length).padded(text, Math.ceil(length / multiple) * multiple);
}

function formatCode({ type, width, decimals }: SavFormat): number {
  return (type << 16) | (width << 8) | decimals;
}

interface MissingField {
  /** As the file counts: number of values, -2 a range, -3 a range and a value. */
  readonly count: number;
  readonly write: (writer: ByteWriter) => unknown;
}

function missingOf(variable: SavVariable): MissingField {
  if (variable.kind === 'number') return numericMissing(variable.missing);
  if (variable.width > SHORT_STRING) return { count: 0, write: () => undefined };
  const codes = variable.missing.map(({ code }) => String(code));
  return {
    count: codes.length,
    write: (writer) => {
      for (const code of codes) writer.padded(code, SHORT_STRING);
    },
  };
}

function numericMissing(missing: MissingValues): MissingField {
  if (missing.kind === 'discrete') return { count: missing.values.length, write: (writer) => writer.float64(...missing.values) };
  const { low, high, one } = missing;
  return one === null
    ? { count: -2, write: (writer) => writer.float64(low, high) }
    : { count: -3, write: (writer) => writer.float64(low, high, one) };
}

/** Labels of numbers and of strings up to eight bytes: record type 3 with the labels, 4 with the variable. */
function writeValueLabels(writer: ByteWriter, variables: readonly NamedVariable[]): void {
  for (const { variable, firstElement } of variables) {
    const labels = variable.kind === 'number' ? numberLabels(variable) : shortStringLabels(variable);
    if (labels.length === 0) continue;
    writer.int32(3, labels.length);
    for (const { value, label } of labels) {
      const text = cutUtf8Visibly(oneLine(label), LONGEST_VALUE_LABEL);
      const { length } = new TextEncoder().encode(text);
      writer.raw(value).raw([length]).padded(text, Math.ceil((length + 1) / 8) * 8 - 1);
    }
    writer.int32(4, 1, firstElement);
  }
}

interface RawLabel {
  readonly value: Uint8Array;
  readonly label: string;
}

function numberLabels({ labels }: SavNumber): readonly RawLabel[] {
  return labels.map(([value, label]) => ({ value: new ByteWriter().float64(value).take(), label }));
}

function shortStringLabels({ missing, width }: SavString): readonly RawLabel[] {
  if (width > SHORT_STRING) return [];
  return missing.map(({ code, label }) => ({ value: new ByteWriter().padded(String(code), SHORT_STRING).take(), label }));
}

function writeDocuments(writer: ByteWriter, documents: readonly string[]): void {
  const lines = documents.flatMap((text) => wrappedLines(oneLine(text)));
  if (lines.length === 0) return;
  writer.int32(6, lines.length);
  for (const line of lines) writer.padded(line, DOCUMENT_LINE_BYTES);
}

/** Lines of at most 80 bytes, broken between words; a longer word is broken inside. */
function wrappedLines(text: string): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '') {
    const fitting = cutUtf8(rest, DOCUMENT_LINE_BYTES);
    const space = fitting.length === rest.length ? -1 : fitting.lastIndexOf(' ');
    const line = space > 0 ? fitting.slice(0, space) : fitting;
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
}
