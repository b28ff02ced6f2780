import type { MissingKind } from '../contract/item-bank.js';
import { requireThat } from '../inference/check-number.js';
import type { Interval } from '../inference/confidence.js';
import { meanAndVariance, meanInterval, wilsonInterval } from '../inference/intervals.js';
import { NOT_ANSWERED, NOT_SHOWN, type Variable } from '../survey/codebook.js';
import type { ScaleRange } from './scale-range.js';
import { scoresByByte } from './scale-score.js';

/** One scored value and how many people gave it. */
export interface ScoredCount {
  readonly score: number;
  readonly count: number;
}

/** An item on an ordered scale, in the order in which it is read: distribution, share of the upper half, mean. */
export interface LikertSummary {
  /** Scale and number of scored values: a scale of three values is another instrument than one of five (`isSameInstrument`). */
  readonly instrument: { readonly scaleId: string; readonly points: number };
  /** People with a scored answer: the base of every share. */
  readonly n: number;
  /** From the lowest score to the highest, after turning negative items round; values nobody gave are there with 0. */
  readonly distribution: readonly ScoredCount[];
  /** All four kinds of missing, each on its own. A high share of “don't know” in one language points to its translation. */
  readonly missing: Readonly<Record<MissingKind | 'not-answered' | 'not-shown', number>>;
  /** Share above the middle of the scale (the upper two of five), Wilson interval; null when nobody answered. */
  readonly upper: (Interval & { readonly share: number }) | null;
  /** Mean score with t interval from two people on, cut at the ends of the scale; limits null where all gave the same score; null when nobody answered. */
  readonly mean: { readonly value: number; readonly lower: number | null; readonly upper: number | null } | null;
}

function meanOf(n: number, distribution: readonly ScoredCount[], { min, max }: ScaleRange): LikertSummary['mean'] {
  if (n === 0) return null;
  const sum = distribution.reduce((total, { score, count }) => total + score * count, 0);
  const squares = distribution.reduce((total, { score, count }) => total + score * score * count, 0);
  const { mean, variance } = meanAndVariance(n, sum, squares);
  const within = ({ lower, upper }: Interval): Interval => ({ lower: Math.max(min, lower), upper: Math.min(max, upper) });
  return n < 2 || distribution.some(({ count }) => count === n) ? { value: mean, lower: null, upper: null } : { value: mean, ...within(meanInterval(n, mean, variance)) };
}

function countBytes(variable: Variable, bytes: ArrayLike<number>): Float64Array {
  const known = new Set([NOT_ANSWERED, NOT_SHOWN, ...variable.codes.map(({ position }) => position)]);
  const counts = new Float64Array(NOT_SHOWN + 1);
  for (let person = 0; person < bytes.length; person += 1) {
    const byte = bytes[person] ?? -1;
    requireThat(known.has(byte), () => `Person ${String(person)}: “${variable.name}” has no code at position ${String(byte)}.`);
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return counts;
}

/**
 * Summary of an item on an ordered scale. Negative Bestand items are turned round (min + max − x); “don't know” and “prefer not”
 * are missing for scoring and both reported. These are raw figures: nothing here is protected.
 * @param bytes coded answers of one variable (`VariableCode.position`, 0 = not answered, 255 = not shown)
 * @throws RangeError for a variable without an ordered scale and for bytes the codebook does not know.
 */
export function likertSummary(variable: Variable, bytes: ArrayLike<number>): LikertSummary {
  const { scale } = variable;
  requireThat(scale !== null && variable.measurement === 'ordinal', `“${variable.name}” has no ordered scale.`);
  const counts = countBytes(variable, bytes);
  const scores = scoresByByte(variable);
  const distribution = variable.codes
    .map(({ position }) => ({ score: scores[position] ?? Number.NaN, count: counts[position] ?? 0 }))
    .filter(({ score }) => !Number.isNaN(score))
    .sort((left, right) => left.score - right.score);
  const missing = (kind: MissingKind): number =>
    variable.codes.reduce((sum, code) => sum + (code.missing === kind ? (counts[code.position] ?? 0) : 0), 0);
  const n = distribution.reduce((sum, { count }) => sum + count, 0);
  const middle = (scale.min + scale.max) / 2;
  const above = distribution.reduce((sum, { score, count }) => sum + (score > middle ? count : 0), 0);
  return {
    instrument: { scaleId: scale.id, points: distribution.length },
    n,
    distribution,
    missing: {
      'dont-know': missing('dont-know'),
      'prefer-not': missing('prefer-not'),
      'not-answered': counts[NOT_ANSWERED] ?? 0,
      'not-shown': counts[NOT_SHOWN] ?? 0,
    },
    upper: n === 0 ? null : { share: above / n, ...wilsonInterval(above, n) },
    mean: meanOf(n, distribution, scale),
  };
}

/**
 * Whether two summaries may be compared. The variant of three answers in easy language (1, 3 and 5 of five) fits the same range
 * from 0 to 100, but people choose differently among three than among five.
 */
export function isSameInstrument(first: LikertSummary, second: LikertSummary): boolean {
  return first.instrument.scaleId === second.instrument.scaleId && first.instrument.points === second.instrument.points;
}
