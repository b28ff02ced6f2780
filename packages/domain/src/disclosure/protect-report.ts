import type { Cell, WithheldReason } from '../contract/report.js';
import { codedVariables, NOT_SHOWN, type Variable } from '../survey/codebook.js';
import { BYTES, type ReportCounts } from '../tabulation/counts.js';
import { ALL_ROW, countTable, type CountTable, type TableColumn } from './count-table.js';
import { unionVerdict, type KnownTicks, type UnionVerdict } from './option-union.js';
import { protectTable, type ProtectedTable, type RowTotal, type TableProtection, type TableProtectionResult } from './protect-table.js';
import { sealProtected, type Protected } from './protected.js';
import type { Thresholds } from './primary-suppression.js';
import type { AssembleReportInput } from './report-input.js';
import {
  ASKED,
  BASE,
  codeKey,
  isMissingOption,
  missingOptionKey,
  NOT_ANSWERED_KEY,
  optionTable,
  questionTable,
  tableOf,
  variableColumns,
  type VariableCounts,
} from './variable-columns.js';

/** Protected cells of one variable; `row` counts through the rows of the report, `all` is last. */
export type ProtectedVariable = Protected<{
  /** Cell of a column (`base`, `disagree`, `agree`, `not-answered`, `code:…`). */
  cell(row: number, key: string): Cell;
  notShown(row: number): Cell;
}>;

const PEOPLE: readonly TableColumn[] = [{ key: 'people', role: 'valid', parent: -1 }];
const NOT_SHOWN_KEY = 'not-shown';
const DIVISION: readonly TableColumn[] = [
  { key: 'people', role: 'total', parent: -1 },
  { key: ASKED, role: 'valid', parent: 0 },
  { key: NOT_SHOWN_KEY, role: 'valid', parent: 0 },
];

/** Reads a cell by row number and column key. */
export function cellReader(table: ProtectedTable): (row: number, key: string) => Cell {
  const columnOf = new Map(table.columns.map(({ key }, column) => [key, column]));
  return (row, key) => {
    const column = columnOf.get(key);
    const cell = column === undefined ? undefined : table.cells[row * table.columns.length + column];
    if (cell === undefined) throw new RangeError(`The table has no cell ${String(row)}/${key}.`);
    return cell;
  };
}

interface Visibility {
  readonly asked: readonly RowTotal[];
  notShown(row: number): Cell;
}

type OptionTables = ReadonlyMap<string, TableProtectionResult>;

/**
 * Protects all tables of a report together. The tables share people: participants per row, who was shown a question, who
 * answered a multiple choice. Each shared count is protected once, and the tables that split it up take it as given; a row
 * whose shared count is withheld is withheld altogether, so that combining tables tells no more than each alone.
 */
export class ReportProtection {
  private readonly rowIds: readonly string[];
  private readonly variables: readonly Variable[];
  private readonly participantsResult: TableProtectionResult;
  /** Tables of who was asked and who was not, by both counts. */
  private readonly divisions = new Map<string, TableProtectionResult>();
  private readonly optionTables = new Map<string, OptionTables>();
  private readonly questions = new Map<string, { readonly answered: string; readonly result: TableProtectionResult }>();

  constructor(private readonly input: AssembleReportInput) {
    this.rowIds = input.rows.map(({ row }) => row);
    this.variables = codedVariables(input.codebook);
    checkSizes(input, this.variables.length);
    this.participantsResult = this.protect(
      (counts) => countTable(PEOPLE, this.rowIds, (row) => counts.participants[row] ?? 0),
      this.thresholds(false),
      [...this.rowIds, ALL_ROW].map(() => null),
    );
  }

  /** People per row, `all` last. */
  participants(): ProtectedTable {
    return this.participantsResult.protectedTable;
  }

  /** People per collection mode, in the order of the input's modes. */
  modes(): ProtectedTable {
    const people = this.participantsResult.totalsOf('people').at(-1) ?? null;
    return this.protect(
      (counts) => countTable(PEOPLE, this.input.modes, (mode) => counts.modes[mode] ?? 0),
      this.thresholds(false),
      [...this.input.modes.map(() => null), people],
    ).protectedTable;
  }

  /** @throws RangeError when the variable is not in the codebook or options of one question contradict each other. */
  variable(variable: Variable): ProtectedVariable {
    if (this.dependsOnAnswers(variable)) return withheldVariable();
    const index = this.indexOf(variable);
    const thresholds = this.thresholds(variable.art9 || variable.sensitive);
    const visibility = this.visibility(index);
    if (variable.part === 'option') return this.option(variable, index, visibility);
    const columns = variableColumns(variable);
    const { protectedTable } = this.protect(
      (counts) => tableOf(columns, this.rowIds, variable, bytesOf(counts, index)),
      thresholds,
      visibility.asked,
    );
    return sealProtected({ cell: cellReader(protectedTable), notShown: visibility.notShown });
  }

  private option(option: Variable, index: number, visibility: Visibility): ProtectedVariable {
    const siblings = this.variables.filter(({ question, part }) => question === option.question && part === 'option');
    const missing = siblings.filter(isMissingOption);
    const judgements = siblings.filter((sibling) => !missing.includes(sibling));
    const thresholds = this.thresholds(siblings.some(({ art9, sensitive }) => art9 || sensitive));
    const shared = (counts: ReportCounts): CountTable =>
      questionTable(this.rowIds, { variable: option, counts: bytesOf(counts, index) }, this.countsOf(missing, counts));
    const question = this.question(option.question, shared, thresholds, visibility);
    const ofQuestion = cellReader(question.protectedTable);
    if (missing.includes(option)) return missingOption(option, ofQuestion, visibility);
    const ticks = this.optionTables.get(option.question) ?? this.protectOptions(judgements, missing, thresholds, question.totalsOf(BASE));
    this.optionTables.set(option.question, ticks);
    const table = ticks.get(option.name);
    const ofOption = table === undefined ? (): Cell => ({ kind: 'withheld', reason: 'protected' }) : cellReader(table.protectedTable);
    return sealProtected({
      cell: (row: number, column: string) => (column === BASE || column === NOT_ANSWERED_KEY ? ofQuestion(row, column) : ofOption(row, column)),
      notShown: visibility.notShown,
    });
  }

  private countsOf(variables: readonly Variable[], counts: ReportCounts): readonly VariableCounts[] {
    return variables.map((variable) => ({ variable, counts: bytesOf(counts, this.indexOf(variable)) }));
  }

  /**
   * Protects the options of one multiple choice together. A row in which the options tell more about each other than each
   * table alone is withheld in all of them, until there is no such row.
   * @returns the tables by option; empty when even that would give something away, then all ticks are withheld.
   */
  private protectOptions(siblings: readonly Variable[], missing: readonly Variable[], thresholds: Thresholds, bases: readonly RowTotal[]): OptionTables {
    const withheldRows = new Set<number>();
    for (;;) {
      const tables = siblings.map((option) => this.protectOption(option, missing, thresholds, bases, withheldRows));
      const verdicts = bases.map((base, row): UnionVerdict => {
        if (base.reason !== null) return 'tells-nothing';
        const ticks = siblings.flatMap(({ codes, option }, position): KnownTicks[] => {
          const tick = codes.find(({ code }) => code === 1);
          const known = tick === undefined ? undefined : tables[position]?.totalsOf(codeKey(tick))[row];
          return known === undefined ? [] : [{ ...known, exclusive: option?.exclusive === true }];
        });
        return unionVerdict(base.ceiling, ticks, thresholds.minimumCell);
      });
      const open = verdicts.flatMap((verdict, row) => (verdict === 'tells-nothing' || withheldRows.has(row) ? [] : [row]));
      if (open.length === 0) {
        const safe = !verdicts.includes('gives-away');
        return safe ? tablesByName(siblings, tables) : new Map();
      }
      for (const row of open) withheldRows.add(row);
    }
  }

  private protectOption(
    option: Variable,
    missing: readonly Variable[],
    thresholds: Thresholds,
    bases: readonly RowTotal[],
    withheldRows: ReadonlySet<number>,
  ): TableProtectionResult {
    const index = this.indexOf(option);
    const table = (counts: ReportCounts): CountTable =>
      optionTable(this.rowIds, { variable: option, counts: bytesOf(counts, index) }, this.countsOf(missing, counts));
    return this.protect(table, thresholds, bases, withheldRows);
  }

  /** Who answered a multiple choice, protected once for all its options. */
  private question(
    name: string,
    shared: (counts: ReportCounts) => CountTable,
    thresholds: Thresholds,
    visibility: Visibility,
  ): TableProtectionResult {
    const answered = shared(this.input.counts).counts.join();
    const known = this.questions.get(name);
    if (known !== undefined && known.answered !== answered) throw new RangeError(`The options of ${name} disagree on who answered.`);
    const result = known?.result ?? this.protect(shared, thresholds, visibility.asked);
    this.questions.set(name, { answered, result });
    return result;
  }

  /**
   * Questions hidden from the same people share one table of who was asked, and so do two that divide people in the same way:
   * who was not shown the question of one version was shown that of the other. Both numbers are people like any others,
   * whatever `noJudgement` says, and where nobody can have been asked is known: each version names its Stadtteile.
   */
  private visibility(index: number): Visibility {
    const hiddenIn = (counts: ReportCounts): readonly number[] => this.rowIds.map((_, row) => bytesOf(counts, index)[row * BYTES + NOT_SHOWN] ?? 0);
    const askedIn = (counts: ReportCounts): readonly number[] => hiddenIn(counts).map((count, row) => (counts.participants[row] ?? 0) - count);
    const { counts, rest } = this.input;
    if ([counts, ...(rest === null ? [] : [rest])].every((each) => hiddenIn(each).every((count) => count === 0))) {
      return { asked: this.participantsResult.totalsOf('people'), notShown: () => ({ kind: 'count', count: 0 }) };
    }
    const [asked, hidden] = [this.countsKey(askedIn), this.countsKey(hiddenIn)];
    const known = this.divisions.get(`${asked}/${hidden}`);
    if (known !== undefined) return visibilityOf(known, ASKED, NOT_SHOWN_KEY);
    const mirrored = this.divisions.get(`${hidden}/${asked}`);
    if (mirrored !== undefined) return visibilityOf(mirrored, NOT_SHOWN_KEY, ASKED);
    const result = this.protectDivision((counts) => {
      const [yes, no] = [askedIn(counts), hiddenIn(counts)];
      return countTable(DIVISION, this.rowIds, (row, column) => (DIVISION[column]?.key === ASKED ? yes[row] : no[row]) ?? 0);
    });
    this.divisions.set(`${asked}/${hidden}`, result);
    return visibilityOf(result, ASKED, NOT_SHOWN_KEY);
  }

  /** Counts in the report and in what a filter leaves out. */
  private countsKey(countsIn: (counts: ReportCounts) => readonly number[]): string {
    const { counts, rest } = this.input;
    return JSON.stringify([countsIn(counts), rest === null ? null : countsIn(rest)]);
  }

  private protectDivision(table: (counts: ReportCounts) => CountTable): TableProtectionResult {
    const { counts, rest } = this.input;
    return protectTable({
      table: table(counts),
      rest: rest === null ? null : table(rest),
      thresholds: this.thresholds(false),
      totals: this.participantsResult.totalsOf('people'),
      noJudgement: 'minimum-cell',
      zerosAreKnown: true,
    });
  }

  /**
   * Whether the question is shown only after certain answers to another one. How many were asked then equals a count of that
   * other table; the two would have to be protected together, so the variable is withheld.
   */
  private dependsOnAnswers(variable: Variable): boolean {
    // `{name}`, with a row or an option behind it as in `{name.row}` and `{name[0]}`.
    const named = [...(variable.visibleIf ?? '').matchAll(/\{([^{}.[]+)/g)].map(([, name = '']) => name.trim());
    return this.input.codebook.questions.some(({ name }) => named.includes(name));
  }

  private indexOf(variable: Variable): number {
    const index = this.variables.findIndex(({ name }) => name === variable.name);
    if (index < 0) throw new RangeError(`${variable.name} is not counted.`);
    return index;
  }

  private thresholds(sensitive: boolean): Thresholds {
    const { minimumCell, minimumSensitiveCell, minimumBase, homogeneityBase } = this.input.policy;
    return { minimumCell: sensitive ? minimumSensitiveCell : minimumCell, minimumBase, homogeneityBase };
  }

  private protect(
    table: (counts: ReportCounts) => CountTable,
    thresholds: Thresholds,
    totals: TableProtection['totals'],
    withheldRows: ReadonlySet<number> = new Set(),
  ): TableProtectionResult {
    const { counts, rest, noJudgement = 'minimum-cell' } = this.input;
    return protectTable({ table: table(counts), rest: rest === null ? null : table(rest), thresholds, totals, noJudgement, withheldRows });
  }
}

function visibilityOf(division: TableProtectionResult, asked: string, notShown: string): Visibility {
  const read = cellReader(division.protectedTable);
  return { asked: division.totalsOf(asked), notShown: (row) => read(row, notShown) };
}

/** A missing option is a count beside the base; who ticked it gave no judgement, so everyone in the base did not. */
function missingOption(option: Variable, ofQuestion: (row: number, key: string) => Cell, visibility: Visibility): ProtectedVariable {
  const tick = option.codes.find(({ code }) => code === 1);
  return sealProtected({
    cell: (row: number, column: string) => {
      if (column === NOT_ANSWERED_KEY) return ofQuestion(row, column);
      return ofQuestion(row, tick !== undefined && column === codeKey(tick) ? missingOptionKey(option) : BASE);
    },
    notShown: visibility.notShown,
  });
}

function tablesByName(options: readonly Variable[], tables: readonly TableProtectionResult[]): OptionTables {
  return new Map(
    options.flatMap(({ name }, position) => {
      const table = tables[position];
      return table === undefined ? [] : [[name, table] as const];
    }),
  );
}

function bytesOf(counts: ReportCounts, index: number): Uint32Array {
  const bytes = counts.variables[index];
  if (bytes === undefined) throw new RangeError('The counts do not fit the codebook.');
  return bytes;
}

function checkSizes(input: AssembleReportInput, variableCount: number): void {
  for (const counts of [input.counts, ...(input.rest === null ? [] : [input.rest])]) {
    if (counts.rowCount !== input.rows.length || counts.variables.length !== variableCount || counts.modes.length !== input.modes.length) {
      throw new RangeError('The counts do not fit the report: rows, modes or variables differ.');
    }
  }
}

function withheldVariable(): ProtectedVariable {
  const reason: WithheldReason = 'protected';
  const withheld = (): Cell => ({ kind: 'withheld', reason });
  return sealProtected({ cell: withheld, notShown: withheld });
}
