import type { Cell, ParticipantsRow, ReportRowId } from '../contract/report.js';
import { ALL_ROW } from './count-table.js';
import { sealProtected } from './protected.js';
import type { ProtectedReport } from './report-input.js';

/** Adds up shown counts; a sum over a withheld count would give it away together with the others. */
function totalOf(participants: readonly ParticipantsRow[]): Cell {
  const [first, ...others] = participants.map(({ count }) => count);
  if (first === undefined) return { kind: 'count', count: 0 };
  if (others.length === 0) return first;
  let sum = 0;
  for (const cell of [first, ...others]) {
    if (cell.kind === 'withheld') return { kind: 'withheld', reason: 'protected' };
    sum += cell.count;
  }
  return { kind: 'count', count: sum };
}

/**
 * Keeps some rows of a protected report, for a district filter or a team's scope. Nothing is computed anew but the total, and
 * that only from shown counts. Without `all` the city-wide counts per collection mode are left out as well.
 * @param rows rows to keep besides `all`; unknown ones are ignored.
 * @param includeAll whether the viewer may see the row of the whole city.
 */
export function selectRows(report: ProtectedReport, rows: readonly ReportRowId[], includeAll: boolean): ProtectedReport {
  const wanted = new Set(rows);
  const keep = <Row extends { readonly row: ReportRowId }>(all: readonly Row[]): readonly Row[] =>
    all.filter(({ row }) => (row === ALL_ROW ? includeAll : wanted.has(row)));
  const participants = keep(report.participants);
  return sealProtected({
    total: includeAll ? report.total : totalOf(participants),
    participants,
    modes: includeAll ? report.modes : [],
    items: report.items.map((item) => ({
      ...item,
      variables: item.variables.map((variable) => ({ ...variable, rows: keep(variable.rows) })),
      gaps: keep(item.gaps),
    })),
    criteria: report.criteria.map((criterion) => ({ ...criterion, rows: keep(criterion.rows) })),
  });
}
