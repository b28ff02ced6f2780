import type { ArgumentsHost } from '@nestjs/common';
import { ProblemException } from './problem.exception.js';
import { ProblemFilter } from './problem.filter.js';

interface Sent {
  status: number;
  headers: Record<string, string>;
  body: { code: string };
}

function refuse(error: unknown): Sent {
  const sent: Sent = { status: 0, headers: {}, body: { code: '' } };
  const reply = {
    sent: false,
    status: (status: number) => ((sent.status = status), reply),
    header: (name: string, value: string) => ((sent.headers[name] = value), reply),
    send: (body: string) => ((sent.body = JSON.parse(body) as Sent['body']), reply),
  };
  new ProblemFilter().catch(error, { switchToHttp: () => ({ getResponse: () => reply }) } as unknown as ArgumentsHost);
  return sent;
}

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('ProblemFilter', () => {
  it.each([
    [new ProblemException('slug-taken'), 'slug-taken', 409],
    [withCode('FST_ERR_CTP_BODY_TOO_LARGE'), 'body-too-large', 413],
    [withCode('FST_ERR_CTP_INVALID_JSON_BODY'), 'malformed-json', 400],
    [withCode('57P01'), 'temporarily-unavailable', 503],
    [withCode('08006'), 'temporarily-unavailable', 503],
    [withCode('ECONNRESET'), 'temporarily-unavailable', 503],
    [new Error('Connection terminated unexpectedly'), 'temporarily-unavailable', 503],
  ])('answers %s with %s', (error, code, status) => {
    const sent = refuse(error);
    expect(sent.body.code).toBe(code);
    expect(sent.status).toBe(status);
    expect(sent.headers['content-type']).toContain('application/problem+json');
    expect(sent.headers['cache-control']).toBe('no-store');
  });
});
