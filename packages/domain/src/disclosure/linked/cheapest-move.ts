import type { CellSystem, SystemTable } from './cell-system.js';
import { Factors, planeMoves, type Factor, type MoveFamily, type PlaneMoves } from './move-families.js';

const UNLIMITED = Number.POSITIVE_INFINITY;
const ONE: Factor = { indices: Int32Array.of(0), signs: Int8Array.of(1) };
/** Of two moves that withhold nothing more, the one that goes further is better. */
const COST_OF_NOTHING = 1e-3;

interface Weight {
  cost: number;
  /** How far the move goes as it is, and reversed. */
  up: number;
  down: number;
}

interface Best {
  score: number;
  cells: number[];
}

/**
 * Finds the cheapest cells to withhold so that one move (see `PersonMoves`) shifts a given cell far enough, counted from the
 * true table. A move that goes only a part of the way would need company: it counts as dearer in proportion.
 */
export class CheapestMove {
  private readonly planes: readonly PlaneMoves[];
  private readonly factors: Factors;
  private readonly chosen: Int32Array;
  private readonly partner: Int32Array;
  private readonly stamp: Int32Array;
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
  ) {
    this.planes = planeMoves(system);
    this.factors = new Factors(system);
    this.chosen = new Int32Array(system.dimensions.length);
    this.partner = new Int32Array(system.dimensions.length).fill(-1);
    this.stamp = new Int32Array(system.counts.length);
  }

  /**
   * @param missing units by which the cell has to move, up and down taken together.
   * @returns cells shown so far; null when no move shifts the cell.
   */
  find(cell: number, missing: number): readonly number[] | null {
    const plane = this.planes[this.system.plane[cell] as number] as PlaneMoves;
    const best: Best = { score: UNLIMITED, cells: [] };
    const indices = this.indicesOf(cell, plane);
    const partners = this.partnersOf(cell, plane, indices);
    for (const family of plane.families) {
      const spent = this.costOfProjections(family, indices);
      if (spent < best.score) this.choose({ cell, plane, family, indices, missing, best, partners }, 0, 1, spent, UNLIMITED, this.system.counts[cell] as number);
    }
    return best.score === UNLIMITED ? null : best.cells;
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
        this.chosen[dimension] = leaf;
        this.partner[dimension] = -1;
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
        const count = this.system.counts[place] as number;
        if (falls) rise = Math.min(rise, count);
        else fall = Math.min(fall, count);
        this.steps[known + before] = (this.steps[before] as number) + step;
        this.signs[known + before] = falls ? -1 : 1;
      }
      const amount = Math.min(search.missing, rise + fall);
      if (amount === 0 || cost * (search.missing / amount) >= search.best.score) continue;
      for (const leaf of leaves) {
        this.chosen[dimension] = leaf;
        this.partner[dimension] = other;
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
    const cells: number[] = [];
    for (let at = 0; at < family.tables.length; at += 1) {
      const table = family.tables[at] as SystemTable;
      const own = family.own[at] as readonly number[];
      if (own.length > 0) this.chooseOwn(table, own, missing);
      this.add(table, total, cells, best.score);
      if (total.cost >= best.score) return;
    }
    const score = scoreOf(total, missing);
    // What needs nothing more has been tried before and was not enough.
    if (score >= best.score || cells.length === 0) return;
    best.score = score;
    best.cells = cells;
  }

  /** Chooses the categories only this table needs so that they cost least there. */
  private chooseOwn(table: SystemTable, own: readonly number[], missing: number): void {
    let least = UNLIMITED;
    const kept = own.map(() => 0);
    const choose = (at: number): void => {
      const dimension = own[at];
      if (dimension === undefined) {
        const weight: Weight = { cost: 0, up: UNLIMITED, down: UNLIMITED };
        this.add(table, weight, null, least);
        const score = scoreOf(weight, missing);
        if (score >= least) return;
        least = score;
        own.forEach((each, place) => {
          kept[place] = this.chosen[each] as number;
        });
        return;
      }
      this.partner[dimension] = -1;
      for (const leaf of this.system.dimensions[dimension]?.leaves ?? []) {
        this.chosen[dimension] = leaf;
        choose(at + 1);
      }
    };
    choose(0);
    own.forEach((dimension, place) => {
      this.chosen[dimension] = kept[place] as number;
    });
  }

  /** Adds what the chosen move needs in one table; with `cells`, a cell of several tables counts once. */
  private add(table: SystemTable, weight: Weight, cells: number[] | null, limit: number): void {
    const { strides } = table;
    const first = this.factor(table, 0);
    const second = this.factor(table, 1);
    const third = this.factor(table, 2);
    for (let a = 0; a < first.indices.length; a += 1) {
      const offsetA = (first.indices[a] as number) * (strides[0] ?? 0);
      for (let b = 0; b < second.indices.length; b += 1) {
        const offsetB = offsetA + (second.indices[b] as number) * (strides[1] ?? 0);
        const sign = (first.signs[a] as number) * (second.signs[b] as number);
        for (let c = 0; c < third.indices.length; c += 1) {
          const cell = table.cells[offsetB + (third.indices[c] as number) * (strides[2] ?? 0)] as number;
          if (cells !== null) {
            if (this.stamp[cell] === this.now) continue;
            this.stamp[cell] = this.now;
          }
          if (this.withheld[cell] === 0) {
            weight.cost += this.costs[cell] as number;
            cells?.push(cell);
            if (weight.cost >= limit) return;
          }
          const count = this.system.counts[cell] as number;
          if (sign * (third.signs[c] as number) > 0) weight.down = Math.min(weight.down, count);
          else weight.up = Math.min(weight.up, count);
        }
      }
    }
  }

  private factor(table: SystemTable, at: number): Factor {
    const dimension = table.dimensions[at];
    return dimension === undefined ? ONE : this.factors.of(dimension, this.chosen[dimension] as number, this.partner[dimension] as number);
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
