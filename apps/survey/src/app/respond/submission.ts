import type { AnswerValue, Codebook, ResponseSubmission } from '@stadtteilstimme/domain';

import type { Draft } from './draft';

/**
 * The answers that may leave the device: those the codebook knows and whose questions are shown. An answer to a question that was
 * hidden again is dropped here (as survey-core's `clearInvisibleValues: 'onComplete'` would), because the person no longer sees it.
 */
export function answersToSend(
  codebook: Codebook,
  answers: Readonly<Record<string, AnswerValue>>,
  shown: readonly string[],
): Record<string, AnswerValue> {
  const kept: Record<string, AnswerValue> = {};
  for (const question of codebook.questions) {
    const answer = answers[question.name];
    if (!shown.includes(question.name) || answer === undefined || isEmpty(answer)) continue;
    kept[question.name] = answer;
    const comment = question.commentKey === null ? undefined : answers[question.commentKey];
    if (question.commentKey === null || typeof comment !== 'string' || comment.trim() === '') continue;
    const option = codebook.variables.find((variable) => variable.part === 'text' && variable.question === question.commentKey)?.option
      ?? codebook.variables.find((variable) => variable.part === 'text' && variable.question === question.name)?.option;
    if (option === undefined || option === null || includesCode(answer, option.code)) kept[question.commentKey] = comment.trim();
  }
  return kept;
}

/** The body to send, fixed at the moment a person presses send. */
export function submissionOf(draft: Draft, codebook: Codebook, shown: readonly string[]): ResponseSubmission {
  return {
    versionId: draft.versionId,
    mode: draft.mode,
    consent: draft.consent,
    answers: answersToSend(codebook, draft.answers, shown),
  };
}

function isEmpty(answer: AnswerValue): boolean {
  return answer === '' || (Array.isArray(answer) && answer.length === 0);
}

function includesCode(answer: AnswerValue, code: string): boolean {
  return Array.isArray(answer) ? answer.includes(code) : String(answer) === code;
}
