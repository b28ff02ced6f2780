/**
 * Stored answers as columns, one byte a variable: a cache that can be thrown away and rebuilt from the record.
 * Arrays may be longer than `length` (room to grow) and may lie over a SharedArrayBuffer.
 */
export interface CodedColumns {
  /** Answers to count; entries beyond it are ignored. */
  readonly length: number;
  /** Row of each answer: index into the report's rows (districts, `elsewhere`, `unknown`; never `all`). */
  readonly rowIndex: Uint8Array;
  /** Index into the report's list of collection modes. */
  readonly mode: Uint8Array;
  /** Index into a list of ISO weeks kept by the caller. */
  readonly week: Uint16Array;
  /** Index into a list of target groups kept by the caller. */
  readonly targetGroup: Uint8Array;
  /** One array per coded variable, in the order of `codedVariables`: 0 not answered, 255 not shown, else a code position. */
  readonly variables: readonly Uint8Array[];
}

/** Which answers count. Indexes as in the columns; null = no limit, an empty list lets nothing through. */
export interface AnswerFilter {
  readonly modes: readonly number[] | null;
  readonly weeks: readonly number[] | null;
  readonly targetGroups: readonly number[] | null;
}

/** A filter that lets everything through. */
export const NO_FILTER: AnswerFilter = { modes: null, weeks: null, targetGroups: null };

function allowed(indexes: readonly number[] | null, size: number): Uint8Array {
  const table = new Uint8Array(size);
  if (indexes === null) return table.fill(1);
  for (const index of indexes) table[index] = 1;
  return table;
}

/**
 * Computes a filter once for all variables.
 * @returns one byte per answer, 1 = counts, 0 = does not; null when the filter lets everything through.
 */
export function filterMask(columns: CodedColumns, filter: AnswerFilter): Uint8Array | null {
  if (filter.modes === null && filter.weeks === null && filter.targetGroups === null) return null;
  const modes = allowed(filter.modes, 0x100);
  const weeks = allowed(filter.weeks, 0x10000);
  const groups = allowed(filter.targetGroups, 0x100);
  const { mode, week, targetGroup, length } = columns;
  const mask = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) {
    mask[i] = (modes[mode[i] as number] as number) & (weeks[week[i] as number] as number) & (groups[targetGroup[i] as number] as number);
  }
  return mask;
}
