/** Keeps the last results of an expensive computation; whoever asks for one under way waits for the same one. */
export class RecentReports<Result> {
  private readonly results = new Map<string, Promise<Result>>();

  constructor(private readonly limit: number) {}

  get(key: string, compute: () => Promise<Result>): Promise<Result> {
    const known = this.results.get(key);
    const result = known ?? compute();
    // Re-inserting moves the key to the end: the first one is always the longest unused.
    this.results.delete(key);
    this.results.set(key, result);
    if (known === undefined) {
      result.catch(() => {
        if (this.results.get(key) === result) this.results.delete(key);
      });
      this.dropOldest();
    }
    return result;
  }

  private dropOldest(): void {
    const [oldest] = this.results.keys();
    if (this.results.size > this.limit && oldest !== undefined) this.results.delete(oldest);
  }
}
