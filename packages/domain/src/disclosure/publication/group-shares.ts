import type { Cell } from '../../contract/report.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import { printedBase, wholePercentage } from '../rounding/round-counts.js';
import type { PublicationPolicy } from './publication-policy.js';

/** Percentages of one group of people on one question. */
export interface GroupShares {
  /** Dimension id → category; totalled dimensions are left out. */
  readonly group: Readonly<Record<string, string>>;
  /** The question. */
  readonly answers: string;
  /** People with a judgement, as the policy prints bases. */
  readonly base: number;
  /** By category of the answers dimension; null where the count is withheld or is no judgement. */
  readonly percentages: readonly (number | null)[];
}

/** Places of one group in a table: where its base stands and where its judgements stand. */
export interface AnswerPlaces {
  readonly answers: PublicationDimension;
  readonly group: Readonly<Record<string, string>>;
  readonly base: number;
  /** By category; −1 = no judgement. */
  readonly judgements: readonly number[];
  /** Judgements that are no sums. */
  readonly singles: readonly number[];
}

/**
 * Groups of a table whose answers to a question it counts.
 * @throws RangeError when people without a judgement are counted but no category sums up those with one: percentages would have no base.
 */
export function answerPlaces(dimensions: readonly PublicationDimension[]): readonly AnswerPlaces[] {
  const lengths = dimensions.map(({ categories }) => categories.length + 1);
  const strides = lengths.map((_, at) => lengths.slice(at + 1).reduce((product, length) => product * length, 1));
  const size = lengths.reduce((product, length) => product * length, 1);
  return dimensions.flatMap((answers, at) => {
    if (answers.answers === undefined) return [];
    const judged = judgementsOf(answers);
    const baseIndex = baseOf(answers);
    const sums = new Set((answers.groups ?? []).map(({ category }) => category));
    const places: AnswerPlaces[] = [];
    for (let place = 0; place < size; place += 1) {
      const indices = lengths.map((length, dimension) => Math.floor(place / (strides[dimension] ?? 1)) % length);
      if (indices[at] !== 0) continue;
      const step = strides[at] ?? 1;
      const named = dimensions.flatMap(({ id, categories }, dimension) => {
        const category = categories[indices[dimension] ?? 0];
        return dimension === at || category === undefined ? [] : [[id, category] as const];
      });
      places.push({
        answers,
        group: Object.fromEntries(named),
        base: place + baseIndex * step,
        judgements: judged.map((judgement, index) => (judgement ? place + index * step : -1)),
        singles: judged.flatMap((judgement, index) => (judgement && !sums.has(answers.categories[index] ?? '') ? [place + index * step] : [])),
      });
    }
    return places;
  });
}

/** Places of a table that count whole groups of people, all their answers together. */
export function groupPlaces(dimensions: readonly PublicationDimension[]): readonly number[] {
  const lengths = dimensions.map(({ categories }) => categories.length + 1);
  const strides = lengths.map((_, at) => lengths.slice(at + 1).reduce((product, length) => product * length, 1));
  const size = lengths.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, place) => place).filter((place) =>
    dimensions.every(({ answers, categories }, at) => answers === undefined || Math.floor(place / (strides[at] ?? 1)) % (lengths[at] ?? 1) === categories.length),
  );
}

/** Per category: whether it is a judgement, single or a sum of judgements. */
function judgementsOf({ categories, groups = [], answers }: PublicationDimension): readonly boolean[] {
  const parts = (category: string): readonly string[] => groups.find((group) => group.category === category)?.parts.flatMap(parts) ?? [category];
  const above = (category: string): readonly string[] => groups.filter((group) => group.parts.includes(category)).flatMap((group) => [group.category, ...above(group.category)]);
  const missing = answers?.missing ?? [];
  return categories.map((category) => parts(category).every((leaf) => ![leaf, ...above(leaf)].some((name) => missing.includes(name))));
}

function baseOf(dimension: PublicationDimension): number {
  const { id, categories, groups = [] } = dimension;
  const judged = judgementsOf(dimension);
  if (judged.every(Boolean)) return categories.length;
  const isPart = new Set(groups.flatMap(({ parts }) => parts));
  const tops = categories.filter((category, index) => judged[index] === true && !(isPart.has(category) && groups.some((group) => group.parts.includes(category) && judged[categories.indexOf(group.category)] === true)));
  const top = tops[0];
  if (tops.length !== 1 || top === undefined) {
    throw new RangeError(`Dimension "${id}" counts people without a judgement; it needs one group that sums up all judgements, the base of its percentages.`);
  }
  return categories.indexOf(top);
}

/**
 * Percentages of a protected table. They are made of published counts only (`whole`), so they tell nothing the counts do not; a
 * count or base that is withheld gives none, nor does a base below `minimumPercentageBase`.
 * `exact` is for attackers: one decimal, from the true counts.
 */
export function groupShares(
  dimensions: readonly PublicationDimension[],
  cells: readonly Cell[],
  trueCounts: ArrayLike<number>,
  { percentages, minimumPercentageBase, printedBases }: PublicationPolicy,
): readonly GroupShares[] {
  if (percentages === 'none') return [];
  return answerPlaces(dimensions).flatMap(({ answers, group, base, judgements }) => {
    const published = countAt(cells, base);
    if (published === null || published < minimumPercentageBase) return [];
    const shareOf = (place: number): number | null => {
      if (place < 0) return null;
      if (percentages === 'exact') return Math.round((1000 * (trueCounts[place] ?? 0)) / (trueCounts[base] ?? 1)) / 10;
      const count = countAt(cells, place);
      return count === null ? null : wholePercentage(count, published);
    };
    const printed = printedBases === 'exact' ? (trueCounts[base] ?? 0) : printedBases === 'fives' ? printedBase(published) : published;
    return [{ group, answers: answers.id, base: printed, percentages: judgements.map(shareOf) }];
  });
}

function countAt(cells: readonly Cell[], place: number): number | null {
  const cell = cells[place];
  return cell?.kind === 'count' ? cell.count : null;
}
