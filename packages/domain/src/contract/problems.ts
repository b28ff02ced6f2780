import type { LocalizedText } from './language.js';

/**
 * The one registry of problems: code → HTTP status → English title (RFC 9457 `title`).
 * Front ends translate by code; the code is the contract, the title is for logs and developers.
 */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'The body is not valid JSON.' },
  'invalid-request': { status: 400, title: 'The request does not have the expected shape.' },
  'body-too-large': { status: 413, title: 'The body is larger than allowed.' },
  'unsupported-media-type': { status: 415, title: 'Only application/json is accepted here.' },
  'not-signed-in': { status: 401, title: 'Sign in first.' },
  'wrong-credentials': { status: 401, title: 'E-mail address or password is wrong.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'too-many-requests': { status: 429, title: 'Too many requests. Try again in a minute.' },
  unexpected: { status: 500, title: 'Something went wrong on our side. Nothing was stored.' },
  'temporarily-unavailable': { status: 503, title: 'The service cannot answer right now. Send the same again in a moment.' },

  'unknown-questionnaire': { status: 404, title: 'This questionnaire does not exist.' },
  'questionnaire-closed': { status: 409, title: 'This questionnaire is closed.' },
  'unknown-question': { status: 422, title: 'The answer names a question that this version does not have.' },
  'wrong-type': { status: 422, title: 'The answer has the wrong type for this question.' },
  'unknown-code': { status: 422, title: 'The answer uses a code that is not in the codebook.' },
  'out-of-range': { status: 422, title: 'The number is outside the scale.' },
  'hidden-answer': { status: 422, title: 'The answer belongs to a question that the logic hides.' },
  'missing-consent': { status: 422, title: 'Without consent nothing is stored.' },
  'exclusive-choice': { status: 422, title: 'This choice cannot be combined with others.' },
  'too-many-choices': { status: 422, title: 'More choices than allowed.' },
  'duplicate-choice': { status: 422, title: 'The same choice appears twice.' },
  'text-too-long': { status: 422, title: 'The text is longer than allowed.' },
  'comment-without-choice': { status: 422, title: 'A free text belongs to a choice that was not made.' },
  'answer-required': { status: 422, title: 'A question that demands an answer has none.' },
  'too-few-choices': { status: 422, title: 'Fewer choices than demanded.' },

  'invalid-survey': { status: 422, title: 'This is not a SurveyJS definition that can be read.' },
  'duplicate-name': { status: 422, title: 'Two questions have the same name.' },
  'duplicate-code': { status: 422, title: 'Two answers of one question have the same code.' },
  'invalid-expression': { status: 422, title: 'A condition cannot be read.' },

  'wording-missing': { status: 422, title: 'A wording is missing in a chosen language.' },
  'questionnaire-incomplete': { status: 422, title: 'The questionnaire cannot be published yet.' },
  'slug-taken': { status: 409, title: 'This address is already in use.' },
  'edit-conflict': { status: 409, title: 'Somebody else has changed this in the meantime.' },
  'already-published': { status: 409, title: 'A published questionnaire cannot be deleted.' },
  'not-published': { status: 409, title: 'This questionnaire has no published version yet.' },
  'new-version-refused': { status: 422, title: 'This version would make answers to earlier versions unreadable.' },
  'wording-note-missing': { status: 422, title: 'A wording changed since answers were given, and no reason is recorded.' },
  'nothing-to-publish': { status: 409, title: 'Nothing has changed since the published version.' },
  'invalid-taxonomy': { status: 422, title: 'The master data contradict themselves.' },
  'district-in-use': { status: 409, title: 'A district with answers or staff cannot be removed.' },
  'invalid-setup-link': { status: 403, title: 'This set-up link is not valid or was used already.' },
  'email-taken': { status: 409, title: 'There is already an account with this e-mail address.' },
  'last-administrator': { status: 409, title: 'The last administrator cannot be removed.' },
  'weak-password': { status: 422, title: 'The password needs at least twelve characters.' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable, language-independent name of something that can go wrong. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Where a problem is; never carries an answer or any other text a person typed. */
export interface ProblemDetail {
  readonly code: ProblemCode;
  /** Variable, item, field or consent block, for example `K1_1_bestand` or `consent.purpose`. */
  readonly place: string;
  readonly language?: string;
  /** What is wrong and what to do, in German and English, where code and place alone do not say it. */
  readonly sentences?: LocalizedText;
}

/** RFC 9457 body, media type `application/problem+json`. */
export interface ProblemBody {
  /** `urn:stadtteilstimme:problem:<code>` */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly details: readonly ProblemDetail[];
}

/** Builds the wire form of a problem. */
export function problemBody(code: ProblemCode, details: readonly ProblemDetail[] = []): ProblemBody {
  const { status, title } = PROBLEMS[code];
  return { type: `urn:stadtteilstimme:problem:${code}`, title, status, code, details };
}
