import type { CellSystem } from './cell-system.js';

/** Every withheld cell is a loss, whatever its size. */
const COST_OF_CELL = 100;
/** The number of all people is given up last of all. */
const FACTOR_OF_GRAND_TOTAL = 1000;

/** How the loss of different kinds of cells compares. */
export interface CostScale {
  /** A zero can only rise, so it protects little and needs much protection itself. */
  readonly zero: number;
  /** Margins are read more often than what they sum up: factor per dimension that is totalled. */
  readonly perLevel: number;
  /** A margin of several tables is lost in all of them: factor. */
  readonly shared: number;
}

/** Fits large publications, where most small cells lie beside each other. */
export const USUAL_COSTS: CostScale = { zero: 800, perLevel: 4, shared: 4 };

/**
 * How unwillingly each cell is given up: cells of the innermost level by their size, margins dearer with every dimension that is
 * totalled and when several tables have them. Cells known to be empty cannot be withheld: Infinity.
 */
export function cellCosts({ counts, structural, level, sharing, plane, planes }: CellSystem, scale: CostScale): Float64Array {
  return Float64Array.from(counts, (count, cell) => {
    if (structural[cell] === 1) return Number.POSITIVE_INFINITY;
    const own = count === 0 ? scale.zero : COST_OF_CELL + Math.min(count, 100) / 4;
    if (planes[plane[cell] ?? 0]?.dimensions.length === 0) return own * FACTOR_OF_GRAND_TOTAL;
    return own * scale.perLevel ** (level[cell] ?? 0) * ((sharing[cell] ?? 1) > 1 ? scale.shared : 1);
  });
}
