import { crc32 } from '../../files/crc-32.js';
import { deflated } from './deflated.js';

/** One file of an archive, written while it is read. */
export interface ZipFile {
  /** Path inside the archive, ASCII. */
  readonly name: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Sizes and places have four bytes; the ZIP64 extension is left out because not every reader of spreadsheets knows it. */
const MOST_BYTES = 0xffffffff;
const VERSION = 20;
/** Bit 3: sizes and CRC follow the content; bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the first day the format knows: files say nothing about when they were made. */
const DATE = 0x0021;

interface WrittenFile {
  readonly name: Uint8Array;
  readonly offset: number;
  crc: number;
  size: number;
  packed: number;
}

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10) in pieces: every file is deflated while it is read and nothing but the list of files
 * is kept. Files come in the order given.
 * @throws {RangeError} when a file or the archive passes 4 GiB.
 */
export async function* zipChunks(files: Iterable<ZipFile> | AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const written: WrittenFile[] = [];
  let offset = 0;
  for await (const { name, content } of files) {
    const file: WrittenFile = { name: new TextEncoder().encode(name), offset, crc: 0, size: 0, packed: 0 };
    written.push(file);
    for await (const chunk of fileChunks(file, content)) {
      offset += chunk.length;
      if (offset > MOST_BYTES) throw new RangeError('The archive would be larger than 4 GiB; export fewer answers or columns at once.');
      yield chunk;
    }
  }
  yield directory(written, offset);
}

async function* fileChunks(file: WrittenFile, content: ZipFile['content']): AsyncGenerator<Uint8Array> {
  yield localHeader(file);
  for await (const packed of deflated(measured(file, content))) {
    file.packed += packed.length;
    yield packed;
  }
  yield record([0x08074b50, 4], [file.crc, 4], [file.packed, 4], [file.size, 4]);
}

async function* measured(file: WrittenFile, content: ZipFile['content']): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    file.crc = crc32(piece, file.crc);
    file.size += piece.length;
    if (file.size > MOST_BYTES) throw new RangeError('A part of the archive would be larger than 4 GiB.');
    yield piece;
  }
}

function localHeader({ name }: WrittenFile): Uint8Array {
  const head = record([0x04034b50, 4], [VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2], [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]);
  return joined([head, name]);
}

function directory(files: readonly WrittenFile[], offset: number): Uint8Array {
  const entries = files.flatMap((file) => [
    record(
      [0x02014b50, 4], [VERSION, 2], [VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2], [file.crc, 4], [file.packed, 4], [file.size, 4],
      [file.name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [file.offset, 4],
    ),
    file.name,
  ]);
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  return joined([...entries, record([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2])]);
}

/** Unsigned little-endian numbers of two or four bytes. */
function record(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, length] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
