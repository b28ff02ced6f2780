/** Count, sum and sum of squares of a score, one entry per row. */
export interface RowMoments {
  readonly n: Uint32Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}

/**
 * Raw counts of one state of the data: unprotected, to be handed to `assembleReport` and to nothing else.
 * Rows are the report's rows without `all`, in the order of `CodedColumns.rowIndex`.
 */
export interface ReportCounts {
  readonly rowCount: number;
  /** People per row. */
  readonly participants: Uint32Array;
  /** People per collection mode. */
  readonly modes: Uint32Array;
  /** Per coded variable: `counts[row * BYTES + byte]`. */
  readonly variables: readonly Uint32Array[];
  /** Per pair of the plan: Bedarf − Bestand of people who answered both. */
  readonly pairs: readonly RowMoments[];
  /** Per criterion of the plan: index 0 to 100 of people who answered at least half of its items. */
  readonly criteria: readonly RowMoments[];
}

/** Values a byte of the coded vector can take. */
export const BYTES = 256;
