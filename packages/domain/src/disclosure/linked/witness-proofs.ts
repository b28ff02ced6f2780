import type { CellSystem } from './cell-system.js';
import type { SavedTable } from './person-moves.js';
import type { SumIndex } from './withheld-components.js';
import type { WitnessLedger } from './witness-ledger.js';

/**
 * The feasible tables behind a publication, per context. Held beside the publication and never in it: they are made with true
 * counts, and whatever is written out, copied or sent has lost them.
 */
const BEHIND = new WeakMap<object, ReadonlyMap<string, readonly SavedTable[]>>();

/** Keeps the tables that the protection of a publication rests on, so that its audit need not look for them again. */
export function keepProofs(publication: object, proofs: ReadonlyMap<string, readonly SavedTable[]>): void {
  BEHIND.set(publication, proofs);
}

/** Tables kept for a publication and one of its contexts; none for a publication that was not made by `protect`. */
export function proofsOf(publication: object, context: string): readonly SavedTable[] {
  return BEHIND.get(publication)?.get(context) ?? [];
}

/**
 * Checks tables, whoever made them, and enters those into a ledger that a reader cannot exclude: only withheld cells differ from
 * the true table, no count is negative, every sum of every table holds.
 * @returns how many tables were refused.
 */
export function enterFeasible(system: CellSystem, index: SumIndex, withheld: Uint8Array, tables: readonly SavedTable[], ledger: WitnessLedger): number {
  const state = system.counts.slice();
  const excess = new Int32Array(index.sums.length);
  let refused = 0;
  for (const table of tables) {
    const { cells, values } = table;
    if (cells.every((cell, at) => withheld[cell] === 1 && (values[at] as number) >= 0)) {
      for (let at = 0; at < cells.length; at += 1) state[cells[at] as number] = values[at] as number;
      if (sumsHold(system, index, cells, state, excess)) ledger.record(cells, state, table);
      else refused += 1;
      for (const cell of cells) state[cell] = system.counts[cell] as number;
    } else refused += 1;
  }
  return refused;
}

/** @param excess zeros, one per sum; zeros again afterwards. */
function sumsHold({ counts }: CellSystem, index: SumIndex, cells: Int32Array, state: Int32Array, excess: Int32Array): boolean {
  for (const cell of cells) index.unbalance(cell, (state[cell] as number) - (counts[cell] as number), excess);
  let holds = true;
  for (const cell of cells) if (!index.rebalance(cell, excess)) holds = false;
  return holds;
}
