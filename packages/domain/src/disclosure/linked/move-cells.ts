import type { CellSystem, SystemTable } from './cell-system.js';
import { Factors } from './move-families.js';

/**
 * The cells a move changes in a table: the product of what it does in every dimension. Which category it takes of a dimension is
 * written into `chosen`, the one that falls in exchange into `partner` (−1 = none: the total rises with the category).
 */
export class MoveCells {
  readonly chosen: Int32Array;
  readonly partner: Int32Array;
  /** Places in the table after `combine`, and whether the cell there moves with the move (1) or against it (−1). */
  readonly places: Int32Array;
  readonly signs: Int8Array;
  private readonly factors: Factors;
  /** What was combined last: dimension, its categories and step, for up to three dimensions. */
  private readonly last = new Int32Array(12).fill(-2);
  private lastDimensions = -1;
  private lastSize = 0;

  constructor(system: CellSystem) {
    this.chosen = new Int32Array(system.dimensions.length);
    this.partner = new Int32Array(system.dimensions.length).fill(-1);
    this.factors = new Factors(system);
    const longestPath = Math.max(1, ...system.dimensions.flatMap(({ paths }) => paths.map(({ length }) => length)));
    this.places = new Int32Array((2 * longestPath) ** 3);
    this.signs = new Int8Array(this.places.length);
  }

  /**
   * Fills `places` and `signs`.
   * @param without dimension to leave at its index 0; −1 = none.
   * @returns number of places.
   */
  combine(table: SystemTable, without: number): number {
    if (!this.isAsLast(table, without)) this.lastSize = this.multiply(table, without);
    return this.lastSize;
  }

  /** Tables that share the participants are laid out alike: most of a move is the same in all of them. */
  private isAsLast({ dimensions, strides }: SystemTable, without: number): boolean {
    const { last, chosen, partner } = this;
    let same = true;
    let used = 0;
    for (let at = 0; at < dimensions.length; at += 1) {
      const dimension = dimensions[at] as number;
      if (dimension === without) continue;
      const category = chosen[dimension] as number;
      const other = partner[dimension] as number;
      const stride = strides[at] as number;
      const place = used * 4;
      used += 1;
      if (last[place] === dimension && last[place + 1] === category && last[place + 2] === other && last[place + 3] === stride) continue;
      same = false;
      last[place] = dimension;
      last[place + 1] = category;
      last[place + 2] = other;
      last[place + 3] = stride;
    }
    same &&= this.lastDimensions === used;
    this.lastDimensions = used;
    return same;
  }

  private multiply({ dimensions, strides }: SystemTable, without: number): number {
    const { places, signs } = this;
    let size = 1;
    places[0] = 0;
    signs[0] = 1;
    for (let at = 0; at < dimensions.length; at += 1) {
      const dimension = dimensions[at] as number;
      if (dimension === without) continue;
      const factor = this.factors.of(dimension, this.chosen[dimension] as number, this.partner[dimension] as number);
      const stride = strides[at] as number;
      // The first index last: it overwrites what the others are made of.
      for (let index = factor.indices.length - 1; index >= 0; index -= 1) {
        const step = (factor.indices[index] as number) * stride;
        const sign = factor.signs[index] as number;
        for (let each = 0; each < size; each += 1) {
          places[index * size + each] = (places[each] as number) + step;
          signs[index * size + each] = (signs[each] as number) * sign;
        }
      }
      size *= factor.indices.length;
    }
    return size;
  }
}
