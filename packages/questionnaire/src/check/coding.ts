import type { AnswerValue, Variable } from '@stadtteilstimme/domain';
import type { ProblemList } from './answer-problem.js';

/** A variable of the coded vector and its place in it. */
export interface Column {
  readonly variable: Variable;
  readonly index: number;
}

/** How the answer of one type of question is checked and coded. */
export interface Coding {
  /** The answer in its normal form, or undefined when there is none or it was refused. */
  readonly accept: (value: unknown, problems: ProblemList) => AnswerValue | undefined;
  /** Writes the positions of an accepted answer. */
  readonly encode: (value: AnswerValue | undefined, vector: Uint8Array) => void;
  /** Whether an answer satisfies a question that demands one. */
  readonly isAnswered?: (value: AnswerValue | undefined) => boolean;
}
