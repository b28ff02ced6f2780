/** Record keys and cell keys are whole numbers from 0 up to, not including, this: eight digits, as in the published tables. */
export const KEY_MODULUS = 100_000_000;

/** Bytes `recordKeysFromBytes` needs for one key. */
export const BYTES_PER_KEY = 8;

/**
 * Draws a record key for every answer. A key is drawn once, kept with the answer for ever and never shown to anybody: who
 * knows the keys can take the noise out again.
 * @param count number of keys, whole, ≥ 0.
 * @param random uniform in [0, 1); seeded in tests. A generator that can be guessed makes guessable noise: for real answers
 *   use `recordKeysFromBytes` with bytes of the operating system.
 * @throws RangeError when the generator leaves [0, 1).
 * Source: Fraser & Wooton (2005), A proposed method for confidentialising tabular output to protect against differencing.
 */
export function drawRecordKeys(count: number, random: () => number): Uint32Array {
  const keys = new Uint32Array(count);
  for (let record = 0; record < count; record += 1) {
    const drawn = random();
    if (!(drawn >= 0 && drawn < 1)) throw new RangeError('A generator of record keys must stay within 0 and 1, 1 excluded.');
    keys[record] = Math.floor(drawn * KEY_MODULUS);
  }
  return keys;
}

/**
 * Makes record keys from random bytes of the caller (eight per key, little endian, taken modulo 10⁸; the remainder favours
 * no key by more than 10⁸ / 2⁶⁴ < 10⁻¹¹).
 * @throws RangeError when the number of bytes is no multiple of eight.
 */
export function recordKeysFromBytes(bytes: Uint8Array): Uint32Array {
  if (bytes.length % BYTES_PER_KEY !== 0) throw new RangeError(`Record keys take ${BYTES_PER_KEY} random bytes each; ${bytes.length} bytes were given.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const modulus = BigInt(KEY_MODULUS);
  return Uint32Array.from({ length: bytes.length / BYTES_PER_KEY }, (_, record) => Number(view.getBigUint64(record * BYTES_PER_KEY, true) % modulus));
}
