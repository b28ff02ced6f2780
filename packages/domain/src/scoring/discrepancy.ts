/** Importance (Bedarf) and performance (Bestand) of one item as one person sees it. */
export interface ImportancePerformance {
  readonly importance: number;
  readonly performance: number;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Mean of importance − performance over people who answered both; on five-point scales −4 to 4, above 0 = unmet need.
 * @returns null when nobody answered both.
 */
export function meanGap(people: readonly ImportancePerformance[]): number | null {
  return people.length === 0 ? null : meanOf(people.map(({ importance, performance }) => importance - performance));
}

/**
 * Mean weighted discrepancy score: gaps weighted with the group's mean importance (Borich 1980).
 * @returns null when nobody answered both.
 */
export function meanWeightedDiscrepancy(people: readonly ImportancePerformance[]): number | null {
  const gap = meanGap(people);
  return gap === null ? null : gap * meanOf(people.map(({ importance }) => importance));
}

/**
 * Ranked discrepancy score (Narine & Harder 2021): −100 = everyone finds it more important than true, 100 = everyone the reverse.
 * @returns null when nobody answered both.
 */
export function rankedDiscrepancy(people: readonly ImportancePerformance[]): number | null {
  if (people.length === 0) return null;
  return 100 * meanOf(people.map(({ importance, performance }) => Math.sign(performance - importance)));
}
