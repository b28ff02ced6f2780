import type { CellSystem, SystemTable } from './cell-system.js';
import { MoveCells } from './move-cells.js';
import { planeMoves, type MoveFamily, type PlaneMoves } from './move-families.js';

/** Stands for "no limit"; larger than any count. */
export const UNLIMITED = 1_000_000_000;

/** Which cells may change, and between which values. */
export interface MoveLimits {
  /** 1 = withheld: may change. */
  readonly withheld: Uint8Array;
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

/** A feasible table by its differences from the true one. */
export interface SavedTable {
  readonly cells: Int32Array;
  readonly values: Int32Array;
}

/**
 * Moves between feasible tables of a linked system. A move is a product over all dimensions of either a pair of categories
 * (one rises, the other falls, the total stays) or a single category (it rises with its total): people added here and taken
 * away there. Only tables that have all paired dimensions change, each in 2, 4 or 8 cells (more with groups of categories), and
 * every margin of every table stays consistent without solving anything. Whole numbers stay whole.
 * Generalises the hypercubes of Repsilber (1994) and Giessing & Repsilber (2002) to linked tables and withheld margins.
 */
export class PersonMoves {
  /** The feasible table moved to so far; the true one at the start. */
  readonly state: Int32Array;
  /** Cells changed since `reset`, each once. */
  private readonly changed: number[] = [];
  private readonly inMove: Int32Array;
  private readonly sinceReset: Int32Array;
  private moveNumber = 0;
  private resetNumber = 1;
  private readonly planes: readonly PlaneMoves[];
  private readonly cells: MoveCells;
  private readonly stoppers = new Map<MoveFamily, number>();
  private readonly indices = [0, 0, 0];
  private readonly candidates: (readonly number[])[] = [[], [], []];

  /** @param accepts may say no because of a rule about several cells together; the move is then undone. */
  constructor(
    private readonly system: CellSystem,
    private readonly limits: MoveLimits,
    private readonly accepts: ((tables: readonly SystemTable[], state: Int32Array) => boolean) | null = null,
  ) {
    const { counts } = system;
    this.state = counts.slice();
    this.inMove = new Int32Array(counts.length);
    this.sinceReset = new Int32Array(counts.length);
    this.planes = planeMoves(system);
    this.cells = new MoveCells(system);
  }

  /** Back to the true table. */
  reset(): void {
    for (const cell of this.changed) this.state[cell] = this.system.counts[cell] ?? 0;
    this.changed.length = 0;
    this.resetNumber += 1;
  }

  /** Cells changed since `reset`, each once. */
  touched(): readonly number[] {
    return this.changed;
  }

  /** The table moved to, to start from again. */
  save(): SavedTable {
    return { cells: Int32Array.from(this.changed), values: Int32Array.from(this.changed, (cell) => this.state[cell] as number) };
  }

  /**
   * Goes to a saved table; only after `reset`.
   * @returns whether it is still feasible: every cell that differs is withheld.
   */
  restore({ cells, values }: SavedTable): boolean {
    if (cells.some((cell) => this.limits.withheld[cell] === 0)) return false;
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] as number;
      this.state[cell] = values[at] as number;
      this.sinceReset[cell] = this.resetNumber;
      this.changed.push(cell);
    }
    return true;
  }

  /** Withheld cells that are sums over the cell: some of its dimensions totalled. */
  marginsOf(cell: number): readonly number[] {
    const plane = this.planes[this.system.plane[cell] as number] as PlaneMoves;
    const { projections } = plane.families.at(-1) as MoveFamily;
    this.locate(cell, plane);
    const margins = projections.map(({ first, strides }) => strides.reduce((sum, stride, place) => sum + stride * (this.indices[place] as number), first));
    return margins.filter((margin) => margin !== cell && this.limits.withheld[margin] === 1);
  }

  /**
   * Raises (direction 1) or lowers (−1) a cell by up to `amount`, by moves of at least `step` units.
   * @returns by how much.
   */
  shift(cell: number, direction: 1 | -1, amount: number, step = 1): number {
    const { lowest, highest } = this.limits;
    let done = 0;
    while (done < amount) {
      const count = this.state[cell] as number;
      const room = direction === 1 ? (highest[cell] as number) - count : count - (lowest[cell] as number);
      if (room < step) break;
      const moved = this.move(cell, direction, Math.min(amount - done, room), step);
      if (moved === 0) break;
      done += moved;
    }
    return done;
  }

  /** Applies the first move found that shifts the cell by at least `step`. */
  private move(cell: number, direction: 1 | -1, wanted: number, step: number): number {
    const plane = this.planes[this.system.plane[cell] as number] as PlaneMoves;
    this.locate(cell, plane);
    for (const family of plane.families) {
      if (!this.projectionsWithheld(family, plane)) continue;
      if (!this.listCandidates(cell, plane, family, direction, step)) continue;
      const moved = this.assign({ plane, family, direction, wanted, step }, 0);
      if (moved > 0) return moved;
    }
    return 0;
  }

  private locate(cell: number, { first, named, strides }: PlaneMoves): void {
    let rest = cell - first;
    for (let place = 0; place < named.length; place += 1) {
      const stride = strides[place] as number;
      this.indices[place] = Math.floor(rest / stride);
      rest %= stride;
    }
  }

  private projectionsWithheld({ projections }: MoveFamily, { named }: PlaneMoves): boolean {
    for (const { first, strides } of projections) {
      let cell = first;
      for (let place = 0; place < named.length; place += 1) cell += (this.indices[place] as number) * (strides[place] as number);
      if (this.limits.withheld[cell] === 0) return false;
    }
    return true;
  }

  /** Partners per paired dimension: the cell with this one category exchanged moves against the cell in every such move. */
  private listCandidates(cell: number, { named, strides }: PlaneMoves, { paired }: MoveFamily, direction: number, step: number): boolean {
    const { withheld, lowest, highest } = this.limits;
    for (let place = 0; place < named.length; place += 1) {
      if (paired[place] !== true) continue;
      const index = this.indices[place] as number;
      const beside = this.system.dimensions[named[place] as number]?.leavesBeside[index] ?? [];
      const found: number[] = [];
      for (const other of beside) {
        const against = cell + (other - index) * (strides[place] as number);
        if (withheld[against] === 0) continue;
        const count = this.state[against] as number;
        const room = direction === 1 ? count - (lowest[against] as number) : (highest[against] as number) - count;
        if (room >= step) found.push(other);
      }
      if (found.length === 0) return false;
      this.candidates[place] = found;
    }
    return true;
  }

  private assign(search: Search, at: number): number {
    const { named } = search.plane;
    if (at === named.length + search.family.common.length) return this.tryMove(search);
    const dimension = (at < named.length ? named[at] : search.family.common[at - named.length]) as number;
    const described = this.system.dimensions[dimension];
    const leaves = (at < named.length ? described?.leavesBelow[this.indices[at] as number] : described?.leaves) ?? [];
    const others = search.family.paired[at] === true ? (this.candidates[at] as readonly number[]) : SINGLE;
    for (const leaf of leaves) {
      for (const other of others) {
        this.cells.chosen[dimension] = leaf;
        this.cells.partner[dimension] = other;
        const moved = this.assign(search, at + 1);
        if (moved > 0) return moved;
      }
    }
    return 0;
  }

  private tryMove(search: Search): number {
    const { core, tables, own } = search.family;
    let amount = tables.length > 1 ? this.capacity(core, search.direction, search.wanted) : search.wanted;
    if (amount < search.step) return 0;
    // The table that stopped the last move is the likeliest to stop this one.
    const stopper = this.stoppers.get(search.family);
    if (stopper !== undefined && this.chooseOwn(tables[stopper] as SystemTable, own[stopper] as readonly number[], 0, search.step, search) < search.step) return 0;
    for (let at = 0; at < tables.length; at += 1) {
      amount = this.chooseOwn(tables[at] as SystemTable, own[at] as readonly number[], 0, amount, search);
      if (amount >= search.step) continue;
      if (tables.length > 1) this.stoppers.set(search.family, at);
      return 0;
    }
    this.apply(tables, search.direction * amount);
    if (this.accepts === null || this.accepts(tables, this.state)) return amount;
    this.apply(tables, -search.direction * amount);
    return 0;
  }

  /** Chooses the categories only this table needs so that the move goes as far as possible; leaves them chosen. */
  private chooseOwn(table: SystemTable, own: readonly number[], at: number, wanted: number, search: Search): number {
    const { chosen, partner } = this.cells;
    if (at === own.length) return this.capacity(table, search.direction, wanted);
    const dimension = own[at] as number;
    partner[dimension] = -1;
    if (at === own.length - 1) return this.chooseLast(table, dimension, search.direction, wanted);
    let best = 0;
    let bestLeaf = 0;
    for (const leaf of this.system.dimensions[dimension]?.leaves ?? []) {
      chosen[dimension] = leaf;
      const capacity = this.chooseOwn(table, own, at + 1, wanted, search);
      if (capacity <= best) continue;
      best = capacity;
      bestLeaf = leaf;
      if (best >= wanted) return best;
    }
    chosen[dimension] = bestLeaf;
    // Inner choices belong to the leaf tried last; they are made again for the best one.
    return best === 0 ? 0 : this.chooseOwn(table, own, at + 1, wanted, search);
  }

  /** Like `chooseOwn` for one dimension: what does not depend on it is looked at once. */
  private chooseLast(table: SystemTable, dimension: number, direction: number, wanted: number): number {
    const { cells } = this;
    const described = this.system.dimensions[dimension] as CellSystem['dimensions'][number];
    const stride = table.strides[table.dimensions.indexOf(dimension)] as number;
    const size = cells.combine(table, dimension);
    const most = this.leastRoom(table, size, described.categories.length * stride, direction, wanted);
    let best = 0;
    for (const leaf of described.leaves) {
      let room = most;
      const path = described.paths[leaf] as readonly number[];
      for (let step = path.length - 2; step >= 0 && room > best; step -= 1) room = this.leastRoom(table, size, (path[step] as number) * stride, direction, room);
      if (room <= best) continue;
      best = room;
      cells.chosen[dimension] = leaf;
      if (best >= most) break;
    }
    return best;
  }

  /** How far the chosen move goes in one table, at most `wanted`. */
  private capacity(table: SystemTable, direction: number, wanted: number): number {
    return this.leastRoom(table, this.cells.combine(table, -1), 0, direction, wanted);
  }

  private leastRoom(table: SystemTable, size: number, shift: number, direction: number, wanted: number): number {
    const { withheld, lowest, highest } = this.limits;
    const { places, signs } = this.cells;
    let least = wanted;
    for (let at = 0; at < size; at += 1) {
      const cell = table.cells[(places[at] as number) + shift] as number;
      if (withheld[cell] === 0) return 0;
      const count = this.state[cell] as number;
      const room = (signs[at] as number) * direction > 0 ? (highest[cell] as number) - count : count - (lowest[cell] as number);
      if (room >= least) continue;
      if (room <= 0) return 0;
      least = room;
    }
    return least;
  }

  private apply(tables: readonly SystemTable[], amount: number): void {
    this.moveNumber += 1;
    const { places, signs } = this.cells;
    for (const table of tables) {
      const size = this.cells.combine(table, -1);
      for (let at = 0; at < size; at += 1) this.change(table.cells[places[at] as number] as number, (signs[at] as number) * amount);
    }
  }

  /** A cell several tables have changes once per move. */
  private change(cell: number, by: number): void {
    if (this.inMove[cell] === this.moveNumber) return;
    this.inMove[cell] = this.moveNumber;
    this.state[cell] = (this.state[cell] as number) + by;
    if (this.sinceReset[cell] === this.resetNumber) return;
    this.sinceReset[cell] = this.resetNumber;
    this.changed.push(cell);
  }
}

const SINGLE: readonly number[] = [-1];

interface Search {
  readonly plane: PlaneMoves;
  readonly family: MoveFamily;
  readonly direction: 1 | -1;
  readonly wanted: number;
  readonly step: number;
}
