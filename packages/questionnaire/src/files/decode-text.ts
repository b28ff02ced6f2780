import { UnreadableFile } from './unreadable-file.js';

/** Encodings a file may declare, with the name TextDecoder knows. Everything else is refused, not guessed. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  // The web standard reads Latin-1 as windows-1252, a superset in everything but control characters, which XML forbids anyway.
  'iso-8859-1': 'windows-1252',
  'latin-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
};

const SINGLE_BYTE: ReadonlySet<string> = new Set(['windows-1252', 'iso-8859-15']);

/** The declaration stands within the first bytes of an XML file, in ASCII. */
const DECLARATION_BYTES = 256;

/**
 * The text of a file: by its byte order mark, else by the encoding its XML declaration names, else UTF-8. The mark wins
 * over the declaration (programs re-save files without touching the declaration), and so does text that is UTF-8 although a
 * Latin encoding is declared. The mark is not part of the text.
 * @throws {UnreadableFile} `encoding-unknown` for other encodings, `encoding-wrong` when the bytes do not fit
 */
export function decodeText(bytes: Uint8Array): string {
  const declared = encodingOf(bytes);
  // Every byte is a letter in a Latin encoding, so a wrong one is never noticed; text that is UTF-8 is so by no accident.
  const label = SINGLE_BYTE.has(declared) && isUtf8(bytes) ? 'utf-8' : declared;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('encoding-wrong', label.toUpperCase());
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) throw new UnreadableFile('encoding-unknown', 'UTF-32');
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) throw new UnreadableFile('encoding-unknown', 'UTF-32');
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark UTF-16 shows in the first two characters of any XML or JSON file: both are ASCII.
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  return declaredEncoding(bytes) ?? 'utf-8';
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const declared = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1];
  if (declared === undefined) return null;
  const known = ENCODINGS[declared.trim().toLowerCase()];
  if (known === undefined) throw new UnreadableFile('encoding-unknown', declared.replaceAll(/[^A-Za-z0-9._-]/g, '').slice(0, 40));
  // A declaration that could be read as ASCII is not in UTF-16, whatever it says; such files are UTF-8.
  return known.startsWith('utf-16') ? 'utf-8' : known;
}
