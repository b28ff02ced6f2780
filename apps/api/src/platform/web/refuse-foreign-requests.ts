import type { IncomingHttpHeaders } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../errors/index.js';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Refuses what no page of this service sends: changes asked for by pages of other sites or of other hosts of the same site,
 * for which a SameSite cookie is no help (Fetch Metadata, W3C), and bodies a plain HTML form could send.
 * Must be called before the application is initialised.
 */
export function refuseForeignRequests(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onRequest', (request: FastifyRequest, _reply: unknown, done: (error?: Error) => void) => {
    done(READING.has(request.method) ? undefined : (refusalOf(request.headers) ?? undefined));
  });
}

/** Why a request that changes something is refused; null = it is not. */
export function refusalOf(headers: IncomingHttpHeaders): ProblemException | null {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return new ProblemException('not-allowed');
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && !JSON_TYPE.test(headers['content-type'] ?? '') ? new ProblemException('unsupported-media-type') : null;
}
