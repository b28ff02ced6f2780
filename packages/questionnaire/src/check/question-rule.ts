import type { Codebook, CodebookQuestion } from '@stadtteilstimme/domain';
import { answerCode } from './answer-code.js';
import { multipleCoding, rankingCoding, singleCoding } from './choice-coding.js';
import type { Coding, Column } from './coding.js';
import { matrixCoding } from './matrix-coding.js';
import { valueCoding } from './value-coding.js';

/** How one question is checked and coded; all look-ups are prepared. */
export interface QuestionRule extends Coding {
  readonly question: CodebookQuestion;
  readonly columns: readonly Column[];
  /** The option the free text belongs to, as it stands in the answers; null = the text needs no choice. */
  readonly commentOption: string | number | null;
}

/**
 * Prepares the rule of one question.
 * @throws {Error} when the codebook has no variable for it, or none for its free text.
 */
export function questionRule(question: CodebookQuestion, codebook: Codebook, columns: readonly Column[]): QuestionRule {
  const own = columns.filter(({ variable }) => variable.question === question.name);
  if (own.length === 0) throw new Error(`The codebook has no variable for question ${question.name}.`);
  return { question, columns: own, commentOption: commentOption(question, codebook, own), ...codingOf(question, own) };
}

function codingOf(question: CodebookQuestion, columns: readonly Column[]): Coding {
  switch (question.type) {
    case 'single':
      return singleCoding(question, columns);
    case 'multiple':
      return multipleCoding(question, columns);
    case 'ranking':
      return rankingCoding(question, columns);
    case 'matrix':
      return matrixCoding(question, columns);
    case 'number':
    case 'date':
    case 'text':
      return valueCoding(question, columns);
  }
}

function commentOption({ name, type, commentKey }: CodebookQuestion, { variables }: Codebook, [column]: readonly Column[]): string | number | null {
  if (commentKey === null) return null;
  const text = variables.find((variable) => variable.part === 'text' && variable.question === commentKey);
  if (text === undefined) throw new Error(`The codebook has no variable for the free text of question ${name}.`);
  if (text.option === null) return null;
  // Codes of a single choice say themselves whether they are numbers.
  const code = type === 'single' ? column?.variable.codes.find((candidate) => String(candidate.code) === text.option?.code)?.code : undefined;
  return code ?? answerCode(text.option);
}
