import { NOT_ANSWERED } from '@stadtteilstimme/domain';
import type { AnswerValue, CodebookQuestion, VariableCode } from '@stadtteilstimme/domain';
import { answerCode } from './answer-code.js';
import type { ProblemList } from './answer-problem.js';
import type { Coding, Column } from './coding.js';

/** One code from a list; yes/no questions are answered with `true` (code 1) and `false` (code 0). */
export function singleCoding(question: CodebookQuestion, [column]: readonly Column[]): Coding {
  const codes = codeTable(column?.variable.codes ?? [], question.yesNo === true);
  return {
    accept: (value, problems) => {
      if (value === undefined) return undefined;
      const known = codes.byAnswer.get(value);
      if (known === undefined) problems.add(codes.refusal(value), question.name);
      // The codebook's own value, not the sender's: -0 becomes 0.
      return known?.answer;
    },
    encode: (value, vector) => {
      if (column) vector[column.index] = codes.byAnswer.get(value)?.position ?? NOT_ANSWERED;
    },
  };
}

/** The codes of a list by the answers that stand for them. */
export interface CodeTable {
  readonly byAnswer: ReadonlyMap<unknown, { readonly answer: string | number | boolean; readonly position: number }>;
  /** What is wrong with a value that is not in the list. */
  readonly refusal: (value: unknown) => 'out-of-range' | 'unknown-code' | 'wrong-type';
}

/** @param yesNo the codes 1 and 0 are answered with `true` and `false` */
export function codeTable(codes: readonly VariableCode[], yesNo: boolean): CodeTable {
  const entries = codes.map(({ code, position }) => ({ answer: yesNo ? code === 1 : code, position }));
  const types = new Set(entries.map(({ answer }) => typeof answer));
  return {
    byAnswer: new Map<unknown, (typeof entries)[number]>(entries.map((entry) => [entry.answer, entry])),
    refusal: (value) => {
      const type = typeof value;
      if (type === 'number' && types.has('number')) return 'out-of-range';
      return type === 'string' && types.has('string') ? 'unknown-code' : 'wrong-type';
    },
  };
}

interface Option {
  readonly code: string | number;
  readonly index: number;
  readonly exclusive: boolean;
  readonly column: Column;
}

/** A list of codes; an exclusive one stands alone and then needs no company. */
export function multipleCoding(question: CodebookQuestion, columns: readonly Column[]): Coding {
  const options = optionsOf(question, columns);
  const ticks = options.map(({ code, column }) => ({ code, index: column.index, off: positionOf(column, 0), on: positionOf(column, 1) }));
  const byCode = new Map<unknown, Option>(options.map((option) => [option.code, option]));
  return {
    accept: (value, problems) => {
      if (value === undefined) return undefined;
      const chosen = chosenOptions(value, question.name, byCode, problems);
      if (chosen === null || chosen.size === 0) return undefined;
      const hasExclusive = options.some((option) => option.exclusive && chosen.has(option));
      if (chosen.size > 1 && hasExclusive) problems.add('exclusive-choice', question.name);
      reportCount(chosen.size, question, hasExclusive, problems);
      // In the order of the codebook: the order of ticking says nothing about the answer and something about the person.
      return options.filter((option) => chosen.has(option)).map((option) => option.code);
    },
    encode: (value, vector) => {
      if (!isList(value)) return;
      const chosen = new Set(value);
      for (const tick of ticks) vector[tick.index] = chosen.has(tick.code) ? tick.on : tick.off;
    },
  };
}

/** A list of codes in order, the first on place 1; options left out of a partial ranking have no place. */
export function rankingCoding(question: CodebookQuestion, columns: readonly Column[]): Coding {
  const options = optionsOf(question, columns);
  const byCode = new Map<unknown, Option>(options.map((option) => [option.code, option]));
  return {
    accept: (value, problems) => {
      if (value === undefined) return undefined;
      const ranked = chosenOptions(value, question.name, byCode, problems);
      if (ranked === null || ranked.size === 0) return undefined;
      reportCount(ranked.size, question, false, problems);
      return [...ranked].map((option) => option.code);
    },
    encode: (value, vector) => {
      if (!isList(value)) return;
      for (const [place, code] of value.entries()) {
        const column = byCode.get(code)?.column;
        if (column) vector[column.index] = positionOf(column, place + 1);
      }
    },
  };
}

function isList(value: AnswerValue | undefined): value is readonly (string | number)[] {
  return Array.isArray(value);
}

function reportCount(count: number, { name, max, min }: CodebookQuestion, hasExclusive: boolean, problems: ProblemList): void {
  if (max !== null && count > max) problems.add('too-many-choices', name);
  if (min !== undefined && count < min && !hasExclusive) problems.add('too-few-choices', name);
}

function positionOf({ variable }: Column, code: number): number {
  return variable.codes.find((candidate) => candidate.code === code)?.position ?? NOT_ANSWERED;
}

function optionsOf({ name }: CodebookQuestion, columns: readonly Column[]): readonly Option[] {
  return columns.map((column) => {
    const { option } = column.variable;
    if (option === null) throw new Error(`Variable ${column.variable.name} of question ${name} has no option.`);
    return { code: answerCode(option), index: column.index, exclusive: option.exclusive, column };
  });
}

/**
 * The options named, in the order of the sender; null when the answer was refused. Looks at one entry more than there are
 * options: in a longer list one of these is unknown or stands there twice.
 */
function chosenOptions(value: unknown, place: string, byCode: ReadonlyMap<unknown, Option>, problems: ProblemList): ReadonlySet<Option> | null {
  if (!Array.isArray(value)) {
    problems.add('wrong-type', place);
    return null;
  }
  const chosen = new Set<Option>();
  let refused = false;
  for (let index = 0; index < value.length && index <= byCode.size; index += 1) {
    const code: unknown = value[index];
    const option = byCode.get(code);
    if (option === undefined) problems.add(typeof code === 'string' || typeof code === 'number' ? 'unknown-code' : 'wrong-type', place);
    else if (chosen.has(option)) problems.add('duplicate-choice', place);
    refused ||= option === undefined || chosen.has(option);
    if (option) chosen.add(option);
  }
  return refused ? null : chosen;
}
