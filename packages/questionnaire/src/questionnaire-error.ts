import type { ProblemDetail } from '@stadtteilstimme/domain';

/** The draft or codebook cannot be compiled; `problems` name every place. Readiness finds the same beforehand. */
export class QuestionnaireError extends Error {
  override readonly name = 'QuestionnaireError';

  constructor(readonly problems: readonly ProblemDetail[]) {
    super(`The questionnaire cannot be compiled: ${problems.map((problem) => problem.place).join(', ')}`);
  }
}
