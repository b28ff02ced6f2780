/** Longest string SPSS has, in bytes. */
export const LONGEST_STRING = 32_767;

const SEGMENT = 255;
const COUNTED_PER_SEGMENT = 252;
const ELEMENT = 8;

/**
 * Widths of the variables a string of this width is stored as. Up to 255 bytes it is one; a very long string has one segment
 * for every 252 bytes, declared 255 bytes wide except the last, which has the rest.
 * @param width 1 to 32,767 bytes
 */
export function segmentWidths(width: number): readonly number[] {
  if (width <= SEGMENT) return [width];
  const count = Math.ceil(width / COUNTED_PER_SEGMENT);
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? SEGMENT : width - index * COUNTED_PER_SEGMENT));
}

/** Elements of eight bytes that a variable of this width takes; a number (width 0) takes one. */
export function elementsOf(width: number): number {
  return Math.max(1, Math.ceil(width / ELEMENT));
}

/** Elements of a whole string with all its segments. */
export function stringElements(width: number): number {
  return segmentWidths(width).reduce((sum, segment) => sum + elementsOf(segment), 0);
}

/** Place of a byte of a very long string in its elements: 255 bytes of every 256 are used. */
export function placeOfByte(byte: number): number {
  return byte + Math.floor(byte / SEGMENT);
}
