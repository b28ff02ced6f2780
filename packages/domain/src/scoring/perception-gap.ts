import { requirePositive, requireThat } from '../inference/check-number.js';
import { CONFIDENCE } from '../inference/confidence.js';
import { meanSampleOf, type MeanSample } from '../inference/mean-sample.js';
import { welchTest } from '../inference/welch-test.js';

/** Answers of one audience to a twin item; both audiences on the same scale. */
export interface Audience {
  /** Scores, already turned round where needed; NaN = no valid answer. */
  readonly scores: ArrayLike<number>;
  /** How many people the audience has altogether; of a complete survey of professionals all are known. */
  readonly population?: number;
}

/** How differently two audiences see the same thing. */
export interface PerceptionGap {
  /** Mean of professionals − mean of residents: above 0 = professionals see it brighter. */
  readonly gap: number;
  /** Null when a group has a single person or neither group varies. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly residents: number;
  readonly professionals: number;
}

function sampleOf({ scores, population }: Audience): MeanSample | null {
  const valid = Array.from(scores).filter((score) => !Number.isNaN(score));
  if (valid.length === 0) return null;
  const sample = meanSampleOf(valid);
  if (population === undefined) return sample;
  requirePositive(population, 'The population');
  requireThat(sample.n <= population, `${String(sample.n)} people cannot be part of a population of ${String(population)}.`);
  return { ...sample, variance: sample.variance * (1 - sample.n / population) };
}

/**
 * Perception gap of twin items, the same item asked of residents and of professionals: difference of means of two independent
 * groups with Welch's interval (Welch 1947) and finite population correction. For shares use `shareDifference`.
 * @returns null when one of the groups has no valid answer.
 * @throws RangeError for infinite scores and populations smaller than the group.
 */
export function perceptionGap(
  { residents, professionals }: { readonly residents: Audience; readonly professionals: Audience },
  confidence: number = CONFIDENCE,
): PerceptionGap | null {
  const [theirs, ours] = [sampleOf(professionals), sampleOf(residents)];
  if (theirs === null || ours === null) return null;
  const base = { gap: theirs.mean - ours.mean, residents: ours.n, professionals: theirs.n };
  const test = theirs.n < 2 || ours.n < 2 ? null : welchTest(theirs, ours, confidence);
  return { ...base, lower: test?.lower ?? null, upper: test?.upper ?? null };
}
