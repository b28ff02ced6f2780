import type { CriterionReport, LocalizedText, Report, ReportRowId } from '@stadtteilstimme/domain';

import type { TextKey, TextValues } from '../language/text-key';
import { type ScaleGroup, type ScaleLine, scaleGroups } from './item-lines';
import { countOf, isSpecialRow, numberOf } from './report-rows';
import { asksCriteria, districtsWithResults } from './shown-results';

/** A sentence computed from a report; texts of items and criteria are put in by the page in its language. */
export interface Finding {
  readonly text: TextKey;
  readonly values: TextValues;
  /** Put in as `{name}`. */
  readonly name?: LocalizedText;
}

/** From this share of Stadtteile on we say "nearly everywhere". */
const NEARLY_EVERYWHERE = 0.75;

/** In how many Stadtteile there is a result (as many as the grid of criteria shows), or how many people answered where there is only one. */
export function participationFinding(report: Report): Finding {
  const { readable, all } = districtsWithResults(report);
  if (all > 1) return { text: asksCriteria(report) ? 'reports.findings.districtsCriteria' : 'reports.findings.districts', values: { readable, all } };
  const people = countOf(report.total);
  return people === null ? { text: 'reports.findings.peopleWithheld', values: {} } : { text: 'reports.findings.people', values: { people } };
}

/**
 * Where wish and everyday life lie furthest apart: from published shares only. A scale that is not about agreement gets no
 * judgement: its one question is its title, several get a plain name.
 */
export function gapFinding({ lines, statements }: ScaleGroup): Finding {
  const [only, second] = lines;
  if (!statements) return only && !second ? { text: 'reports.findings.question', values: {}, name: only.text } : { text: 'reports.findings.questions', values: {} };
  const [widest] = lines.filter(({ gap }) => gap !== null);
  if (widest && widest.gap !== null && widest.gap > 0) return { text: 'reports.findings.gap', values: {}, name: widest.text };
  const lowest = withToday(lines)[0];
  if (lowest) return { text: 'reports.findings.lowest', values: { share: percent(lowest.share) }, name: lowest.line.text };
  return { text: 'reports.findings.itemsTooFew', values: {} };
}

/** The criterion with the lowest agreement balance, the number of the grid, and whether that holds in nearly all Stadtteile that have a number. */
export function criterionFinding(report: Report, row: ReportRowId): Finding {
  const weakest = weakestAt(report.criteria, row);
  if (!weakest) return { text: 'reports.findings.criteriaTooFew', values: {} };
  const hasNumber = (entry: ReportRowId) => numberOf(weakest.rows.find((candidate) => candidate.row === entry)?.balance) !== null;
  const districts = report.rows.map((entry) => entry.row).filter((entry) => !isSpecialRow(entry) && hasNumber(entry));
  const lowestThere = districts.map((district) => weakestAt(report.criteria, district)).filter((found) => found !== null);
  const same = lowestThere.filter((found) => found === weakest).length;
  const everywhere = lowestThere.length > 1 && same / lowestThere.length >= NEARLY_EVERYWHERE;
  return { text: everywhere ? 'reports.findings.weakestEverywhere' : 'reports.findings.weakest', values: {}, name: weakest.names };
}

function weakestAt(criteria: readonly CriterionReport[], row: ReportRowId): CriterionReport | null {
  const numbers = criteria.flatMap((criterion) => {
    const value = numberOf(criterion.rows.find((candidate) => candidate.row === row)?.balance);
    return value === null ? [] : [{ criterion, value }];
  });
  if (numbers.length < 2) return null;
  return numbers.reduce((low, entry) => (entry.value < low.value ? entry : low)).criterion;
}

/** Up to three sentences: the widest gap, the lowest and the highest share; each item once. */
export function shortFindings(report: Report, row: ReportRowId): readonly Finding[] {
  const lines = scaleGroups(report, row).filter(({ statements }) => statements).flatMap((group) => group.lines);
  const [widest] = lines.filter(({ gap }) => gap !== null && gap > 0);
  const shares = withToday(lines).filter(({ line }) => line !== widest);
  const findings: Finding[] = [];
  if (widest) {
    const [wanted, today] = [numberOf(widest.wanted ?? undefined), numberOf(widest.today ?? undefined)];
    if (wanted !== null && today !== null) findings.push({ text: 'reports.findings.shortGap', values: { wanted: percent(wanted), today: percent(today) }, name: widest.text });
  }
  const [lowest, highest] = [shares[0], shares.at(-1)];
  if (lowest) findings.push({ text: 'reports.findings.shortLowest', values: { share: percent(lowest.share) }, name: lowest.line.text });
  if (highest && highest !== lowest) findings.push({ text: 'reports.findings.shortHighest', values: { share: percent(highest.share) }, name: highest.line.text });
  return findings;
}

/** Lines with a published share of today, lowest first. */
function withToday(lines: readonly ScaleLine[]): readonly { readonly line: ScaleLine; readonly share: number }[] {
  return lines
    .flatMap((line) => {
      const share = numberOf(line.today ?? undefined);
      return share === null ? [] : [{ line, share }];
    })
    .sort((a, b) => a.share - b.share);
}

function percent(share: number): number {
  return Math.round(share * 100);
}
