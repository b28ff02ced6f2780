import type { Cell, ReportRowId, VariableReport, DistributionCode } from '@stadtteilstimme/domain';

/** One horizontal bar: a count of people and the people who could have been counted. `base` null = only the count is drawn. */
export interface TickBar {
  readonly id: string;
  readonly label: string;
  readonly cell: Cell;
  readonly base: Cell | null;
  /** Not a judgement ("keine Angabe"): drawn hollow. */
  readonly missing: boolean;
}

/** Bars of a multiple choice: one per option, people who ticked it over people who gave a judgement. Missing answers have no share. */
export function optionBars(variables: readonly VariableReport[], row: ReportRowId, label: (variable: VariableReport) => string): readonly TickBar[] {
  return variables.flatMap((variable) => {
    const found = variable.rows.find((candidate) => candidate.row === row);
    const place = variable.codes.findIndex(({ code }) => code === 1);
    const cell = found?.cells[place];
    const missing = (variable.codes[place]?.missing ?? null) !== null;
    return found === undefined || cell === undefined ? [] : [{ id: variable.variable, label: label(variable), cell, base: missing ? null : found.base, missing }];
  });
}

/** Bars of one variable: one per answer. Missing answers are counted in people and have no share. */
export function answerBars(variable: VariableReport, row: ReportRowId, label: (code: DistributionCode) => string): readonly TickBar[] {
  const found = variable.rows.find((candidate) => candidate.row === row);
  if (found === undefined) return [];
  return variable.codes.flatMap((code, index) => {
    const cell = found.cells[index];
    const missing = code.missing !== null;
    return cell === undefined ? [] : [{ id: String(code.code), label: label(code), cell, base: missing ? null : found.base, missing }];
  });
}
