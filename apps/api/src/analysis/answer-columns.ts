import {
  codedVariables,
  type Codebook,
  type CodedColumns,
  COLLECTION_MODES,
  type CollectionMode,
  type DistrictId,
  type ReportRowId,
} from '@stadtteilstimme/domain';

/** What the columns keep of one answer. No id: a column cannot be traced back to the record. */
export interface CodedAnswer {
  readonly districtId: DistrictId | null;
  readonly elsewhere: boolean;
  readonly targetGroup: string;
  readonly mode: CollectionMode;
  /** ISO week `YYYY-Www`. */
  readonly week: string;
  /** One byte per coded variable, in codebook order. */
  readonly vector: Uint8Array;
}

/**
 * One state of the columns: `columns.length` answers. Later answers are written behind them or into larger arrays,
 * so a holder of a snapshot always reads the same answers. The memory is shared with the worker, not copied.
 */
export interface ColumnSnapshot {
  readonly columns: CodedColumns;
  /** `columns.targetGroup` points into them. */
  readonly targetGroups: readonly string[];
  /** `columns.week` points into them; in the order they were first seen. */
  readonly weeks: readonly string[];
}

const FIRST_CAPACITY = 1024;

/** Growable, append-only columns of the coded answers of one questionnaire version. */
export class AnswerColumns {
  private length = 0;
  private capacity = FIRST_CAPACITY;
  private readonly rowOfDistrict: ReadonlyMap<string, number>;
  private readonly targetGroups = new Dictionary(256);
  private readonly weeks = new Dictionary(65536);
  private readonly variableCount: number;
  private rowIndex: Uint8Array;
  private mode: Uint8Array;
  private targetGroup: Uint8Array;
  private week: Uint16Array;
  private variables: Uint8Array[];

  /** @param rows districts first to last, with `elsewhere` and `unknown`; without `all`, which is their sum. */
  constructor(rows: readonly ReportRowId[], codebook: Codebook) {
    this.rowOfDistrict = new Map(rows.map((row, index) => [row, index]));
    this.variableCount = codedVariables(codebook).length;
    this.rowIndex = sharedBytes(this.capacity);
    this.mode = sharedBytes(this.capacity);
    this.targetGroup = sharedBytes(this.capacity);
    this.week = new Uint16Array(new SharedArrayBuffer(this.capacity * 2));
    this.variables = Array.from({ length: this.variableCount }, () => sharedBytes(this.capacity));
  }

  /** @throws Error when the answer does not belong to this version; nothing is changed then. */
  append(answer: CodedAnswer): void {
    if (answer.vector.length !== this.variableCount) throw new Error('A stored vector has another length than its codebook.');
    const row = this.rowOfDistrict.get(answer.districtId ?? (answer.elsewhere ? 'elsewhere' : 'unknown'));
    if (row === undefined) throw new Error('A stored answer names a district that its version does not have.');
    if (this.length === this.capacity) this.grow();
    const at = this.length;
    this.rowIndex[at] = row;
    this.mode[at] = COLLECTION_MODES.indexOf(answer.mode);
    this.targetGroup[at] = this.targetGroups.indexOf(answer.targetGroup);
    this.week[at] = this.weeks.indexOf(answer.week);
    for (let index = 0; index < this.variableCount; index += 1) {
      const column = this.variables[index];
      if (column !== undefined) column[at] = answer.vector[index] ?? 0;
    }
    this.length = at + 1;
  }

  snapshot(): ColumnSnapshot {
    return {
      columns: {
        length: this.length,
        rowIndex: this.rowIndex,
        mode: this.mode,
        week: this.week,
        targetGroup: this.targetGroup,
        variables: [...this.variables],
      },
      targetGroups: this.targetGroups.values(),
      weeks: this.weeks.values(),
    };
  }

  /** Copies into arrays twice as long; the old ones stay as they are for whoever reads them. */
  private grow(): void {
    this.capacity *= 2;
    this.rowIndex = grown(this.rowIndex, this.capacity);
    this.mode = grown(this.mode, this.capacity);
    this.targetGroup = grown(this.targetGroup, this.capacity);
    const weeks = new Uint16Array(new SharedArrayBuffer(this.capacity * 2));
    weeks.set(this.week);
    this.week = weeks;
    this.variables = this.variables.map((column) => grown(column, this.capacity));
  }
}

/** Gives every text the next number the first time it is seen. */
class Dictionary {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly limit: number) {}

  indexOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (this.numbers.size === this.limit) throw new Error('More different values than a column can hold.');
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  values(): readonly string[] {
    return [...this.numbers.keys()];
  }
}

function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}

function grown(column: Uint8Array, capacity: number): Uint8Array {
  const larger = sharedBytes(capacity);
  larger.set(column);
  return larger;
}
