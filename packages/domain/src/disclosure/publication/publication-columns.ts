import { KEY_MODULUS } from '../cell-key/record-keys.js';
import { keyTally, tallyKeys } from '../cell-key/tally-keys.js';
import type { PublicationDimension, PublicationTable } from '../linked/publication-table.js';

/** Coded answers of a survey by dimension, in a fixed order of answers; a new answer is appended, a withdrawn one left out by mask. */
export interface PublicationColumns {
  readonly length: number;
  /** Every answer has a code in every dimension (missing kinds are categories): the index of a category without parts. */
  readonly dimensions: readonly { readonly dimension: PublicationDimension; readonly codes: Uint8Array }[];
  /** Scores means are made of. */
  readonly scores: readonly ScoreColumn[];
}

/** A whole-number score per answer. */
export interface ScoreColumn {
  readonly id: string;
  /** Ends of the scale, inclusive. */
  readonly minimum: number;
  readonly maximum: number;
  /** One value per answer; NaN = none. */
  readonly values: Float64Array;
  /** Dimensions the score is computed from. None of them may be tabulated in the same publication: a mean would complete its table. */
  readonly madeOf: readonly string[];
}

/** The fixed list of what a survey publishes. */
export interface PublicationList {
  readonly tables: readonly { readonly id: string; readonly dimensions: readonly string[] }[];
  /** Mean of a score for everyone and, unless `by` is null, for every category of a dimension. */
  readonly means: readonly { readonly id: string; readonly score: string; readonly by: string | null }[];
}

/** A table with the cell keys of all its cells, margins and groups included. */
export interface KeyedTable {
  readonly table: PublicationTable;
  readonly cellKeys: Uint32Array;
}

/** A dimension by its id. @throws RangeError when the columns have none. */
export function dimensionOf(columns: PublicationColumns, id: string): PublicationColumns['dimensions'][number] {
  const found = columns.dimensions.find(({ dimension }) => dimension.id === id);
  if (found === undefined) throw new RangeError(`There is no dimension "${id}".`);
  return found;
}

/**
 * Counts the tables of a list: cells, groups and margins, with their cell keys.
 * @param recordKeys one per answer; null where no cell keys are needed (they are then 0).
 * @param included one byte per answer, 0 = not part of this publication.
 * @throws RangeError when a code is no category without parts, or the list names a dimension that does not exist.
 */
export function keyedTables(
  columns: PublicationColumns,
  list: PublicationList,
  recordKeys: Uint32Array | null,
  included: Uint8Array,
): readonly KeyedTable[] {
  const keys = recordKeys ?? new Uint32Array(columns.length);
  return list.tables.map(({ id, dimensions }) => {
    const used = dimensions.map((dimension) => dimensionOf(columns, dimension));
    const sizes = used.map(({ dimension }) => dimension.categories.length);
    const tally = keyTally(sizes.reduce((product, size) => product * size, 1));
    const counted = tallyKeys(used.map(({ codes }, at) => ({ codes, size: sizes[at] ?? 0 })), keys, included, columns.length, tally);
    const groups = used.map(({ dimension }) => foldsOf(dimension));
    if (counted !== countOf(included, columns.length)) throw new RangeError(`Table "${id}": an answer has a code that is no category.`);
    const counts = fold(tally.counts, sizes, groups, Number.POSITIVE_INFINITY);
    const cellKeys = fold(tally.cellKeys, sizes, groups, KEY_MODULUS);
    return { table: { id, dimensions: used.map(({ dimension }) => dimension), counts }, cellKeys };
  });
}

/** Number of answers a mask lets through. */
export function countOf(included: Uint8Array, length: number): number {
  let count = 0;
  for (let answer = 0; answer < length; answer += 1) count += included[answer] === 0 ? 0 : 1;
  return count;
}

/**
 * A mark per answer of all it says in the dimensions and scores of a list (FNV-1a over codes and values). Two versions of an answer that
 * differ in one code never have the same mark, others with a chance of 2⁻³².
 */
export function answerMarks(columns: PublicationColumns, list: PublicationList): Uint32Array {
  const marks = new Uint32Array(columns.length).fill(0x811c9dc5);
  const mix = (answer: number, value: number): void => { marks[answer] = Math.imul((marks[answer] as number) ^ value, 0x01000193); };
  const named = new Set(list.tables.flatMap(({ dimensions }) => dimensions).concat(list.means.flatMap(({ by }) => (by === null ? [] : [by]))));
  for (const id of [...named].sort()) {
    const { codes } = dimensionOf(columns, id);
    for (let answer = 0; answer < columns.length; answer += 1) mix(answer, codes[answer] as number);
  }
  const scored = new Set(list.means.map(({ score }) => score));
  for (const { values } of columns.scores.filter(({ id }) => scored.has(id))) {
    // Scores are whole; none is marked by a number no scale holds.
    for (let answer = 0; answer < columns.length; answer += 1) mix(answer, Number.isNaN(values[answer] ?? Number.NaN) ? 0x7fffffff : (values[answer] as number));
  }
  return marks;
}

/** Which index is the sum of which others, parts before wholes; the total is the index after the last category. */
export function foldsOf(dimension: PublicationDimension): readonly { readonly whole: number; readonly parts: readonly number[] }[] {
  const { categories, groups = [] } = dimension;
  const indexOf = (category: string): number => categories.indexOf(category);
  const inGroup = new Set(groups.flatMap(({ parts }) => parts));
  const depth = (category: string): number => 1 + Math.max(0, ...(groups.find((group) => group.category === category)?.parts ?? []).map(depth));
  const sums = [...groups].sort((left, right) => depth(left.category) - depth(right.category));
  return [
    ...sums.map(({ category, parts }) => ({ whole: indexOf(category), parts: parts.map(indexOf) })),
    { whole: categories.length, parts: categories.filter((category) => !inGroup.has(category)).map(indexOf) },
  ];
}

/** Adds groups and totals to inner cells, dimension by dimension. */
function fold(inner: Uint32Array, sizes: readonly number[], folds: readonly ReturnType<typeof foldsOf>[], modulus: number): Uint32Array {
  const lengths = sizes.map((size) => size + 1);
  const strides = lengths.map((_, at) => lengths.slice(at + 1).reduce((product, length) => product * length, 1));
  const full = new Uint32Array(lengths.reduce((product, length) => product * length, 1));
  inner.forEach((value, cell) => {
    let rest = cell;
    let place = 0;
    for (let at = sizes.length - 1; at >= 0; at -= 1) {
      place += (rest % (sizes[at] ?? 1)) * (strides[at] ?? 1);
      rest = Math.floor(rest / (sizes[at] ?? 1));
    }
    full[place] = value;
  });
  folds.forEach((sums, at) => {
    const stride = strides[at] ?? 1;
    for (let place = 0; place < full.length; place += 1) {
      if (Math.floor(place / stride) % (lengths[at] ?? 1) !== 0) continue;
      for (const { whole, parts } of sums) {
        let sum = 0;
        for (const part of parts) sum += full[place + part * stride] ?? 0;
        full[place + whole * stride] = sum % modulus;
      }
    }
  });
  return full;
}
