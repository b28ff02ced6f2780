import gammainc from '@stdlib/math-base-special-gammainc';
import { requireNonNegative, requirePositive, requireThat } from './check-number.js';

/** From this expected count on a cell is thick enough for the χ² approximation (Cochran 1954). */
export const THIN_CELL = 5;

/** Result of the test of independence. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
  /** Cramér's V, 0 to 1: strength of the relation, whatever the number of people. */
  readonly cramersV: number;
  /** Cells with an expected count below `THIN_CELL`, the smallest expected count, and whether p is to be distrusted. */
  readonly thin: { readonly cells: number; readonly smallestExpected: number; readonly warning: boolean };
}

/**
 * Probability that a χ² variable exceeds `value`. The upper incomplete gamma function is used instead of 1 − cdf,
 * which would be 0 for everything below 1e-16.
 * @param value from 0 on · @param degrees degrees of freedom, > 0 · @throws RangeError outside these ranges.
 */
export function chiSquareTail(value: number, degrees: number): number {
  requireNonNegative(value, 'A χ² value');
  requirePositive(degrees, 'The number of degrees of freedom');
  return gammainc(value / 2, degrees / 2, true, true);
}

function withoutEmptyLines(table: readonly (readonly number[])[]): number[][] {
  const width = table[0]?.length ?? 0;
  requireThat(table.every((row) => row.length === width), 'All rows of a table must have the same length.');
  for (const count of table.flat()) requireNonNegative(count, 'A count');
  const filled = table.filter((row) => row.some((count) => count > 0));
  return filled.map((row) => row.filter((_, column) => filled.some((other) => (other[column] ?? 0) > 0)));
}

/**
 * Pearson's χ² test of independence in a table of counts, rows × columns (Pearson 1900). Empty rows and columns are left out:
 * nobody in them can depend on anything. Counts are people, each in one cell: weighted counts have to be brought to the effective
 * number of people first (`compareShares` does so), and the ticks of a multiple choice have no such table.
 * @param table counts ≥ 0, rows of equal length · @param yates Yates' continuity correction, for 2 × 2 tables only
 * @returns null when fewer than two rows or columns have people.
 * @throws RangeError for ragged tables and counts that are negative or not finite.
 */
export function chiSquareTest(table: readonly (readonly number[])[], yates = false): ChiSquareTest | null {
  const counts = withoutEmptyLines(table);
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  if (rows < 2 || columns < 2) return null;
  requireThat(!yates || (rows === 2 && columns === 2), 'Yates’ correction is for tables of two rows and two columns.');
  const rowSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = Array.from({ length: columns }, (_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const n = rowSums.reduce((sum, count) => sum + count, 0);
  const cells = counts.flatMap((row, i) => row.map((count, j) => ({ count, expected: ((rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / n })));
  const smallestExpected = Math.min(...cells.map(({ expected }) => expected));
  // In a table of two by two all cells deviate by the same amount; the correction never turns the sign.
  const correction = yates ? Math.min(0.5, ...cells.map(({ count, expected }) => Math.abs(count - expected))) : 0;
  const chiSquare = cells.reduce((sum, { count, expected }) => sum + (Math.abs(count - expected) - correction) ** 2 / expected, 0);
  const degrees = (rows - 1) * (columns - 1);
  const thin = cells.filter(({ expected }) => expected < THIN_CELL).length;
  return {
    chiSquare,
    degrees,
    p: chiSquareTail(chiSquare, degrees),
    cramersV: Math.min(1, Math.sqrt(chiSquare / (n * Math.min(rows - 1, columns - 1)))),
    thin: { cells: thin, smallestExpected, warning: thin > 0 },
  };
}
