import { UnreadableFile } from './unreadable-file.js';

/** One file inside a ZIP, as its central directory describes it. Nothing here is trusted before the data were read. */
export interface ZipDirectoryEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflate. */
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the packed bytes begin and end in the file. */
  readonly start: number;
  readonly end: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const DIRECTORY_ENTRY_LENGTH = 46;
const LOCAL_ENTRY_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const LONGEST_NAME = 255;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const ZIP64 = 0xffffffff;

/**
 * Reads the central directory of a ZIP (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). One disk, no ZIP64,
 * no encryption, stored or deflate.
 * @throws {UnreadableFile} `zip-not-a-zip`, `zip-too-many-entries`, `zip-encrypted`, `zip-unsupported`, `zip-unsafe-name`,
 *   `zip-damaged` (also when two entries share bytes, the trick of overlapping bombs)
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): readonly ZipDirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const diskNumbers = view.getUint16(end + 4, true) + view.getUint16(end + 6, true);
  const offset = view.getUint32(end + 16, true);
  if (offset === ZIP64 || count === 0xffff) throw new UnreadableFile('zip-unsupported', 'ZIP64');
  if (diskNumbers !== 0) throw new UnreadableFile('zip-unsupported', 'multi-volume');
  if (count > maxEntries) throw new UnreadableFile('zip-too-many-entries', String(maxEntries));
  const entries: ZipDirectoryEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new UnreadableFile('zip-not-a-zip');
    entries.push(directoryEntry(view, bytes, at, index + 1));
    at += DIRECTORY_ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseSharedNames(entries);
  refuseSharedBytes(entries);
  return entries;
}

/** The record is the last one of the file but for a comment of up to 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY && at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw new UnreadableFile('zip-not-a-zip');
}

function directoryEntry(view: DataView, bytes: Uint8Array, at: number, ordinal: number): ZipDirectoryEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (flags & ENCRYPTED_FLAGS) throw new UnreadableFile('zip-encrypted');
  if (packedSize === ZIP64 || size === ZIP64 || local === ZIP64) throw new UnreadableFile('zip-unsupported', 'ZIP64');
  if (method !== 0 && method !== 8) throw new UnreadableFile('zip-unsupported', `method ${method}`);
  const nameStart = at + DIRECTORY_ENTRY_LENGTH;
  const name = entryName(bytes.subarray(nameStart, nameStart + view.getUint16(at + 28, true)), ordinal);
  if (local + LOCAL_ENTRY_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY) throw new UnreadableFile('zip-damaged', name);
  if (view.getUint16(local + 6, true) & ENCRYPTED_FLAGS) throw new UnreadableFile('zip-encrypted');
  const start = local + LOCAL_ENTRY_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const end = start + packedSize;
  if (end > bytes.length) throw new UnreadableFile('zip-damaged', name);
  return { name, method, crc32: view.getUint32(at + 16, true), packedSize, size, start, end };
}

/** Names are only compared, never opened; still nobody gets a path that leaves its folder. */
function entryName(raw: Uint8Array, ordinal: number): string {
  const unsafe = (): UnreadableFile => new UnreadableFile('zip-unsafe-name', String(ordinal));
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw unsafe();
  }
  const climbs = name.split('/').some((part) => part === '..' || part === '.');
  if (name === '' || name.length > LONGEST_NAME || climbs || /^\/|\\|^[A-Za-z]:|\p{Cc}/u.test(name)) throw unsafe();
  return name;
}

/** Two entries of one name are how a file shows one content to a scanner and another to the reader. */
function refuseSharedNames(entries: readonly ZipDirectoryEntry[]): void {
  const seen = new Set<string>();
  entries.forEach(({ name }, index) => {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new UnreadableFile('zip-unsafe-name', String(index + 1));
    seen.add(key);
  });
}

function refuseSharedBytes(entries: readonly ZipDirectoryEntry[]): void {
  const inOrder = entries.filter((entry) => entry.packedSize > 0).sort((a, b) => a.start - b.start);
  inOrder.forEach((entry, index) => {
    const before = inOrder[index - 1];
    if (before !== undefined && entry.start < before.end) throw new UnreadableFile('zip-damaged', entry.name);
  });
}
