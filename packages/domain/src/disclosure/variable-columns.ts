import { BYTES } from '../tabulation/counts.js';
import { NOT_ANSWERED, type Variable, type VariableCode } from '../survey/codebook.js';
import { countTable, type CountTable, type TableColumn } from './count-table.js';

export const ASKED = 'asked';
export const BASE = 'base';
export const NOT_ANSWERED_KEY = 'not-answered';
export const DISAGREE = 'disagree';
export const AGREE = 'agree';

/** Column key of a code. */
export function codeKey(code: VariableCode): string {
  return `code:${String(code.code)}`;
}

/** Valid codes: judgements, the base of percentages. */
export function validCodes(variable: Variable): readonly VariableCode[] {
  return variable.codes.filter(({ missing }) => missing === null);
}

/** The codes below, at and above the middle of an ordered five-point scale; null for any other variable. */
export interface FivePoints {
  readonly below: readonly VariableCode[];
  readonly middle: VariableCode;
  readonly above: readonly VariableCode[];
}

export function fivePoints(variable: Variable): FivePoints | null {
  const codes = validCodes(variable);
  if (variable.measurement !== 'ordinal' || variable.scale === null || codes.length !== 5) return null;
  const centre = (variable.scale.min + variable.scale.max) / 2;
  const middle = codes.find(({ code }) => code === centre);
  const below = codes.filter(({ code }) => typeof code === 'number' && code < centre);
  const above = codes.filter(({ code }) => typeof code === 'number' && code > centre);
  return middle !== undefined && below.length === 2 && above.length === 2 ? { below, middle, above } : null;
}

/** The middle code is its own sum, so it has no second column. */
function judgementColumns(variable: Variable, base: number): TableColumn[] {
  const points = fivePoints(variable);
  if (points === null) return validCodes(variable).map((code) => ({ key: codeKey(code), role: 'valid', parent: base }));
  return [
    { key: codeKey(points.middle), role: 'valid', parent: base },
    { key: DISAGREE, role: 'sum', parent: base },
    { key: AGREE, role: 'headline', parent: base },
    ...points.below.map((code) => ({ key: codeKey(code), role: 'valid' as const, parent: base + 2 })),
    ...points.above.map((code) => ({ key: codeKey(code), role: 'valid' as const, parent: base + 3 })),
  ];
}

/** Columns of a variable of its own: people asked → base → codes, beside the base the missing codes and no answer. */
export function variableColumns(variable: Variable): readonly TableColumn[] {
  const missing = variable.codes.filter((code) => code.missing !== null);
  return [
    { key: ASKED, role: 'total', parent: -1 },
    { key: BASE, role: 'base', parent: 0 },
    ...judgementColumns(variable, 1),
    ...missing.map((code) => ({ key: codeKey(code), role: 'aside' as const, parent: 0 })),
    { key: NOT_ANSWERED_KEY, role: 'aside', parent: 0 },
  ];
}

/** Columns all options of a multiple choice share: people asked → who answered, who did not. */
export const QUESTION_COLUMNS: readonly TableColumn[] = [
  { key: ASKED, role: 'total', parent: -1 },
  { key: BASE, role: 'base', parent: 0 },
  { key: NOT_ANSWERED_KEY, role: 'aside', parent: 0 },
];

/** Columns of one option: people who answered the question → ticked or not. */
export function optionColumns(option: Variable): readonly TableColumn[] {
  return [{ key: BASE, role: 'base', parent: -1 }, ...option.codes.map((code) => ({ key: codeKey(code), role: 'valid' as const, parent: 0 }))];
}

/** Table of a variable from its raw counts per byte. */
export function tableOf(columns: readonly TableColumn[], rows: readonly string[], variable: Variable, counts: Uint32Array): CountTable {
  const position = new Map(variable.codes.map((code) => [codeKey(code), code.position]));
  const at = (row: number, byte: number): number => counts[row * BYTES + byte] ?? 0;
  return countTable(columns, rows, (row, column) => {
    const key = columns[column]?.key ?? '';
    if (key === NOT_ANSWERED_KEY) return at(row, NOT_ANSWERED);
    // Only in the table that options share the base is not split up further.
    if (key === BASE) return variable.codes.reduce((sum, code) => sum + at(row, code.position), 0);
    return at(row, position.get(key) ?? NOT_ANSWERED);
  });
}
