import type { CodedColumns } from './coded-columns.js';
import type { CountingPlan, CriterionPlan, PairPlan } from './counting-plan.js';
import { BYTES, type ReportCounts, type RowMoments } from './counts.js';

/** How many rows and modes the report has; every index in the columns must be below. */
export interface CountingSize {
  readonly rowCount: number;
  readonly modeCount: number;
}

function countPerIndex(index: Uint8Array, length: number, size: number, mask: Uint8Array | null): Uint32Array {
  const counts = new Uint32Array(size);
  for (let i = 0; i < length; i += 1) {
    if (mask === null || mask[i] === 1) (counts[index[i] as number] as number) += 1;
  }
  return counts;
}

/**
 * Counts one variable: rows × 256 bytes. One pass, no allocation per answer.
 * @param mask as made by `filterMask`; null counts everyone.
 */
export function countVariable(values: Uint8Array, columns: CodedColumns, rowCount: number, mask: Uint8Array | null): Uint32Array {
  const counts = new Uint32Array(rowCount * BYTES);
  const { rowIndex, length } = columns;
  if (mask === null) {
    for (let i = 0; i < length; i += 1) (counts[((rowIndex[i] as number) << 8) | (values[i] as number)] as number) += 1;
    return counts;
  }
  // Adding the mask instead of branching on it keeps the loop free of mispredictions.
  for (let i = 0; i < length; i += 1) {
    (counts[((rowIndex[i] as number) << 8) | (values[i] as number)] as number) += mask[i] as number;
  }
  return counts;
}

function emptyMoments(rowCount: number): RowMoments {
  return { n: new Uint32Array(rowCount), sum: new Float64Array(rowCount), sumOfSquares: new Float64Array(rowCount) };
}

function add(moments: RowMoments, row: number, score: number): void {
  (moments.n[row] as number) += 1;
  (moments.sum[row] as number) += score;
  (moments.sumOfSquares[row] as number) += score * score;
}

function columnOf(columns: CodedColumns, column: number): Uint8Array {
  const values = columns.variables[column];
  if (values === undefined) throw new RangeError('The counting plan does not fit the columns.');
  return values;
}

/** Bedarf − Bestand over people with a valid answer to both; −(max − min) to max − min. */
export function countPair(columns: CodedColumns, pair: PairPlan, rowCount: number, mask: Uint8Array | null): RowMoments {
  const moments = emptyMoments(rowCount);
  const bestand = columnOf(columns, pair.bestand.column);
  const bedarf = columnOf(columns, pair.bedarf.column);
  for (let i = 0; i < columns.length; i += 1) {
    if (mask !== null && mask[i] !== 1) continue;
    const gap = (pair.bedarf.scores[bedarf[i] as number] as number) - (pair.bestand.scores[bestand[i] as number] as number);
    if (gap === gap) add(moments, columns.rowIndex[i] as number, gap);
  }
  return moments;
}

/** Answers scored together: few enough for their sums to stay in the processor's cache. */
const BLOCK = 8192;

/** Adds up the scores of one block of answers; `sums` and `answered` must be zero. */
function scoreBlock(values: Uint8Array, scores: Float64Array, start: number, end: number, sums: Float64Array, answered: Uint8Array): void {
  for (let i = start; i < end; i += 1) {
    const score = scores[values[i] as number] as number;
    if (score !== score) continue;
    (sums[i - start] as number) += score;
    (answered[i - start] as number) += 1;
  }
}

/**
 * Criterion index per person, 0 to 100: mean of the answered items if at least half of the items are answered
 * (half rule, EORTC QLQ-C30 scoring manual), else the person does not count.
 */
export function countCriterion(columns: CodedColumns, criterion: CriterionPlan, rowCount: number, mask: Uint8Array | null): RowMoments {
  const moments = emptyMoments(rowCount);
  const { length, rowIndex } = columns;
  const itemCount = criterion.columns.length;
  if (itemCount === 0) return moments;
  const sums = new Float64Array(BLOCK);
  const answered = new Uint8Array(BLOCK);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(length, start + BLOCK);
    sums.fill(0);
    answered.fill(0);
    for (const { column, scores } of criterion.columns) scoreBlock(columnOf(columns, column), scores, start, end, sums, answered);
    for (let i = start; i < end; i += 1) {
      const n = answered[i - start] as number;
      if (n * 2 < itemCount || (mask !== null && mask[i] !== 1)) continue;
      add(moments, rowIndex[i] as number, (sums[i - start] as number) / n);
    }
  }
  return moments;
}

/**
 * Counts everything a report needs from one state of the data.
 * @param mask as made by `filterMask`; null counts everyone.
 * @throws RangeError when the plan names a column that does not exist.
 */
export function countReport(columns: CodedColumns, plan: CountingPlan, size: CountingSize, mask: Uint8Array | null): ReportCounts {
  const { rowCount, modeCount } = size;
  return {
    rowCount,
    participants: countPerIndex(columns.rowIndex, columns.length, rowCount, mask),
    modes: countPerIndex(columns.mode, columns.length, modeCount, mask),
    variables: columns.variables.map((values) => countVariable(values, columns, rowCount, mask)),
    pairs: plan.pairs.map((pair) => countPair(columns, pair, rowCount, mask)),
    criteria: plan.criteria.map((criterion) => countCriterion(columns, criterion, rowCount, mask)),
  };
}

function difference<Numbers extends Uint32Array | Float64Array>(whole: Numbers, part: Numbers): Numbers {
  return whole.map((value, index) => value - (part[index] as number)) as Numbers;
}

function momentsDifference(whole: readonly RowMoments[], part: readonly RowMoments[]): readonly RowMoments[] {
  return whole.map((moments, index) => {
    const other = part[index] ?? moments;
    return {
      n: difference(moments.n, other.n),
      sum: difference(moments.sum, other.sum),
      sumOfSquares: difference(moments.sumOfSquares, other.sumOfSquares),
    };
  });
}

/** Whole minus part: what a filter leaves out, the `rest` of `assembleReport`. Both counted with the same plan and size. */
export function subtractCounts(whole: ReportCounts, part: ReportCounts): ReportCounts {
  return {
    rowCount: whole.rowCount,
    participants: difference(whole.participants, part.participants),
    modes: difference(whole.modes, part.modes),
    variables: whole.variables.map((counts, index) => difference(counts, part.variables[index] ?? counts)),
    pairs: momentsDifference(whole.pairs, part.pairs),
    criteria: momentsDifference(whole.criteria, part.criteria),
  };
}
