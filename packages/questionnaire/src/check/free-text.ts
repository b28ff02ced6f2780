import type { ProblemList } from './answer-problem.js';

/**
 * Control characters and half surrogate pairs: PostgreSQL refuses NUL and broken pairs in jsonb, and nobody types the
 * rest. Tab and line breaks are text.
 */
const NOT_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** White space round a text that is cut off, in UTF-16 code units. */
const MOST_WHITE_SPACE = 1000;

/**
 * The text trimmed, with `\n` as line break; undefined when there is none or it was refused.
 * Length is counted in UTF-16 code units, as the text area on the screen does.
 */
export function acceptFreeText(value: unknown, place: string, maxLength: number, problems: ProblemList): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    problems.add('wrong-type', place);
    return undefined;
  }
  // So much white space was not typed: it is not even read.
  if (value.length > 2 * maxLength + MOST_WHITE_SPACE) {
    problems.add('text-too-long', place);
    return undefined;
  }
  const text = value.replaceAll('\r\n', '\n').trim();
  if (text.length > maxLength) problems.add('text-too-long', place);
  else if (NOT_TEXT.test(text)) problems.add('wrong-type', place);
  else return text === '' ? undefined : text;
  return undefined;
}
