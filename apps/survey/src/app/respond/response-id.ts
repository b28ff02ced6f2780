/** The part of Web Crypto needed here; `randomUUID` exists only in secure contexts and newer browsers. */
export interface RandomSource {
  getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  randomUUID?(): string;
}

/**
 * The id of an answer: a random UUID v4 (RFC 9562, section 5.4) made on the device, so that sending the same answer twice stores it
 * once. Version 4 because every other version carries a time or a place.
 */
export function createResponseId(random: RandomSource = globalThis.crypto): string {
  if (random.randomUUID !== undefined) return random.randomUUID();
  const bytes = random.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
