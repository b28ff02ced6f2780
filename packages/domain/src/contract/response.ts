import type { CollectionMode } from './questionnaire.js';

/** Values as survey-core produces them: a code or value, a list of codes, or the rows of a matrix. */
export type AnswerValue = string | number | boolean | readonly (string | number)[] | Readonly<Record<string, string | number>>;
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Body of `PUT /api/public/responses/{id}`; the id is a random UUID v4 made on the device. */
export interface ResponseSubmission {
  readonly versionId: string;
  readonly mode: CollectionMode;
  readonly consent: ConsentGiven;
  readonly answers: Answers;
}

export interface ConsentGiven {
  readonly agree: boolean;
  /** Explicit consent to special categories (Art. 9); decides whether those questions are shown. */
  readonly art9: boolean;
}

/** `already-stored`: the same id came before; nothing was changed. */
export interface ResponseReceipt {
  readonly status: 'stored' | 'already-stored';
}
