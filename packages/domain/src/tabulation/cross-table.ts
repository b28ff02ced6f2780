import { countCells, leadOffsets, weighCells, type LeadKey, type WeightTarget } from './count-cells.js';
import { BYTES } from './counts.js';
import type { CategoryKind, CategoryView, TableDimension } from './table-dimension.js';

/** A dimension of a finished table. The total is the index `categories.length`. */
export interface CrossTableDimension {
  readonly id: string;
  /** Ids without the total. */
  readonly categories: readonly string[];
  /** One per category. */
  readonly kinds: readonly CategoryKind[];
}

/**
 * A table of one to three dimensions (rows × columns × layers) with all its margins. Cells lie row-major, the last dimension
 * fastest; every dimension has its categories and then its total, so a table of r × c categories has (r + 1)(c + 1) cells.
 */
export interface CrossTable {
  readonly dimensions: readonly CrossTableDimension[];
  /** Σ of weights per cell, or people when there are no weights (then the same array as `people`). */
  readonly counts: Uint32Array | Float64Array;
  /** People per cell, never weighted. */
  readonly people: Uint32Array;
  /** Σ of squared weights per cell; null without weights. Kish's effective n is counts² / squaredWeights. */
  readonly squaredWeights: Float64Array | null;
}

/** Who is counted, and how much. */
export interface CountedAnswers {
  /** Answers to count; entries of the columns beyond it are ignored. */
  readonly length: number;
  /** 1 = counts, 0 = does not, one byte per answer, as made by `filterMask`; null counts everyone. */
  readonly mask: Uint8Array | null;
  /** One finite weight ≥ 0 per answer; null counts people. */
  readonly weights: Float64Array | null;
}

const MOST_DIMENSIONS = 3;

function cellCount(dimensions: readonly CrossTableDimension[]): number {
  return dimensions.reduce((cells, { categories }) => cells * (categories.length + 1), 1);
}

/** Cells from one category to the next, per dimension. */
export function tableStrides(dimensions: readonly CrossTableDimension[]): readonly number[] {
  return dimensions.map((_, index) => cellCount(dimensions.slice(index + 1)));
}

function checkLengths({ length, mask, weights }: CountedAnswers, dimensions: readonly TableDimension[]): void {
  const columns = dimensions.flatMap(({ views }) => views.map(({ values }) => values.length));
  if ([...columns, mask?.length ?? length, weights?.length ?? length].some((available) => available < length)) {
    throw new RangeError(`A column, the mask or the weights are shorter than the ${length} answers to count.`);
  }
  for (let i = 0; weights !== null && i < length; i += 1) {
    const weight = weights[i] as number;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError('A weight is negative, infinite or not a number.');
  }
}

/** How many answers the mask lets through. */
function countedAnswers({ length, mask }: CountedAnswers): number {
  if (mask === null) return length;
  let counted = 0;
  for (let i = 0; i < length; i += 1) counted += mask[i] as number;
  return counted;
}

/** Every way to take one view of each dimension. */
function combinations(dimensions: readonly TableDimension[]): readonly (readonly CategoryView[])[] {
  return dimensions.reduce<readonly (readonly CategoryView[])[]>(
    (lists, { views }) => lists.flatMap((list) => views.map((view) => [...list, view])),
    [[]],
  );
}

/** Cells of a table under construction. Until `fillTotals`, the place of a total holds the answers without a category. */
interface TableCells {
  readonly people: Uint32Array;
  readonly weights: Float64Array;
  readonly squaredWeights: Float64Array;
}

function emptyCells(size: number, weighted: boolean): TableCells {
  const sums = weighted ? size : 0;
  return { people: new Uint32Array(size), weights: new Float64Array(sums), squaredWeights: new Float64Array(sums) };
}

/** Adds what was counted by byte of the last dimension to the categories the bytes stand for. @returns the sum of what has a category. */
function addByCategory(cells: Uint32Array | Float64Array, byByte: Uint32Array | Float64Array, { categoryOf }: CategoryView, categories: number): number {
  let placed = 0;
  const leads = byByte.length / BYTES;
  if (leads === 0) return placed;
  for (let byte = 0; byte < BYTES; byte += 1) {
    const category = categoryOf[byte] as number;
    if (category === categories) continue;
    for (let lead = 0; lead < leads; lead += 1) {
      const counted = byByte[lead * BYTES + byte] as number;
      placed += counted;
      (cells[lead * (categories + 1) + category] as number) += counted;
    }
  }
  return placed;
}

function noCategory(id: string): RangeError {
  return new RangeError(`The dimension "${id}" has an answer that is none of its categories.`);
}

/** In the first views everyone must have a category: a byte that stands for none is refused, not lost. */
function checkLeads(people: Uint32Array, dimensions: readonly TableDimension[]): void {
  const strides = tableStrides(dimensions);
  dimensions.slice(0, -1).forEach(({ id, categories }, index) => {
    const stride = strides[index] as number;
    const span = stride * (categories.length + 1);
    for (let line = span - stride; line < people.length; line += span) {
      for (let cell = line; cell < line + stride; cell += 1) if ((people[cell] as number) > 0) throw noCategory(id);
    }
  });
}

/** Overwrites every total with the sum of the categories that count people once. */
function fillTotals(cells: Uint32Array | Float64Array, dimensions: readonly TableDimension[]): void {
  const strides = tableStrides(dimensions);
  dimensions.forEach(({ kinds }, index) => {
    const stride = strides[index] as number;
    const span = stride * (kinds.length + 1);
    for (let line = 0; line < cells.length; line += span) {
      for (let first = line; first < line + stride; first += 1) {
        let total = 0;
        for (let category = 0; category < kinds.length; category += 1) {
          if (kinds[category] !== 'tick') total += cells[first + category * stride] as number;
        }
        cells[first + kinds.length * stride] = total;
      }
    }
  });
}

function finished({ people, weights, squaredWeights }: TableCells, dimensions: readonly TableDimension[], weighted: boolean): CrossTable {
  for (const cells of [people, weights, squaredWeights]) if (cells.length > 0) fillTotals(cells, dimensions);
  return {
    dimensions: dimensions.map(({ id, categories, kinds }) => ({ id, categories, kinds })),
    people,
    counts: weighted ? weights : people,
    squaredWeights: weighted ? squaredWeights : null,
  };
}

/** A table under construction: its own last dimension behind the leading ones of all. */
interface TableDraft {
  readonly last: TableDimension;
  readonly dimensions: readonly TableDimension[];
  readonly cells: TableCells;
}

/** One view of the last dimension of a draft; the first one must find a category for everyone. */
interface ViewToCount {
  readonly draft: TableDraft;
  readonly view: CategoryView;
  readonly first: boolean;
}

/** Views counted together: enough to share the look-up of the lead, few enough for their cells to stay in the cache. */
const VIEWS_AT_ONCE = 6;

/** Counts a few views and adds them to their tables. `space` is overwritten. @param everyone people who must have a category. */
function addViews(answers: CountedAnswers, leads: readonly LeadKey[], views: readonly ViewToCount[], space: readonly TableCells[], everyone: number | null): void {
  const { length, mask, weights } = answers;
  const targets = views.map(({ view }, index): WeightTarget => {
    const { people, weights: sums, squaredWeights } = space[index] as TableCells;
    for (const cells of [people, sums, squaredWeights]) cells.fill(0);
    return { values: view.values, people, weights: sums, squaredWeights };
  });
  if (weights === null) countCells(leads, targets, length, mask);
  else weighCells(leads, targets, length, mask, weights);
  views.forEach(({ draft, view, first }, index) => {
    const { last, cells } = draft;
    const target = targets[index] as WeightTarget;
    const placed = addByCategory(cells.people, target.people, view, last.categories.length);
    addByCategory(cells.weights, target.weights, view, last.categories.length);
    addByCategory(cells.squaredWeights, target.squaredWeights, view, last.categories.length);
    if (first && everyone !== null && placed !== everyone) throw noCategory(last.id);
  });
}

/** Counts all drafts; the first combination of leading views must find a category for everyone. */
function addAllViews(answers: CountedAnswers, drafts: readonly TableDraft[], shared: readonly TableDimension[]): void {
  const everyone = countedAnswers(answers);
  const strides = tableStrides(shared);
  const views = drafts.flatMap((draft) => draft.last.views.map((view, index): ViewToCount => ({ draft, view, first: index === 0 })));
  const atOnce = Math.min(views.length, VIEWS_AT_ONCE);
  const space = Array.from({ length: atOnce }, () => emptyCells(cellCount(shared) * BYTES, answers.weights !== null));
  combinations(shared).forEach((leadViews, combination) => {
    const leads = leadViews.map(({ values, categoryOf }, index): LeadKey => ({ values, offsets: leadOffsets(categoryOf, strides[index] as number) }));
    for (let next = 0; next < views.length; next += atOnce) {
      addViews(answers, leads, views.slice(next, next + atOnce), space, combination === 0 ? everyone : null);
    }
    if (combination === 0) for (const { cells, dimensions } of drafts) checkLeads(cells.people, dimensions);
  });
}

/**
 * Counts several tables that share their leading dimensions, for example every item by Stadtteil: one table per entry of
 * `lasts`, with the dimensions `[...shared, last]`. Cheaper than one by one, because the leading dimensions are looked up once.
 * One pass per view of a last dimension (a multiple choice has one view more than options, anything else one); nothing is
 * allocated per answer. People and ticks stay apart: totals and bases count people once, a `tick` counts who ticked the option.
 * @throws RangeError without or with more than three dimensions, when a column is too short, when a weight is not a finite
 * number ≥ 0, and when a counted answer has a byte that is no category.
 */
export function crossTables(answers: CountedAnswers, shared: readonly TableDimension[], lasts: readonly TableDimension[]): readonly CrossTable[] {
  if (shared.length + 1 > MOST_DIMENSIONS) throw new RangeError('A table has one to three dimensions.');
  checkLengths(answers, [...shared, ...lasts]);
  const weighted = answers.weights !== null;
  const drafts = lasts.map((last): TableDraft => {
    const dimensions = [...shared, last];
    return { last, dimensions, cells: emptyCells(cellCount(dimensions), weighted) };
  });
  addAllViews(answers, drafts, shared);
  return drafts.map(({ dimensions, cells }) => finished(cells, dimensions, weighted));
}

/**
 * Counts answers by one to three dimensions, with all margins; see `crossTables`.
 * @throws RangeError as `crossTables`, and without a dimension.
 */
export function crossTable(answers: CountedAnswers, dimensions: readonly TableDimension[]): CrossTable {
  const [table] = crossTables(answers, dimensions.slice(0, -1), dimensions.slice(-1));
  if (table === undefined) throw new RangeError('A table has one to three dimensions.');
  return table;
}
