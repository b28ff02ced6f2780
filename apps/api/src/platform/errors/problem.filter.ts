import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { problemBody, type ProblemBody, type ProblemCode } from '@stadtteilstimme/domain';
import type { FastifyReply } from 'fastify';
import { ProblemException } from './problem.exception.js';

/** Codes Fastify gives to requests it refuses before any route sees them. */
const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
};

const STATUS_CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** Turns whatever was thrown into RFC 9457. Unexpected errors are logged by name and place only, never with data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Request');

  catch(error: unknown, host: ArgumentsHost): void {
    const body = this.toProblem(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    void reply
      .status(body.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(body));
  }

  private toProblem(error: unknown): ProblemBody {
    if (error instanceof ProblemException) return problemBody(error.code, error.details);
    const fastifyCode = codeOf(error);
    if (fastifyCode !== null && FASTIFY_CODES[fastifyCode] !== undefined) return problemBody(FASTIFY_CODES[fastifyCode]);
    if (error instanceof HttpException) {
      const code = isMalformedJson(error) ? 'malformed-json' : STATUS_CODES[error.getStatus()];
      if (code !== undefined) return problemBody(code);
    }
    if (error instanceof SyntaxError && statusOf(error) === 400) return problemBody('malformed-json');
    // Nobody knows whether the last statement was committed: "send again" is true, "nothing was stored" might not be.
    if (isConnectionLost(error)) return problemBody('temporarily-unavailable');
    this.logger.error(describe(error));
    return problemBody('unexpected');
  }
}

function isMalformedJson(error: HttpException): boolean {
  return error.getStatus() === 400 && /JSON/.test(error.message) && !(error instanceof ProblemException);
}

/** SQLSTATE classes 08 and 57P, sockets that ended, and the driver's own words for both. */
function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return (
    /^(08|57P)/.test(code) ||
    ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    (error instanceof Error && /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(error.message))
  );
}

function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function statusOf(error: object): number | null {
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;
}

/** Name and stack frames without the message: messages of drivers may quote parameters. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'A value that is not an Error was thrown.';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 8);
  return [`${error.name}${codeOf(error) === null ? '' : ` (${codeOf(error)})`}`, ...frames].join('\n');
}
