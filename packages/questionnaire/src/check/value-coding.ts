import { NOT_ANSWERED } from '@stadtteilstimme/domain';
import type { AnswerValue, CodebookQuestion, ValueRule } from '@stadtteilstimme/domain';
import { isCalendarDate } from '../calendar-value.js';
import type { ProblemList } from './answer-problem.js';
import { acceptFreeText } from './free-text.js';
import type { Coding, Column } from './coding.js';

/**
 * A number, a date or a text within its limits; the byte says that there is one.
 * @throws {Error} when the codebook does not say which values the question takes.
 */
export function valueCoding(question: CodebookQuestion, [column]: readonly Column[]): Coding {
  const rule = question.value;
  if (rule === undefined || rule.kind !== question.type) throw new Error(`The codebook does not say which values question ${question.name} takes.`);
  const given = column?.variable.codes[0]?.position ?? NOT_ANSWERED;
  return {
    accept: acceptor(rule, question.name),
    encode: (value, vector) => {
      if (column && value !== undefined) vector[column.index] = given;
    },
  };
}

function acceptor(rule: ValueRule, place: string): (value: unknown, problems: ProblemList) => AnswerValue | undefined {
  switch (rule.kind) {
    case 'number':
      return (value, problems) => acceptNumber(value, rule, place, problems);
    case 'date':
      return (value, problems) => acceptDate(value, rule, place, problems);
    case 'text':
      return (value, problems) => {
        const text = acceptFreeText(value, place, rule.maxLength, problems);
        if (text === undefined || rule.multiline || !/[\r\n]/.test(text)) return text;
        problems.add('wrong-type', place);
        return undefined;
      };
  }
}

/** A JSON number, never a text: the screen turns what was typed, also digits of other scripts, into a number. */
function acceptNumber(value: unknown, { whole, min, max }: Extract<ValueRule, { kind: 'number' }>, place: string, problems: ProblemList): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number') {
    problems.add('wrong-type', place);
    return undefined;
  }
  // Beyond 2^53 neighbours cannot be told apart, here nor in any statistics program.
  const fits = Math.abs(value) <= Number.MAX_SAFE_INTEGER && (!whole || Number.isInteger(value));
  if (fits && (min === null || value >= min) && (max === null || value <= max)) return value === 0 ? 0 : value;
  problems.add('out-of-range', place);
  return undefined;
}

/** ISO dates sort as texts. */
function acceptDate(value: unknown, { min, max }: Extract<ValueRule, { kind: 'date' }>, place: string, problems: ProblemList): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !isCalendarDate(value)) problems.add('wrong-type', place);
  else if ((min !== null && value < min) || (max !== null && value > max)) problems.add('out-of-range', place);
  else return value;
  return undefined;
}
