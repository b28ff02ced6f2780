import type { ProblemCode } from '@stadtteilstimme/domain';

import type { TextKey } from '../language/texts/de';

/** What a resident reads for each refusal; a new code without a text does not compile. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, TextKey>> = {
  'malformed-json': 'refused',
  'invalid-request': 'refused',
  'body-too-large': 'refused',
  'unsupported-media-type': 'refused',
  'not-signed-in': 'errorGeneral',
  'wrong-credentials': 'errorGeneral',
  'not-allowed': 'errorGeneral',
  'not-found': 'notFound',
  'too-many-requests': 'busy',
  unexpected: 'sendFailed',
  'temporarily-unavailable': 'sendFailed',
  'unknown-questionnaire': 'notFound',
  'questionnaire-closed': 'closed',
  'unknown-question': 'refused',
  'wrong-type': 'refused',
  'unknown-code': 'refused',
  'out-of-range': 'refused',
  'hidden-answer': 'refused',
  'missing-consent': 'agreeFirst',
  'exclusive-choice': 'refused',
  'too-many-choices': 'refused',
  'duplicate-choice': 'refused',
  'text-too-long': 'refused',
  'comment-without-choice': 'refused',
  'answer-required': 'refused',
  'too-few-choices': 'refused',
  'invalid-survey': 'errorGeneral',
  'duplicate-name': 'errorGeneral',
  'duplicate-code': 'errorGeneral',
  'invalid-expression': 'errorGeneral',
  'wording-missing': 'errorGeneral',
  'questionnaire-incomplete': 'errorGeneral',
  'slug-taken': 'errorGeneral',
  'edit-conflict': 'errorGeneral',
  'already-published': 'errorGeneral',
  'not-published': 'notFound',
  'new-version-refused': 'errorGeneral',
  'wording-note-missing': 'errorGeneral',
  'nothing-to-publish': 'errorGeneral',
  'invalid-taxonomy': 'errorGeneral',
  'district-in-use': 'errorGeneral',
  'invalid-setup-link': 'errorGeneral',
  'email-taken': 'errorGeneral',
  'last-administrator': 'errorGeneral',
  'weak-password': 'errorGeneral',
};

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(PROBLEM_TEXTS, value);
}
