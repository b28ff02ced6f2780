import { requireNonNegative, requireThat } from '../inference/check-number.js';

/** How much a disagreement counts: all the same, by distance, or by squared distance of the categories. */
export const KAPPA_WEIGHTS = ['none', 'linear', 'quadratic'] as const;
export type KappaWeights = (typeof KAPPA_WEIGHTS)[number];

/** Agreement of two raters beyond chance. */
export interface KappaResult {
  readonly n: number;
  /** 1 = full agreement, 0 = as much as by chance, below 0 = less. */
  readonly kappa: number;
  /** Observed and expected (weighted) agreement, 0 to 1. */
  readonly observed: number;
  readonly expected: number;
}

/**
 * Table of two ratings of the same things. @param first, second index of the category, 0 to categories − 1, in the same order
 * @throws RangeError for different lengths or unknown categories.
 */
export function agreementTable(first: ArrayLike<number>, second: ArrayLike<number>, categories: number): readonly (readonly number[])[] {
  requireThat(first.length === second.length, 'Both raters need a rating for everything.');
  const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (let index = 0; index < first.length; index += 1) {
    const [row, column] = [first[index] ?? -1, second[index] ?? -1];
    const line = table[row];
    requireThat(line?.[column] !== undefined, () => `Rating ${String(index)}: there is no category ${String(row)} or ${String(column)}.`);
    line[column] = (line[column] ?? 0) + 1;
  }
  return table;
}

function agreementOf(i: number, j: number, k: number, weights: KappaWeights): number {
  if (weights === 'none') return i === j ? 1 : 0;
  const distance = Math.abs(i - j) / (k - 1);
  return weights === 'linear' ? 1 - distance : 1 - distance * distance;
}

/**
 * Cohen's kappa (Cohen 1960), weighted for ordered categories (Cohen 1968): for forms keyed twice, or open answers coded by two.
 * @param table counts ≥ 0, square: rows are the first rater's categories, columns the second's
 * @returns null when there is nothing rated, or chance alone would already agree fully (both used one and the same category).
 * @throws RangeError for fewer than two categories, a table that is not square, or counts that are negative or not finite.
 */
export function cohenKappa(table: readonly (readonly number[])[], weights: KappaWeights = 'none'): KappaResult | null {
  const k = table.length;
  requireThat(k >= 2 && table.every((row) => row.length === k), 'Kappa needs a square table of at least two categories.');
  for (const count of table.flat()) requireNonNegative(count, 'A count');
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  let [observed, expected] = [0, 0];
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      const agreement = agreementOf(i, j, k, weights);
      observed += (agreement * count) / n;
      expected += (agreement * (rows[i] ?? 0) * (columns[j] ?? 0)) / (n * n);
    });
  });
  return 1 - expected < 1e-12 ? null : { n, kappa: (observed - expected) / (1 - expected), observed, expected };
}
