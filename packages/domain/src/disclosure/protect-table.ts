import type { Cell, WithheldReason } from '../contract/report.js';
import { feasibleIntervals } from './audit.js';
import type { CellPlan } from './cell-plan.js';
import { withholdComplementary } from './complementary-suppression.js';
import type { ColumnRole, CountTable } from './count-table.js';
import type { NoJudgementRule } from './report-input.js';
import { primaryReasons, type Thresholds } from './primary-suppression.js';
import { sealProtected, type Protected } from './protected.js';
import { UNLIMITED } from './table-network.js';

/** A table in which every cell is a count or a reason. Made by `protectTable` only. */
export type ProtectedTable = Protected<{
  readonly columns: CountTable['columns'];
  readonly rows: readonly string[];
  /** Laid out like `CountTable.counts`. */
  readonly cells: readonly Cell[];
}>;

/**
 * What is known about a row's total from the table it comes from (people of the row are the same in every table).
 * Kept inside the protection: `lowest` and `highest` are chosen around the true count.
 */
export interface RowTotal {
  readonly reason: WithheldReason | null;
  /** Width of what a reader can narrow the total down to, the total itself where it is shown: no cell of the row can be wider. */
  readonly ceiling: number;
  /** Smallest value a reader can narrow it down to. */
  readonly floor: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface TableProtection {
  readonly table: CountTable;
  /** The same counts for everyone an active filter leaves out; null without a filter. */
  readonly rest: CountTable | null;
  readonly thresholds: Thresholds;
  readonly noJudgement: NoJudgementRule;
  /** Per row and last for `all`: total fixed by another table; null = free to be decided here. */
  readonly totals: readonly (RowTotal | null)[];
  /** Rows (the number of rows = `all`) whose judgements are withheld because of other tables. */
  readonly withheldRows?: ReadonlySet<number>;
  /** Whether a reader may know from elsewhere which cells are 0, with and without the filter: they never protect others. */
  readonly zerosAreKnown?: boolean;
}

/** The protected table with what further tables with the same people need to know. */
export interface TableProtectionResult {
  readonly protectedTable: ProtectedTable;
  /** Row totals for a table that splits up one column of this one. */
  totalsOf(columnKey: string): readonly RowTotal[];
}

const COST_OF_ROLE: Readonly<Record<ColumnRole, number>> = { aside: 60, valid: 100, sum: 400, headline: 700, base: 3000, total: 6000 };
/** A zero can only rise, so it protects little. */
const COST_OF_ZERO = 150;
/** Readers look at the whole city first. */
const COST_FACTOR_OF_ALL = 20;

/**
 * Protects a table: primary cells, then complementary ones until the exact audit holds, in an order that depends on row and
 * column names but not on their places. If reasons that tell "few" from "protected" would give something away, all cells are
 * called `protected`; if even that does not hold, the whole table is withheld. "Homogeneous" is never told: where the sums leave
 * only one answer that (nearly) everyone can have given, the word would say which.
 */
export function protectTable(input: TableProtection): TableProtectionResult {
  const order = canonicalOrder(input.table);
  const ordered = reorder(input, order);
  const plan = protectedPlan(ordered, true) ?? protectedPlan(ordered, false) ?? withholdAll(cellPlan(ordered, false));
  const intervals = feasibleIntervals(
    plan.table,
    plan.reasons.map((reason, cell) => reason !== null && plan.known[cell] !== true),
  );
  const cellOf = new Map(order.cells.map((original, position) => [original, position]));
  const cells = input.table.counts.map((count, original): Cell => {
    const reason = plan.reasons[cellOf.get(original) ?? 0] ?? null;
    return reason === null ? { kind: 'count', count } : { kind: 'withheld', reason };
  });
  const { columns, rows } = input.table;
  return {
    protectedTable: sealProtected({ columns, rows, cells }),
    totalsOf: (columnKey) => {
      const column = columns.findIndex(({ key }) => key === columnKey);
      return [...rows, 'all'].map((_, row) => {
        const cell = cellOf.get(row * columns.length + column) ?? 0;
        const interval = intervals[cell] ?? null;
        const count = plan.table.counts[cell] ?? 0;
        return {
          reason: plan.reasons[cell] ?? null,
          ceiling: interval === null ? count : interval.upper,
          floor: interval === null ? count : interval.lower,
          lowest: plan.lowest[cell] ?? 0,
          highest: plan.highest[cell] ?? UNLIMITED,
        };
      });
    },
  };
}

/** Null when no such plan protects. Plans with telling reasons are not made where a row is homogeneous: see `protectTable`. */
function protectedPlan(input: TableProtection, tellingReasons: boolean): CellPlan | null {
  const plan = cellPlan(input, tellingReasons);
  return !(tellingReasons && plan.reasons.includes('homogeneous')) && withholdComplementary(plan) ? plan : null;
}

function withholdAll(plan: CellPlan): CellPlan {
  plan.reasons.forEach((_, cell) => {
    if (plan.fixed[cell] === true) return;
    plan.reasons[cell] = 'protected';
    plan.lowest[cell] = 0;
    plan.highest[cell] = UNLIMITED;
  });
  return plan;
}

/** A row whose number of people is withheld is withheld altogether: else tables could be combined to narrow it down. */
function rowReason(total: RowTotal | null): WithheldReason | null {
  if (total === null || total.reason === null) return null;
  return total.reason === 'protected' ? 'protected' : 'base-too-small';
}

/** A row known to be empty has nothing to withhold: every reader knows its zeros. */
function isKnownEmpty(total: RowTotal): boolean {
  return total.reason === null && total.ceiling === 0;
}

/** Whether a reader of the row's total knows this cell: it is a known zero, or all others of the row are. */
function isUndivided(cell: number, { columns, counts }: CountTable, known: readonly boolean[]): boolean {
  if (known[cell] === true) return true;
  const first = cell - (cell % columns.length);
  return known.slice(first, first + columns.length).includes(true) && counts[cell] === counts[first];
}

function cellPlan(input: TableProtection, tellingReasons: boolean): CellPlan {
  const { table, thresholds, totals, withheldRows } = input;
  const width = table.columns.length;
  const all = table.rows.length;
  // With k = 2 "too few" would mean exactly one.
  const telling = tellingReasons && thresholds.minimumCell > 2;
  const primary = primaryReasons(table, input.rest, thresholds, input.noJudgement);
  const known = table.counts.map((count, cell) => input.zerosAreKnown === true && cell % width > 0 && count === 0 && (input.rest?.counts[cell] ?? 0) === 0);
  const plan: CellPlan = {
    table,
    reasons: [],
    fixed: table.counts.map((_, cell) => {
      const total = totals[Math.floor(cell / width)] ?? null;
      return total !== null && (cell % width === 0 || isKnownEmpty(total) || (total.reason === null && isUndivided(cell, table, known)));
    }),
    known,
    width: [],
    lowest: [],
    highest: [],
    protectedFrom: [],
    cost: [],
  };
  const widths: number[] = [];
  const from: number[] = [];
  const costs: number[] = [];
  table.counts.forEach((count, cell) => {
    const row = Math.floor(cell / width);
    const column = cell % width;
    const total = totals[row] ?? null;
    const role = table.columns[column]?.role ?? 'valid';
    const ceiling = total?.ceiling ?? totals[all]?.ceiling ?? Number.POSITIVE_INFINITY;
    widths.push(Math.min(isLenient(role, input) ? 1 : thresholds.minimumCell, ceiling));
    from.push(isLenient(role, input) || !telling ? 1 : protectedFrom(role, thresholds));
    costs.push((count === 0 ? COST_OF_ZERO : Math.min(count, 100)) + COST_OF_ROLE[role] * (row === all ? COST_FACTOR_OF_ALL : 1));
    if (total !== null && column === 0) {
      plan.reasons.push(total.reason);
      plan.lowest.push(total.lowest);
      plan.highest.push(total.highest);
      return;
    }
    if (total !== null && isKnownEmpty(total)) {
      plan.reasons.push(null);
      plan.lowest.push(0);
      plan.highest.push(0);
      return;
    }
    const whole = (table.counts[all * width + column] ?? 0) > 0 ? rowReason(total) : null;
    const linked = withheldRows?.has(Math.floor(cell / width)) === true && role === 'valid' && (table.counts[all * width + column] ?? 0) > 0;
    const isOpen = total !== null && total.reason === null && isUndivided(cell, table, known);
    const reason = whole ?? (isOpen ? null : (primary[cell] ?? (linked ? 'protected' : null)));
    const [lowest, highest] = whole !== null || !telling || isLenient(role, input) ? [0, UNLIMITED] : boundsOf(reason, role, count, thresholds);
    plan.reasons.push(reason === null || whole !== null || telling ? reason : 'protected');
    plan.lowest.push(lowest);
    plan.highest.push(highest);
  });
  return { ...plan, width: widths, protectedFrom: from, cost: costs };
}

function isLenient(role: ColumnRole, input: TableProtection): boolean {
  return role === 'aside' && input.noJudgement === 'two-values';
}

function protectedFrom(role: ColumnRole, thresholds: Thresholds): number {
  return role === 'base' ? Math.max(thresholds.minimumBase, thresholds.minimumCell) : thresholds.minimumCell;
}

/** What the reason tells about the count; see `CellPlan.lowest`. */
function boundsOf(
  reason: WithheldReason | null,
  role: ColumnRole,
  count: number,
  thresholds: Thresholds,
): readonly [number, number] {
  switch (reason) {
    case null:
    case 'homogeneous':
      return [0, UNLIMITED];
    case 'too-few':
      return [role === 'base' ? Math.max(1, thresholds.minimumBase) : 1, thresholds.minimumCell - 1];
    case 'base-too-small':
      return role === 'base' ? [Math.min(count, 1), thresholds.minimumBase - 1] : [0, UNLIMITED];
    case 'protected':
      return count === 0 ? [0, 0] : [protectedFrom(role, thresholds), UNLIMITED];
  }
}

interface CanonicalOrder {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Original cell of every ordered cell. */
  readonly cells: readonly number[];
}

function byName(names: readonly string[]): (left: number, right: number) => number {
  return (left, right) => {
    const a = names[left] ?? '';
    const b = names[right] ?? '';
    return a < b ? -1 : a > b ? 1 : 0;
  };
}

function canonicalOrder({ columns, rows }: CountTable): CanonicalOrder {
  const depth = (column: number): number => {
    const parent = columns[column]?.parent ?? -1;
    return parent < 0 ? 0 : depth(parent) + 1;
  };
  const rowOrder = rows.map((_, row) => row).sort(byName(rows));
  const names = byName(columns.map(({ key }) => key));
  const columnOrder = columns.map((_, column) => column).sort((left, right) => depth(left) - depth(right) || names(left, right));
  const cells = [...rowOrder, rows.length].flatMap((row) => columnOrder.map((column) => row * columns.length + column));
  return { rows: rowOrder, columns: columnOrder, cells };
}

function reorder(input: TableProtection, order: CanonicalOrder): TableProtection {
  const columns = order.columns.flatMap((index) => {
    const column = input.table.columns[index];
    return column === undefined ? [] : [{ ...column, parent: column.parent < 0 ? -1 : order.columns.indexOf(column.parent) }];
  });
  const rows = order.rows.map((row) => input.table.rows[row] ?? '');
  const table = (counts: readonly number[]): CountTable => ({ columns, rows, counts: order.cells.map((cell) => counts[cell] ?? 0) });
  return {
    ...input,
    table: table(input.table.counts),
    rest: input.rest === null ? null : table(input.rest.counts),
    totals: [...order.rows, input.table.rows.length].map((row) => input.totals[row] ?? null),
    withheldRows: new Set([...order.rows, input.table.rows.length].flatMap((row, position) => (input.withheldRows?.has(row) === true ? [position] : []))),
  };
}
