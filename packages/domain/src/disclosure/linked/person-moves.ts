import type { CellSystem, SystemTable } from './cell-system.js';
import { Factors, planeMoves, type Factor, type MoveFamily, type PlaneMoves } from './move-families.js';

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

const ONE: Factor = { indices: Int32Array.of(0), signs: Int8Array.of(1) };

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
  private readonly factors: Factors;
  /** Per dimension: chosen category and its partner (−1 = single). */
  private readonly chosen: Int32Array;
  private readonly partner: Int32Array;
  private readonly stoppers = new Map<MoveFamily, number>();
  private readonly indices = [0, 0, 0];
  private readonly candidates: (readonly number[])[] = [[], [], []];

  /** @param accepts may say no because of a rule about several cells together; the move is then undone. */
  constructor(
    private readonly system: CellSystem,
    private readonly limits: MoveLimits,
    private readonly accepts: ((tables: readonly SystemTable[], state: Int32Array) => boolean) | null = null,
  ) {
    const { counts, dimensions } = system;
    this.state = counts.slice();
    this.inMove = new Int32Array(counts.length);
    this.sinceReset = new Int32Array(counts.length);
    this.planes = planeMoves(system);
    this.factors = new Factors(system);
    this.chosen = new Int32Array(dimensions.length);
    this.partner = new Int32Array(dimensions.length).fill(-1);
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
        this.chosen[dimension] = leaf;
        this.partner[dimension] = other;
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
    if (at === own.length) return this.capacity(table, search.direction, wanted);
    const dimension = own[at] as number;
    const leaves = this.system.dimensions[dimension]?.leaves ?? [];
    let best = 0;
    let bestLeaf = 0;
    this.partner[dimension] = -1;
    for (const leaf of leaves) {
      this.chosen[dimension] = leaf;
      const capacity = this.chooseOwn(table, own, at + 1, wanted, search);
      if (capacity <= best) continue;
      best = capacity;
      bestLeaf = leaf;
      if (best >= wanted) return best;
    }
    this.chosen[dimension] = bestLeaf;
    // Inner choices belong to the leaf tried last; they are made again for the best one.
    return best === 0 ? 0 : this.chooseOwn(table, own, at + 1, wanted, search);
  }

  /** How far the chosen move goes in one table, at most `wanted`. */
  private capacity(table: SystemTable, direction: number, wanted: number): number {
    const { withheld, lowest, highest } = this.limits;
    const { state } = this;
    const { cells, strides } = table;
    const first = this.factor(table, 0);
    const second = this.factor(table, 1);
    const third = this.factor(table, 2);
    let least = wanted;
    for (let a = 0; a < first.indices.length; a += 1) {
      const offsetA = (first.indices[a] as number) * (strides[0] ?? 0);
      const signA = (first.signs[a] as number) * direction;
      for (let b = 0; b < second.indices.length; b += 1) {
        const offsetB = offsetA + (second.indices[b] as number) * (strides[1] ?? 0);
        const signB = signA * (second.signs[b] as number);
        for (let c = 0; c < third.indices.length; c += 1) {
          const cell = cells[offsetB + (third.indices[c] as number) * (strides[2] ?? 0)] as number;
          if (withheld[cell] === 0) return 0;
          const count = state[cell] as number;
          const room = signB * (third.signs[c] as number) > 0 ? (highest[cell] as number) - count : count - (lowest[cell] as number);
          if (room < least) {
            if (room <= 0) return 0;
            least = room;
          }
        }
      }
    }
    return least;
  }

  private apply(tables: readonly SystemTable[], amount: number): void {
    this.moveNumber += 1;
    for (const table of tables) {
      const { cells, strides } = table;
      const first = this.factor(table, 0);
      const second = this.factor(table, 1);
      const third = this.factor(table, 2);
      for (let a = 0; a < first.indices.length; a += 1) {
        const offsetA = (first.indices[a] as number) * (strides[0] ?? 0);
        for (let b = 0; b < second.indices.length; b += 1) {
          const offsetB = offsetA + (second.indices[b] as number) * (strides[1] ?? 0);
          const sign = (first.signs[a] as number) * (second.signs[b] as number);
          for (let c = 0; c < third.indices.length; c += 1) {
            const cell = cells[offsetB + (third.indices[c] as number) * (strides[2] ?? 0)] as number;
            this.change(cell, sign * (third.signs[c] as number) * amount);
          }
        }
      }
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

  private factor(table: SystemTable, at: number): Factor {
    const dimension = table.dimensions[at];
    return dimension === undefined ? ONE : this.factors.of(dimension, this.chosen[dimension] as number, this.partner[dimension] as number);
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
