import { Inflate } from 'fflate';
import { crc32 } from './crc-32.js';
import { checkFileSize, MAX_FILE_BYTES, megabytes } from './file-limits.js';
import { UnreadableFile } from './unreadable-file.js';
import { readZipDirectory, type ZipDirectoryEntry } from './zip-directory.js';

const MEBIBYTE = 1024 * 1024;

/** Packed bytes inflated per step. Deflate grows at most 1032-fold, so a step adds at most 4 MiB before the limits are checked. */
const STEP_BYTES = 4096;

/** Small files may be packed as tightly as they like: one megabyte harms nobody. */
const RATIO_COUNTS_FROM = MEBIBYTE;

export interface ZipLimits {
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  /** Largest inflated entry, in bytes. */
  readonly maxEntryBytes: number;
  /** Largest sum of all inflated entries, in bytes. */
  readonly maxTotalBytes: number;
  /** Inflated bytes per packed byte; real spreadsheets reach about 60. */
  readonly maxRatio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  maxFileBytes: MAX_FILE_BYTES,
  maxEntries: 1000,
  maxEntryBytes: 24 * MEBIBYTE,
  maxTotalBytes: 48 * MEBIBYTE,
  maxRatio: 200,
};

/**
 * Unpacks the wanted files of a ZIP (XLSX is one) into memory.
 *
 * Sizes in the headers are never trusted: inflating stops as soon as a limit on size or ratio is passed. What was unpacked
 * must have the stated length and CRC-32. Folders are left out; entries not wanted are checked for name and place only.
 * @param wanted which entries to unpack, by their full path; by default all
 * @throws {UnreadableFile} any `file-…` or `zip-…` code
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
  limits: ZipLimits = ZIP_LIMITS,
): ReadonlyMap<string, Uint8Array> {
  checkFileSize(bytes, limits.maxFileBytes);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of readZipDirectory(bytes, limits.maxEntries)) {
    if (entry.name.endsWith('/') || !wanted(entry.name)) continue;
    const content = entryContent(bytes, entry, Math.min(limits.maxEntryBytes, limits.maxTotalBytes - total), limits.maxRatio);
    if (content.length !== entry.size || crc32(content) !== entry.crc32) throw new UnreadableFile('zip-damaged', entry.name);
    total += content.length;
    files.set(entry.name, content);
  }
  return files;
}

function entryContent(bytes: Uint8Array, entry: ZipDirectoryEntry, maxBytes: number, maxRatio: number): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.end);
  if (entry.method === 0) {
    refuseBomb(packed.length, packed.length, maxBytes, maxRatio);
    return packed.slice();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length; at += STEP_BYTES) {
    const to = Math.min(at + STEP_BYTES, packed.length);
    try {
      inflate.push(packed.subarray(at, to), to === packed.length);
    } catch {
      // fflate's own error: the data are no deflate stream.
      throw new UnreadableFile('zip-damaged', entry.name);
    }
    refuseBomb(length, to, maxBytes, maxRatio);
  }
  return joined(chunks, length);
}

function refuseBomb(length: number, packedLength: number, maxBytes: number, maxRatio: number): void {
  if (length > maxBytes) throw new UnreadableFile('zip-bomb', `> ${megabytes(maxBytes)}`);
  if (length > RATIO_COUNTS_FROM && length > packedLength * maxRatio) throw new UnreadableFile('zip-bomb', `> ${maxRatio} : 1`);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
