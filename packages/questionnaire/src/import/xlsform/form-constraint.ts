import { isCalendarDate } from '../../calendar-value.js';

/** Limits that a constraint sets; null = none. Numbers, dates and counts are inclusive. */
export interface ConstraintLimits {
  readonly min: number | null;
  readonly max: number | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly maxLength: number | null;
  readonly minTicks: number | null;
  readonly maxTicks: number | null;
  /** Answers that allow no other beside them. */
  readonly exclusive: readonly string[];
}

export interface ReadConstraint {
  readonly limits: ConstraintLimits;
  /** Parts of the constraint that could be read, and those that could not, in words of the form. */
  readonly understood: readonly string[];
  readonly leftOver: readonly string[];
}

const NONE: ConstraintLimits = { min: null, max: null, earliest: null, latest: null, maxLength: null, minTicks: null, maxTicks: null, exclusive: [] };

const COMPARISON = /^(\.|string-length\(\s*\.\s*\)|count-selected\(\s*\.\s*\))\s*(<=|>=|<|>|=)\s*(-?\d{1,12}(?:\.\d{1,8})?)$/;
const DATE_COMPARISON = /^\.\s*(<=|>=)\s*(?:date\(\s*)?['"](\d{4}-\d{2}-\d{2})['"]\s*\)?$/;
const EXCLUSIVE = /^not\(\s*selected\(\s*\.\s*,\s*['"]([^'"]{1,200})['"]\s*\)\s+and\s+count-selected\(\s*\.\s*\)\s*>\s*1\s*\)$/;

/**
 * Reads a constraint of the simple kind: parts joined by `and`, each a range of the answer (`. >= 0`), of its length, of the
 * number of ticks, or "this answer excludes the others".
 * @param isWhole answers are whole numbers, so `. > 0` is the same as `. >= 1`
 */
export function readConstraint(constraint: string, isWhole: boolean): ReadConstraint {
  let limits = NONE;
  const understood: string[] = [];
  const leftOver: string[] = [];
  for (const part of partsOf(constraint)) {
    const more = limitOf(part, isWhole);
    if (more === null) leftOver.push(part);
    else {
      understood.push(part);
      limits = narrowed(limits, more);
    }
  }
  return { limits, understood, leftOver };
}

/**
 * Splits at `and` outside brackets and quotes, and takes away brackets around the whole. With an `or` there the parts do not
 * all have to hold: the whole is one part, which nothing can read.
 */
function partsOf(constraint: string): readonly string[] {
  const bare = withoutBrackets(constraint.trim());
  const parts: string[] = [];
  let [depth, start, quote] = [0, 0, ''];
  for (let at = 0; at < bare.length; at += 1) {
    const character = bare.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0 && /^\sand[\s(]/i.test(bare.slice(at, at + 5))) {
      parts.push(bare.slice(start, at));
      start = at + 4;
    } else if (depth === 0 && /^\sor[\s(]/i.test(bare.slice(at, at + 4))) return [bare];
  }
  return [...parts, bare.slice(start)].map((part) => withoutBrackets(part.trim()));
}

function withoutBrackets(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at === text.length - 1 ? text.slice(1, -1).trim() : text;
  }
  return text;
}

function limitOf(part: string, isWhole: boolean): Partial<ConstraintLimits> | null {
  const exclusive = EXCLUSIVE.exec(part)?.[1];
  if (exclusive !== undefined) return { exclusive: [exclusive] };
  const date = DATE_COMPARISON.exec(part);
  if (date?.[2] !== undefined && isCalendarDate(date[2])) return date[1] === '<=' ? { latest: date[2] } : { earliest: date[2] };
  const [, subject = '', operator = '', number = ''] = COMPARISON.exec(part) ?? [];
  if (subject === '') return null;
  const counts = subject !== '.';
  const value = Number(number);
  if ((operator === '<' || operator === '>') && !((isWhole || counts) && Number.isInteger(value))) return null;
  const limit = operator === '<' ? value - 1 : operator === '>' ? value + 1 : value;
  const lower = operator.startsWith('>') || operator === '=';
  const upper = operator.startsWith('<') || operator === '=';
  if (subject.startsWith('string-length')) return upper && !lower && limit >= 1 ? { maxLength: limit } : lower && limit <= 1 && !upper ? {} : null;
  if (subject.startsWith('count-selected')) return { ...(lower ? { minTicks: limit } : {}), ...(upper ? { maxTicks: limit } : {}) };
  return { ...(lower ? { min: limit } : {}), ...(upper ? { max: limit } : {}) };
}

function narrowed(limits: ConstraintLimits, more: Partial<ConstraintLimits>): ConstraintLimits {
  const higher = <T extends number | string>(a: T | null, b: T | null | undefined): T | null => (b === null || b === undefined ? a : a === null || b > a ? b : a);
  const lower = <T extends number | string>(a: T | null, b: T | null | undefined): T | null => (b === null || b === undefined ? a : a === null || b < a ? b : a);
  return {
    min: higher(limits.min, more.min),
    max: lower(limits.max, more.max),
    earliest: higher(limits.earliest, more.earliest),
    latest: lower(limits.latest, more.latest),
    maxLength: lower(limits.maxLength, more.maxLength),
    minTicks: higher(limits.minTicks, more.minTicks),
    maxTicks: lower(limits.maxTicks, more.maxTicks),
    exclusive: [...limits.exclusive, ...(more.exclusive ?? [])],
  };
}
