const BYTES_PER_ID = 16;

/** Remembers UUIDs at 16 bytes each; a set of a million strings would take more memory than the columns themselves. */
export class AnswerIds {
  private bytes = Buffer.alloc(1024 * BYTES_PER_ID);
  private count = 0;

  add(id: string): void {
    if (this.count * BYTES_PER_ID === this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    this.bytes.write(compact(id), this.count * BYTES_PER_ID, 'hex');
    this.count += 1;
  }

  /** Those of the entries whose id was never added, in their order; an id given twice is kept once. */
  missing<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
    const wanted = new Map(entries.map((entry) => [compact(entry.id), entry]));
    for (let at = 0; at < this.count && wanted.size > 0; at += 1) {
      wanted.delete(this.bytes.toString('hex', at * BYTES_PER_ID, (at + 1) * BYTES_PER_ID));
    }
    return [...wanted.values()];
  }
}

function compact(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
