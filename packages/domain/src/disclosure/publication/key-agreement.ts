import { KEY_MODULUS } from '../cell-key/record-keys.js';
import type { PerturbationTable } from '../cell-key/perturbation-table.js';
import type { PublicationTable } from '../linked/publication-table.js';
import { foldsOf } from './publication-columns.js';

/** Cell keys from `start` on, `length` more than one; round the circle of 10⁸. */
interface Arc {
  readonly start: number;
  readonly length: number;
}

/** Cells along one dimension of a table, its total last, and which are the sums of which. */
interface Line {
  readonly cells: readonly number[];
  readonly folds: ReturnType<typeof foldsOf>;
}

const ANY_KEY: readonly Arc[] = [{ start: 0, length: KEY_MODULUS - 1 }];
const NO_PEOPLE: readonly Arc[] = [{ start: 0, length: 0 }];

/**
 * Cell keys add up like counts, and noise tells between which bounds a key lies: a published 7 in place of 5 cannot be the same people
 * as a published 5, and two cells with small keys make no total with a large one. A reader can rule out tables that way.
 * Checks every line of every table by itself (all cells of a row, or of a column, with its groups and its total).
 */
export class KeyAgreement {
  private readonly linesOf = new Map<number, Line[]>();
  private readonly arcs = new Map<string, readonly Arc[]>();

  /** @param published by cell: its number as far as readers know it, −1 = they do not. Read at every check. */
  constructor(
    tables: readonly PublicationTable[],
    places: readonly Int32Array[],
    private readonly published: Int32Array,
    private readonly table: PerturbationTable,
  ) {
    tables.forEach((entry, index) => { this.addLines(entry, places[index] ?? new Int32Array(0)); });
  }

  /** Whether keys exist for which these counts would have been published as they are; only lines with changed cells are looked at. */
  holds(changed: readonly number[], counts: Int32Array): boolean {
    const seen = new Set<Line>();
    for (const cell of changed) {
      for (const line of this.linesOf.get(cell) ?? []) {
        if (seen.has(line)) continue;
        seen.add(line);
        if (!this.lineHolds(line, counts)) return false;
      }
    }
    return true;
  }

  private addLines({ dimensions }: PublicationTable, cells: Int32Array): void {
    const lengths = dimensions.map(({ categories }) => categories.length + 1);
    dimensions.forEach((dimension, at) => {
      const folds = foldsOf(dimension);
      const stride = lengths.slice(at + 1).reduce((product, length) => product * length, 1);
      const length = lengths[at] ?? 1;
      for (let place = 0; place < cells.length; place += 1) {
        if (Math.floor(place / stride) % length !== 0) continue;
        const line = { cells: Array.from({ length }, (_, index) => cells[place + index * stride] ?? 0), folds };
        for (const cell of line.cells) this.linesOf.set(cell, [...(this.linesOf.get(cell) ?? []), line]);
      }
    });
  }

  private lineHolds({ cells, folds }: Line, counts: Int32Array): boolean {
    const keys = cells.map((cell) => this.keysOf(counts[cell] ?? 0, this.published[cell] ?? -1));
    if (keys.some((arcs) => arcs.length === 0)) return false;
    for (const { whole, parts } of folds) {
      const sums = parts.reduce<readonly Arc[]>((sum, part) => added(sum, keys[part] ?? []), NO_PEOPLE);
      const both = met(keys[whole] ?? [], sums);
      if (both.length === 0) return false;
      keys[whole] = both;
    }
    return true;
  }

  private keysOf(count: number, published: number): readonly Arc[] {
    if (count === 0) return published <= 0 ? NO_PEOPLE : [];
    if (published < 0) return ANY_KEY;
    const name = `${count} ${published}`;
    const known = this.arcs.get(name) ?? arcsOf(this.table, count, published);
    this.arcs.set(name, known);
    return known;
  }
}

/** Keys with which a count is published as this number: none or one stretch, since every value has one line. */
function arcsOf({ firstLine, lastRow, upperBounds, noise }: PerturbationTable, count: number, published: number): readonly Arc[] {
  const row = Math.min(count, lastRow);
  const first = firstLine[row] ?? 0;
  for (let line = first; line < (firstLine[row + 1] ?? 0); line += 1) {
    if (count + (noise[line] ?? 0) !== published) continue;
    const start = line === first ? 0 : (upperBounds[line - 1] ?? 0);
    return [{ start, length: (upperBounds[line] ?? 0) - 1 - start }];
  }
  return [];
}

function added(left: readonly Arc[], right: readonly Arc[]): readonly Arc[] {
  return left.flatMap((one) => right.map((other) => ({ start: (one.start + other.start) % KEY_MODULUS, length: Math.min(KEY_MODULUS - 1, one.length + other.length) })));
}

function met(left: readonly Arc[], right: readonly Arc[]): readonly Arc[] {
  return left.flatMap((one) => right.flatMap((other) => [-KEY_MODULUS, 0, KEY_MODULUS].flatMap((turn): readonly Arc[] => {
    const start = Math.max(one.start, other.start + turn);
    const end = Math.min(one.start + one.length, other.start + turn + other.length);
    return start > end ? [] : [{ start: start % KEY_MODULUS, length: end - start }];
  })));
}
