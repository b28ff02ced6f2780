import type { CellSystem } from './cell-system.js';
import { ComponentProgramme } from './component-programme.js';
import { PersonMoves, UNLIMITED, type SavedTable } from './person-moves.js';
import type { SumIndex } from './withheld-components.js';
import type { WitnessLedger } from './witness-ledger.js';

/** In systems with more cells than this, moves alone are used. */
const LARGE_SYSTEM = 5000;
/** Components up to this many cells are examined by linear programmes where moves find nothing. */
const SMALL_COMPONENT = 60;
/** Work that linear programmes may do in one search, in cells × cells per programme; then moves alone are used. */
const LARGEST_WORK = 60_000;

/**
 * Looks for feasible whole tables in which a withheld cell differs from its true count. First by moves from the true table, then
 * by moves from tables in which a withheld margin of the cell is moved already, in small components then by linear programmes
 * that are asked for whole solutions. Nothing found is taken for protected without such a table.
 */
export class WitnessSearch {
  readonly moves: PersonMoves;
  /** Feasible tables in which a margin is moved, by direction × (margin + 1). */
  private readonly starts = new Map<number, { readonly table: SavedTable; readonly isFar: boolean; readonly growth: number }>();
  private readonly largestK: number;
  private growth = 0;
  private work = 0;

  /**
   * @param withheld 1 = withheld; read anew at every search.
   * @param k width wanted per cell.
   * @param ledger every feasible table found is written down there.
   */
  constructor(
    private readonly system: CellSystem,
    private readonly index: SumIndex,
    private readonly withheld: Uint8Array,
    k: Uint16Array,
    private readonly ledger: WitnessLedger,
  ) {
    const size = system.counts.length;
    this.largestK = k.reduce((most, each) => Math.max(most, each), 0);
    this.moves = new PersonMoves(system, { withheld, lowest: new Int32Array(size), highest: new Int32Array(size).fill(UNLIMITED) });
  }

  /** To be called when more cells are withheld: tables found so far may then go further. */
  noteGrowth(): void {
    this.growth += 1;
  }

  /** Searches until the width of a cell is proven or nothing more is found. @returns what is missing; 0 = proven. */
  find(cell: number): number {
    const { ledger } = this;
    if (ledger.missing(cell) === 0 || this.findByMoves(cell) === 0) return 0;
    if (this.forgetShortStarts(cell)) return this.find(cell);
    this.findByProgramme(cell);
    return ledger.missing(cell);
  }

  /**
   * Only goes on from the tables in which the cell was seen farthest: enough where little was withheld since.
   * @returns what is missing.
   */
  goOn(cell: number): number {
    const { moves, ledger } = this;
    for (const direction of DIRECTIONS) {
      const missing = ledger.missing(cell);
      if (missing === 0) return 0;
      moves.reset();
      const start = ledger.farthest(cell, direction);
      if (start !== null && !moves.restore(start)) continue;
      if (moves.shift(cell, direction, missing) > 0) ledger.record(moves.touched(), moves.state);
    }
    return ledger.missing(cell);
  }

  private findByMoves(cell: number): number {
    const { ledger } = this;
    for (const margin of [TRUE_TABLE, ...this.moves.marginsOf(cell)]) {
      for (const direction of DIRECTIONS) {
        this.reach(cell, margin, direction);
        if (ledger.missing(cell) === 0) return 0;
      }
    }
    return ledger.missing(cell);
  }

  /** Moves a cell in one direction, after one of its margins was moved the same way. */
  private reach(cell: number, margin: number, direction: 1 | -1): void {
    const { moves, ledger } = this;
    moves.reset();
    if (margin >= 0 && !this.startFrom(margin, direction)) return;
    const count = this.system.counts[cell] as number;
    const known = direction === 1 ? ledger.up(cell) : ledger.down(cell);
    const wanted = known + ledger.missing(cell);
    const moved = direction * ((moves.state[cell] as number) - count);
    moves.shift(cell, direction, wanted - moved);
    ledger.record(moves.touched(), moves.state);
  }

  /** Moves a margin as far as any cell needs. */
  private startFrom(margin: number, direction: 1 | -1): boolean {
    const key = direction * (margin + 1);
    const known = this.starts.get(key);
    if (known !== undefined && this.moves.restore(known.table)) return known.table.cells.length > 0;
    const wanted = direction === 1 ? this.largestK : Math.min(this.largestK, this.system.counts[margin] as number);
    const moved = this.moves.shift(margin, direction, wanted);
    this.starts.set(key, { table: this.moves.save(), isFar: moved === wanted, growth: this.growth });
    return moved > 0;
  }

  /** Forgets tables that may go further now. @returns whether there were any. */
  private forgetShortStarts(cell: number): boolean {
    let any = false;
    for (const margin of this.moves.marginsOf(cell)) {
      for (const key of [margin + 1, -margin - 1]) {
        const start = this.starts.get(key);
        if (start === undefined || start.isFar || start.growth === this.growth) continue;
        this.starts.delete(key);
        any = true;
      }
    }
    return any;
  }

  private findByProgramme(cell: number): void {
    const { system, index, withheld, ledger } = this;
    const cells = system.counts.length > LARGE_SYSTEM || this.work > LARGEST_WORK ? null : index.componentOf(cell, withheld, SMALL_COMPONENT);
    if (cells === null) return;
    this.work += cells.length ** 2;
    const programme = new ComponentProgramme(system, index, cells);
    const count = system.counts[cell] as number;
    for (const direction of DIRECTIONS) {
      if (ledger.missing(cell) === 0) return;
      const known = direction === 1 ? ledger.up(cell) : ledger.down(cell);
      const limit = Math.max(0, count + direction * (known + ledger.missing(cell)));
      const table = limit === count ? null : programme.wholeOptimum(cell, direction === 1 ? 'maximize' : 'minimize', limit);
      if (table === null) continue;
      const state = system.counts.slice();
      for (const [other, value] of table) state[other] = value;
      ledger.record(cells.filter((other) => state[other] !== system.counts[other]), state);
    }
  }
}

/** In place of a margin: nothing is moved before. */
const TRUE_TABLE = -1;
const DIRECTIONS = [1, -1] as const;
