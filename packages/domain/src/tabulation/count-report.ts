import type { CodedColumns } from './coded-columns.js';
import { countCells, leadOffsets, type CountTarget, type LeadKey } from './count-cells.js';
import type { CountingPlan, CriterionPlan, PairPlan, ScoredColumn } from './counting-plan.js';
import { BYTES, type ReportCounts, type RowMoments } from './counts.js';

/** How many rows and modes the report has; every index in the columns must be below. */
export interface CountingSize {
  readonly rowCount: number;
  readonly modeCount: number;
}

/** Each byte is its own category. */
const EVERY_BYTE = Uint8Array.from({ length: BYTES }, (_, byte) => byte);

/** @throws RangeError when an index is not below `size`: an answer would be lost silently. */
function countPerIndex(values: Uint8Array, length: number, size: number, mask: Uint8Array | null): Uint32Array {
  const people = new Uint32Array(BYTES);
  countCells([], [{ values, people }], length, mask);
  if (people.some((count, index) => count > 0 && index >= size)) {
    throw new RangeError(`An answer has an index that is not below ${size}, the number of rows or collection modes.`);
  }
  return people.slice(0, size);
}

function rowLead(columns: CodedColumns, stride: number): LeadKey {
  return { values: columns.rowIndex, offsets: leadOffsets(EVERY_BYTE, stride) };
}

/**
 * Counts every variable: rows × 256 bytes each.
 * @param mask as made by `filterMask`; null counts everyone.
 */
export function countVariables(columns: CodedColumns, rowCount: number, mask: Uint8Array | null): readonly Uint32Array[] {
  const targets = columns.variables.map((values): CountTarget => ({ values, people: new Uint32Array(rowCount * BYTES) }));
  countCells([rowLead(columns, 1)], targets, columns.length, mask);
  return targets.map(({ people }) => people);
}

function emptyMoments(rowCount: number): RowMoments {
  return { n: new Uint32Array(rowCount), sum: new Float64Array(rowCount), sumOfSquares: new Float64Array(rowCount) };
}

function add(moments: RowMoments, row: number, score: number, people: number): void {
  (moments.n[row] as number) += people;
  (moments.sum[row] as number) += score * people;
  (moments.sumOfSquares[row] as number) += score * score * people;
}

function columnOf(columns: CodedColumns, column: number): Uint8Array {
  const values = columns.variables[column];
  if (values === undefined) throw new RangeError('The counting plan does not fit the columns.');
  return values;
}

/** Numbers the bytes that carry a score from 1; 0 stands for all others. */
interface ScoreIndex {
  readonly ofByte: Uint8Array;
  /** Scores by number; entry 0 is NaN. */
  readonly scores: readonly number[];
}

function scoreIndex(scoresOfBytes: Float64Array): ScoreIndex {
  const ofByte = new Uint8Array(BYTES);
  const scores = [Number.NaN];
  scoresOfBytes.forEach((score, byte) => {
    if (Number.isNaN(score)) return;
    ofByte[byte] = scores.length;
    scores.push(score);
  });
  return { ofByte, scores };
}

/**
 * Bedarf − Bestand over people with a valid answer to both; −(max − min) to max − min.
 * Counts the joint table row × Bestand × Bedarf first: no branch per answer, and sums of whole numbers stay exact.
 */
export function countPair(columns: CodedColumns, pair: PairPlan, rowCount: number, mask: Uint8Array | null): RowMoments {
  const have = scoreIndex(pair.bestand.scores);
  const width = have.scores.length;
  const people = new Uint32Array(rowCount * width * BYTES);
  const bestand: LeadKey = { values: columnOf(columns, pair.bestand.column), offsets: leadOffsets(have.ofByte, 1) };
  const target: CountTarget = { values: columnOf(columns, pair.bedarf.column), people };
  countCells([rowLead(columns, width), bestand], [target], columns.length, mask);
  const moments = emptyMoments(rowCount);
  pair.bedarf.scores.forEach((importance, byte) => {
    if (Number.isNaN(importance)) return;
    for (let lead = 0; lead < rowCount * width; lead += 1) {
      const performance = have.scores[lead % width] ?? Number.NaN;
      const count = people[lead * BYTES + byte] as number;
      if (count > 0 && !Number.isNaN(performance)) add(moments, Math.floor(lead / width), importance - performance, count);
    }
  });
  return moments;
}

/** Answers scored together: few enough for their sums to stay in the processor's cache. */
const BLOCK = 8192;

/** Scores of a column with 0 where there is none, and whether there is one: adding both needs no branch per answer. */
interface AddableColumn {
  readonly values: Uint8Array;
  readonly scores: Float64Array;
  readonly scored: Uint8Array;
}

function addableColumn(columns: CodedColumns, { column, scores }: ScoredColumn): AddableColumn {
  return {
    values: columnOf(columns, column),
    scores: scores.map((score) => (Number.isNaN(score) ? 0 : score)),
    scored: Uint8Array.from(scores, (score) => (Number.isNaN(score) ? 0 : 1)),
  };
}

/** Adds up the scores of one block of answers; `sums` and `answered` must be zero. */
function scoreBlock({ values, scores, scored }: AddableColumn, start: number, end: number, sums: Float64Array, answered: Uint8Array): void {
  for (let i = start; i < end; i += 1) {
    const value = values[i] as number;
    (sums[i - start] as number) += scores[value] as number;
    (answered[i - start] as number) += scored[value] as number;
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
  const addable = criterion.columns.map((column) => addableColumn(columns, column));
  if (itemCount === 0) return moments;
  const sums = new Float64Array(BLOCK);
  const answered = new Uint8Array(BLOCK);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(length, start + BLOCK);
    sums.fill(0);
    answered.fill(0);
    for (const column of addable) scoreBlock(column, start, end, sums, answered);
    for (let i = start; i < end; i += 1) {
      const n = answered[i - start] as number;
      if (n * 2 < itemCount || (mask !== null && mask[i] !== 1)) continue;
      add(moments, rowIndex[i] as number, (sums[i - start] as number) / n, 1);
    }
  }
  return moments;
}

function checkLengths({ length, rowIndex, mode, variables }: CodedColumns, mask: Uint8Array | null): void {
  if ([rowIndex, mode, ...variables, ...(mask === null ? [] : [mask])].some((column) => column.length < length)) {
    throw new RangeError(`A column or the mask is shorter than the ${length} answers to count.`);
  }
}

/**
 * Counts everything a report needs from one state of the data.
 * @param mask as made by `filterMask`; null counts everyone.
 * @throws RangeError when a column or the mask is shorter than the answers, when the plan names a column that does not exist, or
 * an answer a row or mode beyond the size.
 */
export function countReport(columns: CodedColumns, plan: CountingPlan, size: CountingSize, mask: Uint8Array | null): ReportCounts {
  const { rowCount, modeCount } = size;
  checkLengths(columns, mask);
  return {
    rowCount,
    participants: countPerIndex(columns.rowIndex, columns.length, rowCount, mask),
    modes: countPerIndex(columns.mode, columns.length, modeCount, mask),
    variables: countVariables(columns, rowCount, mask),
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
