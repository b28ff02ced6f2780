import {
  type AnswerFilter,
  assembleReport,
  type AssembleReportInput,
  type CodedColumns,
  countingPlan,
  countReport,
  type DisclosurePolicy,
  filterMask,
  type ProtectedReport,
  type ReportCounts,
  subtractCounts,
} from '@stadtteilstimme/domain';

/** One report to be counted: a state of the columns, who counts, and what the report is about. */
export interface ReportTask {
  readonly columns: CodedColumns;
  readonly filter: AnswerFilter;
  readonly about: Omit<AssembleReportInput, 'counts' | 'rest'>;
}

/**
 * Counts and protects in one go, so that raw counts never leave this function. With a filter, what it leaves out is
 * protected as well: otherwise the unfiltered report minus the filtered one would give it away.
 */
export function countAndProtect({ columns, filter, about }: ReportTask): ProtectedReport {
  const plan = countingPlan(about.codebook, about.criteria);
  const size = { rowCount: about.rows.length, modeCount: about.modes.length };
  const mask = filterMask(columns, filter);
  const counts = countReport(columns, plan, size, mask);
  const rest = mask === null ? null : subtractCounts(countReport(columns, plan, size, null), counts);
  // Who skipped a question is withheld like any small count, but need not be uncertain by k: otherwise two people without a
  // judgement would hide the base of their district and every share with it.
  return assembleReport({ ...about, noJudgement: 'two-values', policy: policyFor(counts, about.policy), counts, rest });
}

/** While fewer people than the smallest base have answered in all, not even a count of people is shown. */
function policyFor({ participants }: ReportCounts, policy: DisclosurePolicy): DisclosurePolicy {
  const people = participants.reduce((sum, count) => sum + count, 0);
  const { minimumCell, minimumSensitiveCell, minimumBase } = policy;
  if (people >= minimumBase) return policy;
  return { ...policy, minimumCell: Math.max(minimumCell, minimumBase), minimumSensitiveCell: Math.max(minimumSensitiveCell, minimumBase) };
}
