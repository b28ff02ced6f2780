const ENCODER = new TextEncoder();

/** The longest beginning of a text that fits into so many bytes of UTF-8; whole code points only. */
export function cutUtf8(text: string, bytes: number): string {
  const { read } = ENCODER.encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

/** The text where it fits; else its beginning with `…` behind, so that a reader sees that something is missing. */
export function cutUtf8Visibly(text: string, bytes: number): string {
  const whole = cutUtf8(text, bytes);
  return whole.length === text.length ? text : `${cutUtf8(text, bytes - 3)}…`;
}
