import type { AnswerValue, CollectionMode, ConsentGiven, LanguageCode, ResponseSubmission } from '@stadtteilstimme/domain';

/** What a person has answered so far. Lives on this device only, until it is sent or deleted. */
export interface Draft {
  readonly slug: string;
  readonly versionId: string;
  /** Id of the answer, made once per draft: a retry, a double tap or a second tab sends the same one. */
  readonly responseId: string;
  readonly mode: CollectionMode;
  readonly language: LanguageCode;
  readonly consent: ConsentGiven;
  /** As survey-core keeps them, including answers to questions that are hidden again. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Name of the page that is shown; null = the first. */
  readonly page: string | null;
  /** Set when the person pressed send: exactly this goes out, however often it takes. */
  readonly submission: ResponseSubmission | null;
}
