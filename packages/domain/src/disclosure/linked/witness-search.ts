import type { CellSystem } from './cell-system.js';
import { ComponentProgramme } from './component-programme.js';
import { PersonMoves, UNLIMITED, type SavedTable } from './person-moves.js';
import type { SumIndex } from './withheld-components.js';

/** In systems with more cells than this, moves alone are used. */
const LARGE_SYSTEM = 5000;
/** Components up to this many cells are examined by linear programmes where moves find nothing. */
const SMALL_COMPONENT = 60;
/** Work that linear programmes may do in one search, in cells × cells per programme; then moves alone are used. */
const LARGEST_WORK = 60_000;

/** How far a withheld cell is known to differ in feasible whole tables, and the cells that change in those tables. */
export interface Witness {
  readonly up: number;
  readonly down: number;
  readonly changed: readonly number[];
}

/**
 * Looks for feasible whole tables in which a withheld cell differs from its true count. First by moves from the true table, then
 * by moves from tables in which a withheld margin of the cell is moved already, in small components then by linear programmes
 * that are asked for whole solutions. Nothing found is taken for protected without such a table.
 */
export class WitnessSearch {
  readonly moves: PersonMoves;
  /** Feasible tables in which a margin is moved, by direction × (margin + 1). */
  private readonly starts = new Map<number, { readonly table: SavedTable; readonly isFar: boolean; readonly growth: number }>();
  private growth = 0;
  private work = 0;

  /**
   * @param withheld 1 = withheld; read anew at every search.
   * @param largestK largest width asked for.
   */
  constructor(
    private readonly system: CellSystem,
    private readonly index: SumIndex,
    private readonly withheld: Uint8Array,
    private readonly largestK: number,
  ) {
    const size = system.counts.length;
    this.moves = new PersonMoves(system, { withheld, lowest: new Int32Array(size), highest: new Int32Array(size).fill(UNLIMITED) });
  }

  /** To be called when more cells are withheld: tables found so far may then go further. */
  noteGrowth(): void {
    this.growth += 1;
  }

  /** The best witness found for a width of `need` (up and down together); it may be less. */
  find(cell: number, need: number): Witness {
    const found = this.findByMoves(cell, need);
    if (found.up + found.down >= need) return found;
    if (this.forgetShortStarts(cell)) return this.find(cell, need);
    const byProgramme = this.findByProgramme(cell, need);
    return byProgramme.up + byProgramme.down >= need ? byProgramme : found;
  }

  private findByMoves(cell: number, need: number): Witness {
    const changed = new Set<number>();
    let up = 0;
    let down = 0;
    for (const margin of [-1, ...this.moves.marginsOf(cell)]) {
      up = Math.max(up, this.reach(cell, margin, 1, need - down, up, changed));
      if (up + down < need) down = Math.max(down, this.reach(cell, margin, -1, need - up, down, changed));
      if (up + down >= need) break;
    }
    return { up, down, changed: [...changed] };
  }

  /** How far a cell can be moved in one direction, after one of its margins was moved the same way. */
  private reach(cell: number, margin: number, direction: 1 | -1, wanted: number, known: number, changed: Set<number>): number {
    const { moves, system } = this;
    moves.reset();
    if (margin >= 0 && !this.startFrom(margin, direction)) return 0;
    const count = system.counts[cell] as number;
    moves.shift(cell, direction, wanted - direction * ((moves.state[cell] as number) - count));
    const reached = direction * ((moves.state[cell] as number) - count);
    if (reached > known) for (const other of moves.touched()) changed.add(other);
    return reached;
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

  private findByProgramme(cell: number, need: number): Witness {
    const { system, index, withheld } = this;
    const cells = system.counts.length > LARGE_SYSTEM || this.work > LARGEST_WORK ? null : index.componentOf(cell, withheld, SMALL_COMPONENT);
    if (cells === null) return { up: 0, down: 0, changed: [] };
    this.work += cells.length ** 2;
    const programme = new ComponentProgramme(system, index, cells);
    const count = system.counts[cell] as number;
    const changed = new Set<number>();
    const reach = (direction: 'maximize' | 'minimize', limit: number): number => {
      const table = programme.wholeOptimum(cell, direction, limit);
      for (const [other, value] of table ?? []) if (value !== system.counts[other]) changed.add(other);
      return Math.abs((table?.get(cell) ?? count) - count);
    };
    const up = reach('maximize', count + need);
    const down = up < need && count > 0 ? reach('minimize', Math.max(0, count - need + up)) : 0;
    return { up, down, changed: [...changed] };
  }
}
