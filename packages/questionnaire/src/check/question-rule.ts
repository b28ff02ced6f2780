import type { AnswerCode, AnswerValue, Codebook, CodebookQuestion, Variable } from '@stadtteilstimme/domain';
import { NOT_ANSWERED } from '@stadtteilstimme/domain';
import type { ProblemList } from './answer-problem.js';

/** A variable of the coded vector and its place in it. */
export interface Column {
  readonly variable: Variable;
  readonly index: number;
}

/** How one question is checked and coded; all look-ups are prepared. */
export interface QuestionRule {
  readonly question: CodebookQuestion;
  readonly columns: readonly Column[];
  /** The option the free text belongs to; null = no free text. */
  readonly commentOption: string | null;
  /** The answer in its normal form, or undefined when there is none or it was refused. */
  readonly accept: (value: unknown, problems: ProblemList) => AnswerValue | undefined;
  /** Writes the positions of an accepted answer. */
  readonly encode: (value: AnswerValue | undefined, vector: Uint8Array) => void;
}

/**
 * Prepares the rule of one question.
 * @throws {Error} when the codebook has no variable for it.
 */
export function questionRule(question: CodebookQuestion, codebook: Codebook, columns: readonly Column[]): QuestionRule {
  const own = columns.filter(({ variable }) => variable.question === question.name);
  if (own.length === 0) throw new Error(`The codebook has no variable for question ${question.name}.`);
  const text = codebook.variables.find((variable) => variable.part === 'text' && variable.question === question.commentKey);
  const coding = question.type === 'multiple' ? multipleCoding(question, own) : singleCoding(question, own);
  return { question, columns: own, commentOption: text?.option?.code ?? null, ...coding };
}

type Coding = Pick<QuestionRule, 'accept' | 'encode'>;

function singleCoding(question: CodebookQuestion, [column]: readonly Column[]): Coding {
  const codes = column?.variable.codes ?? [];
  const byCode = new Map<unknown, { readonly code: AnswerCode; readonly position: number }>(codes.map((code) => [code.code, code]));
  const types = new Set(codes.map((code) => typeof code.code));
  const place = question.name;
  return {
    accept: (value, problems) => {
      if (value === undefined) return undefined;
      const known = byCode.get(value);
      // The codebook's own value, not the sender's: -0 becomes 0.
      if (known) return known.code;
      const type = typeof value;
      if (type === 'number' && types.has('number')) problems.add('out-of-range', place);
      else if (type === 'string' && types.has('string')) problems.add('unknown-code', place);
      else problems.add('wrong-type', place);
      return undefined;
    },
    encode: (value, vector) => {
      if (column) vector[column.index] = byCode.get(value)?.position ?? NOT_ANSWERED;
    },
  };
}

interface Tick {
  readonly code: string;
  readonly index: number;
  readonly exclusive: boolean;
  /** Positions of the codes 0 and 1. */
  readonly off: number;
  readonly on: number;
}

function multipleCoding(question: CodebookQuestion, columns: readonly Column[]): Coding {
  const ticks = columns.map((column) => tickOf(column));
  const byCode = new Map<unknown, Tick>(ticks.map((tick) => [tick.code, tick]));
  return {
    accept: (value, problems) => {
      if (value === undefined) return undefined;
      const chosen = chosenTicks(value, question.name, byCode, problems);
      if (chosen === null) return undefined;
      if (chosen.size > 1 && [...chosen].some((tick) => tick.exclusive)) problems.add('exclusive-choice', question.name);
      if (question.max !== null && chosen.size > question.max) problems.add('too-many-choices', question.name);
      // In the order of the codebook: the order of ticking says nothing about the answer and something about the person.
      return chosen.size === 0 ? undefined : ticks.filter((tick) => chosen.has(tick)).map((tick) => tick.code);
    },
    encode: (value, vector) => {
      if (!Array.isArray(value)) return;
      for (const tick of ticks) vector[tick.index] = value.includes(tick.code) ? tick.on : tick.off;
    },
  };
}

function tickOf({ variable, index }: Column): Tick {
  const position = (code: number): number => variable.codes.find((candidate) => candidate.code === code)?.position ?? NOT_ANSWERED;
  if (variable.option === null) throw new Error(`Variable ${variable.name} of a multiple choice has no option.`);
  return { code: variable.option.code, index, exclusive: variable.option.exclusive, off: position(0), on: position(1) };
}

/** The options ticked, or null when the answer was refused. */
function chosenTicks(value: unknown, place: string, byCode: ReadonlyMap<unknown, Tick>, problems: ProblemList): ReadonlySet<Tick> | null {
  if (!Array.isArray(value)) {
    problems.add('wrong-type', place);
    return null;
  }
  const chosen = new Set<Tick>();
  let refused = false;
  for (const code of value as readonly unknown[]) {
    const tick = byCode.get(code);
    if (tick === undefined) problems.add(typeof code === 'string' ? 'unknown-code' : 'wrong-type', place);
    else if (chosen.has(tick)) problems.add('duplicate-choice', place);
    refused ||= tick === undefined || chosen.has(tick);
    if (tick) chosen.add(tick);
  }
  return refused ? null : chosen;
}
