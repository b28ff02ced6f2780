import type { Cell } from '../../contract/report.js';
import { countsBehind } from '../cell-key/perturbation-table.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import { countsBehindRounded } from '../rounding/round-counts.js';
import type { ProtectionMethod, PublicationPolicy } from './publication-policy.js';

/** What a reader knows about one count: whole numbers, both ends possible. */
export interface KnownRange {
  readonly lower: number;
  readonly upper: number;
}

/** Nothing known; the upper end is larger than any count. */
export const ANY_COUNT: KnownRange = { lower: 0, upper: 1_000_000_000 };

/** What one cell tells by itself to a reader who knows the method, its tables and what the reasons mean. */
export function knownRange(cell: Cell, dimensions: readonly PublicationDimension[], { method, thresholds }: PublicationPolicy): KnownRange {
  if (cell.kind === 'count') return rangeOfNumber(cell.count, method);
  switch (cell.reason) {
    case 'protected':
      return ANY_COUNT;
    case 'too-few':
      return { lower: 1, upper: (dimensions.some(({ sensitive }) => sensitive === true) ? thresholds.minimumSensitiveCell : thresholds.minimumCell) - 1 };
    case 'base-too-small':
      // Decided by the published base: of a group that is too small a reader knows that its parts are no larger than it can be.
      return { lower: 0, upper: Math.floor(thresholds.minimumBase - 1 + largestNoise(method)) };
    case 'homogeneous':
      return { lower: 0, upper: thresholds.homogeneityBase - 1 };
  }
}

/** Values that both ranges hold; both are true, so there is one. */
export function bothKnown(left: KnownRange, right: KnownRange): KnownRange {
  return { lower: Math.max(left.lower, right.lower), upper: Math.min(left.upper, right.upper) };
}

function rangeOfNumber(count: number, method: ProtectionMethod): KnownRange {
  switch (method.kind) {
    case 'cell-key':
      return countsBehind(method.table, count);
    case 'rounding':
      return countsBehindRounded(count, method.base);
    case 'suppression':
    case 'none':
      return { lower: count, upper: count };
  }
}

function largestNoise(method: ProtectionMethod): number {
  return method.kind === 'cell-key' ? method.table.maximumNoise : method.kind === 'rounding' ? method.base / 2 : 0;
}
