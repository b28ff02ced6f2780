import { type Codebook, type CodedColumns, crossTable, crossTables, filterMask, indexDimension, NO_FILTER, NOT_SHOWN, type Variable, variableDimension } from '@stadtteilstimme/domain';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, ms, times } from './measurement.ts';

const ITEMS = 30;
const DISTRICTS = Array.from({ length: 17 }, (_, index) => `district-${index + 1}`);
const WEEKS = 20;
const BYTES = 256;
const TARGET = 1.5;

/** Rounds per number of answers, and as many before them that do not count: on a busy machine code is compiled late. */
const ROUNDS: Readonly<Record<number, number>> = { 10_000: 401, 100_000: 101, 1_000_000: 31 };

/** Bytes an answer may hold: not answered, five points, don't know, prefer not, not shown. */
const ANSWER_BYTES = [0, 1, 2, 3, 4, 5, 6, 7, NOT_SHOWN];

/**
 * Counting in memory: 30 items by 17 Stadtteile, and two questions by each other with a filter, against the simplest loop
 * that does only that.
 */
export function tabulation(run: BenchmarkRun): Measurement {
  const sizes = run.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const figures = sizes.flatMap((size) => {
    const measured = measureSize(size, run.quick ? 51 : (ROUNDS[size] ?? 31));
    run.log(`tabulation ${grouped(size)}: ${measured.map(({ work, ratio }) => `${work} ${ratio}`).join(', ')}`);
    return measured;
  });
  return {
    title: 'Tabulation in memory',
    method: [
      `Random answers as columns of bytes; no database. ${ITEMS} items by ${DISTRICTS.length} Stadtteile: one table per item with every code, the four kinds of missing, all margins, and the check that no byte is outside the codebook. Crosstab: two questions by each other for a part of the weeks, the filter already made.`,
      'Limit: the shortest loop for the job over the same arrays (one typed array of 256 bytes per row, one line per answer), without margins, names of categories and checks.',
      'Median of 401, 101 and 31 rounds (51 when quick), ours and limit in turn, after as many rounds of warm-up. Before timing, both are compared cell by cell.',
    ],
    figures,
    notes: ['Weights: each cell keeps people, the sum of weights and of squared weights; the loop it is measured against keeps the same three.'],
  };
}

interface Work {
  readonly name: string;
  readonly ours: () => unknown;
  readonly limit: () => unknown;
}

function measureSize(size: number, rounds: number): readonly Figure[] {
  const columns = randomColumns(size, 7);
  checkSameCounts(columns);
  return [itemsByDistrict(columns), crosstab(columns), weightedItems(columns)].map((work) => figureOf(size, rounds, work));
}

function figureOf(size: number, rounds: number, { name, ours, limit }: Work): Figure {
  const oursTimes: number[] = [];
  const limitTimes: number[] = [];
  for (let round = -rounds; round < rounds; round += 1) {
    // Who comes first changes every round, so that neither always finds the columns in the cache.
    const first = round % 2 === 0;
    const before = first ? timed(ours) : timed(limit);
    const after = first ? timed(limit) : timed(ours);
    if (round < 0) continue;
    oursTimes.push(first ? before : after);
    limitTimes.push(first ? after : before);
  }
  const [mine, plain] = [median(oursTimes), median(limitTimes)];
  return {
    work: `${grouped(size)} answers, ${name}`,
    ours: ms(mine),
    limit: ms(plain),
    ratio: times(mine / plain),
    target: `≤ ${TARGET} ×`,
    holds: mine <= TARGET * plain,
  };
}

function itemsByDistrict(columns: BenchmarkColumns): Work {
  return {
    name: `${ITEMS} items × ${DISTRICTS.length} Stadtteile`,
    ours: () => districtTables(columns, null),
    limit: () => columns.variables.map((values) => plainByRow(columns.rowIndex, values, columns.length)),
  };
}

function crosstab(columns: BenchmarkColumns): Work {
  const [left, right] = [columns.variables[0] as Uint8Array, columns.variables[1] as Uint8Array];
  return {
    name: 'crosstab of two questions with filter',
    ours: () => questionTable(columns),
    limit: () => plainCrosstab(left, right, columns.mask, columns.length),
  };
}

function weightedItems(columns: BenchmarkColumns): Work {
  return {
    name: `${ITEMS} items × ${DISTRICTS.length} Stadtteile, weighted`,
    ours: () => districtTables(columns, columns.weights),
    limit: () => columns.variables.map((values) => plainWeighted(columns.rowIndex, values, columns.weights, columns.length)),
  };
}

function districtTables(columns: BenchmarkColumns, weights: Float64Array | null) {
  const items = codebook.variables.map(({ name }) => variableDimension(columns, codebook, name));
  return crossTables({ length: columns.length, mask: null, weights }, [indexDimension('district', columns.rowIndex, DISTRICTS)], items);
}

function questionTable(columns: BenchmarkColumns) {
  const dimensions = ['item_1', 'item_2'].map((name) => variableDimension(columns, codebook, name));
  return crossTable({ length: columns.length, mask: columns.mask, weights: null }, dimensions);
}

/** The loop for the job: a cell is row × 256 + byte. */
function plainByRow(rows: Uint8Array, values: Uint8Array, length: number): Uint32Array {
  const cells = new Uint32Array(DISTRICTS.length * BYTES);
  for (let at = 0; at < length; at += 1) {
    const cell = (rows[at] as number) * BYTES + (values[at] as number);
    cells[cell] = (cells[cell] as number) + 1;
  }
  return cells;
}

function plainCrosstab(left: Uint8Array, right: Uint8Array, mask: Uint8Array, length: number): Uint32Array {
  const cells = new Uint32Array(BYTES * BYTES);
  for (let at = 0; at < length; at += 1) {
    if (mask[at] !== 1) continue;
    const cell = (left[at] as number) * BYTES + (right[at] as number);
    cells[cell] = (cells[cell] as number) + 1;
  }
  return cells;
}

function plainWeighted(rows: Uint8Array, values: Uint8Array, weights: Float64Array, length: number) {
  const people = new Uint32Array(DISTRICTS.length * BYTES);
  const sums = new Float64Array(DISTRICTS.length * BYTES);
  const squares = new Float64Array(DISTRICTS.length * BYTES);
  for (let at = 0; at < length; at += 1) {
    const cell = (rows[at] as number) * BYTES + (values[at] as number);
    const weight = weights[at] as number;
    people[cell] = (people[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + weight;
    squares[cell] = (squares[cell] as number) + weight * weight;
  }
  return { people, sums, squares };
}

/** @throws Error when the two sides of the measurement do not count the same. */
function checkSameCounts(columns: BenchmarkColumns): void {
  const width = ANSWER_BYTES.length;
  const byteOf = [...ANSWER_BYTES.slice(1, -1), ...ANSWER_BYTES.slice(0, 1), ...ANSWER_BYTES.slice(-1)];
  const same = (counts: ArrayLike<number>, plain: Uint32Array, rowBytes: readonly number[]): boolean =>
    rowBytes.every((rowByte, row) => byteOf.every((byte, column) => counts[row * (width + 1) + column] === plain[rowByte * BYTES + byte]));
  const tables = districtTables(columns, null);
  const [left, right] = [columns.variables[0] as Uint8Array, columns.variables[1] as Uint8Array];
  const districtRows = DISTRICTS.map((_, index) => index);
  if (
    !tables.every(({ counts }, item) => same(counts, plainByRow(columns.rowIndex, columns.variables[item] as Uint8Array, columns.length), districtRows)) ||
    !same(questionTable(columns).counts, plainCrosstab(left, right, columns.mask, columns.length), byteOf)
  ) {
    throw new Error('The table and the plain loop count differently.');
  }
}

interface BenchmarkColumns extends CodedColumns {
  readonly mask: Uint8Array;
  readonly weights: Float64Array;
}

/** A small generator of whole numbers (Numerical Recipes' linear congruence, upper bits): the same answers in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

function randomColumns(length: number, seed: number): BenchmarkColumns {
  const next = generator(seed);
  const columns: CodedColumns = {
    length,
    rowIndex: Uint8Array.from({ length }, () => next(DISTRICTS.length)),
    mode: new Uint8Array(length),
    week: Uint16Array.from({ length }, () => next(WEEKS)),
    targetGroup: new Uint8Array(length),
    variables: Array.from({ length: ITEMS }, () => Uint8Array.from({ length }, () => ANSWER_BYTES[next(ANSWER_BYTES.length)] as number)),
  };
  const mask = filterMask(columns, { ...NO_FILTER, weeks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }) ?? new Uint8Array(length);
  return { ...columns, mask, weights: Float64Array.from({ length }, () => 0.3 + next(1000) / 370) };
}

const codebook: Codebook = { questions: [], variables: Array.from({ length: ITEMS }, (_, index) => itemVariable(`item_${index + 1}`)), districtVariable: null };

function itemVariable(name: string): Variable {
  return {
    name,
    question: name,
    itemId: name,
    demographicId: null,
    part: 'bestand',
    measurement: 'ordinal',
    scale: { id: 'five', min: 1, max: 5 },
    codes: [1, 2, 3, 4, 5, 98, 99].map((code, index) => ({
      code,
      position: index + 1,
      missing: code === 98 ? 'dont-know' : code === 99 ? 'prefer-not' : null,
      labels: {},
    })),
    option: null,
    labels: {},
    criterion: null,
    fieldOfAction: null,
    reverse: false,
    art9: false,
    sensitive: false,
    visibleIf: null,
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
