import { HttpErrorResponse } from '@angular/common/http';
import { PROBLEMS, type ProblemCode, type ProblemDetail } from '@stadtteilstimme/domain';

/** A code of the contract, or `unreachable`: no answer came at all. */
export type RefusalCode = ProblemCode | 'unreachable';

/** What the server refused and where. Thrown by every client of this folder, never anything else. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly details: readonly ProblemDetail[] = [],
  ) {
    super(code);
  }
}

function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code);
}

function isDetail(value: unknown): value is ProblemDetail {
  return typeof value === 'object' && value !== null && 'code' in value && isProblemCode(value.code) && 'place' in value && typeof value.place === 'string';
}

/** Reads `application/problem+json`. An answer that is none (a proxy's error page) counts as unexpected. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof HttpErrorResponse)) return new Refusal('unexpected');
  if (error.status === 0) return new Refusal('unreachable');
  const body: unknown = error.error;
  if (typeof body !== 'object' || body === null || !('code' in body) || !isProblemCode(body.code)) return new Refusal('unexpected');
  const details = 'details' in body && Array.isArray(body.details) ? body.details.filter(isDetail) : [];
  return new Refusal(body.code, details);
}
