import type { Cell, Figure, ItemReport, Report, ReportRowId, VariableReport, WithheldReason } from '@stadtteilstimme/domain';
import type { CsvCell, CsvFormat } from '@stadtteilstimme/questionnaire/export';
import { germanLabel } from './german-label.js';
import { REPORT_COLUMNS, type ReportColumn, type ReportMeasure, type ReportPart, reportWords, type TendencyLevel } from './report-words.js';

/*
 * The protected report in long form: one row per number. Everything is taken from the report as it is shown on the
 * screen, so a file can hold no number that the screen withholds.
 *
 * `measure` says what a row holds: participants, count (one answer code), not-answered, not-shown, share, mean, gap,
 * share-gap, index, balance. `withheld` names the reason where there is no number; `tendency` (low, medium, high) stands instead
 * of a number where 10 to 29 people answered.
 */

interface ReportLine extends Readonly<Partial<Record<Exclude<ReportColumn, 'part' | 'measure' | 'tendency' | 'withheld'>, CsvCell>>> {
  readonly part?: ReportPart;
  readonly measure?: ReportMeasure;
  readonly tendency?: TendencyLevel;
  readonly withheld?: WithheldReason;
}

/** Columns of the file in their fixed order, named as the format wants; example data say so in a first column. */
export function reportHeader({ synthetic }: Report, format: CsvFormat): readonly string[] {
  const words = reportWords(format);
  const columns = REPORT_COLUMNS.map(words.column);
  return synthetic ? [words.synthetic, ...columns] : columns;
}

/** All rows of the file as cells in the order of the header, in the words of the format. */
export function* reportRows(report: Report, format: CsvFormat): Generator<readonly CsvCell[]> {
  const words = reportWords(format);
  const names = new Map(report.rows.map(({ row, name }) => [row, name]));
  for (const line of reportLines(report)) {
    const { part, measure, tendency, withheld } = line;
    const full: Partial<Record<ReportColumn, CsvCell>> = {
      ...line,
      row_name: rowName(line.row, names),
      part: part ? words.part(part) : null,
      measure: measure ? words.measure(measure) : null,
      tendency: tendency ? words.tendency(tendency) : null,
      withheld: withheld ? words.withheld(withheld) : null,
    };
    const cells = REPORT_COLUMNS.map((column) => sixDecimals(full[column] ?? null));
    yield report.synthetic ? [1, ...cells] : cells;
  }
}

/** More digits than any figure of a report means are noise of the computation. */
function sixDecimals(cell: CsvCell): CsvCell {
  return typeof cell === 'number' ? Math.round(cell * 1e6) / 1e6 : cell;
}

function* reportLines(report: Report): Generator<ReportLine> {
  for (const { row, count } of report.participants) yield { row, measure: 'participants', ...countCells(count) };
  for (const item of report.items) yield* itemLines(item);
  for (const { criterion, fieldOfAction, names, rows } of report.criteria) {
    const about = { item: fieldOfAction === null ? criterion : `${criterion} ${fieldOfAction}`, text: germanLabel(names, criterion) };
    for (const { row, index, balance } of rows) {
      yield* figureLine({ ...about, row, measure: 'index' }, index, 'value');
      yield* figureLine({ ...about, row, measure: 'balance' }, balance, 'value');
    }
  }
}

function* itemLines(item: ItemReport): Generator<ReportLine> {
  for (const variable of item.variables) yield* variableLines(item, variable);
  const about: ReportLine = { item: item.itemId, part: 'pair', text: germanLabel(item.text, item.itemId) };
  for (const { row, gap, shareGap } of item.gaps) {
    yield* figureLine({ ...about, row, measure: 'gap' }, gap, 'value');
    yield* figureLine({ ...about, row, measure: 'share-gap' }, shareGap, 'value');
  }
}

function* variableLines(item: ItemReport, variable: VariableReport): Generator<ReportLine> {
  const statement = germanLabel(item.text, item.itemId);
  const label = germanLabel(variable.labels, variable.variable);
  const text = variable.part === 'option' ? `${statement} – ${label}` : statement;
  for (const distribution of variable.rows) {
    const base = countCells(distribution.base).count ?? null;
    const about: ReportLine = { item: item.itemId, part: variable.part, variable: variable.variable, text, row: distribution.row, base };
    for (const [index, { code, labels, missing }] of variable.codes.entries()) {
      const cell = distribution.cells[index];
      if (cell === undefined) continue;
      const percent = missing === null ? percentCell(cell, distribution.base) : null;
      yield { ...about, measure: 'count', code, label: germanLabel(labels, String(code)), percent, ...countCells(cell) };
    }
    yield { ...about, measure: 'not-answered', ...countCells(distribution.notAnswered) };
    yield { ...about, measure: 'not-shown', ...countCells(distribution.notShown) };
    yield* figureLine({ ...about, measure: 'share' }, distribution.share, 'share');
    yield* figureLine({ ...about, measure: 'mean' }, distribution.mean, 'mean');
  }
}

function countCells(cell: Cell): Pick<ReportLine, 'count' | 'withheld'> {
  return cell.kind === 'count' ? { count: cell.count } : { withheld: cell.reason };
}

/** Whole percent of two numbers that are both shown; missing codes are not part of the base and get none. */
function percentCell(cell: Cell, base: Cell): number | null {
  if (cell.kind !== 'count' || base.kind !== 'count' || base.count === 0) return null;
  return Math.round((cell.count / base.count) * 100);
}

/** A figure that does not exist for this variable or item gets no row at all. */
function* figureLine(about: ReportLine, figure: Figure, column: 'share' | 'mean' | 'value'): Generator<ReportLine> {
  if (figure.kind === 'number') yield { ...about, [column]: figure.value, lower: figure.lower, upper: figure.upper, base: figure.n };
  else if (figure.kind === 'tendency') yield { ...about, tendency: figure.level, base: figure.n };
  else if (figure.kind === 'withheld') yield { ...about, withheld: figure.reason };
}

function rowName(row: CsvCell | undefined, names: ReadonlyMap<ReportRowId, string | null>): CsvCell {
  if (row === 'all') return 'Ganze Stadt';
  if (row === 'elsewhere') return 'außerhalb oder stadtweit';
  if (row === 'unknown') return 'keine Angabe';
  return typeof row === 'string' ? (names.get(row) ?? row) : null;
}
