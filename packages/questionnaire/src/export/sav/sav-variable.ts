import { exportWords } from '../table/export-words.js';
import type { AnswerTable, TableCode, TableColumn, ValueColumn } from '../table/table-column.js';
import { columnNumbers } from './code-numbers.js';
import type { MissingValues } from './missing-values.js';
import { LONGEST_STRING } from './string-segments.js';

/** Print formats of SPSS that are used here: their number in the file. EDATE is `dd.mm.yyyy`. */
export const SAV_FORMAT = { A: 1, F: 5, EDATE: 38 } as const;

export interface SavFormat {
  readonly type: (typeof SAV_FORMAT)[keyof typeof SAV_FORMAT];
  readonly width: number;
  readonly decimals: number;
}

interface SavVariableBase {
  readonly column: TableColumn;
  readonly format: SavFormat;
  /** Attributes of the variable (SPSS: VARIABLE ATTRIBUTE), name → values. */
  readonly attributes: readonly (readonly [name: string, values: readonly string[]])[];
}

/** A numeric variable. */
export interface SavNumber extends SavVariableBase {
  readonly kind: 'number';
  /** Code → number; null = system-missing. */
  readonly numbers: ReadonlyMap<TableCode, number | null>;
  readonly labels: readonly (readonly [value: number, label: string])[];
  readonly missing: MissingValues;
  /** Number of a date SPSS cannot hold; null for anything but dates. */
  readonly tooEarly: number | null;
}

/**
 * A string variable. A text that is not answered is blank, which no answer is; only "not shown" is a declared missing value:
 * programs disagree on how more than one is written for strings above eight bytes (PSPP up to 1.6 against SPSS).
 */
export interface SavString extends SavVariableBase {
  readonly kind: 'string';
  /** Bytes of UTF-8, 1 to 32,767. */
  readonly width: number;
  /** None or one. */
  readonly missing: readonly TableCode[];
}

export type SavVariable = SavNumber | SavString;

/** Bytes of UTF-8. */
export const LONGEST_VALUE_LABEL = 120;
export const LONGEST_VARIABLE_LABEL = 255;

const BYTES_PER_UTF16_UNIT = 3;
const WEEK_WIDTH = 8;
const DATE_MISSING = { 'not-answered': -9, 'not-shown': -8 } as const;
const TOO_EARLY = -7;

/** The SPSS variables of a table, one per column in its order. */
export function savVariables(table: AnswerTable): readonly SavVariable[] {
  return table.columns.map((column) => savVariable(column, table.language));
}

function savVariable(column: TableColumn, language: string): SavVariable {
  if (column.kind !== 'value') return column.codes.length === 0 ? stringVariable(column, WEEK_WIDTH) : codeVariable(column);
  if (column.value.kind === 'text') {
    const { maxLength } = column.value;
    return stringVariable(column, maxLength > 0 ? Math.min(maxLength * BYTES_PER_UTF16_UNIT, LONGEST_STRING) : LONGEST_STRING);
  }
  return column.value.kind === 'date' ? dateVariable(column, language) : numberVariable(column);
}

function stringVariable(column: TableColumn, width: number): SavString {
  return {
    kind: 'string',
    column,
    width,
    missing: column.codes.filter(({ missing }) => missing === 'not-shown'),
    format: { type: SAV_FORMAT.A, width: Math.min(width, 255), decimals: 0 },
    attributes: labelAttributes(column, []),
  };
}

function codeVariable(column: TableColumn): SavNumber {
  const { numbers, missing } = columnNumbers(column);
  const labelled = column.codes.flatMap((code): readonly (readonly [number, string])[] => {
    const number = numbers.get(code) ?? null;
    return number === null ? [] : [[number, code.label]];
  });
  const digits = labelled.reduce((most, [number]) => Math.max(most, String(number).length), 2);
  const renumbered = column.codes.flatMap((code) => {
    const number = numbers.get(code) ?? null;
    return String(number) === String(code.code) ? [] : [`${number === null ? 'SYSMIS' : String(number)}=${String(code.code)}`];
  });
  const whole = labelled.every(([number]) => Number.isInteger(number));
  return {
    kind: 'number',
    column,
    numbers,
    missing,
    labels: labelled,
    tooEarly: null,
    format: { type: SAV_FORMAT.F, width: whole ? digits : Math.max(digits, 8), decimals: whole ? 0 : 2 },
    attributes: [...(renumbered.length === 0 ? [] : [['OriginalCode', renumbered] as const]), ...labelAttributes(column, labelled)],
  };
}

function numberVariable(column: ValueColumn): SavNumber {
  const numbers = new Map(column.codes.map((code) => [code, Number(code.code)]));
  const labels = column.codes.map((code): readonly [number, string] => [Number(code.code), code.label]);
  const whole = column.value.kind === 'number' && column.value.whole;
  return {
    kind: 'number',
    column,
    numbers,
    labels,
    missing: { kind: 'discrete', values: [...numbers.values()] },
    tooEarly: null,
    format: { type: SAV_FORMAT.F, width: whole ? 11 : 16, decimals: whole ? 0 : 2 },
    attributes: labelAttributes(column, labels),
  };
}

function dateVariable(column: ValueColumn, language: string): SavNumber {
  const numbers = new Map(column.codes.map((code) => [code, code.missing === 'not-shown' ? DATE_MISSING['not-shown'] : DATE_MISSING['not-answered']]));
  const labels = [...column.codes.map((code): readonly [number, string] => [numbers.get(code) ?? 0, code.label]), [TOO_EARLY, exportWords(language).beforeSpss] as const];
  return {
    kind: 'number',
    column,
    numbers,
    labels,
    missing: { kind: 'discrete', values: [...numbers.values(), TOO_EARLY] },
    tooEarly: TOO_EARLY,
    format: { type: SAV_FORMAT.EDATE, width: 10, decimals: 0 },
    attributes: labelAttributes(column, labels),
  };
}

/** Labels that SPSS cuts stand in full in attributes, so that none is lost. */
function labelAttributes(column: TableColumn, labels: readonly (readonly [number, string])[]): SavVariableBase['attributes'] {
  const encoder = new TextEncoder();
  const cut = labels.filter(([, label]) => encoder.encode(label).length > LONGEST_VALUE_LABEL);
  return [
    ...(encoder.encode(column.label).length > LONGEST_VARIABLE_LABEL ? [['FullLabel', [column.label]] as const] : []),
    ...(cut.length > 0 ? [['FullValueLabel', cut.map(([value, label]) => `${String(value)}=${label}`)] as const] : []),
  ];
}
