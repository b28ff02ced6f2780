import type { LocalizedText } from '../contract/language.js';
import type { SamplingDesign } from '../contract/questionnaire.js';
import type { InferenceStatement } from '../contract/report.js';
import type { Interval } from '../inference/confidence.js';

/** How far one may go: say nothing, put it into words, give a number, or also compare it with another one. */
export const VERDICTS = ['nothing', 'tendency', 'number', 'comparison'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What limits the verdict; null = nothing but the design. */
export type VerdictLimit = 'too-few-people' | 'too-few-effective' | 'imprecise' | 'half-or-fewer-answered' | 'response-unknown';

/** Everything a verdict looks at. */
export interface SampleFacts {
  readonly design: SamplingDesign;
  /** People behind the figure (with a valid answer), unweighted; of one item usually fewer than took part. */
  readonly n: number;
  /** Effective number of people of a weighted sample, at most `n`; without it the same as `n`. */
  readonly effectiveN?: number;
  /** People who were invited (census), or the target group the sample stands for; null = unknown. */
  readonly population: number | null;
  /** Share the statement is about, 0 to 1, with its interval at the level `CONFIDENCE`; null for figures other than shares, or none. */
  readonly estimate: (Interval & { readonly share: number }) | null;
  /** Comparisons that are made at once, for example one per district; from 2 on they have to be adjusted (default 1). */
  readonly comparisons?: number;
}

/** What may be said of a figure, and the sentence that goes with it. */
export interface InferenceVerdict {
  readonly statement: InferenceStatement;
  readonly verdict: Verdict;
  readonly limit: VerdictLimit | null;
  /** What an interval would cover: nothing (census), the error of sampling, or random error only, with people who chose themselves. */
  readonly interval: 'none' | 'sampling-error' | 'random-error-only';
  /** Whether tests of significance may be shown; only random samples. */
  readonly significance: boolean;
  /** `benjamini-hochberg` when several comparisons are made at once; null when there is none or one. */
  readonly adjustment: 'benjamini-hochberg' | null;
  /**
   * Part of those invited (census) or of the target group (open participation) that stands behind the figure, 0 to 1; else null.
   * No response rate: that one is about everybody who took part (`responseRates`).
   */
  readonly part: { readonly of: 'invited' | 'target-group'; readonly value: number } | null;
  readonly sentence: LocalizedText;
}
