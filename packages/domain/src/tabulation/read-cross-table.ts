import type { Share } from '../inference/intervals.js';
import { tableStrides, type CrossTable } from './cross-table.js';
import type { CategoryKind } from './table-dimension.js';

/** A cell by the index of its category in each dimension; the number of categories stands for the total. */
export type CellPlace = readonly number[];

/** What stands in one cell. */
export interface TableCell {
  /** Σ of weights, or people without weights. */
  readonly count: number;
  readonly people: number;
  /** Σ of squared weights; without weights the number of people. */
  readonly squaredWeights: number;
}

/** The counts of one line of a table by what they are; missing answers in their four kinds. */
export interface LineCounts {
  /** People, each once: `base` plus the four kinds of missing. */
  readonly total: number;
  /** People with a valid answer: what a percentage refers to. */
  readonly base: number;
  /** Ticks of a multiple choice, may exceed `base`; 0 for anything else. */
  readonly ticks: number;
  readonly dontKnow: number;
  readonly preferNot: number;
  readonly notAnswered: number;
  readonly notShown: number;
}

/**
 * Index of a cell in the arrays of a table.
 * @throws RangeError when the place has not one index per dimension or one that does not exist.
 */
export function cellIndex(table: CrossTable, place: CellPlace): number {
  const { dimensions } = table;
  const known = dimensions.every(({ categories }, index) => {
    const category = place[index];
    return category !== undefined && Number.isInteger(category) && category >= 0 && category <= categories.length;
  });
  if (!known || place.length !== dimensions.length) throw new RangeError(`The table has no cell ${place.join(', ')}.`);
  return tableStrides(dimensions).reduce((cell, stride, index) => cell + stride * (place[index] ?? 0), 0);
}

/** One cell. @throws RangeError when the place does not exist. */
export function cellAt(table: CrossTable, place: CellPlace): TableCell {
  const index = cellIndex(table, place);
  const people = table.people[index] ?? 0;
  return { count: table.counts[index] ?? 0, people, squaredWeights: table.squaredWeights?.[index] ?? people };
}

function lineCells(table: CrossTable, along: number, place: CellPlace, kind: CategoryKind): readonly TableCell[] {
  const dimension = table.dimensions[along];
  if (dimension === undefined) throw new RangeError(`The table has no dimension ${along}.`);
  return dimension.kinds.flatMap((candidate, category) => (candidate === kind ? [cellAt(table, place.with(along, category))] : []));
}

/**
 * The base of a line: everyone with a valid answer in the dimension `along`, the other dimensions fixed by `place` (its index
 * at `along` is ignored). Of a multiple choice these are people, never ticks.
 * @throws RangeError when the place or the dimension does not exist.
 */
export function baseAt(table: CrossTable, along: number, place: CellPlace): TableCell {
  return lineCells(table, along, place, 'valid').reduce<TableCell>(
    (sum, cell) => ({
      count: sum.count + cell.count,
      people: sum.people + cell.people,
      squaredWeights: sum.squaredWeights + cell.squaredWeights,
    }),
    { count: 0, people: 0, squaredWeights: 0 },
  );
}

/**
 * Share of a cell in the base of its line, 0 to 1; null when the base is empty or the cell is no valid answer (a missing
 * answer or a total is no part of the base). The shares of a multiple choice may add up to more than 1.
 * @throws RangeError when the place or the dimension does not exist.
 */
export function shareAt(table: CrossTable, along: number, place: CellPlace): number | null {
  const base = baseAt(table, along, place).count;
  const { count } = cellAt(table, place);
  const kind = table.dimensions[along]?.kinds[place[along] ?? -1];
  return base > 0 && (kind === 'valid' || kind === 'tick') ? count / base : null;
}

/**
 * `shareAt` as intervals and comparisons take it: `wilsonInterval(share.successes, share.n, share)`, `compareShares`. People are
 * those of the base, never those of the cell; of a weighted table the successes are the weighted share of them, and the effective
 * number is Kish's (1965, section 11.7).
 * @returns null where there is no share. @throws RangeError when the place or the dimension does not exist.
 */
export function cellShare(table: CrossTable, along: number, place: CellPlace): (Share & { readonly effectiveN: number }) | null {
  const share = shareAt(table, along, place);
  if (share === null) return null;
  const { count, people, squaredWeights } = baseAt(table, along, place);
  // Rounding must not let a share of everyone exceed everyone.
  return { successes: Math.min(people, share * people), n: people, effectiveN: Math.min(people, count ** 2 / squaredWeights) };
}

/**
 * Everything of a line in the dimension `along` by kind, weighted if the table is.
 * @throws RangeError when the place or the dimension does not exist.
 */
export function lineCountsAt(table: CrossTable, along: number, place: CellPlace): LineCounts {
  const sum = (kind: CategoryKind): number => lineCells(table, along, place, kind).reduce((total, { count }) => total + count, 0);
  return {
    total: cellAt(table, place.with(along, table.dimensions[along]?.categories.length ?? 0)).count,
    base: sum('valid'),
    ticks: sum('tick'),
    dontKnow: sum('dont-know'),
    preferNot: sum('prefer-not'),
    notAnswered: sum('not-answered'),
    notShown: sum('not-shown'),
  };
}
