import type { DistrictId } from '../taxonomy/taxonomy.js';
import type { VariablePart } from '../survey/codebook.js';
import type { AnswerCode, MissingKind } from './item-bank.js';
import type { LocalizedText } from './language.js';
import type { CollectionMode, SamplingDesign } from './questionnaire.js';

/**
 * Why a cell is not shown. `too-few`: 0 < count < k · `base-too-small`: fewer than 10 people in the base ·
 * `homogeneous`: (nearly) everyone gave the same answer · `protected`: withheld so that nobody can compute another one.
 */
export type WithheldReason = 'too-few' | 'base-too-small' | 'homogeneous' | 'protected';

/** A number, or the reason why there is none. Never a masked number. */
export type Cell =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason };

/**
 * A figure derived from counts. `number`: n ≥ 30, with its interval · `tendency`: 10 to 29 people, words only ·
 * `withheld` · `not-asked`: the item is not part of the questionnaire or has no such figure.
 */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly lower: number | null; readonly upper: number | null; readonly n: number }
  | { readonly kind: 'tendency'; readonly level: 'low' | 'medium' | 'high'; readonly n: number }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason }
  | { readonly kind: 'not-asked' };

/**
 * A row of every table: the whole city, one district, people from outside or working city-wide, or people who named none.
 * Rows other than `all` add up to `all`.
 */
export type ReportRowId = 'all' | 'elsewhere' | 'unknown' | DistrictId;

export interface ReportFilters {
  /** Empty = all rows the viewer may see. Chooses rows; never changes what is counted in them. */
  readonly districtIds: readonly DistrictId[];
  readonly modes: readonly CollectionMode[];
  readonly targetGroupIds: readonly string[];
  /** ISO week `YYYY-Www`, inclusive; null = no limit. */
  readonly weekFrom: string | null;
  readonly weekTo: string | null;
}

/** Thresholds in force; printed with every report. */
export interface DisclosurePolicy {
  /** Smallest count shown (default 5). */
  readonly minimumCell: number;
  /** The same for Art. 9 and other sensitive items (default 10). */
  readonly minimumSensitiveCell: number;
  /** Smallest base of a table (default 10). */
  readonly minimumBase: number;
  /** Below this base homogeneous answers are withheld (default 30). */
  readonly homogeneityBase: number;
}

export interface DistributionCode {
  readonly code: AnswerCode;
  readonly missing: MissingKind | null;
  readonly labels: LocalizedText;
}

/** Distribution of one variable in one row. Order of `cells` = order of `VariableReport.codes`. */
export interface DistributionRow {
  readonly row: ReportRowId;
  /** People with a valid judgement: the base of every percentage. */
  readonly base: Cell;
  readonly cells: readonly Cell[];
  readonly notAnswered: Cell;
  readonly notShown: Cell;
  /** Sums of the codes below, at and above the middle of an ordered five-point scale; null for other variables. */
  readonly disagree: Cell | null;
  readonly neutral: Cell | null;
  readonly agree: Cell | null;
  /** Share of `agree` (ordered scales) or of the tick (options) in the base, 0 to 1, Wilson interval. */
  readonly share: Figure;
  /** Mean of the scale codes, t interval; only where it reveals no withheld cell. */
  readonly mean: Figure;
}

/** One variable. For a multiple choice there is one per option: `codes` are then 0 and 1 and the base is people. */
export interface VariableReport {
  readonly variable: string;
  readonly part: VariablePart;
  readonly scaleId: string | null;
  readonly labels: LocalizedText;
  readonly codes: readonly DistributionCode[];
  readonly rows: readonly DistributionRow[];
}

export interface GapRow {
  readonly row: ReportRowId;
  /** Mean of (Bedarf − Bestand) per person, −4 to 4, over people who answered both. */
  readonly gap: Figure;
  /** Share "important" minus share "true", −1 to 1, from the two published shares. */
  readonly shareGap: Figure;
}

export interface ItemReport {
  readonly itemId: string;
  readonly kind: 'pair' | 'bestand' | 'bedarf' | 'demographic';
  readonly text: LocalizedText;
  readonly criterion: string | null;
  readonly fieldOfAction: string | null;
  readonly reverse: boolean;
  readonly art9: boolean;
  /** Pair: bestand then bedarf. Multiple choice: one per option. Otherwise one. */
  readonly variables: readonly VariableReport[];
  /** Empty unless `kind` is `pair`. */
  readonly gaps: readonly GapRow[];
}

export interface CriterionRow {
  readonly row: ReportRowId;
  /** Bestand index 0 to 100 per person (half rule); withheld wherever it could tell a withheld cell. */
  readonly index: Figure;
  /** Agreement balance 0 to 100 (50 = as many agree as disagree), made of the published sums of the items only. */
  readonly balance: Figure;
}

/** Bestand of one criterion by row. Criterion 7 appears once per focus Handlungsfeld. */
export interface CriterionReport {
  readonly criterion: string;
  readonly fieldOfAction: string | null;
  readonly names: LocalizedText;
  readonly itemIds: readonly string[];
  readonly rows: readonly CriterionRow[];
}

export interface ParticipantsRow {
  readonly row: ReportRowId;
  readonly count: Cell;
  /** Newest known population of the district with date and source; null = unknown. */
  readonly population: { readonly count: number; readonly asOf: string; readonly source: string } | null;
}

/** What the sampling design allows to say; texts are chosen by key. */
export type InferenceStatement = 'census' | 'random-sample' | 'quota' | 'orientation-only';

/** A protected report of one questionnaire version: one request, one state of the data. */
/** A question whose wording or answers changed between versions: its numbers are comparable with limits only. */
export interface ChangedQuestion {
  readonly itemId: string;
  readonly text: LocalizedText;
  /** Why, as it was recorded on publishing; empty where only the answers changed. */
  readonly notes: readonly { readonly versionNumber: number; readonly note: string }[];
}

export interface Report {
  readonly questionnaireId: string;
  /** The newest version; answers to all versions are counted. */
  readonly versionNumber: number;
  /** Questions of the report that not everybody read in the same words. */
  readonly changedQuestions: readonly ChangedQuestion[];
  readonly title: LocalizedText;
  readonly synthetic: boolean;
  readonly samplingDesign: SamplingDesign;
  readonly statement: InferenceStatement;
  readonly targetGroupId: string;
  readonly filters: ReportFilters;
  readonly policy: DisclosurePolicy;
  /** Newest week with an answer, `YYYY-Www`; null while there is none. */
  readonly lastWeek: string | null;
  /** Weeks offered by the filter, oldest first. */
  readonly weeks: readonly string[];
  readonly rows: readonly { readonly row: ReportRowId; readonly name: string | null; readonly tile: { readonly col: number; readonly row: number } | null }[];
  /** Everyone counted after filters, in the viewer's rows. */
  readonly total: Cell;
  readonly participants: readonly ParticipantsRow[];
  readonly modes: readonly { readonly mode: CollectionMode; readonly count: Cell }[];
  readonly items: readonly ItemReport[];
  readonly criteria: readonly CriterionReport[];
}
