import { NOT_ANSWERED as NO_ANSWER_BYTE, NOT_SHOWN as NOT_SHOWN_BYTE } from '@stadtteilstimme/domain';
import type { TableCode, TableColumn } from '../table/table-column.js';
import { type MissingValues, missingValues } from './missing-values.js';

/** How the codes of one column stand in an SPSS file. */
export interface CodeNumbers {
  /** Code → its number; null = system-missing. */
  readonly numbers: ReadonlyMap<TableCode, number | null>;
  readonly missing: MissingValues;
}

const INTEGER = /^(0|-?[1-9]\d{0,8})$/;
const NOT_ANSWERED = -9;
const NOT_SHOWN = -8;
/** Numbers of the missing options among words, in this order. */
const MISSING_NUMBERS = [-7, -6, -5, -4, -3, -2, -1];

/**
 * Numbers for the codes of a column: SPSS users count, tabulate and write syntax with numeric codes that carry labels; strings
 * with labels sort and compare badly and cannot be ordinal.
 *
 * Numbers stay what they are, also when they are written as words ("1"). Other words become their stored position, which no
 * later version moves: an option that is added in the middle changes no number of an older file. Words without a position
 * (districts, modes) become their place in the list. Missing options among words become -7, -6, … in the order of their
 * positions; not answered is -9, not shown -8.
 * SPSS declares at most three missing values, or one range and one value. Where there are more: not shown (-8) becomes
 * system-missing, SPSS's own "no value"; where that is not enough all missing codes are numbered anew, downwards from below
 * the lowest code, so that one range holds them. Whoever writes the file keeps the original codes as attributes.
 * @param positions code → its stored position, 1 to 250
 */
export function codeNumbers(codes: readonly TableCode[], positions: ReadonlyMap<TableCode, number> = new Map()): CodeNumbers {
  const numbers = plainNumbers(codes, positions);
  return declared(codes, numbers) ?? declared(codes, withoutNotShown(numbers)) ?? numberedAnew(codes, numbers);
}

/** The numbers of a column's codes, with the stored positions of its codebook: the same in every file of every version. */
export function columnNumbers(column: TableColumn): CodeNumbers {
  if (column.kind !== 'coded') return codeNumbers(column.codes);
  const isStored = (byte: number) => byte !== NO_ANSWER_BYTE && byte !== NOT_SHOWN_BYTE;
  return codeNumbers(column.codes, new Map(column.codeOfByte.flatMap((code, byte) => (code !== undefined && isStored(byte) ? [[code, byte] as const] : []))));
}

function plainNumbers(codes: readonly TableCode[], positions: ReadonlyMap<TableCode, number>): ReadonlyMap<TableCode, number> {
  const answers = codes.filter(({ missing }) => missing === null);
  const kept = answers.every(({ code }) => isNumber(code));
  const numbers = new Map<TableCode, number>(answers.map((code, index) => [code, kept ? Number(code.code) : (positions.get(code) ?? index + 1)]));
  const taken = new Set(numbers.values());
  const missing = codes.filter((code) => code.missing !== null).sort((left, right) => (positions.get(left) ?? Infinity) - (positions.get(right) ?? Infinity) || 0);
  for (const code of missing) {
    const wished = typeof code.code === 'number' ? code.code : code.missing === 'not-answered' ? NOT_ANSWERED : code.missing === 'not-shown' ? NOT_SHOWN : null;
    const number = wished !== null && !taken.has(wished) ? wished : kept && isNumber(code.code) && !taken.has(Number(code.code)) ? Number(code.code) : nextFree(taken);
    taken.add(number);
    numbers.set(code, number);
  }
  return numbers;
}

function isNumber(code: string | number): boolean {
  return typeof code === 'number' || INTEGER.test(code);
}

function nextFree(taken: ReadonlySet<number>): number {
  const near = MISSING_NUMBERS.find((number) => !taken.has(number));
  if (near !== undefined) return near;
  let number = -10;
  while (taken.has(number)) number -= 1;
  return number;
}

function declared(codes: readonly TableCode[], numbers: ReadonlyMap<TableCode, number | null>): CodeNumbers | null {
  const of = (isMissing: boolean) => codes.filter(({ missing }) => (missing !== null) === isMissing).map((code) => numbers.get(code) ?? null);
  const missing = missingValues(of(true).filter((number) => number !== null), of(false).filter((number) => number !== null));
  return missing === null ? null : { numbers, missing };
}

function withoutNotShown(numbers: ReadonlyMap<TableCode, number>): ReadonlyMap<TableCode, number | null> {
  return new Map(Array.from(numbers, ([code, number]) => [code, code.missing === 'not-shown' ? null : number]));
}

function numberedAnew(codes: readonly TableCode[], plain: ReadonlyMap<TableCode, number>): CodeNumbers {
  const numbers = new Map(plain);
  const answers = codes.filter(({ missing }) => missing === null).map((code) => plain.get(code) ?? 0);
  const high = Math.min(NOT_SHOWN, Math.floor(Math.min(...answers)) - 1);
  const missing = codes.filter((code) => code.missing !== null);
  for (const [index, code] of missing.entries()) numbers.set(code, high - index);
  return { numbers, missing: { kind: 'range', low: high - missing.length + 1, high, one: null } };
}
