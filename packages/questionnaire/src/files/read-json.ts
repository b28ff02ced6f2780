import { decodeText } from './decode-text.js';
import { checkFileSize, MAX_FILE_BYTES } from './file-limits.js';
import { UnreadableFile } from './unreadable-file.js';

export interface JsonLimits {
  readonly maxFileBytes: number;
  readonly maxDepth: number;
  /** Values of all lists and objects together. */
  readonly maxValues: number;
}

export const JSON_LIMITS: JsonLimits = { maxFileBytes: MAX_FILE_BYTES, maxDepth: 64, maxValues: 500_000 };

/**
 * Reads a JSON document (RFC 8259; a byte order mark is tolerated). Depth and number of values are counted before anything
 * is built, so that a small file cannot take much memory.
 * @throws {UnreadableFile} any `file-…`, `encoding-…` or `json-…` code
 */
export function readJson(bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): unknown {
  checkFileSize(bytes, limits.maxFileBytes);
  const text = decodeText(bytes);
  checkStructure(text, limits);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile('json-malformed');
  }
}

function checkStructure(text: string, limits: JsonLimits): void {
  let depth = 0;
  let values = 1;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      values += 1;
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',') values += 1;
    if (depth > limits.maxDepth) throw new UnreadableFile('json-too-deep', String(limits.maxDepth));
    if (values > limits.maxValues) throw new UnreadableFile('json-too-many-values', String(limits.maxValues));
  }
}
