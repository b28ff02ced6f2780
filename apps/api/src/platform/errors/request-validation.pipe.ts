import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { ProblemDetail } from '@stadtteilstimme/domain';
import { ProblemException } from './problem.exception.js';

/** Checks every DTO: unknown keys are refused, problems name the field and never repeat its value. */
export function requestValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new ProblemException('invalid-request', errors.flatMap((error) => places(error, ''))),
  });
}

function places(error: ValidationError, parent: string): ProblemDetail[] {
  const place = parent === '' ? error.property : `${parent}.${error.property}`;
  const own: ProblemDetail[] = error.constraints === undefined ? [] : [{ code: 'invalid-request', place: place.slice(0, 120) }];
  return [...own, ...(error.children ?? []).flatMap((child) => places(child, place))];
}
