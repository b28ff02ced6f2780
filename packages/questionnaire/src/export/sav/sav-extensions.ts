import { oneLine } from '../table/one-line.js';
import { ByteWriter } from './byte-writer.js';
import { cutUtf8Visibly } from './cut-utf8.js';
import { multipleResponseSets } from './multiple-response-sets.js';
import type { NamedVariable } from './named-variable.js';
import { LONGEST_VALUE_LABEL, type SavString, type SavVariable } from './sav-variable.js';

const SUBTYPE = {
  integers: 3, floats: 4, multipleResponse: 7, display: 11, longNames: 13, veryLongStrings: 14, caseCount: 16, attributes: 18, encoding: 20, longStringLabels: 21, longStringMissing: 22,
} as const;
const UTF_8 = 65001;
const SHORT_STRING = 8;
const MEASURE = { nominal: 1, ordinal: 2, scale: 3, date: 3, text: 1 } as const;
const LEFT = 0;
const RIGHT = 1;
const WIDEST_COLUMN = 40;

/** Writes the extension records (type 7) of the dictionary. */
export function extensionRecords(writer: ByteWriter, variables: readonly NamedVariable[], caseCount: number | null): void {
  extension(writer, SUBTYPE.integers, 4, new ByteWriter().int32(1, 0, 0, -1, 1, 1, 2, UTF_8));
  extension(writer, SUBTYPE.floats, 8, new ByteWriter().float64(-Number.MAX_VALUE, Number.MAX_VALUE, secondLowest()));
  const sets = multipleResponseSets(variables);
  if (sets !== '') extension(writer, SUBTYPE.multipleResponse, 1, text(sets));
  extension(writer, SUBTYPE.display, 4, displayParameters(variables));
  extension(writer, SUBTYPE.longNames, 1, text(variables.map(({ variable, segments }) => `${segments[0]?.shortName ?? ''}=${variable.column.name}`).join('\t')));
  const veryLong = variables.filter(({ segments }) => segments.length > 1);
  if (veryLong.length > 0) extension(writer, SUBTYPE.veryLongStrings, 1, text(veryLong.map(veryLongString).join('')));
  if (caseCount !== null) extension(writer, SUBTYPE.caseCount, 8, caseCounts(caseCount));
  const attributes = variables.flatMap(({ variable }) => variableAttributes(variable));
  if (attributes.length > 0) extension(writer, SUBTYPE.attributes, 1, text(attributes.join('/')));
  extension(writer, SUBTYPE.encoding, 1, text('UTF-8'));
  const long = variables.flatMap(({ variable }) => (variable.kind === 'string' && variable.width > SHORT_STRING && variable.missing.length > 0 ? [variable] : []));
  if (long.length === 0) return;
  extension(writer, SUBTYPE.longStringLabels, 1, longStringLabels(long));
  extension(writer, SUBTYPE.longStringMissing, 1, longStringMissing(long));
}

function extension(writer: ByteWriter, subtype: number, size: number, content: ByteWriter): void {
  const bytes = content.take();
  writer.int32(7, subtype, size, bytes.length / size).raw(bytes);
}

function text(content: string): ByteWriter {
  return new ByteWriter().raw(new TextEncoder().encode(content));
}

/** The lowest number but one: SPSS's mark for LOWEST, since the lowest itself is system-missing. */
function secondLowest(): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, -Number.MAX_VALUE);
  view.setBigUint64(0, view.getBigUint64(0) - 1n);
  return view.getFloat64(0);
}

/** Measurement level, column width and alignment of every variable and segment. */
function displayParameters(variables: readonly NamedVariable[]): ByteWriter {
  const writer = new ByteWriter();
  for (const { variable, segments } of variables) {
    const width = Math.min(Math.max(variable.format.width, 8), WIDEST_COLUMN);
    const parameters = [MEASURE[variable.column.measurement], width, variable.kind === 'number' ? RIGHT : LEFT];
    writer.int32(...segments.flatMap(() => parameters));
  }
  return writer;
}

function veryLongString({ variable, segments }: NamedVariable): string {
  const width = variable.kind === 'string' ? variable.width : 0;
  return `${segments[0]?.shortName ?? ''}=${String(width).padStart(5, '0')}\0\t`;
}

function caseCounts(count: number): ByteWriter {
  const words = (value: number) => [value % 2 ** 32 | 0, Math.floor(value / 2 ** 32)];
  return new ByteWriter().int32(...words(1), ...words(count));
}

/** `name:Attribute('value'⏎'value'⏎)`; a value is one line. */
function variableAttributes({ column, attributes }: SavVariable): readonly string[] {
  if (attributes.length === 0) return [];
  const written = attributes.map(([name, values]) => `${name}(${values.map((value) => `'${oneLine(value)}'\n`).join('')})`);
  return [`${column.name}:${written.join('')}`];
}

function longStringLabels(variables: readonly SavString[]): ByteWriter {
  const writer = new ByteWriter();
  for (const { column, width, missing } of variables) {
    counted(writer, column.name).int32(width, missing.length);
    for (const { code, label } of missing) {
      writer.int32(width).padded(String(code), width);
      counted(writer, cutUtf8Visibly(oneLine(label), LONGEST_VALUE_LABEL));
    }
  }
  return writer;
}

function longStringMissing(variables: readonly SavString[]): ByteWriter {
  const writer = new ByteWriter();
  for (const { column, missing } of variables) {
    counted(writer, column.name).raw([missing.length]).int32(SHORT_STRING);
    for (const { code } of missing) writer.padded(String(code), SHORT_STRING);
  }
  return writer;
}

function counted(writer: ByteWriter, content: string): ByteWriter {
  const bytes = new TextEncoder().encode(content);
  return writer.int32(bytes.length).raw(bytes);
}
