import type { PublicationTable } from './publication-table.js';
import { checkTable, orderedDimension, type OrderedDimension } from './ordered-dimension.js';

/** A table inside a system: dimensions ordered by id, categories by name, total last. */
export interface SystemTable {
  /** Indices of its dimensions in `CellSystem.dimensions`, ascending. */
  readonly dimensions: readonly number[];
  /** Step in `cells` per category of each dimension; the last one is 1. */
  readonly strides: readonly number[];
  /** Cell number at every place of the table. */
  readonly cells: Int32Array;
}

/** The contexts of a publication's tables, in the order of their names. */
export function contextsOf(tables: readonly PublicationTable[]): readonly string[] {
  return [...new Set(tables.map(({ context }) => context ?? ''))].sort();
}

/** The tables of one context. */
export function tablesOf(context: string, tables: readonly PublicationTable[]): readonly PublicationTable[] {
  return tables.filter((table) => (table.context ?? '') === context);
}

/** One sum everyone knows: the whole equals the sum of its parts. */
export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * The linked tables of one context as one system of cells: a cell that several tables contain has one number.
 * Numbers follow names only (few dimensions first, then ids and categories), so nothing depends on the order of the input.
 */
export interface CellSystem {
  readonly dimensions: readonly OrderedDimension[];
  readonly tables: readonly SystemTable[];
  readonly counts: Int32Array;
  /** 1 = known to be empty by everyone: declared, or following from what is declared. */
  readonly structural: Uint8Array;
  /** Per cell: how many dimensions are totalled in the largest table that contains it (0 = innermost). */
  readonly level: Uint8Array;
  /** Per cell: number of tables that contain it. */
  readonly sharing: Uint16Array;
  /** Per cell: plane (set of dimensions it names). */
  readonly plane: Uint16Array;
  /** Per plane: dimensions named, and place of its first cell. */
  readonly planes: readonly { readonly dimensions: readonly number[]; readonly first: number; readonly size: number }[];
  /** Per input table id: cell number of every place in the order of the input. */
  readonly places: ReadonlyMap<string, Int32Array>;
}

/**
 * Makes one system of the tables of one context.
 * @throws RangeError when a table is no table of whole counts with margins, or two tables contradict each other.
 */
export function cellSystem(tables: readonly PublicationTable[]): CellSystem {
  return new SystemBuilder(tables).build();
}

class SystemBuilder {
  private readonly dimensions: OrderedDimension[];
  private readonly numberOf = new Map<string, number>();
  private readonly planeOf = new Map<string, number>();
  private readonly planes: { dimensions: number[]; first: number; size: number }[] = [];
  private counts = new Int32Array(0);
  private known = new Uint8Array(0);
  private structural = new Uint8Array(0);

  constructor(private readonly input: readonly PublicationTable[]) {
    const byId = new Map<string, OrderedDimension>();
    for (const table of input) {
      checkTable(table);
      for (const dimension of table.dimensions) {
        const ordered = orderedDimension(dimension);
        const known = byId.get(dimension.id);
        if (known !== undefined && known.signature !== ordered.signature) {
          throw new RangeError(`Dimension "${dimension.id}" of table "${table.id}" has other categories, groups or roles than in another table of the publication; give it an id of its own.`);
        }
        byId.set(dimension.id, known ?? ordered);
      }
    }
    this.dimensions = [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
    this.dimensions.forEach(({ id }, index) => this.numberOf.set(id, index));
  }

  build(): CellSystem {
    this.numberPlanes();
    const places = new Map(this.input.map((table) => [table.id, this.fill(table)]));
    const tables = this.largestSets().map((set) => this.systemTable(set));
    const size = this.counts.length;
    const level = new Uint8Array(size);
    const sharing = new Uint16Array(size);
    const plane = new Uint16Array(size);
    this.planes.forEach((each, index) => {
      const containing = tables.filter((table) => each.dimensions.every((dimension) => table.dimensions.includes(dimension)));
      const largest = Math.max(...containing.map((table) => table.dimensions.length));
      plane.fill(index, each.first, each.first + each.size);
      level.fill(largest - each.dimensions.length, each.first, each.first + each.size);
      sharing.fill(containing.length, each.first, each.first + each.size);
    });
    const { counts, structural, dimensions, planes } = this;
    spreadStructuralZeros({ dimensions, planes, structural });
    return { dimensions, tables, counts, structural, level, sharing, plane, planes, places };
  }

  private setOf(table: PublicationTable): readonly number[] {
    return table.dimensions.map(({ id }) => this.numberOf.get(id) ?? 0).sort((left, right) => left - right);
  }

  private numberPlanes(): void {
    const sets = new Map<string, number[]>();
    for (const table of this.input) {
      const all = this.setOf(table);
      for (let subset = 0; subset < 1 << all.length; subset += 1) {
        const set = all.filter((_, place) => (subset & (1 << place)) !== 0);
        sets.set(set.join(), set);
      }
    }
    const compare = (left: number[], right: number[]): number => {
      if (left.length !== right.length) return left.length - right.length;
      const place = left.findIndex((dimension, index) => dimension !== right[index]);
      return (left[place] ?? 0) - (right[place] ?? 0);
    };
    let first = 0;
    for (const dimensions of [...sets.values()].sort(compare)) {
      const size = dimensions.reduce((product, dimension) => product * (this.dimensions[dimension]?.categories.length ?? 0), 1);
      this.planeOf.set(dimensions.join(), this.planes.length);
      this.planes.push({ dimensions, first, size });
      first += size;
    }
    this.counts = new Int32Array(first);
    this.known = new Uint8Array(first);
    this.structural = new Uint8Array(first);
  }

  /** Number of the cell with these category indices (total = number of categories), for dimensions in ascending order. */
  private cellNumber(dimensions: readonly number[], indices: readonly number[]): number {
    let place = 0;
    const named: number[] = [];
    dimensions.forEach((dimension, at) => {
      const length = this.dimensions[dimension]?.categories.length ?? 0;
      const index = indices[at] ?? 0;
      if (index === length) return;
      place = place * length + index;
      named.push(dimension);
    });
    return (this.planes[this.planeOf.get(named.join()) ?? 0]?.first ?? 0) + place;
  }

  private fill(table: PublicationTable): Int32Array {
    const order = table.dimensions.map(({ id }, at) => ({ at, dimension: this.numberOf.get(id) ?? 0 })).sort((left, right) => left.dimension - right.dimension);
    const lengths = table.dimensions.map(({ categories }) => categories.length + 1);
    const ranks = table.dimensions.map(({ id, categories }) => {
      const sorted = this.dimensions[this.numberOf.get(id) ?? 0]?.categories ?? [];
      return [...categories.map((category) => sorted.indexOf(category)), categories.length];
    });
    const dimensions = order.map(({ dimension }) => dimension);
    const numbers = new Int32Array(table.counts.length);
    const indices = new Array<number>(dimensions.length).fill(0);
    for (let place = 0; place < numbers.length; place += 1) {
      let rest = place;
      for (let at = lengths.length - 1; at >= 0; at -= 1) {
        const length = lengths[at] ?? 1;
        indices[order.findIndex((each) => each.at === at)] = ranks[at]?.[rest % length] ?? 0;
        rest = Math.floor(rest / length);
      }
      const cell = this.cellNumber(dimensions, indices);
      numbers[place] = cell;
      this.enter(table, cell, table.counts[place] ?? 0);
    }
    for (const place of table.structuralZeros ?? []) this.structural[numbers[place] ?? 0] = 1;
    return numbers;
  }

  private enter(table: PublicationTable, cell: number, count: number): void {
    if (this.known[cell] === 1 && this.counts[cell] !== count) {
      throw new RangeError(`Table "${table.id}" gives ${String(count)} for a cell that is ${String(this.counts[cell])} in another table of the publication: cells with the same coordinates must have the same count, or the tables need different contexts.`);
    }
    this.known[cell] = 1;
    this.counts[cell] = count;
  }

  /** Sets of dimensions that are not part of a larger table. */
  private largestSets(): readonly (readonly number[])[] {
    const sets = new Map(this.input.map((table) => [this.setOf(table).join(), this.setOf(table)]));
    const all = [...sets.entries()].sort(([left], [right]) => (this.planeOf.get(left) ?? 0) - (this.planeOf.get(right) ?? 0)).map(([, set]) => set);
    return all.filter((set) => !all.some((other) => other.length > set.length && set.every((dimension) => other.includes(dimension))));
  }

  private systemTable(dimensions: readonly number[]): SystemTable {
    const lengths = dimensions.map((dimension) => (this.dimensions[dimension]?.categories.length ?? 0) + 1);
    const strides = lengths.map((_, at) => lengths.slice(at + 1).reduce((product, length) => product * length, 1));
    const cells = new Int32Array(lengths.reduce((product, length) => product * length, 1));
    const indices = new Array<number>(lengths.length).fill(0);
    for (let place = 0; place < cells.length; place += 1) {
      lengths.forEach((length, at) => {
        indices[at] = Math.floor(place / (strides[at] ?? 1)) % length;
      });
      cells[place] = this.cellNumber(dimensions, indices);
    }
    return { dimensions, strides, cells };
  }
}

/** Parts of an impossible whole are impossible; a whole of which every part is impossible is, too. */
function spreadStructuralZeros(system: Pick<CellSystem, 'dimensions' | 'planes' | 'structural'>): void {
  const { structural } = system;
  if (!structural.includes(1)) return;
  const sums = sumsOf(system);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { whole, parts } of sums) {
      if (structural[whole] === 1) {
        for (const part of parts) {
          if (structural[part] === 0) changed = true;
          structural[part] = 1;
        }
      } else if (parts.every((part) => structural[part] === 1)) {
        structural[whole] = 1;
        changed = true;
      }
    }
  }
}

/** Every sum of every table, each once: along each dimension of each plane. */
export function sumsOf({ dimensions, planes }: Pick<CellSystem, 'dimensions' | 'planes'>): readonly Sum[] {
  const firstOf = new Map(planes.map(({ dimensions: named, first }) => [named.join(), first]));
  const sums: Sum[] = [];
  for (const { dimensions: named, first, size } of planes) {
    let stride = 1;
    for (const dimension of [...named].reverse()) {
      const described = dimensions[dimension];
      const length = described?.categories.length ?? 1;
      const above = firstOf.get(named.filter((other) => other !== dimension).join()) ?? 0;
      for (let place = 0; place < size; place += 1) {
        if (Math.floor(place / stride) % length !== 0) continue;
        const total = above + Math.floor(place / (stride * length)) * stride + (place % stride);
        for (const { whole, parts } of described?.sums ?? []) {
          sums.push({ whole: whole === length ? total : first + place + whole * stride, parts: parts.map((part) => first + place + part * stride) });
        }
      }
      stride *= length;
    }
  }
  return sums;
}
