import { cutUtf8 } from './cut-utf8.js';
import { placeOfByte, stringElements } from './string-segments.js';

const SPACE = 0x20;
const ELEMENT = 8;
const SEGMENT = 255;
const CUT_MARK = ' […]';
const SHORTEST_WITH_MARK = 12;

/** A string of one width as it lies in its segments; one buffer for all cases. */
export interface StringBytes {
  readonly elements: Uint8Array;
  /** Puts a text in. @returns how many bytes from the beginning may differ from a space */
  readonly fill: (text: string) => number;
}

/** @param width declared bytes of the string, 1 to 32,767 */
export function stringBytes(width: number): StringBytes {
  const encoder = new TextEncoder();
  const elements = new Uint8Array(stringElements(width) * ELEMENT).fill(SPACE);
  const packed = new Uint8Array(width);
  let dirty = 0;
  return {
    elements,
    fill: (text) => {
      elements.fill(SPACE, 0, dirty);
      const whole = encoder.encodeInto(text, packed);
      const { written } = whole.read < text.length ? encoder.encodeInto(cutText(text, width), packed) : whole;
      for (let from = 0; from < written; from += SEGMENT) elements.set(packed.subarray(from, Math.min(from + SEGMENT, written)), placeOfByte(from));
      dirty = written === 0 ? 0 : placeOfByte(written - 1) + 1;
      return dirty;
    },
  };
}

function cutText(text: string, width: number): string {
  const mark = width > SHORTEST_WITH_MARK ? CUT_MARK : '…';
  return cutUtf8(text, width - new TextEncoder().encode(mark).length) + mark;
}
