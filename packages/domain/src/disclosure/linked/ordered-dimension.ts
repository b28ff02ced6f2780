import type { PublicationDimension, PublicationTable } from './publication-table.js';

/** A dimension with its categories in the order of their names; index `categories.length` is the total. */
export interface OrderedDimension {
  readonly id: string;
  readonly categories: readonly string[];
  /** Which index is the sum of which others. */
  readonly sums: readonly { readonly whole: number; readonly parts: readonly number[] }[];
  /** Categories without parts: what one person can be. */
  readonly leaves: readonly number[];
  /** Per index: the leaves below it (of a leaf: itself; of the total: all). */
  readonly leavesBelow: readonly (readonly number[])[];
  /** Per index: the leaves that are not below it. */
  readonly leavesBeside: readonly (readonly number[])[];
  /** Per leaf: every index a person of this category counts in: itself, its groups, the total. */
  readonly paths: readonly (readonly number[])[];
  readonly sensitive: boolean;
  /** Leaves that are judgements; null when the dimension is not the answers to a question. */
  readonly judgements: readonly number[] | null;
  /** Equal for equal dimensions, whatever order they are written in. */
  readonly signature: string;
}

/**
 * Orders the categories of a dimension by name and resolves its groups.
 * @throws RangeError when names repeat or groups do not form a tree.
 */
export function orderedDimension(dimension: PublicationDimension): OrderedDimension {
  const { id } = dimension;
  const categories = [...dimension.categories].sort(byName);
  if (categories.length === 0) throw new RangeError(`Dimension "${id}" has no category.`);
  if (new Set(categories).size !== categories.length) throw new RangeError(`Dimension "${id}" names a category twice.`);
  const indexOf = (category: string): number => {
    const index = categories.indexOf(category);
    if (index < 0) throw new RangeError(`Dimension "${id}" has no category "${category}".`);
    return index;
  };
  const parent = new Int32Array(categories.length).fill(categories.length);
  const groups = [...(dimension.groups ?? [])].sort((left, right) => byName(left.category, right.category));
  const isGroup = new Set<number>();
  for (const { category, parts } of groups) {
    const whole = indexOf(category);
    if (isGroup.has(whole) || parts.length === 0) throw new RangeError(`Group "${category}" of dimension "${id}" must be given once and have parts.`);
    isGroup.add(whole);
    for (const part of parts.map(indexOf)) {
      if (parent[part] !== categories.length) throw new RangeError(`Category "${categories[part] ?? ''}" of dimension "${id}" is part of two groups.`);
      parent[part] = whole;
    }
  }
  const pathOf = (index: number): readonly number[] => {
    const path = [index];
    for (let at = index; at < categories.length; path.push(at)) {
      at = parent[at] ?? categories.length;
      if (path.length > categories.length + 1) throw new RangeError(`Groups of dimension "${id}" contain each other.`);
    }
    return path;
  };
  const indices = categories.map((_, index) => index);
  const paths = indices.map(pathOf);
  const leaves = indices.filter((index) => !isGroup.has(index));
  const partsOf = (whole: number): readonly number[] => indices.filter((index) => parent[index] === whole);
  const missing = dimension.answers?.missing.map(indexOf) ?? [];
  return {
    id,
    categories,
    sums: [...isGroup, categories.length].map((whole) => ({ whole, parts: partsOf(whole) })),
    leaves,
    leavesBelow: [...indices, categories.length].map((index) => leaves.filter((leaf) => paths[leaf]?.includes(index) === true)),
    leavesBeside: [...indices, categories.length].map((index) => leaves.filter((leaf) => paths[leaf]?.includes(index) !== true)),
    paths,
    sensitive: dimension.sensitive === true,
    judgements: dimension.answers === undefined ? null : leaves.filter((leaf) => paths[leaf]?.every((index) => !missing.includes(index)) === true),
    signature: JSON.stringify([categories, [...parent], [...missing].sort((left, right) => left - right), dimension.answers === undefined, dimension.sensitive === true]),
  };
}

function byName(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Checks one table by itself.
 * @throws RangeError with the table and what is wrong: number of dimensions or counts, a count that is not whole and at least 0,
 *   a margin or group that is not the sum of its parts, a structural zero that is not 0.
 */
export function checkTable(table: PublicationTable): void {
  const { id, dimensions, counts } = table;
  if (dimensions.length < 1 || dimensions.length > 3) throw new RangeError(`Table "${id}" has ${String(dimensions.length)} dimensions; one to three are possible.`);
  if (new Set(dimensions.map((dimension) => dimension.id)).size !== dimensions.length) throw new RangeError(`Table "${id}" uses a dimension twice.`);
  const lengths = dimensions.map(({ categories }) => categories.length + 1);
  const size = lengths.reduce((product, length) => product * length, 1);
  if (counts.length !== size) throw new RangeError(`Table "${id}" has ${String(counts.length)} counts; its dimensions with their totals need ${String(size)}.`);
  for (let place = 0; place < size; place += 1) {
    const count = counts[place] ?? -1;
    if (!Number.isInteger(count) || count < 0 || count > LARGEST_COUNT) throw new RangeError(`Table "${id}" has the count ${String(count)} at place ${String(place)}; counts are whole numbers from 0 to ${String(LARGEST_COUNT)}.`);
  }
  for (const place of table.structuralZeros ?? []) {
    if (counts[place] !== 0) throw new RangeError(`Table "${id}" declares a structural zero at place ${String(place)}, where the count is ${String(counts[place])}.`);
  }
  checkMargins(table, lengths);
}

/** Larger counts would not be safe to add up in 32 bits. */
const LARGEST_COUNT = 100_000_000;

function checkMargins({ id, dimensions, counts }: PublicationTable, lengths: readonly number[]): void {
  dimensions.forEach((dimension, at) => {
    const stride = lengths.slice(at + 1).reduce((product, length) => product * length, 1);
    const length = lengths[at] ?? 1;
    const inGroup = new Set((dimension.groups ?? []).flatMap(({ parts }) => parts));
    const indexOf = (category: string): number => dimension.categories.indexOf(category);
    const sums = [
      { name: 'total', whole: length - 1, parts: dimension.categories.filter((category) => !inGroup.has(category)).map(indexOf) },
      ...(dimension.groups ?? []).map(({ category, parts }) => ({ name: `category "${category}"`, whole: indexOf(category), parts: parts.map(indexOf) })),
    ];
    for (let place = 0; place < counts.length; place += 1) {
      if (Math.floor(place / stride) % length !== 0) continue;
      for (const { name, whole, parts } of sums) {
        let sum = 0;
        for (const part of parts) sum += counts[place + part * stride] ?? 0;
        if (sum !== counts[place + whole * stride]) {
          throw new RangeError(`Table "${id}" does not add up: the ${name} of dimension "${dimension.id}" at place ${String(place + whole * stride)} is ${String(counts[place + whole * stride])}, its parts make ${String(sum)}.`);
        }
      }
    }
  });
}
