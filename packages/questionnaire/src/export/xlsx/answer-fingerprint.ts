import type { ExportedResponse } from '../table/table-column.js';

const PRIME = 0x01000193;

/** Number of answers and a 32-bit hash (FNV-1a) of their vectors in their order: tells whether two readings gave the same. */
export class AnswerFingerprint {
  private count = 0;
  private hash = 0x811c9dc5;

  add({ vector }: ExportedResponse): void {
    this.count += 1;
    let { hash } = this;
    for (const byte of vector) hash = Math.imul(hash ^ byte, PRIME);
    this.hash = hash;
  }

  equals(other: AnswerFingerprint): boolean {
    return this.count === other.count && this.hash === other.hash;
  }
}
