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

/**
 * Whether ticking the option says that there is no judgement ("weiß nicht"). Only where it forbids every other tick: who ticked it
 * is then nobody else's tick, so counts alone tell how many people are left.
 */
export function isMissingOption({ part, option }: Variable): boolean {
  return part === 'option' && option !== null && option.missing !== null && option.exclusive;
}

/** Column of the people who ticked a missing option. */
export function missingOptionKey(option: Variable): string {
  return `missing:${option.name}`;
}

/** Columns all options of a multiple choice share: people asked → who ticked a judgement, each missing option, who did not answer. */
export function questionColumns(missingOptions: readonly Variable[]): readonly TableColumn[] {
  return [
    { key: ASKED, role: 'total', parent: -1 },
    { key: BASE, role: 'base', parent: 0 },
    ...missingOptions.map((option) => ({ key: missingOptionKey(option), role: 'aside' as const, parent: 0 })),
    { key: NOT_ANSWERED_KEY, role: 'aside', parent: 0 },
  ];
}

/** Columns of one option: people who ticked a judgement → this one or not. */
export function optionColumns(option: Variable): readonly TableColumn[] {
  return [{ key: BASE, role: 'base', parent: -1 }, ...option.codes.map((code) => ({ key: codeKey(code), role: 'valid' as const, parent: 0 }))];
}

/** Raw counts of one coded variable. */
export interface VariableCounts {
  readonly variable: Variable;
  readonly counts: Uint32Array;
}

function ticks({ variable, counts }: VariableCounts, row: number): number {
  const tick = variable.codes.find(({ code }) => code === 1);
  return tick === undefined ? 0 : (counts[row * BYTES + tick.position] ?? 0);
}

/** Table of `questionColumns`, counted with any one of the options: all know who answered. */
export function questionTable(rows: readonly string[], option: VariableCounts, missing: readonly VariableCounts[]): CountTable {
  const columns = questionColumns(missing.map(({ variable }) => variable));
  return countTable(columns, rows, (row, column) => {
    const key = columns[column]?.key ?? '';
    if (key === NOT_ANSWERED_KEY) return option.counts[row * BYTES + NOT_ANSWERED] ?? 0;
    if (key !== BASE) return missing.reduce((sum, each) => sum + (missingOptionKey(each.variable) === key ? ticks(each, row) : 0), 0);
    const answered = option.variable.codes.reduce((sum, { position }) => sum + (option.counts[row * BYTES + position] ?? 0), 0);
    return answered - missing.reduce((sum, each) => sum + ticks(each, row), 0);
  });
}

/** Table of `optionColumns`; who ticked a missing option did not tick this one and is taken out. */
export function optionTable(rows: readonly string[], option: VariableCounts, missing: readonly VariableCounts[]): CountTable {
  return countTable(optionColumns(option.variable), rows, (row, column) => {
    const code = option.variable.codes[column - 1];
    const people = code === undefined ? 0 : (option.counts[row * BYTES + code.position] ?? 0);
    return code?.code === 0 ? people - missing.reduce((sum, each) => sum + ticks(each, row), 0) : people;
  });
}

/** Table of a variable from its raw counts per byte. */
export function tableOf(columns: readonly TableColumn[], rows: readonly string[], variable: Variable, counts: Uint32Array): CountTable {
  const position = new Map(variable.codes.map((code) => [codeKey(code), code.position]));
  const at = (row: number, byte: number): number => counts[row * BYTES + byte] ?? 0;
  return countTable(columns, rows, (row, column) => {
    const key = columns[column]?.key ?? '';
    if (key === NOT_ANSWERED_KEY) return at(row, NOT_ANSWERED);
    return at(row, position.get(key) ?? NOT_ANSWERED);
  });
}
