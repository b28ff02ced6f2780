/** Data sets on which two programs can be compared: with ties, shares at the very ends and very unequal weights. */

export type Next = () => number;

export function whole(next: Next, from: number, to: number): number {
  return from + Math.floor(next() * (to - from + 1));
}

export function oneOf<T>(next: Next, values: readonly [T, ...T[]]): T {
  return values[whole(next, 0, values.length - 1)] ?? values[0];
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Answers from 1 to 5, leaning to one side. */
export function likert(next: Next, count: number): number[] {
  const lean = 0.3 + 2.5 * next();
  return times(count, () => 1 + Math.min(4, Math.floor(5 * next() ** lean)));
}

/** Answers, measurements, or values of which many are the same. */
export function values(next: Next, count: number): number[] {
  const kind = oneOf(next, ['likert', 'measured', 'large']);
  if (kind === 'likert') return likert(next, count);
  const offset = kind === 'large' ? 1e5 : 0;
  return times(count, () => offset + Math.round((next() + next() + next() - 1.5) * 1000) / 100);
}

/** Nobody, everyone, or something in between. */
export function successes(next: Next, n: number): number {
  return oneOf(next, [0, n, Math.min(n, 1), whole(next, 0, n), whole(next, 0, n), whole(next, 0, n), whole(next, 0, n)]);
}

/** From equal weights to weights a hundred times apart. */
export function weights(next: Next, count: number): number[] {
  const spread = oneOf(next, [0, 0.5, 2, 4.6]);
  const scale = oneOf(next, [1, 0.001, 400]);
  return times(count, () => scale * Math.exp(spread * next()));
}

/** How well a share is known: sometimes weighted, sometimes of a finite population. */
export function share(next: Next): { successes: number; n: number; effectiveN: number; population?: number } {
  const n = whole(next, 1, 400);
  const sample = { successes: successes(next, n), n, effectiveN: n * (0.2 + 0.8 * next()) };
  return next() < 0.5 ? sample : { ...sample, population: n + whole(next, 1, 2000) };
}

/** Ratings that hang together: what a person thinks, plus noise of every item. */
export function ratings(next: Next, people: number, items: number): number[][] {
  const noise = 0.3 + 3 * next();
  return times(people, () => {
    const own = 1 + 4 * next();
    return times(items, () => Math.max(1, Math.min(5, Math.round(own + noise * (next() - 0.5)))));
  });
}

/** Codes of one variable in which every category occurs; sometimes some people have none (−1). */
export function categories(next: Next, people: number, count: number, withMissing: boolean): number[] {
  return times(people, (person) => {
    if (person < count) return person;
    return withMissing && next() < 0.1 ? -1 : Math.floor(count * next() ** 1.4);
  });
}
