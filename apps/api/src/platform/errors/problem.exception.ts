import { HttpException } from '@nestjs/common';
import { PROBLEMS, problemBody, type ProblemCode, type ProblemDetail } from '@stadtteilstimme/domain';

/** Thrown where a request is refused; becomes `application/problem+json`. Carries codes and places, never answers. */
export class ProblemException extends HttpException {
  constructor(
    readonly code: ProblemCode,
    readonly details: readonly ProblemDetail[] = [],
  ) {
    super(problemBody(code, details), PROBLEMS[code].status);
  }
}
