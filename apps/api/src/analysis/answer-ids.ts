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
    // Four bytes tell nearly all ids apart, and reading them is many times faster than making a text of every id.
    const beginnings = new Set([...wanted.keys()].map((id) => Number.parseInt(id.slice(0, 8), 16)));
    for (let at = 0; at < this.count && wanted.size > 0; at += 1) {
      const start = at * BYTES_PER_ID;
      if (beginnings.has(this.bytes.readUInt32BE(start))) wanted.delete(this.bytes.toString('hex', start, start + BYTES_PER_ID));
    }
    return [...wanted.values()];
  }
}

function compact(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
