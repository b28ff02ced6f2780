import { requireThat } from '../inference/check-number.js';
import { meanInterval } from '../inference/intervals.js';
import { meanSampleOf } from '../inference/mean-sample.js';

/** Importance (Bedarf) and performance (Bestand) of one item as one person sees it. */
export interface ImportancePerformance {
  readonly importance: number;
  readonly performance: number;
}

/**
 * People who answered both halves of a pair; only they have a gap.
 * @param halves scores in the order of people, both on the same range, already turned round where needed; NaN = no valid answer
 * @throws RangeError for different lengths or infinite scores.
 */
export function pairedJudgements(halves: { readonly importance: ArrayLike<number>; readonly performance: ArrayLike<number> }): readonly ImportancePerformance[] {
  const { importance, performance } = halves;
  requireThat(importance.length === performance.length, 'Both halves of a pair need an entry for everyone.');
  const people: ImportancePerformance[] = [];
  for (let person = 0; person < importance.length; person += 1) {
    const both = { importance: importance[person] ?? Number.NaN, performance: performance[person] ?? Number.NaN };
    if (Number.isNaN(both.importance) || Number.isNaN(both.performance)) continue;
    requireThat(Number.isFinite(both.importance) && Number.isFinite(both.performance), 'Scores must be finite.');
    people.push(both);
  }
  return people;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A mean gap with its paired t interval; limits are null where a single person or one and the same gap cannot give any. */
export interface GapEstimate {
  readonly n: number;
  readonly gap: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Mean of importance − performance over people who answered both, with the t interval of the differences: both answers come from
 * the same person, so the groups are not independent. On five-point scales −4 to 4, above 0 = unmet need.
 * @returns null when nobody answered both.
 */
export function gapEstimate(people: readonly ImportancePerformance[]): GapEstimate | null {
  if (people.length === 0) return null;
  const { n, mean, variance } = meanSampleOf(people.map(({ importance, performance }) => importance - performance));
  return n < 2 || variance === 0 ? { n, gap: mean, lower: null, upper: null } : { n, gap: mean, ...meanInterval(n, mean, variance) };
}

/**
 * Mean weighted discrepancy score: gaps weighted with the group's mean importance, both over people who answered both halves
 * (Borich 1980). On scales from 1 to 5 it lies between −6.25 and 20; above 0 = unmet need. Scores on 0 to 100 give other figures.
 * @returns null when nobody answered both.
 */
export function meanWeightedDiscrepancy(people: readonly ImportancePerformance[]): number | null {
  const estimate = gapEstimate(people);
  return estimate === null ? null : estimate.gap * meanOf(people.map(({ importance }) => importance));
}

/**
 * Ranked discrepancy score (Narine & Harder 2021): −100 = everyone finds it more important than true, 100 = everyone the reverse.
 * So its sign is the contrary of that of the gap: below 0 = unmet need.
 * @returns null when nobody answered both.
 */
export function rankedDiscrepancy(people: readonly ImportancePerformance[]): number | null {
  if (people.length === 0) return null;
  return 100 * meanOf(people.map(({ importance, performance }) => Math.sign(performance - importance)));
}
