/** One row of the table. Texts carry their unit. */
export interface Figure {
  readonly work: string;
  readonly ours: string;
  /** What the machine gives without us, measured in the same run, rounds in turn; `–` where there is no such thing. */
  readonly limit: string;
  /** Ours against the limit. */
  readonly ratio: string;
  readonly target: string;
  readonly holds: boolean | null;
}

export interface Measurement {
  readonly title: string;
  /** How it was measured, in sentences: rounds, warm-up, concurrency, what the limit does. */
  readonly method: readonly string[];
  readonly figures: readonly Figure[];
  /** What was seen beside the figures. */
  readonly notes: readonly string[];
}

/** What every measurement is given. */
export interface BenchmarkRun {
  /** Fewer rounds, and no table of 1,000,000 answers. */
  readonly quick: boolean;
  readonly log: (line: string) => void;
}

/** Median of at least one number. @throws RangeError without any. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Quantile by linear interpolation (type 7 of Hyndman and Fan 1996). @throws RangeError without any value. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of nothing.');
  return below + (above - below) * (place - Math.floor(place));
}

/** Milliseconds with as many decimals as mean something. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : grouped(value)} ms`;
}

export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

export function times(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
