const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * A short mark of a text (16 hexadecimal digits, FNV-1a, 64 bits) to keep beside a translation: when the source has
 * another mark, it changed since. White space at the edges and the Unicode form (NFC) do not count. No secret is kept
 * by it.
 */
export function textFingerprint(text: string): string {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text.normalize('NFC').trim())) hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}
