import { UnreadableFile } from './unreadable-file.js';

const MEBIBYTE = 1024 * 1024;

/** Largest file anybody may hand in: 10 MB. Hundreds of questions in ten languages stay far below. */
export const MAX_FILE_BYTES = 10 * MEBIBYTE;

/**
 * Refuses an empty or too large file before anything looks inside.
 * @throws {UnreadableFile} `file-empty`, `file-too-large`
 */
export function checkFileSize(bytes: Uint8Array, maxBytes = MAX_FILE_BYTES): void {
  if (bytes.length === 0) throw new UnreadableFile('file-empty');
  if (bytes.length > maxBytes) throw new UnreadableFile('file-too-large', megabytes(maxBytes));
}

/** `10485760` → `10 MB`; what staff read, so the round word and not MiB. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEBIBYTE)} MB`;
}
