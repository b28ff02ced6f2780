import type { AnswerCode } from '@stadtteilstimme/domain';
import type { ReportBuilder } from './import-report.js';

/** Longest code of an answer in UTF-16 code units, as the codebook has it. */
const MAX_CODE_LENGTH = 200;

/** Keys every object already has; a code of that name would hide them where codes are keys. */
const OBJECT_KEYS = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A whole number written in the one usual way: `7`, `-1`, not `07` or `1e3`. */
const WHOLE = /^(0|-?[1-9]\d{0,8})$/;

/** One answer, row or column before it has its final code. */
export interface ForeignChoice<T> {
  readonly code: AnswerCode;
  readonly data: T;
}

/** The same with its code. */
export interface CodedChoice<T> {
  /** As it stands in the file, written as a text. */
  readonly foreign: string;
  readonly code: AnswerCode;
  readonly data: T;
}

/** How the codes of a list become ours. */
export interface CodeRules {
  /** Codes that built-in answers of the question use. */
  readonly reserved?: readonly string[];
  /** Codes are keys of an answer object and stay texts. */
  readonly rows?: boolean;
  /** The format has no numbers, only digits: a list of nothing but whole numbers becomes numbers. */
  readonly digitsAreNumbers?: boolean;
}

/**
 * Gives every answer of one question its code. Codes stay as they are. One that is empty, too long, has blanks at its ends,
 * control characters or a `|` (which separates code and text in SurveyJS), or that another answer of the question or every
 * object has (`constructor`), is changed and reported with old and new.
 */
export function codedChoices<T>(
  choices: readonly ForeignChoice<T>[],
  place: string,
  report: ReportBuilder,
  { reserved = [], rows = false, digitsAreNumbers = false }: CodeRules = {},
): readonly CodedChoice<T>[] {
  const taken = new Set<string>([...reserved, ...OBJECT_KEYS]);
  const written = choices.map(({ code }) => String(code));
  const legal = written.map(legalCode);
  const wanted = new Set(legal.filter((code, index) => code === written[index]));
  const coded = choices.map(({ code: original, data }, index) => {
    const foreign = written[index] ?? '';
    let code = legal[index] ?? '_';
    const unchanged = code === foreign && !taken.has(code);
    // A changed code never takes the place of one that is legal as it is.
    if (!unchanged) code = freeCode(code, (candidate) => taken.has(candidate) || (candidate !== foreign && wanted.has(candidate)));
    taken.add(code);
    if (code !== foreign) report.changed(place, 'code-changed', { was: foreign, now: code });
    return { foreign, code: code === foreign && !rows ? original : code, data };
  });
  const numeric = digitsAreNumbers && !rows && coded.length > 0 && coded.every(({ code }) => WHOLE.test(String(code)));
  return numeric ? coded.map((choice) => ({ ...choice, code: Number(choice.code) })) : coded;
}

function legalCode(code: string): string {
  const clean = code.replaceAll(/[\p{Cc}\p{Cs}|]/gu, '_').trim().slice(0, MAX_CODE_LENGTH).trim();
  return clean === '' ? '_' : clean;
}

function freeCode(wanted: string, isTaken: (code: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    const suffix = `_${n}`;
    const code = wanted.slice(0, MAX_CODE_LENGTH - suffix.length) + suffix;
    if (!isTaken(code)) return code;
  }
}

/** Codes of the file → codes here; of two answers with one code the first. */
export function newCodes(coded: readonly CodedChoice<unknown>[]): ReadonlyMap<string, AnswerCode> {
  return new Map([...coded].reverse().map(({ foreign, code }) => [foreign, code]));
}
