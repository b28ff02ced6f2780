import type { WithheldReason } from '../contract/report.js';
import type { NoJudgementRule } from './report-input.js';
import { childrenOf, type CountTable } from './count-table.js';

/** Thresholds of one table, whole numbers; see `DisclosurePolicy`. */
export interface Thresholds {
  /** k: smallest count shown. */
  readonly minimumCell: number;
  /** Smallest number of valid judgements a row is shown for. */
  readonly minimumBase: number;
  /** Below this base, rows in which (nearly) everyone agrees are withheld. */
  readonly homogeneityBase: number;
}

function isSmall(count: number, limit: number): boolean {
  return count > 0 && count < limit;
}

/**
 * Primary suppression: the cells that are sensitive by themselves.
 * Small counts (0 < n < k), rows on a small base, rows in which all or all but one gave the same answer, and cells for which
 * the active filter leaves out only a few (else filtered and unfiltered report could be subtracted from each other).
 * Rules: § 16 BStatG practice (minimum count) and the group-disclosure rule of the SDC handbook (Hundepool et al. 2012).
 * Columns that nobody in the whole table chose stay visible as zeros: their margin says so already.
 * @param rest the same table for everyone the filter leaves out; null without a filter.
 * @returns per cell the reason, null = not sensitive.
 */
export function primaryReasons(
  table: CountTable,
  rest: CountTable | null,
  thresholds: Thresholds,
  noJudgement: NoJudgementRule,
): (WithheldReason | null)[] {
  const width = table.columns.length;
  const all = table.rows.length;
  const base = table.columns.findIndex(({ role }) => role === 'base');
  if (base >= 0 && isSmall(countAt(table, all, base), thresholds.minimumBase)) return table.counts.map(() => 'base-too-small');
  const judgements = base < 0 ? [] : descendants(table, base);
  return table.counts.map((count, cell) => {
    const row = Math.floor(cell / width);
    const column = cell % width;
    if (countAt(table, all, column) > 0 && base >= 0) {
      if (isSmall(countAt(table, row, base), thresholds.minimumBase)) return 'base-too-small';
      if (judgements.includes(column) && isHomogeneous(table, row, base, judgements, thresholds)) return 'homogeneous';
    }
    if (isSmall(count, thresholds.minimumCell)) {
      return table.columns[column]?.role === 'aside' && noJudgement === 'two-values' ? 'protected' : 'too-few';
    }
    return isSmall(rest?.counts[cell] ?? 0, thresholds.minimumCell) ? 'protected' : null;
  });
}

function countAt(table: CountTable, row: number, column: number): number {
  return table.counts[row * table.columns.length + column] ?? 0;
}

function descendants(table: CountTable, ancestor: number): readonly number[] {
  const children = childrenOf(table.columns);
  const below = (column: number): readonly number[] => (children[column] ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}

function isHomogeneous(table: CountTable, row: number, base: number, judgements: readonly number[], thresholds: Thresholds): boolean {
  const people = countAt(table, row, base);
  if (!isSmall(people, thresholds.homogeneityBase)) return false;
  return judgements.some((column) => table.columns[column]?.role === 'valid' && countAt(table, row, column) >= people - 1);
}
