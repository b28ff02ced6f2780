import type { LocalizedText } from '../contract/language.js';
import type { CollectionMode } from '../contract/questionnaire.js';
import type { DisclosurePolicy, ItemReport, ParticipantsRow, Report, ReportRowId } from '../contract/report.js';
import type { Codebook } from '../survey/codebook.js';
import type { ReportCounts } from '../tabulation/counts.js';
import type { Protected } from './protected.js';

/** A row of the report other than `all`; its position is the index used in `CodedColumns.rowIndex`. */
export interface ReportRowSource {
  readonly row: Exclude<ReportRowId, 'all'>;
  readonly population: ParticipantsRow['population'];
}

/** What the report says about an item besides its counts. Demographic questions use their demographic id as `itemId`. */
export type ReportItemSource = Omit<ItemReport, 'variables' | 'gaps'>;

/** A criterion with the items that fill it in this questionnaire; criterion 7 once per chosen Handlungsfeld. */
export interface CriterionSource {
  readonly criterion: string;
  readonly fieldOfAction: string | null;
  readonly names: LocalizedText;
  readonly itemIds: readonly string[];
}

/**
 * How strictly the counts of people without a judgement (don't know, prefer not, not answered, not shown) are protected.
 * `minimum-cell`: like every other cell, feasible interval at least k wide. `two-values`: small counts are withheld too, but
 * two feasible values are enough, and the reason is always `protected`; the number of valid judgements then stays visible far
 * more often, since it need not be withheld only to hide that two people of forty skipped a question.
 */
export type NoJudgementRule = 'minimum-cell' | 'two-values';

/** Everything `assembleReport` needs; nothing in it is protected yet. */
export interface AssembleReportInput {
  readonly codebook: Codebook;
  readonly rows: readonly ReportRowSource[];
  /** Order of `CodedColumns.mode`. */
  readonly modes: readonly CollectionMode[];
  readonly items: readonly ReportItemSource[];
  readonly criteria: readonly CriterionSource[];
  /** What the filter lets through, counted with `countingPlan(codebook, criteria)`. */
  readonly counts: ReportCounts;
  /** What the filter leaves out; null when there is no filter. */
  readonly rest: ReportCounts | null;
  readonly policy: DisclosurePolicy;
  /** Default `minimum-cell`. */
  readonly noJudgement?: NoJudgementRule;
}

/** The parts of a report that carry numbers, after protection. Made by `assembleReport` and `selectRows` only. */
export type ProtectedReport = Protected<Pick<Report, 'total' | 'participants' | 'modes' | 'items' | 'criteria'>>;
