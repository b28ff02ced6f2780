import { type CollectionMode, type ConsentGiven, type ProblemDetail, SELF_REPORTED_MODES } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';

/** Largest body of a submission, bytes. */
export const MAX_SUBMISSION_BYTES = 256 * 1024;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Version 4, variant 1: random throughout, so that it tells neither time nor device (RFC 9562, 5.4). */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const KEYS: ReadonlySet<string> = new Set(['versionId', 'mode', 'consent', 'answers']);
const CONSENT_KEYS: ReadonlySet<string> = new Set(['agree', 'art9']);
const MODES: ReadonlySet<unknown> = new Set(SELF_REPORTED_MODES);

/** A submission of the right outer shape; what its answers are worth is for the check of their version to say. */
export interface Submission {
  readonly id: string;
  readonly versionId: string;
  readonly mode: CollectionMode;
  readonly consent: ConsentGiven;
  readonly answers: unknown;
}

/**
 * Reads id and body of a submission. Written by hand, because every answer of every resident goes through here and the
 * answers themselves are checked by their version anyway.
 * @throws ProblemException `invalid-request` naming the places, never the values
 */
export function readSubmission(id: string, body: unknown): Submission {
  if (!isRecord(body)) throw new ProblemException('invalid-request', [invalid('body')]);
  const { versionId, mode, answers } = body;
  // Somebody who sends no consent at all has not consented: the check refuses that with a code of its own.
  const consent = body['consent'] === undefined ? { agree: false, art9: false } : body['consent'];
  const problems: ProblemDetail[] = [];
  if (!UUID_V4.test(id)) problems.push(invalid('id'));
  if (typeof versionId !== 'string' || !UUID.test(versionId)) problems.push(invalid('versionId'));
  if (!isSelfReportedMode(mode)) problems.push(invalid('mode'));
  if (!isConsent(consent)) problems.push(invalid('consent'));
  if (Object.keys(body).some((key) => !KEYS.has(key))) problems.push(invalid('body'));
  if (problems.length > 0 || typeof versionId !== 'string' || !isSelfReportedMode(mode) || !isConsent(consent)) {
    throw new ProblemException('invalid-request', problems);
  }
  return { id: id.toLowerCase(), versionId: versionId.toLowerCase(), mode, consent, answers };
}

function invalid(place: string): ProblemDetail {
  return { code: 'invalid-request', place };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSelfReportedMode(mode: unknown): mode is CollectionMode {
  return MODES.has(mode);
}

function isConsent(value: unknown): value is ConsentGiven {
  if (!isRecord(value) || typeof value['agree'] !== 'boolean' || typeof value['art9'] !== 'boolean') return false;
  return Object.keys(value).every((key) => CONSENT_KEYS.has(key));
}
