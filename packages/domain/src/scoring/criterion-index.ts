import { requireThat } from '../inference/check-number.js';
import { meanInterval } from '../inference/intervals.js';
import { meanSampleOf } from '../inference/mean-sample.js';
import { percentOfScale, requireScale, type ScaleRange } from './scale-range.js';

/**
 * Index of one person over the items of a criterion, 0 to 100: mean of the answered items as percent of their scale, if at least
 * half of the items are answered (half rule, EORTC QLQ-C30 scoring manual).
 * @param scores one entry per item, already turned round where the item is negative; null = no valid answer.
 * @returns null when fewer than half are answered or there are no items.
 * @throws RangeError for a scale without length and for scores outside of it.
 */
export function criterionIndex(scores: readonly (number | null)[], scale: ScaleRange): number | null {
  requireScale(scale);
  const answered = scores.flatMap((score) => (score === null ? [] : [percentOfScale(score, scale)]));
  if (answered.length === 0 || answered.length * 2 < scores.length) return null;
  return answered.reduce((sum, percent) => sum + percent, 0) / answered.length;
}

/** Indexes of the same answers in another order differ by less than this, squared; two different ones by much more. */
const ROUNDING = 1e-12;

/** Index of a criterion over people, with what it rests on. */
export interface CriterionIndexSummary {
  /** Items of the criterion: shown beside the index, for with two items one answer is already half. */
  readonly items: number;
  /** People with an index. */
  readonly n: number;
  /** People who answered something, but fewer than half of the items. */
  readonly tooFewAnswers: number;
  /** Mean of the persons' indexes, 0 to 100; null when nobody has one. */
  readonly mean: number | null;
  /** t interval from two people on, cut at 0 and 100; null where all have the same index, for no width would claim certainty. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Mean index of several people. @param people one row per person, as for `criterionIndex`, all of the same length
 * @throws RangeError for rows of different lengths, and as `criterionIndex`.
 */
export function summariseCriterionIndex(people: readonly (readonly (number | null)[])[], scale: ScaleRange): CriterionIndexSummary {
  const items = people[0]?.length ?? 0;
  requireThat(people.every((scores) => scores.length === items), 'Everyone needs one entry per item.');
  const indexes = people.map((scores) => criterionIndex(scores, scale));
  const valid = indexes.filter((index) => index !== null);
  const tooFewAnswers = people.filter((scores, person) => indexes[person] === null && scores.some((score) => score !== null)).length;
  const base = { items, n: valid.length, tooFewAnswers };
  if (valid.length === 0) return { ...base, mean: null, lower: null, upper: null };
  const { n, mean, variance } = meanSampleOf(valid);
  if (n < 2 || variance < ROUNDING) return { ...base, mean, lower: null, upper: null };
  const { lower, upper } = meanInterval(n, mean, variance);
  return { ...base, mean, lower: Math.max(0, lower), upper: Math.min(100, upper) };
}
