import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A built single-page app and where it answers. */
export interface WebApp {
  /** `/` or `/admin/`. */
  readonly baseHref: string;
  /** Folder with index.html. */
  readonly folder: string;
}

const NONCE_PLACEHOLDER = /CSP_NONCE/g;

/** Headers of every answer: nothing is loaded from, framed by or told to another host. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
} as const;

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Data load nothing and are never framed; the description of the API brings a page of its own. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const DOCS_POLICY = `${DATA_POLICY}; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'`;

/** What is answered below /api is fresh for every reader, unless the route itself says how long it may be kept. */
function apiHeaders(address: string, reply: FastifyReply): Readonly<Record<string, string>> {
  if (!/^\/api(\/|$)/.test(address)) return {};
  const isDocs = /^\/api\/docs(\/|$)/.test(address);
  return {
    'content-security-policy': isDocs ? DOCS_POLICY : DATA_POLICY,
    ...(isDocs || reply.hasHeader('cache-control') ? {} : { 'cache-control': 'no-store' }),
  };
}

/** Serves the built apps: hashed files for a year, the page itself fresh with a nonce of its own. */
export async function serveWebApps(app: NestFastifyApplication, webApps: readonly WebApp[]): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, _payload: unknown, done: () => void) => {
    void reply.headers({ ...SECURITY_HEADERS, ...apiHeaders(addressOf(request), reply) });
    done();
  });
  const pages = new Map<string, string>();
  for (const [index, webApp] of webApps.entries()) {
    const page = path.join(webApp.folder, 'index.html');
    if (!existsSync(page)) continue;
    pages.set(webApp.baseHref, readFileSync(page, 'utf8'));
    await app.register(fastifyStatic, {
      root: webApp.folder,
      prefix: webApp.baseHref,
      decorateReply: index === 0,
      index: false,
      wildcard: false,
      preCompressed: true,
      globIgnore: ['**/index.html', '**/*.br', '**/*.gz', '**/stats.json'],
      setHeaders: (reply, file) => {
        void reply.header('cache-control', /-[A-Za-z0-9_-]{8}\./.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  const bases = [...pages.keys()].sort((a, b) => b.length - a.length);
  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    const base = bases.find((candidate) => `${addressOf(request)}/`.startsWith(candidate));
    const page = base === undefined ? undefined : pages.get(base);
    if (page === undefined) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-cache')
      .send(page.replace(NONCE_PLACEHOLDER, nonce));
  };
  // Addresses inside an app are its own routes; anything that looks like a file and is none stays a 404.
  for (const base of bases) {
    fastify.get(base, sendPage);
    if (base !== '/') fastify.get(base.slice(0, -1), (_request, reply) => reply.redirect(base));
    fastify.get(`${base}:first`, (request: FastifyRequest, reply: FastifyReply) => pageUnlessFile(request, reply, sendPage));
    fastify.get(`${base}:first/*`, (request: FastifyRequest, reply: FastifyReply) => pageUnlessFile(request, reply, sendPage));
  }
}

function addressOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}

function pageUnlessFile(
  request: FastifyRequest,
  reply: FastifyReply,
  sendPage: (request: FastifyRequest, reply: FastifyReply) => unknown,
): unknown {
  const address = addressOf(request);
  if (/^\/api(\/|$)/.test(address) || /\.[a-z0-9]{1,8}$/i.test(address)) return reply.callNotFound();
  return sendPage(request, reply);
}
