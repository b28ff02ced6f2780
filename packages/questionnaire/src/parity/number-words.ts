/** Decimal digits of the scripts our languages use, each block starting at its zero. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10] as const;

/** Numbers of a text in ASCII digits, sorted; `1.000` and `1 000` are one number, `3,5` and `3.5` too. */
export function numbersIn(text: string): readonly string[] {
  const ascii = text.replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return (ascii.match(/\d+(?:[.,٫٬\u00a0\u202f]\d+)*/g) ?? []).map((found) => found.replaceAll(/[.,٫٬\u00a0\u202f]/g, '')).sort();
}

/** Web and e-mail addresses of a text, without the full stop or bracket behind them, sorted. */
export function addressesIn(text: string): readonly string[] {
  const found = text.match(/(?:https?:\/\/|www\.)[^\s<>"„“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu) ?? [];
  return found.map((address) => address.replace(/[.,;:!?)\]]+$/u, '').toLowerCase()).sort();
}

/** The text without its addresses, so that their digits are not counted twice. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/(?:https?:\/\/|www\.)[^\s<>"„“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu, ' ');
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((candidate) => code >= candidate && code < candidate + 10);
  return zero === undefined ? 0 : code - zero;
}
