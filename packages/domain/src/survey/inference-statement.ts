import type { SamplingDesign } from '../contract/questionnaire.js';
import type { InferenceStatement } from '../contract/report.js';
import { requireEffectiveN, requireNonNegative, requirePositive, requireThat } from '../inference/check-number.js';
import { NUMBER_BASE, RELIABILITY_RULE, shareReliability, TENDENCY_BASE, type ReliabilityRule } from '../inference/reliability.js';
import { participationShare } from '../inference/response-rate.js';
import type { InferenceVerdict, SampleFacts, Verdict, VerdictLimit } from './inference-statement-facts.js';
import { inferenceSentence } from './inference-statement-texts.js';

const STATEMENT_OF_DESIGN: Readonly<Record<SamplingDesign, InferenceStatement>> = {
  census: 'census',
  random: 'random-sample',
  quota: 'quota',
  open: 'orientation-only',
};

/**
 * What the sampling design allows to conclude. People who follow an open link choose themselves: an interval then
 * covers random error only, so such results are orientation values (AAPOR Task Force on Non-Probability Sampling, 2013).
 */
export function inferenceStatement(design: SamplingDesign): InferenceStatement {
  return STATEMENT_OF_DESIGN[design];
}

/** Up to this response the groups of a census are not compared: those who are missing could turn any difference round. Own convention. */
export const CENSUS_RESPONSE = 0.5;

const INTERVAL_OF_DESIGN: Readonly<Record<SamplingDesign, InferenceVerdict['interval']>> = {
  census: 'none',
  random: 'sampling-error',
  quota: 'random-error-only',
  open: 'random-error-only',
};

function checkFacts({ n, effectiveN = n, population, comparisons = 1 }: SampleFacts): void {
  requireNonNegative(n, 'The number of people');
  requireEffectiveN(effectiveN, n);
  requireThat(Number.isInteger(comparisons) && comparisons >= 0, `The number of comparisons is whole and from 0 on, not ${String(comparisons)}.`);
  if (population === null) return;
  requirePositive(population, 'The population');
  requireThat(n <= population, `${String(n)} people cannot be part of a population of ${String(population)}.`);
}

/** Precision is a matter of sampling: a census has none to fear. */
function limitOf({ design, n, effectiveN = n, estimate, population }: SampleFacts, rule: ReliabilityRule): VerdictLimit | null {
  if (n < NUMBER_BASE) return 'too-few-people';
  if (design === 'census' && population === null) return 'response-unknown';
  if (design === 'census') return population !== null && n / population <= CENSUS_RESPONSE ? 'half-or-fewer-answered' : null;
  if (effectiveN < NUMBER_BASE) return 'too-few-effective';
  if (estimate === null) return null;
  const reliability = shareReliability({ ...estimate, n, effectiveN }, rule);
  if (reliability === 'reliable') return null;
  return reliability === 'too-few-people' || reliability === 'too-few-effective' ? reliability : 'imprecise';
}

function verdictOf({ design, n, effectiveN = n }: SampleFacts, limit: VerdictLimit | null): Verdict {
  if (n < TENDENCY_BASE || (design !== 'census' && effectiveN < TENDENCY_BASE)) return 'nothing';
  if (limit === 'half-or-fewer-answered' || limit === 'response-unknown') return 'number';
  if (limit !== null) return 'tendency';
  return design === 'random' || design === 'census' ? 'comparison' : 'number';
}

function partOf({ design, n, population }: SampleFacts, verdict: Verdict): InferenceVerdict['part'] {
  if (verdict === 'nothing' || population === null || (design !== 'census' && design !== 'open')) return null;
  return { of: design === 'census' ? 'invited' : 'target-group', value: participationShare(n, population) };
}

/**
 * What may be said of a figure. Below 10 people nothing, below 30 a tendency in words, and no number where its interval is too
 * wide (`shareReliability`). Quota and open participation never allow a comparison: their people are no random sample. A census has
 * no sampling error, but people who did not answer; if they are half of it or more, or nobody knows how many were invited, its
 * groups are not compared.
 * This is about precision and design only; whether a cell may be shown at all is decided by disclosure control.
 * `n` and `population` appear in the sentence (below 10 people `n` does not), so they have to be figures that may be shown.
 * @param rule limits of precision; they may be stricter than 30 people, but not laxer
 * @throws RangeError for negative or infinite numbers, more people than the population or effective people than people, and limits
 * that do not enclose the share.
 */
export function inferenceVerdict(facts: SampleFacts, rule: ReliabilityRule = RELIABILITY_RULE): InferenceVerdict {
  checkFacts(facts);
  const limit = limitOf(facts, rule);
  const verdict = verdictOf(facts, limit);
  const statement = inferenceStatement(facts.design);
  const interval = verdict === 'nothing' || verdict === 'tendency' || facts.estimate === null ? 'none' : INTERVAL_OF_DESIGN[facts.design];
  const significance = verdict === 'comparison' && facts.design === 'random';
  const adjustment: InferenceVerdict['adjustment'] = significance && (facts.comparisons ?? 1) > 1 ? 'benjamini-hochberg' : null;
  const part = partOf(facts, verdict);
  const known: Omit<InferenceVerdict, 'sentence'> = { statement, verdict, limit, interval, significance, adjustment, part };
  return { ...known, sentence: inferenceSentence(facts, known, rule) };
}
