import type { LocalizedText } from '../contract/language.js';
import { requireThat } from '../inference/check-number.js';
import { CONFIDENCE, type Interval } from '../inference/confidence.js';
import { meanInterval } from '../inference/intervals.js';
import { TENDENCY_BASE } from '../inference/reliability.js';
import { requireScale, type ScaleRange } from './scale-range.js';

/** Where the two lines cross: mean or median of the items' means, or the midpoint of the scales. */
export const CROSSHAIRS = ['mean', 'median', 'midpoint'] as const;
export type CrosshairKind = (typeof CROSSHAIRS)[number];

/** The four fields of the chart, and what is said of an item that has too few people or whose joint interval touches a line. */
export const QUADRANTS = ['need-for-action', 'keep-it-up', 'low-priority', 'possible-overkill', 'no-verdict'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Names of the fields as staff read them. */
export const QUADRANT_NAMES: Readonly<Record<Quadrant, LocalizedText>> = {
  'need-for-action': { de: 'Handlungsbedarf', en: 'Need for action' },
  'keep-it-up': { de: 'Weiter so', en: 'Keep it up' },
  'low-priority': { de: 'Geringe Priorität', en: 'Low priority' },
  'possible-overkill': { de: 'Mögliches Überangebot', en: 'Possible overkill' },
  'no-verdict': { de: 'Kein Urteil möglich', en: 'No verdict' },
};

/** One axis of one item: people, mean and sample variance (n − 1) of their scores. */
export interface AxisSample {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** One item with its two axes; importance and performance come from the same people as far as they answered both. */
export interface RatedItem {
  readonly id: string;
  readonly importance: AxisSample;
  readonly performance: AxisSample;
}

/** One axis of the result: mean and its side of the joint interval; null for a single person. */
export interface RatedAxis {
  readonly mean: number;
  readonly interval: Interval | null;
}

/** One item with the field of the chart it lies in. */
export interface PlacedItem {
  readonly id: string;
  readonly importance: RatedAxis;
  readonly performance: RatedAxis;
  readonly quadrant: Quadrant;
}

/** Items placed round the cross-hair. */
export interface ImportancePerformanceAnalysis {
  readonly crosshair: { readonly importance: number; readonly performance: number };
  readonly items: readonly PlacedItem[];
}

/** Scales are needed for the midpoint only. */
export interface CrosshairRule {
  readonly kind: CrosshairKind;
  readonly scales?: { readonly importance: ScaleRange; readonly performance: ScaleRange };
  /** Level of the joint interval of both axes, between 0 and 1 (default 0.95). */
  readonly confidence?: number;
}

function middleOf(means: readonly number[], kind: CrosshairKind, scale: ScaleRange | undefined): number {
  if (kind === 'midpoint') {
    requireThat(scale !== undefined, 'A cross-hair at the midpoint needs the scales.');
    requireScale(scale);
    return (scale.min + scale.max) / 2;
  }
  if (kind === 'mean') return means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const sorted = means.toSorted((left, right) => left - right);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

function rated({ n, mean, variance }: AxisSample, confidence: number): RatedAxis {
  requireThat(n >= 1 && Number.isFinite(mean), 'Every axis of an item needs at least one person and a finite mean.');
  return { mean, interval: n < 2 ? null : meanInterval(n, mean, variance, { confidence }) };
}

/** Above the line, below it, or not to be told apart from it. Few people who agree by chance have an interval without width. */
function sideOf({ interval }: RatedAxis, { n }: AxisSample, line: number): 'high' | 'low' | null {
  if (interval === null || n < TENDENCY_BASE) return null;
  if (interval.lower > line) return 'high';
  return interval.upper < line ? 'low' : null;
}

function quadrantOf(importance: 'high' | 'low' | null, performance: 'high' | 'low' | null): Quadrant {
  if (importance === null || performance === null) return 'no-verdict';
  if (importance === 'high') return performance === 'low' ? 'need-for-action' : 'keep-it-up';
  return performance === 'low' ? 'low-priority' : 'possible-overkill';
}

/**
 * Importance-performance analysis (Martilla & James 1977). An item gets a verdict only where at least 10 people rated each axis and
 * its joint interval, the rectangle of two t intervals at 1 − (1 − confidence)/2 each (Bonferroni), lies entirely on one side of
 * both lines. The lines themselves are taken as given. Means of the data are the default lines of the field, for stated importance
 * is nearly always above the midpoint.
 * @param items means of one scale per axis, the same for all items (or all of them 0 to 100), negative items already turned round
 * @returns the cross-hair and the items in their order; null for no items.
 * @throws RangeError for an item without people, numbers that are not finite, or a midpoint without scales.
 */
export function importancePerformance(items: readonly RatedItem[], rule: CrosshairRule): ImportancePerformanceAnalysis | null {
  if (items.length === 0) return null;
  const each = 1 - (1 - (rule.confidence ?? CONFIDENCE)) / 2;
  const crosshair = {
    importance: middleOf(items.map(({ importance }) => importance.mean), rule.kind, rule.scales?.importance),
    performance: middleOf(items.map(({ performance }) => performance.mean), rule.kind, rule.scales?.performance),
  };
  return {
    crosshair,
    items: items.map((item) => {
      const [importance, performance] = [rated(item.importance, each), rated(item.performance, each)];
      const sides = [sideOf(importance, item.importance, crosshair.importance), sideOf(performance, item.performance, crosshair.performance)] as const;
      return { id: item.id, importance, performance, quadrant: quadrantOf(...sides) };
    }),
  };
}
