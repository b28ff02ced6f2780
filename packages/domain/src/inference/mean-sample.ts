import { requireFinite, requireNonNegative, requireThat } from './check-number.js';

/** What a comparison of means needs to know of one group. `variance` is divided by n − 1. */
export interface MeanSample {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Number, mean and sample variance of values, in two passes and from the first value on, so that large values with small
 * differences stay exact and equal values have no variance at all.
 * @param values finite numbers, at least one; variance 0 for a single one.
 * @throws RangeError for no values or values that are not finite.
 */
export function meanSampleOf(values: ArrayLike<number>): MeanSample {
  const n = values.length;
  requireThat(n >= 1, 'A mean needs n ≥ 1.');
  requireFinite(values, 'Values');
  const first = values[0] ?? 0;
  let sum = 0;
  for (let index = 0; index < n; index += 1) sum += (values[index] ?? 0) - first;
  const mean = first + sum / n;
  let squares = 0;
  for (let index = 0; index < n; index += 1) squares += ((values[index] ?? 0) - mean) ** 2;
  return { n, mean, variance: n < 2 ? 0 : squares / (n - 1) };
}

/** @throws RangeError unless n ≥ 2, the mean is finite and the variance is a finite number from 0 on. */
export function requireMeanSample({ n, mean, variance }: MeanSample): void {
  requireThat(n >= 2, 'A comparison of means needs at least two people in each group.');
  requireThat(Number.isFinite(mean), 'A comparison of means needs finite means.');
  requireNonNegative(variance, 'The variance');
}
