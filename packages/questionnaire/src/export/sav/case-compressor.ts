import { COMPRESSION_BIAS } from './sav-dictionary.js';

const LITERAL = 253;
const BLANKS = 254;
const SYSTEM_MISSING = 255;
const HIGHEST_SHORT = 251;
const GROUP = 8;
const SPACE = 0x20;
const START_BYTES = 131_072;

/**
 * Bytecode compression of SPSS cases: eight one-byte instructions, then the elements that did not fit into theirs.
 * An instruction is an integer from -99 to 151, "eight spaces", "system-missing" or "the next eight bytes".
 */
export class CaseCompressor {
  private bytes = new Uint8Array(START_BYTES);
  private view = new DataView(this.bytes.buffer);
  /** Where the group of instructions being filled begins. */
  private group = 0;
  private used = 0;
  private length = GROUP;

  /** Bytes ready to be taken. */
  get ready(): number {
    return this.group;
  }

  number(value: number): void {
    const short = value + COMPRESSION_BIAS;
    if (Number.isInteger(value) && short >= 1 && short <= HIGHEST_SHORT) {
      this.instruction(short);
      return;
    }
    this.instruction(LITERAL);
    this.view.setFloat64(this.length, value, true);
    this.length += GROUP;
  }

  systemMissing(): void {
    this.instruction(SYSTEM_MISSING);
  }

  /** Elements of a string. @param elements its bytes, a multiple of eight · @param filled how many of them may differ from a space */
  string(elements: Uint8Array, filled: number): void {
    for (let at = 0; at < elements.length; at += GROUP) {
      if (at >= filled || isBlank(elements, at)) {
        this.instruction(BLANKS);
        continue;
      }
      this.instruction(LITERAL);
      for (let byte = 0; byte < GROUP; byte += 1) this.bytes[this.length + byte] = elements[at + byte] ?? SPACE;
      this.length += GROUP;
    }
  }

  /** Takes all complete groups away. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.group);
    this.bytes.copyWithin(0, this.group, this.length);
    this.length -= this.group;
    this.group = 0;
    return taken;
  }

  /** Takes everything; the instructions that are left in the last group say "ignore". */
  finish(): Uint8Array {
    if (this.used === 0) return this.take();
    this.bytes.fill(0, this.group + this.used, this.group + GROUP);
    this.used = GROUP;
    this.nextGroup();
    return this.take();
  }

  private instruction(code: number): void {
    if (this.used === GROUP) this.nextGroup();
    if (this.length + GROUP > this.bytes.length) this.grow();
    this.bytes[this.group + this.used] = code;
    this.used += 1;
  }

  private nextGroup(): void {
    this.group = this.length;
    this.length += GROUP;
    this.used = 0;
    if (this.length + GROUP > this.bytes.length) this.grow();
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

function isBlank(bytes: Uint8Array, at: number): boolean {
  for (let byte = 0; byte < GROUP; byte += 1) if (bytes[at + byte] !== SPACE) return false;
  return true;
}
