import { wholePercentage } from '../rounding/round-counts.js';
import type { PerturbationTable } from './perturbation-table.js';

/** Below this protected base no share is published. */
export const SHARE_BASE = 10;

/**
 * Noise of one cell: the first line of the row whose bound lies above the cell key. Zero gets none. Same people, same key, same noise,
 * whatever table the cell stands in.
 * @param count true count, whole, ≥ 0.
 * @param cellKey sum of the record keys of the people in the cell, modulo 10⁸.
 */
export function cellNoise(table: PerturbationTable, count: number, cellKey: number): number {
  const row = count < table.lastRow ? count : table.lastRow;
  const { upperBounds, noise } = table;
  let line = table.firstLine[row] as number;
  while (cellKey >= (upperBounds[line] as number)) line += 1;
  return noise[line] as number;
}

/**
 * Perturbs all cells of a table at once.
 * @param published receives the published counts; same length as `counts`. Nothing is allocated.
 */
export function perturbCounts(table: PerturbationTable, counts: Uint32Array, cellKeys: Uint32Array, published: Uint32Array): void {
  for (let cell = 0; cell < counts.length; cell += 1) {
    const count = counts[cell] as number;
    published[cell] = count + cellNoise(table, count, cellKeys[cell] as number);
  }
}

/**
 * Weighted count after perturbation: the noise of the unweighted cell, spread with the mean weight of its people.
 * (i + v) · (weighted count / i); an empty cell stays 0.
 * @param weighted sum of the weights of the `count` people.
 */
export function perturbedWeightedCount(count: number, noise: number, weighted: number): number {
  return count === 0 ? 0 : (count + noise) * (weighted / count);
}

/**
 * Share of two perturbed counts in whole per cent, 0 to 100. Both counts carry noise of their own, so the quotient can pass 100: capped.
 * @returns null below a perturbed base of 10.
 */
export function perturbedShare(publishedCount: number, publishedBase: number): number | null {
  return publishedBase < SHARE_BASE ? null : wholePercentage(publishedCount, publishedBase);
}
