import { requirePositive, requireThat } from './check-number.js';
import { CONFIDENCE, normalReach } from './confidence.js';

/** What the planning of a sample assumes. */
export interface SamplePlan {
  /** Size of the population; without it the population is taken as very large. */
  readonly population?: number;
  /** Expected share, between 0 and 1; 0.5 (default) needs the most people. */
  readonly share?: number;
  /** Expected design effect of weights, > 0 (default 1). */
  readonly designEffect?: number;
  readonly confidence?: number;
}

function variancePerPerson({ population, share = 0.5, designEffect = 1, confidence = CONFIDENCE }: SamplePlan): number {
  if (population !== undefined) requirePositive(population, 'The population');
  requirePositive(designEffect, 'The design effect');
  requireThat(share > 0 && share < 1, `An expected share lies between 0 and 1, not at ${String(share)}.`);
  return normalReach(confidence) ** 2 * share * (1 - share) * designEffect;
}

/**
 * People who have to answer so that a share is known within ± `halfWidth`: n₀ = z²·p(1 − p)/d², then
 * n₀/(1 + (n₀ − 1)/N) (Cochran 1977, section 4.4). Not rounded: round up before use.
 * @param halfWidth half width of the interval as a share, between 0 and 1 (0.05 = five points)
 * @throws RangeError outside these ranges.
 */
export function sampleSize(halfWidth: number, plan: SamplePlan = {}): number {
  requireThat(halfWidth > 0 && halfWidth < 1, `A half width lies between 0 and 1, not at ${String(halfWidth)}.`);
  const base = variancePerPerson(plan) / halfWidth ** 2;
  // Fewer than one person: already anybody's answer would do, and the correction would turn round.
  return plan.population === undefined || base <= 1 ? base : base / (1 + (base - 1) / plan.population);
}

/**
 * The reverse: half width of the interval of a share when `n` people answer, 0 when everyone does.
 * @param n people, > 0, at most the population · @throws RangeError outside this range.
 */
export function expectedHalfWidth(n: number, plan: SamplePlan = {}): number {
  requirePositive(n, 'The number of people');
  const { population } = plan;
  const variance = variancePerPerson(plan) / n;
  if (population === undefined) return Math.sqrt(variance);
  requireThat(n <= population, `${String(n)} people cannot be part of a population of ${String(population)}.`);
  return population <= 1 ? 0 : Math.sqrt((variance * (population - n)) / (population - 1));
}

/**
 * People to invite so that `answers` come back. @param expectedResponse expected response rate, above 0 and at most 1
 * @returns whole people, rounded up. @throws RangeError outside these ranges.
 */
export function peopleToInvite(answers: number, expectedResponse: number): number {
  requirePositive(answers, 'The number of answers');
  requireThat(expectedResponse > 0 && expectedResponse <= 1, `An expected response rate lies above 0 and at most at 1, not at ${String(expectedResponse)}.`);
  // A hair less, so that 85.0000000001 stays 85.
  return Math.ceil(answers / expectedResponse - 1e-9);
}
