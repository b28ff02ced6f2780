import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A serialised body, the same for everyone, in every encoding a browser may ask for. */
export interface PublicPage {
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
  /** Strong: every encoding has its own. */
  readonly etags: Readonly<Record<Encoding, string>>;
}

/** Headers of a request that decide in what form a page goes out. */
export interface PageHeaders {
  readonly 'accept-encoding'?: string;
  readonly 'if-none-match'?: string;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Serialises and compresses once what many will read. @param content anything JSON can hold */
export async function publicPage(content: unknown): Promise<PublicPage> {
  const identity = Buffer.from(JSON.stringify(content));
  const [br, zipped] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    compressGzip(identity),
  ]);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  return {
    bodies: { br, gzip: zipped, identity },
    etags: { br: `"${hash}-br"`, gzip: `"${hash}-gz"`, identity: `"${hash}"` },
  };
}

/** Sends the page in the best encoding the reader takes, or 304 where the reader has it already. */
export async function sendPublicPage(page: PublicPage, headers: PageHeaders, reply: FastifyReply): Promise<void> {
  const encoding = chosenEncoding(headers['accept-encoding'] ?? '');
  const etag = page.etags[encoding];
  void reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
  if (knows(headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  await reply.header('content-type', 'application/json; charset=utf-8').send(page.bodies[encoding]);
}

/** Best one the browser takes; a weight of 0 refuses it (RFC 9110, 12.5.3). */
function chosenEncoding(accepted: string): Encoding {
  const taken = accepted
    .split(',')
    .map((entry) => entry.trim().toLowerCase().split(';'))
    .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ''))
    .map(([name]) => name?.trim());
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity';
}

/** Weak comparison, as RFC 9110, 13.1.2 asks for If-None-Match. */
function knows(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((entry) => entry.trim() === '*' || entry.trim().replace(/^W\//, '') === etag);
}
