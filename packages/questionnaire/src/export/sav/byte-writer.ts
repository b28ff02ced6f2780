const ENCODER = new TextEncoder();
const SPACE = 0x20;

/** Bytes that grow while they are written; numbers are little-endian. */
export class ByteWriter {
  private bytes = new Uint8Array(4096);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  int32(...values: readonly number[]): this {
    this.reserve(values.length * 4);
    for (const value of values) {
      this.view.setInt32(this.length, value, true);
      this.length += 4;
    }
    return this;
  }

  float64(...values: readonly number[]): this {
    this.reserve(values.length * 8);
    for (const value of values) {
      this.view.setFloat64(this.length, value, true);
      this.length += 8;
    }
    return this;
  }

  raw(bytes: Iterable<number> & { readonly length: number }): this {
    this.reserve(bytes.length);
    this.bytes.set(Uint8Array.from(bytes), this.length);
    this.length += bytes.length;
    return this;
  }

  /** Text in UTF-8, filled up with spaces to a number of bytes. @throws RangeError when it is longer. */
  padded(text: string, width: number): this {
    const bytes = ENCODER.encode(text);
    if (bytes.length > width) throw new RangeError(`A text of ${bytes.length} bytes does not fit into ${width}.`);
    return this.raw(bytes).raw(new Uint8Array(width - bytes.length).fill(SPACE));
  }

  /** A copy of what was written. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}
