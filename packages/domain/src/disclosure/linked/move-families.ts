import type { CellSystem, SystemTable } from './cell-system.js';

/** The part of one dimension in a move: indices that change with their signs. */
export interface Factor {
  readonly indices: Int32Array;
  readonly signs: Int8Array;
}

/** Moves of a cell that pair the same dimensions. */
export interface MoveFamily {
  /** Per named dimension of the cell: paired (one category rises, another falls) or single (a category rises with its total). */
  readonly paired: readonly boolean[];
  /** The plane of the paired dimensions alone, which every table that changes contains: a table of its own without margins. */
  readonly core: SystemTable;
  /** Tables that change: those with all paired dimensions; those without a choice of their own first. */
  readonly tables: readonly SystemTable[];
  /** Per table: dimensions only this table needs a category of. */
  readonly own: readonly (readonly number[])[];
  /** Further dimensions for which all tables together need one category. */
  readonly common: readonly number[];
  /** Cells that change with the cell itself: some of its single dimensions totalled. */
  readonly projections: readonly { readonly first: number; readonly strides: readonly number[] }[];
}

/** What moves of the cells of one plane have in common. */
export interface PlaneMoves {
  readonly first: number;
  /** Dimensions its cells name, and step in the cell number per category. */
  readonly named: readonly number[];
  readonly strides: readonly number[];
  /** Families with most pairs first: they change the fewest tables. */
  readonly families: readonly MoveFamily[];
}

/** Prepares the moves of every plane of a system. */
export function planeMoves(system: CellSystem): readonly PlaneMoves[] {
  return new FamilyBuilder(system).build();
}

class FamilyBuilder {
  private readonly planeOf: ReadonlyMap<string, CellSystem['planes'][number]>;
  private readonly cores = new Map<string, SystemTable>();

  constructor(private readonly system: CellSystem) {
    this.planeOf = new Map(system.planes.map((plane) => [plane.dimensions.join(), plane]));
  }

  build(): readonly PlaneMoves[] {
    return this.system.planes.map(({ dimensions: named, first }) => {
      const subsets = Array.from({ length: 1 << named.length }, (_, mask) => named.map((_dimension, place) => (mask & (1 << place)) !== 0));
      const count = (paired: readonly boolean[]): number => paired.filter(Boolean).length;
      const order = subsets.reverse().sort((left, right) => count(right) - count(left));
      return { first, named, strides: this.stridesOf(named), families: order.map((paired) => this.familyOf(named, paired)) };
    });
  }

  private stridesOf(named: readonly number[]): readonly number[] {
    return named.map((_, at) => named.slice(at + 1).reduce((product, dimension) => product * (this.system.dimensions[dimension]?.categories.length ?? 1), 1));
  }

  private familyOf(named: readonly number[], paired: readonly boolean[]): MoveFamily {
    const pairs = named.filter((_, place) => paired[place]);
    const tables = this.system.tables.filter(({ dimensions }) => pairs.every((dimension) => dimensions.includes(dimension)));
    const uses = new Map<number, number>();
    for (const { dimensions } of tables) for (const dimension of dimensions) uses.set(dimension, (uses.get(dimension) ?? 0) + 1);
    const common = [...uses].flatMap(([dimension, count]) => (count > 1 && !named.includes(dimension) ? [dimension] : [])).sort((left, right) => left - right);
    const ownOf = ({ dimensions }: SystemTable): readonly number[] => dimensions.filter((dimension) => !named.includes(dimension) && !common.includes(dimension));
    tables.sort((left, right) => ownOf(left).length - ownOf(right).length);
    return { paired, core: this.coreOf(pairs), tables, own: tables.map(ownOf), common, projections: this.projectionsOf(named, paired) };
  }

  private coreOf(pairs: readonly number[]): SystemTable {
    const key = pairs.join();
    const known = this.cores.get(key);
    if (known !== undefined) return known;
    const { first, size } = this.planeOf.get(key) ?? { first: 0, size: 1 };
    const cells = new Int32Array(size);
    for (let place = 0; place < size; place += 1) cells[place] = first + place;
    const core: SystemTable = { dimensions: pairs, strides: this.stridesOf(pairs), cells };
    this.cores.set(key, core);
    return core;
  }

  private projectionsOf(named: readonly number[], paired: readonly boolean[]): MoveFamily['projections'] {
    const single = named.flatMap((_, place) => (paired[place] === true ? [] : [place]));
    return Array.from({ length: 1 << single.length }, (_, mask) => {
      const without = new Set(single.filter((_place, bit) => (mask & (1 << bit)) !== 0));
      const kept = named.filter((_dimension, place) => !without.has(place));
      const strides = this.stridesOf(kept);
      return { first: this.planeOf.get(kept.join())?.first ?? 0, strides: named.map((_dimension, place) => (without.has(place) ? 0 : (strides[kept.indexOf(named[place] as number)] ?? 0))) };
    });
  }
}

/** Factors of moves by dimension, category and partner; made when first asked for. */
export class Factors {
  private readonly made: Factor[][];

  constructor(private readonly system: CellSystem) {
    this.made = system.dimensions.map(() => []);
  }

  /** @param partner category that falls; −1 = none, the total rises with the category. */
  of(dimension: number, category: number, partner: number): Factor {
    const width = this.system.dimensions[dimension]?.categories.length ?? 0;
    const own = this.made[dimension] as Factor[];
    return (own[category * (width + 1) + partner + 1] ??= this.make(dimension, category, partner));
  }

  private make(dimension: number, category: number, partner: number): Factor {
    const paths = this.system.dimensions[dimension]?.paths ?? [];
    const up = paths[category] ?? [];
    const down = partner < 0 ? [] : (paths[partner] ?? []);
    const rising = up.filter((index) => !down.includes(index));
    const falling = down.filter((index) => !up.includes(index));
    return {
      indices: Int32Array.from([...rising, ...falling]),
      signs: Int8Array.from([...rising.map(() => 1), ...falling.map(() => -1)]),
    };
  }
}
