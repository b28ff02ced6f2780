import { requireNonNegative, requirePositive, requireThat } from './check-number.js';

/** What became of everybody who was invited, as counts (AAPOR Standard Definitions, 10th edition, 2023). */
export interface Dispositions {
  readonly complete: number;
  readonly partial: number;
  /** Refused or broke off. */
  readonly refusal: number;
  readonly nonContact: number;
  /** Eligible, but could not take part, for example for reasons of health. */
  readonly other: number;
  /** Unknown whether the person belongs to the population at all. */
  readonly unknown: number;
}

/** Response rates, 0 to 1. */
export interface ResponseRates {
  /** Complete answers among all invited. */
  readonly rr1: number;
  /** The same, partial answers counted as well. */
  readonly rr2: number;
}

/**
 * AAPOR's response rates 1 and 2 (Standard Definitions, 10th edition, 2023): everyone of unknown eligibility counts as eligible,
 * so both are the lowest possible rates. Only for samples in which somebody was invited; open participation has no rate.
 * @returns null when nobody was invited. @throws RangeError for counts that are negative or not finite.
 */
export function responseRates(dispositions: Dispositions): ResponseRates | null {
  const { complete, partial, refusal, nonContact, other, unknown } = dispositions;
  for (const [name, count] of Object.entries({ complete, partial, refusal, nonContact, other, unknown })) requireNonNegative(count, name);
  const invited = complete + partial + refusal + nonContact + other + unknown;
  return invited === 0 ? null : { rr1: complete / invited, rr2: (complete + partial) / invited };
}

/**
 * Participants ÷ population, 0 to 1: the only such figure open participation has.
 * @param participants ≥ 0 and at most the population · @param population people living there, > 0
 * @throws RangeError outside these ranges.
 */
export function participationShare(participants: number, population: number): number {
  requireNonNegative(participants, 'The number of participants');
  requirePositive(population, 'The population');
  requireThat(participants <= population, `${String(participants)} participants are more than the population of ${String(population)}.`);
  return participants / population;
}
