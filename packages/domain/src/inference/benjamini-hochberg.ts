import { requireThat } from './check-number.js';

/** False discovery rate of all comparisons shown. */
export const FALSE_DISCOVERY_RATE = 0.05;

/** Adjusted p-values and decisions, in the order of the p-values given. */
export interface Discoveries {
  readonly adjusted: readonly number[];
  readonly rejected: readonly boolean[];
}

/**
 * Step-up procedure for many tests at once (Benjamini & Hochberg 1995): seventeen districts are seventeen tests, and one in
 * twenty would stand out by chance. Of the rejected hypotheses at most the share q is expected to be wrong.
 * @param p p-values, 0 to 1; none gives an empty result · @param q accepted share of false discoveries, between 0 and 1
 * @throws RangeError outside these ranges.
 */
export function benjaminiHochberg(p: readonly number[], q: number = FALSE_DISCOVERY_RATE): Discoveries {
  requireThat(q > 0 && q < 1, `A false discovery rate lies between 0 and 1, not at ${String(q)}.`);
  p.forEach((value, index) => {
    requireThat(value >= 0 && value <= 1, () => `P-value ${String(index)} is ${String(value)}, not between 0 and 1.`);
  });
  const order = p.map((value, index) => ({ value, index })).sort((left, right) => right.value - left.value);
  const adjusted = new Array<number>(p.length).fill(1);
  let smallest = 1;
  order.forEach(({ value, index }, place) => {
    smallest = Math.min(smallest, value * (p.length / (p.length - place)));
    adjusted[index] = smallest;
  });
  return { adjusted, rejected: adjusted.map((value) => value <= q) };
}
