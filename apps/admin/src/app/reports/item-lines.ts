import type { DistributionRow, Figure, ItemReport, LocalizedText, Report, ReportRowId, VariableReport } from '@stadtteilstimme/domain';

import { numberOf } from './report-rows';

/** One statement as the dashboard draws it: the bar of its distribution, and the two shares beside it. */
export interface ScaleLine {
  readonly itemId: string;
  readonly text: LocalizedText;
  readonly kind: ItemReport['kind'];
  readonly art9: boolean;
  /** The variable of the bar: today where it exists, otherwise importance. */
  readonly variable: VariableReport;
  readonly row: DistributionRow;
  readonly today: Figure | null;
  readonly wanted: Figure | null;
  /** Share "important" minus share "true"; null unless both are numbers. */
  readonly gap: number | null;
  readonly item: ItemReport;
}

export interface ScaleGroup {
  readonly scaleId: string;
  /** Statements that are agreed with: the scale of the pairs. Other scales (how often, yes or no) ask something else. */
  readonly statements: boolean;
  readonly lines: readonly ScaleLine[];
}

/** Items answered on a scale, for one row, one group per scale of the bar, statements first; widest gap first, then the lowest share. */
export function scaleGroups(report: Report, row: ReportRowId): readonly ScaleGroup[] {
  const lines = report.items.flatMap((item) => scaleLine(item, row) ?? []);
  const scaleIds = [...new Set(lines.map(({ variable }) => variable.scaleId ?? ''))];
  const groups = scaleIds.map((scaleId) => {
    const own = lines.filter(({ variable }) => (variable.scaleId ?? '') === scaleId).sort(byNeed);
    return { scaleId, statements: own.some(({ kind }) => kind === 'pair'), lines: own };
  });
  return groups.sort((a, b) => Number(b.statements) - Number(a.statements));
}

function scaleLine(item: ItemReport, row: ReportRowId): ScaleLine | null {
  const ofPart = (part: VariableReport['part']) => item.variables.find((variable) => variable.part === part && variable.scaleId !== null);
  const [bestand, bedarf] = [ofPart('bestand'), ofPart('bedarf')];
  const variable = bestand ?? bedarf;
  const drawn = variable?.rows.find((candidate) => candidate.row === row);
  if (!variable || !drawn) return null;
  const today = bestand?.rows.find((candidate) => candidate.row === row)?.share ?? null;
  const wanted = bedarf?.rows.find((candidate) => candidate.row === row)?.share ?? null;
  const gap = numberOf(item.gaps.find((candidate) => candidate.row === row)?.shareGap);
  return { itemId: item.itemId, text: item.text, kind: item.kind, art9: item.art9, variable, row: drawn, today, wanted, gap, item };
}

function byNeed(a: ScaleLine, b: ScaleLine): number {
  if (a.gap !== null && b.gap !== null) return b.gap - a.gap;
  if (a.gap !== null || b.gap !== null) return a.gap === null ? 1 : -1;
  const [left, right] = [numberOf(a.today ?? undefined), numberOf(b.today ?? undefined)];
  if (left !== null && right !== null) return left - right;
  return left === right ? a.itemId.localeCompare(b.itemId) : left === null ? 1 : -1;
}

/** Items answered from a list: one or several ticks. */
export function choiceItems(report: Report): readonly ItemReport[] {
  return report.items.filter((item) => item.kind !== 'demographic' && item.variables.some(({ part }) => part === 'choice' || part === 'option'));
}

/** Questions about the person, without the one for the Stadtteil: the map shows that. */
export function demographicItems(report: Report): readonly ItemReport[] {
  const rows = new Set<AnswerKey>(report.rows.map(({ row }) => row));
  return report.items.filter((item) => item.kind === 'demographic' && !item.variables.some(({ codes }) => codes.some(({ code }) => rows.has(code))));
}

type AnswerKey = string | number;
