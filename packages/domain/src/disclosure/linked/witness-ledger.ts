import type { SavedTable } from './person-moves.js';

/** What a cell was known to be before tables were forgotten. */
export interface LostProof {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  readonly lowTable: number;
  readonly highTable: number;
}

const TRUE_TABLE = -1;

/**
 * Smallest and largest value of every cell in the feasible whole tables found so far, and in which tables. One table proves
 * something for every cell it changes, so most cells are proven without being searched themselves.
 */
export class WitnessLedger {
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  private readonly lowTable: Int32Array;
  private readonly highTable: Int32Array;
  private readonly tables: SavedTable[] = [];
  /** Per table: cells that rested on it at some time. */
  private readonly users: number[][] = [];
  /** Per cell that may be shown again: tables that change it. */
  private readonly tablesOf: (number[] | undefined)[];

  /**
   * @param k width wanted per cell; what goes beyond is not written down.
   * @param isFinal whether a withheld cell stays withheld; only of others tables can be forgotten.
   */
  constructor(
    private readonly counts: Int32Array,
    private readonly k: Uint16Array,
    private readonly isFinal: (cell: number) => boolean = () => true,
  ) {
    this.low = counts.slice();
    this.high = counts.slice();
    this.lowTable = new Int32Array(counts.length).fill(TRUE_TABLE);
    this.highTable = new Int32Array(counts.length).fill(TRUE_TABLE);
    this.tablesOf = new Array<number[] | undefined>(counts.length).fill(undefined);
  }

  /** How far above its true count the cell was seen. */
  up(cell: number): number {
    return (this.high[cell] as number) - (this.counts[cell] as number);
  }

  /** How far below its true count the cell was seen. */
  down(cell: number): number {
    return (this.counts[cell] as number) - (this.low[cell] as number);
  }

  /** The table in which the cell was seen highest (direction 1) or lowest (−1); null = the true one. */
  farthest(cell: number, direction: 1 | -1): SavedTable | null {
    return this.tables[(direction === 1 ? this.highTable[cell] : this.lowTable[cell]) as number] ?? null;
  }

  /** What is missing to the width wanted; 0 = proven. */
  missing(cell: number): number {
    return Math.max(0, (this.k[cell] as number) - (this.high[cell] as number) + (this.low[cell] as number));
  }

  /**
   * Writes down what a feasible table proves.
   * @param changed cells in which it differs from the true one.
   * @param saved the same table as it can be kept; default: a copy is made where it proves something new.
   */
  record(changed: readonly number[] | Int32Array, state: Int32Array, saved: SavedTable | null = null): void {
    let table = TRUE_TABLE;
    for (const cell of changed) {
      if (this.missing(cell) === 0) continue;
      const value = state[cell] as number;
      const isHigher = value > (this.high[cell] as number);
      if (!isHigher && value >= (this.low[cell] as number)) continue;
      if (table === TRUE_TABLE) table = this.keep(saved ?? copyOf(changed, state));
      if (isHigher) {
        this.high[cell] = value;
        this.highTable[cell] = table;
      } else {
        this.low[cell] = value;
        this.lowTable[cell] = table;
      }
      (this.users[table] as number[]).push(cell);
    }
  }

  private keep(saved: SavedTable): number {
    const table = this.tables.length;
    this.tables.push(saved);
    this.users.push([]);
    for (const cell of saved.cells) if (!this.isFinal(cell)) (this.tablesOf[cell] ??= []).push(table);
    return table;
  }

  /** Cells that change in the tables the proof of a cell rests on. */
  restingOn(cell: number): readonly number[] {
    return [this.lowTable[cell] as number, this.highTable[cell] as number].flatMap((table) => [...(this.tables[table]?.cells ?? [])]);
  }

  /** Tables that proofs of the given cells rest on, each once. */
  tablesBehind(cells: readonly number[]): readonly SavedTable[] {
    const used = new Set<number>();
    for (const cell of cells) {
      used.add(this.lowTable[cell] as number);
      used.add(this.highTable[cell] as number);
    }
    used.delete(TRUE_TABLE);
    return [...used].map((table) => this.tables[table] as SavedTable);
  }

  /** Forgets what rests on tables that change a cell, because it is shown now. @returns what was lost, for `restore`. */
  forget(changed: number): readonly LostProof[] {
    const lost: LostProof[] = [];
    for (const table of this.tablesOf[changed] ?? []) {
      for (const cell of this.users[table] as number[]) {
        const [low, high, lowTable, highTable] = [this.low[cell] as number, this.high[cell] as number, this.lowTable[cell] as number, this.highTable[cell] as number];
        if (lowTable !== table && highTable !== table) continue;
        lost.push({ cell, low, high, lowTable, highTable });
        if (lowTable === table) {
          this.low[cell] = this.counts[cell] as number;
          this.lowTable[cell] = TRUE_TABLE;
        }
        if (highTable === table) {
          this.high[cell] = this.counts[cell] as number;
          this.highTable[cell] = TRUE_TABLE;
        }
      }
    }
    return lost;
  }

  /** Remembers again what was forgotten, because the cell is withheld again; several losses in reverse order. */
  restore(lost: readonly LostProof[]): void {
    for (const { cell, low, high, lowTable, highTable } of [...lost].reverse()) {
      this.low[cell] = low;
      this.high[cell] = high;
      this.lowTable[cell] = lowTable;
      this.highTable[cell] = highTable;
    }
  }
}

function copyOf(changed: readonly number[] | Int32Array, state: Int32Array): SavedTable {
  const cells = new Int32Array(changed);
  const values = new Int32Array(cells.length);
  for (let at = 0; at < cells.length; at += 1) values[at] = state[cells[at] as number] as number;
  return { cells, values };
}
