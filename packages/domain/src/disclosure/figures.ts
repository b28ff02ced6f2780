import type { Cell, Figure, WithheldReason } from '../contract/report.js';
import { meanAndVariance, meanInterval, wilsonInterval } from '../inference/intervals.js';
import { NUMBER_BASE, TENDENCY_BASE } from '../inference/reliability.js';

/** No such figure exists for this variable. */
export const NO_FIGURE: Figure = { kind: 'not-asked' };

export function withheldFigure(reason: WithheldReason): Figure {
  return { kind: 'withheld', reason };
}

/** The reason of the first withheld cell; null when all are shown. */
export function firstReason(cells: readonly Cell[]): WithheldReason | null {
  for (const cell of cells) if (cell.kind === 'withheld') return cell.reason;
  return null;
}

function countOf(cell: Cell): number {
  return cell.kind === 'count' ? cell.count : 0;
}

/** Words for a position between 0 and 1: below 40 % low, above 60 % high, both limits belong to medium. */
export function tendencyFigure(position: number, n: number): Figure {
  const rounded = Math.round(position * 1e9) / 1e9;
  return { kind: 'tendency', level: rounded < 0.4 ? 'low' : rounded > 0.6 ? 'high' : 'medium', n };
}

/** Words for a gap as part of the scale's length: low below −0.2, high above 0.2 (twenty points of a hundred). */
function gapTendency(part: number, n: number): Figure {
  const rounded = Math.round(part * 1e9) / 1e9;
  return { kind: 'tendency', level: rounded < -0.2 ? 'low' : rounded > 0.2 ? 'high' : 'medium', n };
}

/**
 * Share of one cell in the base, 0 to 1, from two published cells: number with Wilson interval from 30 people on, words from
 * 10 on, withheld below or when one of the two cells is withheld.
 */
export function shareFigure(part: Cell, base: Cell): Figure {
  const reason = firstReason([base, part]);
  if (reason !== null) return withheldFigure(reason);
  const n = countOf(base);
  if (n < TENDENCY_BASE) return withheldFigure('base-too-small');
  const value = countOf(part) / n;
  return n < NUMBER_BASE ? tendencyFigure(value, n) : { kind: 'number', value, ...wilsonInterval(countOf(part), n), n };
}

/** Limits shown beside a mean. */
interface ShownLimits {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Below this a variance is what rounding leaves of equal indexes (0 to 100); one person in a thousand who differs makes much more. */
const ROUNDED_VARIANCE = 1e-6;

/**
 * t interval of a mean, cut at the ends of its scale: beyond them there is no answer. None where everyone gave the same answer,
 * for an interval of no width would claim certainty about those who were not asked (as in `likertSummary`). A share needs no such
 * rule: the Wilson interval has a width at 0 and 1 too and stays within them.
 */
function limitsOfMean(moments: Moments, scale: { readonly min: number; readonly max: number }): ShownLimits {
  const { mean, variance } = meanAndVariance(moments.n, moments.sum, moments.sumOfSquares);
  if (variance < ROUNDED_VARIANCE) return { lower: null, upper: null };
  const { lower, upper } = meanInterval(moments.n, mean, variance);
  return { lower: Math.max(scale.min, lower), upper: Math.min(scale.max, upper) };
}

/** A published code with its score. */
export interface ScoredCell {
  readonly score: number;
  readonly cell: Cell;
}

/**
 * Mean of the scale codes with t interval, cut at the ends of the scale and none where all gave the same answer. Computed from
 * published cells only: if one valid code of the row is withheld, a mean would help to compute it, so the mean is withheld too.
 */
export function meanFigure(cells: readonly ScoredCell[], base: Cell, scale: { readonly min: number; readonly max: number }): Figure {
  if (base.kind === 'withheld' && base.reason !== 'protected') return withheldFigure(base.reason);
  if (firstReason([base, ...cells.map(({ cell }) => cell)]) !== null) return withheldFigure('protected');
  const n = countOf(base);
  if (n < TENDENCY_BASE) return withheldFigure('base-too-small');
  const sum = cells.reduce((total, { score, cell }) => total + score * countOf(cell), 0);
  const squares = cells.reduce((total, { score, cell }) => total + score * score * countOf(cell), 0);
  const mean = sum / n;
  if (n < NUMBER_BASE) return tendencyFigure((mean - scale.min) / (scale.max - scale.min), n);
  return { kind: 'number', value: mean, ...limitsOfMean({ n, sum, sumOfSquares: squares }, scale), n };
}

/**
 * Share "important" minus share "true", −1 to 1, from the published cells of both. No interval: both shares come from the
 * same people, and the interval of a paired difference would need the joint table, which is not published.
 */
export function shareGapFigure(
  important: { readonly part: Cell; readonly base: Cell },
  true_: { readonly part: Cell; readonly base: Cell },
): Figure {
  const reason = firstReason([important.base, true_.base, important.part, true_.part]);
  if (reason !== null) return withheldFigure(reason);
  const n = Math.min(countOf(important.base), countOf(true_.base));
  if (n < TENDENCY_BASE) return withheldFigure('base-too-small');
  const value = countOf(important.part) / countOf(important.base) - countOf(true_.part) / countOf(true_.base);
  return n < NUMBER_BASE ? gapTendency(value, n) : { kind: 'number', value, lower: null, upper: null, n };
}

/** Sums over the people of one row. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** 0, or enough people to be shown. */
function isSafeDifference(larger: number, smaller: number, k: number): boolean {
  return larger === smaller || larger - smaller >= k;
}

/**
 * Whether a mean over `n` people tells nothing about those in the bases who are not among them: nobody, or enough for a base
 * of their own (k, at least `TENDENCY_BASE`). From the means of both halves and the gap their answers could be computed.
 * @param bases people with a valid answer to each half.
 */
export function isSafePairBase(n: number, bases: readonly number[], k: number): boolean {
  return bases.every((base) => isSafeDifference(base, n, Math.max(k, TENDENCY_BASE)));
}

/**
 * Mean of Bedarf − Bestand per person, −range to range, with the paired t interval, cut there and none where all have the same
 * gap. Only when all valid cells of both rows are shown, and when nobody or enough people
 * answered just one of the two (`isSafePairBase`). `withholdDifferences` then looks at the rows together.
 * @param range length of the scale (max − min), for putting small samples into words.
 */
export function personGapFigure(moments: Moments, bestand: readonly Cell[], bedarf: readonly Cell[], k: number, range: number): Figure {
  const [bestandBase, bedarfBase] = [bestand[0], bedarf[0]];
  if (bestandBase === undefined || bedarfBase === undefined) return NO_FIGURE;
  const baseReason = firstReason([bestandBase, bedarfBase]);
  if (baseReason !== null) return withheldFigure(baseReason);
  if (firstReason([...bestand, ...bedarf]) !== null) return withheldFigure('protected');
  const { n } = moments;
  if (!isSafePairBase(n, [countOf(bestandBase), countOf(bedarfBase)], k)) return withheldFigure('protected');
  if (n < TENDENCY_BASE) return withheldFigure('base-too-small');
  const mean = moments.sum / n;
  return n < NUMBER_BASE ? gapTendency(mean / range, n) : { kind: 'number', value: mean, ...limitsOfMean(moments, { min: -range, max: range }), n };
}

/** A gap of one row with the people behind it. */
export interface GapOfRow {
  readonly figure: Figure;
  /** People who answered both halves. */
  readonly n: number;
  /** People with a valid answer to each half. */
  readonly bases: readonly number[];
}

/**
 * Rows add up to the whole city: with its gap and all other rows shown, a single withheld row is what is left over. So the
 * withheld rows have to be at least two and safe as a group; the smallest shown rows join them until they are. If that
 * leaves no row, the gap of the whole city is withheld instead.
 * @param rows without `all`
 * @returns figures of the rows, in their order, and of the whole city.
 */
export function withholdDifferences(rows: readonly GapOfRow[], all: Figure, k: number): { readonly rows: readonly Figure[]; readonly all: Figure } {
  const figures = rows.map(({ figure }) => figure);
  if (all.kind === 'withheld' || all.kind === 'not-asked') return { rows: figures, all };
  const peopled = rows.flatMap(({ bases }, row) => (bases.some((base) => base > 0) ? [row] : []));
  const isShown = (row: number): boolean => figures[row]?.kind === 'number' || figures[row]?.kind === 'tendency';
  const smallestFirst = peopled.filter(isShown).sort((left, right) => (rows[left]?.n ?? 0) - (rows[right]?.n ?? 0));
  const hidden = peopled.filter((row) => !isShown(row));
  while (hidden.length > 0 && !isSafeGroup(hidden.flatMap((row) => rows[row] ?? []), k)) {
    const next = smallestFirst.shift();
    if (next === undefined) return { rows: rows.map(({ figure }) => figure), all: withheldFigure('protected') };
    figures[next] = withheldFigure('protected');
    hidden.push(next);
  }
  return { rows: figures, all };
}

function isSafeGroup(rows: readonly GapOfRow[], k: number): boolean {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const bases = (rows[0]?.bases ?? []).map((_, half) => rows.reduce((sum, row) => sum + (row.bases[half] ?? 0), 0));
  return rows.length > 1 && (n === 0 || n >= TENDENCY_BASE) && isSafePairBase(n, bases, k);
}

/** What is published of one item of a criterion in one row. */
export interface IndexItem {
  readonly base: Cell;
  readonly codes: readonly Cell[];
  /** Codes below, at and above the middle; null where the variable has no such sums. */
  readonly sums: readonly Cell[] | null;
}

/**
 * Index of a criterion, 0 to 100.
 *
 * Precise, rounded to whole points with its t interval (none where all have the same index), when every valid cell of every item is shown and, item by item, nobody
 * or at least k of the people counted in the index skipped it; then it tells no more than the published distributions do.
 *
 * Otherwise rounded to 5 points, without interval, and n rounded down to a multiple of 5, from n ≥ 5 · k on: an index rounded
 * to 5 of 100 leaves the sum of the codes (scale length 4) uncertain by 0.2 · n ≥ k.
 *
 * Where cells are withheld this is not enough, for a limit between two roundings or two words may lie just between two values
 * of a cell. So the figure is shown only if it is the same however the withheld cells are filled (`indexLeeway`).
 * The base of every item must be shown, for the number of people in the index would otherwise help to compute it.
 */
export function indexFigure(moments: Moments, items: readonly IndexItem[], k: number): Figure {
  if (items.length === 0) return NO_FIGURE;
  const reason = firstReason(items.map(({ base }) => base));
  if (reason !== null) return withheldFigure(reason);
  const { n } = moments;
  if (n < TENDENCY_BASE) return withheldFigure('base-too-small');
  const mean = moments.sum / n;
  const precise = items.every(({ base, codes }) => firstReason(codes) === null && isSafeDifference(n, countOf(base), k));
  const leeway = indexLeeway(n, items);
  if (n < NUMBER_BASE) return steady(mean, leeway, (index) => tendencyFigure(index / 100, precise ? n : roundDown(n)));
  if (precise) {
    const { lower, upper } = limitsOfMean(moments, { min: 0, max: 100 });
    return { kind: 'number', value: Math.round(mean), lower: wholePoints(lower), upper: wholePoints(upper), n };
  }
  if (n < 5 * k) return withheldFigure('protected');
  return steady(mean, leeway, (index) => ({ kind: 'number', value: Math.round(index / 5) * 5, lower: null, upper: null, n: roundDown(n) }));
}

function wholePoints(limit: number | null): number | null {
  return limit === null ? null : Math.round(limit);
}

/** The figure, if it is the same for every index within the leeway. */
function steady(mean: number, leeway: number, figureOf: (index: number) => Figure): Figure {
  if (leeway === 0) return figureOf(mean);
  const [lowest, highest] = [figureOf(Math.max(0, mean - leeway)), figureOf(Math.min(100, mean + leeway))];
  return JSON.stringify(lowest) === JSON.stringify(highest) ? lowest : withheldFigure('protected');
}

/**
 * By how many points the index could be higher or lower, had the people of withheld cells answered otherwise: within a shown
 * sum by one code (a quarter of the scale), else by the whole scale. Who skipped items weighs up to twice (half rule).
 */
function indexLeeway(n: number, items: readonly IndexItem[]): number {
  const weight = items.every(({ base }) => countOf(base) === n) ? 1 : 2;
  const points = items.reduce((sum, item) => sum + itemLeeway(item), 0);
  return (weight * points) / (n * items.length);
}

function itemLeeway({ base, codes, sums }: IndexItem): number {
  if (firstReason(codes) === null) return 0;
  const known = codes.reduce((sum, cell) => sum + countOf(cell), 0);
  const moving = countOf(base) - known;
  return sums !== null && firstReason(sums) === null ? 25 * moving : 100 * moving;
}

function roundDown(n: number): number {
  return Math.floor(n / 5) * 5;
}
