import type { CellSystem, Sum } from './cell-system.js';
import { sumsOf } from './cell-system.js';

/** The sums of a system with the way from a cell to the sums it is in. */
export class SumIndex {
  readonly sums: readonly Sum[];
  private readonly first: Int32Array;
  private readonly of: Int32Array;
  /** Beside `of`: 1 where the cell is a part of the sum, −1 where it is the whole. */
  private readonly signs: Int8Array;

  constructor(system: CellSystem) {
    this.sums = sumsOf(system);
    const size = system.counts.length;
    this.first = new Int32Array(size + 1);
    const eachCell = (visit: (cell: number, sum: number, sign: number) => void): void => {
      this.sums.forEach(({ whole, parts }, sum) => {
        visit(whole, sum, -1);
        for (const part of parts) visit(part, sum, 1);
      });
    };
    eachCell((cell) => {
      this.first[cell + 1] = (this.first[cell + 1] ?? 0) + 1;
    });
    for (let cell = 0; cell < size; cell += 1) this.first[cell + 1] = (this.first[cell + 1] ?? 0) + (this.first[cell] ?? 0);
    const next = this.first.slice();
    this.of = new Int32Array(this.first[size] ?? 0);
    this.signs = new Int8Array(this.of.length);
    eachCell((cell, sum, sign) => {
      const at = next[cell] as number;
      this.of[at] = sum;
      this.signs[at] = sign;
      next[cell] = at + 1;
    });
  }

  sumsWith(cell: number): Int32Array {
    return this.of.subarray(this.first[cell] ?? 0, this.first[cell + 1] ?? 0);
  }

  /** Adds a change of a cell to what each of its sums is out of balance by. */
  unbalance(cell: number, change: number, excess: Int32Array): void {
    for (let at = this.first[cell] as number; at < (this.first[cell + 1] as number); at += 1) {
      const sum = this.of[at] as number;
      excess[sum] = (excess[sum] as number) + (this.signs[at] as number) * change;
    }
  }

  /** Sets the sums of a cell to balanced. @returns whether they were. */
  rebalance(cell: number, excess: Int32Array): boolean {
    let balanced = true;
    for (let at = this.first[cell] as number; at < (this.first[cell + 1] as number); at += 1) {
      const sum = this.of[at] as number;
      if (excess[sum] !== 0) balanced = false;
      excess[sum] = 0;
    }
    return balanced;
  }

  /** The cells of the part a withheld cell belongs to (see `components`), ascending; null when there are more than `limit`. */
  componentOf(start: number, withheld: Uint8Array, limit: number): readonly number[] | null {
    const members = [start];
    const inside = new Set(members);
    for (const cell of members) {
      for (const sum of this.sumsWith(cell)) {
        const { whole, parts } = this.sums[sum] ?? { whole: cell, parts: [] };
        for (const other of [whole, ...parts]) {
          if (withheld[other] === 0 || inside.has(other)) continue;
          inside.add(other);
          members.push(other);
          if (members.length > limit) return null;
        }
      }
    }
    return members.sort((left, right) => left - right);
  }

  /**
   * Splits the withheld cells into parts that have nothing to do with each other: no sum contains cells of two parts.
   * @returns the number of its part per cell (−1 for shown cells) and the cells of each part, ascending.
   */
  components(withheld: Uint8Array): { readonly of: Int32Array; readonly cells: readonly (readonly number[])[] } {
    const of = new Int32Array(withheld.length).fill(-1);
    const seen = new Uint8Array(this.sums.length);
    const cells: number[][] = [];
    for (let start = 0; start < withheld.length; start += 1) {
      if (withheld[start] === 0 || of[start] !== -1) continue;
      of[start] = cells.length;
      const members = [start];
      for (const cell of members) this.join(cell, cells.length, withheld, of, seen, members);
      cells.push(members.sort((left, right) => left - right));
    }
    return { of, cells };
  }

  private join(cell: number, component: number, withheld: Uint8Array, of: Int32Array, seen: Uint8Array, members: number[]): void {
    for (const sum of this.sumsWith(cell)) {
      if (seen[sum] === 1) continue;
      seen[sum] = 1;
      const { whole, parts } = this.sums[sum] ?? { whole: cell, parts: [] };
      for (const other of [whole, ...parts]) {
        if (withheld[other] === 0 || of[other] !== -1) continue;
        of[other] = component;
        members.push(other);
      }
    }
  }
}
