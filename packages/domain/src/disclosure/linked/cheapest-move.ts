import type { CellSystem, SystemTable } from './cell-system.js';
import type { SavedTable } from './person-moves.js';
import { MoveCells } from './move-cells.js';
import type { MoveFamily, PlaneMoves } from './move-families.js';

const UNLIMITED = Number.POSITIVE_INFINITY;
/** Of two moves that withhold nothing more, the one that goes further is better. */
const COST_OF_NOTHING = 1e-3;

interface Weight {
  cost: number;
  /** How far the move goes as it is, and reversed. */
  up: number;
  down: number;
}

/** Cells to withhold, and what they cost. */
export interface Extension {
  readonly score: number;
  readonly cells: readonly number[];
}

interface Best extends Extension {
  score: number;
  cells: number[];
}

/**
 * Finds the cheapest cells to withhold so that one more move (see `PersonMoves`) shifts a given cell, upwards from the table in
 * which it is highest and downwards from that in which it is lowest. A move that goes only a part of the way would need company:
 * it counts as dearer in proportion.
 */
export class CheapestMove {
  private readonly raised: Int32Array;
  private readonly lowered: Int32Array;
  private readonly cells: MoveCells;
  private readonly stamp: Int32Array;
  private readonly whole: Weight = { cost: 0, up: 0, down: 0 };
  private readonly weight: Weight = { cost: 0, up: 0, down: 0 };
  private now = 0;
  /** Steps in the cell number from the cell to those with exchanged categories, and whether they move with it or against it. */
  private readonly steps = [0, 0, 0, 0, 0, 0, 0, 0];
  private readonly signs = [1, 0, 0, 0, 0, 0, 0, 0];

  /**
   * @param withheld 1 = withheld already; read anew at every search.
   * @param costs per cell; Infinity = cannot be withheld.
   */
  constructor(
    private readonly system: CellSystem,
    private readonly withheld: Uint8Array,
    private readonly costs: Float64Array,
    private readonly planes: readonly PlaneMoves[],
  ) {
    this.raised = system.counts.slice();
    this.lowered = system.counts.slice();
    this.planes = planes;
    this.cells = new MoveCells(system);
    this.stamp = new Int32Array(system.counts.length);
  }

  /**
   * @param missing units by which the cell has to move further, up and down taken together.
   * @param highest,lowest feasible tables in which the cell is farthest so far; null = the true one.
   * @returns cells shown so far and what they cost for the whole way; null when no move shifts the cell.
   */
  find(cell: number, missing: number, highest: SavedTable | null, lowest: SavedTable | null): Extension | null {
    this.patch(this.raised, highest);
    this.patch(this.lowered, lowest);
    const plane = this.planes[this.system.plane[cell] as number] as PlaneMoves;
    const best: Best = { score: UNLIMITED, cells: [] };
    const indices = this.indicesOf(cell, plane);
    const partners = this.partnersOf(cell, plane, indices);
    for (const family of plane.families) {
      const spent = this.costOfProjections(family, indices);
      if (spent < best.score) this.choose({ cell, plane, family, indices, missing, best, partners }, 0, 1, spent, UNLIMITED, this.lowered[cell] as number);
    }
    this.unpatch(this.raised, highest);
    this.unpatch(this.lowered, lowest);
    return best.score === UNLIMITED ? null : best;
  }

  private patch(counts: Int32Array, table: SavedTable | null): void {
    table?.cells.forEach((cell, at) => {
      counts[cell] = table.values[at] as number;
    });
  }

  private unpatch(counts: Int32Array, table: SavedTable | null): void {
    for (const cell of table?.cells ?? []) counts[cell] = this.system.counts[cell] as number;
  }

  private indicesOf(cell: number, { first, strides }: PlaneMoves): readonly number[] {
    let rest = cell - first;
    return strides.map((stride) => {
      const index = Math.floor(rest / stride);
      rest %= stride;
      return index;
    });
  }

  private costOfProjections({ projections }: MoveFamily, indices: readonly number[]): number {
    let cost = 0;
    for (const { first, strides } of projections) {
      const cell = strides.reduce((sum, stride, place) => sum + stride * (indices[place] ?? 0), first);
      if (this.withheld[cell] === 0) cost += this.costs[cell] as number;
    }
    return cost;
  }

  /**
   * Chooses category by category, and gives up where the cells known so far cost more than the best move.
   * @param known how many cells with exchanged categories are known (`steps`): 1 is the cell itself.
   * @param spent,up,down what they cost, and how far they let the move and its reverse go.
   */
  private choose(search: Search, at: number, known: number, spent: number, up: number, down: number): void {
    const { plane, family, indices } = search;
    if (at === plane.named.length + family.common.length) {
      this.weighMove(search);
      return;
    }
    const dimension = (at < plane.named.length ? plane.named[at] : family.common[at - plane.named.length]) as number;
    const described = this.system.dimensions[dimension] as CellSystem['dimensions'][number];
    const leaves = (at < plane.named.length ? described.leavesBelow[indices[at] as number] : described.leaves) as readonly number[];
    if (family.paired[at] !== true) {
      for (const leaf of leaves) {
        this.cells.chosen[dimension] = leaf;
        this.cells.partner[dimension] = -1;
        this.choose(search, at + 1, known, spent, up, down);
      }
      return;
    }
    for (const { other } of search.partners[at] as readonly Partner[]) {
      const step = (other - (indices[at] as number)) * (plane.strides[at] as number);
      let cost = spent;
      let rise = up;
      let fall = down;
      for (let before = 0; before < known; before += 1) {
        const place = search.cell + (this.steps[before] as number) + step;
        cost += this.costToWithhold(place);
        const falls = (this.signs[before] as number) > 0;
        if (falls) rise = Math.min(rise, this.raised[place] as number);
        else fall = Math.min(fall, this.lowered[place] as number);
        this.steps[known + before] = (this.steps[before] as number) + step;
        this.signs[known + before] = falls ? -1 : 1;
      }
      const amount = Math.min(search.missing, rise + fall);
      if (amount === 0 || cost * (search.missing / amount) >= search.best.score) continue;
      for (const leaf of leaves) {
        this.cells.chosen[dimension] = leaf;
        this.cells.partner[dimension] = other;
        this.choose(search, at + 1, known * 2, cost, rise, fall);
      }
    }
  }

  private costToWithhold(cell: number): number {
    return this.withheld[cell] === 0 ? (this.costs[cell] as number) : 0;
  }

  /** Possible partners per named dimension, those first that cost least by themselves: good moves found early end the search. */
  private partnersOf(cell: number, { named, strides }: PlaneMoves, indices: readonly number[]): Search['partners'] {
    return named.map((dimension, at) => {
      const index = indices[at] as number;
      const beside = this.system.dimensions[dimension]?.leavesBeside[index] ?? [];
      const partners = beside.map((other) => ({ other, cost: this.costToWithhold(cell + (other - index) * (strides[at] as number)) }));
      return partners.sort((left, right) => left.cost - right.cost || left.other - right.other);
    });
  }

  private weighMove({ family, missing, best }: Search): void {
    this.now += 1;
    const total: Weight = { cost: 0, up: UNLIMITED, down: UNLIMITED };
    const found: number[] = [];
    for (let at = 0; at < family.tables.length; at += 1) {
      const table = family.tables[at] as SystemTable;
      this.chooseOwn(table, family.own[at] as readonly number[], 0, missing);
      this.addOnce(table, total, found, best.score);
      if (scoreOf(total, missing) >= best.score) return;
    }
    // What needs nothing more has been tried before and was not enough.
    if (found.length === 0) return;
    best.score = scoreOf(total, missing);
    best.cells = found;
  }

  /** Chooses the categories only this table needs so that they cost least there. @returns the cost for the whole way. */
  private chooseOwn(table: SystemTable, own: readonly number[], at: number, missing: number): number {
    const dimension = own[at];
    if (dimension === undefined) return 0;
    const { chosen, partner } = this.cells;
    partner[dimension] = -1;
    if (at === own.length - 1) return this.chooseLast(table, dimension, missing);
    let least = UNLIMITED;
    let kept = chosen[dimension] as number;
    for (const leaf of this.system.dimensions[dimension]?.leaves ?? []) {
      chosen[dimension] = leaf;
      const score = this.chooseOwn(table, own, at + 1, missing);
      if (score >= least) continue;
      least = score;
      kept = leaf;
    }
    chosen[dimension] = kept;
    // Inner choices belong to the leaf tried last; they are made again for the best one.
    return this.chooseOwn(table, own, at + 1, missing);
  }

  /** Like `chooseOwn` for one dimension: what does not depend on it is looked at once. */
  private chooseLast(table: SystemTable, dimension: number, missing: number): number {
    const described = this.system.dimensions[dimension] as CellSystem['dimensions'][number];
    const stride = table.strides[table.dimensions.indexOf(dimension)] as number;
    const size = this.cells.combine(table, dimension);
    const { whole, weight } = this;
    whole.cost = 0;
    whole.up = UNLIMITED;
    whole.down = UNLIMITED;
    this.add(table, size, described.categories.length * stride, whole);
    let least = UNLIMITED;
    this.cells.chosen[dimension] = described.leaves[0] as number;
    for (const leaf of described.leaves) {
      weight.cost = whole.cost;
      weight.up = whole.up;
      weight.down = whole.down;
      const path = described.paths[leaf] as readonly number[];
      for (let step = path.length - 2; step >= 0; step -= 1) this.add(table, size, (path[step] as number) * stride, weight);
      const score = scoreOf(weight, missing);
      if (score >= least) continue;
      least = score;
      this.cells.chosen[dimension] = leaf;
      if (score <= COST_OF_NOTHING) break;
    }
    return least;
  }

  /** Adds what the combined cells need in one table. */
  private add(table: SystemTable, size: number, shift: number, weight: Weight): void {
    const { places, signs } = this.cells;
    for (let at = 0; at < size; at += 1) this.addCell(table.cells[(places[at] as number) + shift] as number, signs[at] as number, weight);
  }

  private addCell(cell: number, sign: number, weight: Weight): void {
    if (this.withheld[cell] === 0) weight.cost += this.costs[cell] as number;
    if (sign > 0) weight.down = Math.min(weight.down, this.lowered[cell] as number);
    else weight.up = Math.min(weight.up, this.raised[cell] as number);
  }

  /** Adds what the chosen move needs in one table; a cell of several tables counts once. Ends where it costs too much. */
  private addOnce(table: SystemTable, weight: Weight, found: number[], limit: number): void {
    const { places, signs } = this.cells;
    const size = this.cells.combine(table, -1);
    for (let at = 0; at < size && weight.cost < limit; at += 1) {
      const cell = table.cells[places[at] as number] as number;
      if (this.stamp[cell] === this.now) continue;
      this.stamp[cell] = this.now;
      if (this.withheld[cell] === 0) found.push(cell);
      this.addCell(cell, signs[at] as number, weight);
    }
  }
}

function scoreOf({ cost, up, down }: Weight, missing: number): number {
  const amount = Math.min(missing, up + down);
  return amount === 0 || cost === UNLIMITED ? UNLIMITED : (cost + COST_OF_NOTHING) * (missing / amount);
}

interface Search {
  readonly cell: number;
  readonly plane: PlaneMoves;
  readonly family: MoveFamily;
  readonly indices: readonly number[];
  readonly missing: number;
  readonly best: Best;
  readonly partners: readonly (readonly Partner[])[];
}

interface Partner {
  readonly other: number;
  readonly cost: number;
}
