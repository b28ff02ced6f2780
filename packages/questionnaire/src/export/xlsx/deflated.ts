/** Pieces handed over and not yet packed: enough to keep another thread busy, few enough to keep memory constant. */
const PIECES_UNDER_WAY = 4;

/**
 * Packs bytes as raw DEFLATE (RFC 1951) with the platform's own `CompressionStream`, which works in another thread: writing
 * a large file does not keep a server from answering. Pieces are read as fast as packed ones are taken; when the taker stops,
 * `content` is told to stop.
 * @throws whatever `content` throws
 */
export async function* deflated(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const reader = readable.getReader();
  const filled = fill(writable.getWriter(), content);
  // Looked at below; without this a failure before the first read would count as unhandled.
  filled.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await filled;
  } finally {
    await reader.cancel().catch(() => undefined);
    await filled.catch(() => undefined);
  }
}

async function fill(writer: WritableStreamDefaultWriter<BufferSource>, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  const underWay: Promise<void>[] = [];
  try {
    for await (const piece of content) {
      const written = writer.write(piece as Uint8Array<ArrayBuffer>);
      written.catch(() => undefined);
      underWay.push(written);
      if (underWay.length >= PIECES_UNDER_WAY) await underWay.shift();
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
