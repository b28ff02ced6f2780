import type { DisclosurePolicy, WithheldReason } from '../../contract/report.js';
import { sumsOf, type CellSystem } from './cell-system.js';

/** One group of people and one question: for figures made of their answers. */
export interface AnswerGroup {
  /** Index of the answers dimension. */
  readonly answers: number;
  /** The group's cell over all answers. */
  readonly total: number;
  /** Single judgements. */
  readonly judgements: readonly number[];
  /** Judgements and sums of judgements. */
  readonly cells: readonly number[];
}

export interface PrimaryCells {
  /** Reason per cell; null = not sensitive by itself. */
  readonly reasons: (WithheldReason | null)[];
  /** k per cell: smallest count shown, and smallest width of its feasible interval. */
  readonly k: Uint16Array;
  /** Every group of people and question. */
  readonly groups: readonly AnswerGroup[];
}

/**
 * Primary suppression in a system of linked tables: counts from 1 to k − 1 (k is `minimumSensitiveCell` for cells that name a
 * category of a sensitive dimension), judgements of a group with fewer than `minimumBase` of them, and judgements of a group
 * with fewer than `homogeneityBase` of which one has all or all but one (group disclosure; Hundepool et al. 2012,
 * Statistical Disclosure Control, section 5.2). Zeros that follow from a zero that is shown stay visible.
 */
export function primaryCells(system: CellSystem, policy: DisclosurePolicy): PrimaryCells {
  const { counts, structural } = system;
  const k = minimumCounts(system, policy);
  const reasons: (WithheldReason | null)[] = Array.from(counts, (count, cell) => (count > 0 && count < (k[cell] ?? 0) ? 'too-few' : null));
  const groups = answerGroups(system);
  for (const group of groups) {
    const reason = groupReason(counts, group.judgements, policy);
    if (reason === null) continue;
    // A group that is too small is the stronger statement, for a cell that belongs to two groups.
    for (const cell of group.cells) {
      if (structural[cell] === 0 && (reason === 'base-too-small' || reasons[cell] !== 'base-too-small')) reasons[cell] = reason;
    }
  }
  showKnownZeros(system, reasons);
  return { reasons, k, groups };
}

/** k of every cell: `minimumSensitiveCell` for cells that name a category of a sensitive dimension. */
export function minimumCounts({ counts, planes, dimensions }: CellSystem, policy: DisclosurePolicy): Uint16Array {
  const k = new Uint16Array(counts.length);
  for (const plane of planes) {
    const sensitive = plane.dimensions.some((dimension) => dimensions[dimension]?.sensitive === true);
    k.fill(sensitive ? policy.minimumSensitiveCell : policy.minimumCell, plane.first, plane.first + plane.size);
  }
  return k;
}

/**
 * Why the judgements of a group are withheld as a whole; null = they are not.
 * @param judgements cells of the single judgements; their sum is the base.
 */
export function groupReason(counts: Int32Array, judgements: readonly number[], policy: DisclosurePolicy): 'base-too-small' | 'homogeneous' | null {
  let base = 0;
  let most = 0;
  for (const cell of judgements) {
    const count = counts[cell] ?? 0;
    base += count;
    most = Math.max(most, count);
  }
  if (base === 0) return null;
  if (base < policy.minimumBase) return 'base-too-small';
  return base < policy.homogeneityBase && most >= base - 1 ? 'homogeneous' : null;
}

/** Every group of people and question of the system: each combination of the other dimensions, totals included. */
export function answerGroups({ dimensions, tables }: CellSystem): readonly AnswerGroup[] {
  const groups = new Map<string, AnswerGroup>();
  for (const table of tables) {
    table.dimensions.forEach((answers, at) => {
      const dimension = dimensions[answers];
      const judgements = dimension?.judgements ?? null;
      if (dimension === undefined || judgements === null || judgements.length === 0) return;
      const stride = table.strides[at] ?? 1;
      const length = dimension.categories.length + 1;
      const sums = dimension.categories.flatMap((_, index) => {
        const below = dimension.leavesBelow[index] ?? [];
        return !dimension.leaves.includes(index) && below.every((leaf) => judgements.includes(leaf)) ? [index] : [];
      });
      for (let place = 0; place < table.cells.length; place += 1) {
        if (Math.floor(place / stride) % length !== 0) continue;
        const cellsOf = (indices: readonly number[]): number[] => indices.map((index) => table.cells[place + index * stride] ?? 0);
        const total = table.cells[place + (length - 1) * stride] ?? 0;
        const key = `${String(answers)}:${String(total)}`;
        if (!groups.has(key)) groups.set(key, { answers, total, judgements: cellsOf(judgements), cells: cellsOf([...judgements, ...sums]) });
      }
    });
  }
  return [...groups.values()];
}

/** Parts of a shown zero are known to be zero: they cannot be withheld. */
function showKnownZeros(system: CellSystem, reasons: (WithheldReason | null)[]): void {
  const { counts } = system;
  const empty = sumsOf(system).filter(({ whole, parts }) => counts[whole] === 0 && parts.some((part) => reasons[part] !== null));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { whole, parts } of empty) {
      if (reasons[whole] !== null) continue;
      for (const part of parts) {
        if (reasons[part] !== null) changed = true;
        reasons[part] = null;
      }
    }
  }
}
