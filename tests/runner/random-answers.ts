import type { AnswerValue, Codebook, CodebookQuestion, ResponseSubmission, Variable } from '@stadtteilstimme/domain';
import { ART9_VISIBLE_IF } from '@stadtteilstimme/questionnaire';

/** Pseudo-random numbers on [0, 1) that repeat with their seed (xorshift, Marsaglia 2003). For tests only. */
export function seededNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}

/** A UUID of version 4 (RFC 9562), as a respondent's device makes one. */
export function randomId(next: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16));
  hex[12] = '4';
  hex[16] = '89ab'.charAt(Math.floor(next() * 4));
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

interface AskedQuestion {
  readonly question: CodebookQuestion;
  readonly variables: readonly Variable[];
  /** The option that opens the free text. */
  readonly commentOption: string | null;
}

/**
 * Makes submissions that the answer check accepts: every code is drawn from the codebook, one question in twenty is left
 * out, special categories are answered only with their own consent, and questions with other conditions stay empty.
 */
export function randomSubmissions(
  published: { readonly versionId: string; readonly codebook: Codebook },
  next: () => number,
): () => ResponseSubmission {
  const asked = published.codebook.questions.map((question) => askedQuestion(question, published.codebook));
  return () => {
    const art9 = next() < 0.8;
    const answers: Record<string, AnswerValue> = {};
    for (const { question, variables, commentOption } of asked) {
      const shown = question.visibleIf === null || (question.visibleIf === ART9_VISIBLE_IF && art9);
      if (!shown || next() < 0.05) continue;
      const value = question.type === 'multiple' ? randomTicks(question, variables, next) : randomCode(variables, next);
      if (value === null) continue;
      answers[question.name] = value;
      const chosen = commentOption !== null && (Array.isArray(value) ? value.includes(commentOption) : value === commentOption);
      if (chosen && question.commentKey !== null) answers[question.commentKey] = `Erfundener Text ${Math.floor(next() * 1_000_000)}`;
    }
    return { versionId: published.versionId, mode: next() < 0.7 ? 'online' : 'tablet', consent: { agree: true, art9 }, answers };
  };
}

function askedQuestion(question: CodebookQuestion, codebook: Codebook): AskedQuestion {
  const text = codebook.variables.find((variable) => variable.part === 'text' && variable.question === question.commentKey);
  return {
    question,
    variables: codebook.variables.filter((variable) => variable.question === question.name && variable.part !== 'text'),
    commentOption: text?.option?.code ?? null,
  };
}

function randomCode(variables: readonly Variable[], next: () => number): string | number | null {
  const codes = variables[0]?.codes ?? [];
  return codes[Math.floor(next() * codes.length)]?.code ?? null;
}

/** In the order of the codebook, which is the normal form an answer is stored in. */
function randomTicks(question: CodebookQuestion, variables: readonly Variable[], next: () => number): readonly string[] | null {
  const options = variables.flatMap(({ option }) => (option === null ? [] : [option]));
  const alone = options.filter((option) => option.exclusive);
  if (alone.length > 0 && next() < 0.1) return alone.slice(0, 1).map(({ code }) => code);
  const ticks = options.filter((option) => !option.exclusive && next() < 0.3).map(({ code }) => code);
  return ticks.length === 0 ? null : ticks.slice(0, question.max ?? ticks.length);
}
