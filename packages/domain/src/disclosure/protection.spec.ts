import fc from 'fast-check';
import type { WithheldReason } from '../contract/report.js';
import { feasibleIntervals } from './audit.js';
import { childrenOf, countTable, type CountTable, type TableColumn } from './count-table.js';
import { protectTable, type ProtectedTable, type RowTotal, type TableProtection } from './protect-table.js';
import type { Thresholds } from './primary-suppression.js';
import type { NoJudgementRule } from './report-input.js';

// Property tests try many tables; a busy machine needs longer than the default five seconds.
jest.setTimeout(120_000);

/** One feasible set of row vectors after another, by trying all: the judge of the audit, too slow for anything but tests. */
function everyFittingTable(table: CountTable, hidden: readonly boolean[], cap: number, visit: (counts: readonly number[]) => void): void {
  const width = table.columns.length;
  const children = childrenOf(table.columns);
  const leaves = children.flatMap((parts, column) => (parts.length === 0 ? [column] : []));
  const sumUp = (counts: number[], row: number): void => {
    for (let column = width - 1; column >= 0; column -= 1) {
      const parts = children[column] ?? [];
      if (parts.length > 0) counts[row * width + column] = parts.reduce((sum, part) => sum + (counts[row * width + part] ?? 0), 0);
    }
  };
  const fits = (counts: readonly number[], row: number): boolean =>
    table.columns.every((_, column) => hidden[row * width + column] || counts[row * width + column] === table.counts[row * width + column]);
  const counts = new Array<number>(table.counts.length).fill(0);
  const all = table.rows.length;
  const fillRow = (row: number, position: number, left: number): void => {
    const column = leaves[position];
    if (row === all) {
      for (const leaf of leaves) {
        counts[all * width + leaf] = table.rows.reduce((sum, _, each) => sum + (counts[each * width + leaf] ?? 0), 0);
      }
      sumUp(counts, all);
      if (fits(counts, all)) visit(counts);
      return;
    }
    if (column === undefined) {
      sumUp(counts, row);
      if (fits(counts, row)) fillRow(row + 1, 0, budget(row + 1));
      return;
    }
    const cell = row * width + column;
    const known = table.counts[cell] ?? 0;
    const above = table.rows.slice(0, row).reduce((sum, _, each) => sum + (counts[each * width + column] ?? 0), 0);
    const room = hidden[all * width + column] ? left : Math.min(left, (table.counts[all * width + column] ?? 0) - above);
    for (let value = hidden[cell] ? 0 : known; value <= (hidden[cell] ? room : Math.min(known, room)); value += 1) {
      counts[cell] = value;
      fillRow(row, position + 1, left - value);
    }
  };
  const budget = (row: number): number => {
    if (hidden[row * width] !== true) return table.counts[row * width] ?? 0;
    const used = table.rows.slice(0, row).reduce((sum, _, each) => sum + (counts[each * width] ?? 0), 0);
    return hidden[all * width] ? cap : (table.counts[all * width] ?? 0) - used;
  };
  fillRow(0, 0, budget(0));
}

function hiddenCells(table: ProtectedTable): boolean[] {
  return table.cells.map(({ kind }) => kind === 'withheld');
}

function reasonsOf(table: ProtectedTable): (WithheldReason | null)[] {
  return table.cells.map((cell) => (cell.kind === 'withheld' ? cell.reason : null));
}

const LEVELS = ['low', 'medium', 'high', 'very-high'];
const FLAT: readonly TableColumn[] = [
  { key: 'total', role: 'total', parent: -1 },
  ...LEVELS.map((key) => ({ key, role: 'valid' as const, parent: 0 })),
];
/** Counties by education of the head of household (Working Paper 22, Federal Committee on Statistical Methodology). */
const COUNTIES = [
  [15, 1, 3, 1],
  [20, 10, 10, 15],
  [3, 10, 10, 2],
  [12, 14, 7, 2],
];
const NAMES = ['alpha', 'beta', 'gamma', 'delta'];
const counties = countTable(FLAT, NAMES, (row, column) => COUNTIES[row]?.[column - 1] ?? 0);
const PRIMARY_COUNTIES = COUNTIES.flatMap((counts, row) =>
  counts.flatMap((count, column) => (count < 5 ? [`${NAMES[row] ?? ''} ${LEVELS[column] ?? ''}`] : [])),
);

function countyCell(name: string): number {
  const [row = '', column = ''] = name.split(' ');
  return NAMES.indexOf(row) * FLAT.length + 1 + LEVELS.indexOf(column);
}

function auditCounties(withheld: readonly string[]): { solutions: number; intervals: Record<string, readonly [number, number]> } {
  const hidden = counties.counts.map((_, cell) => withheld.some((name) => countyCell(name) === cell));
  let solutions = 0;
  everyFittingTable(counties, hidden, 0, () => (solutions += 1));
  const found = feasibleIntervals(counties, hidden);
  const intervals = withheld.map((name): [string, readonly [number, number]] => {
    const interval = found[countyCell(name)];
    return [name, [interval?.lower ?? Number.NaN, interval?.upper ?? Number.NaN]];
  });
  return { solutions, intervals: Object.fromEntries(intervals) };
}

describe('the audit of the county table', () => {
  it('finds everything recovered when only the primary cells are withheld', () => {
    const { solutions, intervals } = auditCounties(PRIMARY_COUNTIES);
    expect(PRIMARY_COUNTIES).toHaveLength(6);
    expect(solutions).toBe(1);
    expect(Object.values(intervals).every(([lower, upper]) => lower === upper)).toBe(true);
  });

  it('finds Alpha, very high disclosed although every row and column has at least two withheld cells', () => {
    const { solutions, intervals } = auditCounties([...PRIMARY_COUNTIES, 'beta medium', 'beta high', 'delta low']);
    expect(solutions).toBe(25);
    expect(intervals['alpha very-high']).toEqual([1, 1]);
  });

  it('gives the known intervals of the protected pattern', () => {
    const { solutions, intervals } = auditCounties([
      ...['alpha medium', 'alpha high', 'alpha very-high', 'gamma low', 'gamma medium', 'gamma very-high'],
      ...['delta low', 'delta high', 'delta very-high'],
    ]);
    expect(solutions).toBe(90);
    expect(intervals).toEqual({
      'alpha medium': [0, 5],
      'alpha high': [0, 5],
      'alpha very-high': [0, 5],
      'gamma low': [0, 9],
      'gamma medium': [6, 11],
      'gamma very-high': [0, 5],
      'delta low': [6, 15],
      'delta high': [5, 10],
      'delta very-high': [0, 5],
    });
  });
});

const COUNTY_RULES: Thresholds = { minimumCell: 5, minimumBase: 10, homogeneityBase: 30 };
const FREE = (table: CountTable): (RowTotal | null)[] => [...table.rows, 'all'].map(() => null);
const SHOWN_TOTALS = (table: CountTable): RowTotal[] =>
  [...table.rows, 'all'].map((_, row) => {
    const count = table.counts[row * table.columns.length] ?? 0;
    return { reason: null, ceiling: count, floor: count, lowest: count, highest: count };
  });

function protection(table: CountTable, more: Partial<TableProtection> = {}): TableProtection {
  return { table, rest: null, thresholds: COUNTY_RULES, totals: SHOWN_TOTALS(table), noJudgement: 'minimum-cell', ...more };
}

describe('protecting the county table', () => {
  const { protectedTable } = protectTable(protection(counties));
  const hidden = hiddenCells(protectedTable);

  it('withholds every primary cell as too few and keeps the row totals', () => {
    for (const name of PRIMARY_COUNTIES) expect(protectedTable.cells[countyCell(name)]).toEqual({ kind: 'withheld', reason: 'too-few' });
    expect(counties.rows.map((_, row) => protectedTable.cells[row * FLAT.length])).toEqual(
      [20, 55, 25, 35].map((count) => ({ kind: 'count', count })),
    );
  });

  it('leaves every withheld cell an interval at least k wide', () => {
    const narrow = feasibleIntervals(counties, hidden).filter((interval) => interval !== null && interval.upper - interval.lower < 5);
    expect(narrow).toEqual([]);
  });

  it('withholds nothing it does not need: showing any complementary cell again would break the protection', () => {
    const complementary = protectedTable.cells.flatMap((cell, index) => (cell.kind === 'withheld' && cell.reason === 'protected' ? [index] : []));
    expect(complementary.length).toBeGreaterThan(0);
    for (const cell of complementary) {
      const fewer = hidden.map((isHidden, index) => isHidden && index !== cell);
      const values = possibleValues(counties, fewer, reasonsOf(protectedTable), COUNTY_RULES, 'minimum-cell', 0);
      const intervals = feasibleIntervals(counties, fewer);
      const broken = intervals.some((interval, index) => interval !== null && (interval.upper - interval.lower < 5 || (values[index]?.size ?? 0) < 2));
      expect(broken).toBe(true);
    }
  });
});

const SCALE: readonly TableColumn[] = [
  { key: 'asked', role: 'total', parent: -1 },
  { key: 'base', role: 'base', parent: 0 },
  { key: 'middle', role: 'valid', parent: 1 },
  { key: 'disagree', role: 'sum', parent: 1 },
  { key: 'one', role: 'valid', parent: 3 },
  { key: 'two', role: 'valid', parent: 3 },
  { key: 'skipped', role: 'aside', parent: 0 },
];
/** Columns without parts. */
const OPEN_LEAVES = [2, 4, 5, 6];
const SMALL_RULES: Thresholds = { minimumCell: 3, minimumBase: 3, homogeneityBase: 4 };

/** Whether a count is one the reason could have been given for, read strictly: `protected` means 0 or not small. */
function fitsReason(
  reason: WithheldReason | null,
  count: number,
  role: TableColumn['role'],
  rules: Thresholds,
  rule: NoJudgementRule,
): boolean {
  if (role === 'aside' && rule === 'two-values') return true;
  switch (reason) {
    case 'too-few':
      return count > 0 && count < rules.minimumCell;
    case 'protected':
      return count === 0 || count >= (role === 'base' ? Math.max(rules.minimumBase, rules.minimumCell) : rules.minimumCell);
    case 'base-too-small':
      return role !== 'base' || (count > 0 && count < rules.minimumBase);
    case 'homogeneous':
      throw new Error('This reason is never told.');
    case null:
      return true;
  }
}

/** Per cell all values a reader who knows the rules and reads the reasons must reckon with. */
function possibleValues(
  table: CountTable,
  hidden: readonly boolean[],
  reasons: readonly (WithheldReason | null)[],
  rules: Thresholds,
  rule: NoJudgementRule,
  cap: number,
): readonly ReadonlySet<number>[] {
  const values = table.counts.map(() => new Set<number>());
  const bases = table.columns.findIndex(({ role }) => role === 'base');
  // Where the whole table is withheld for its small base, single rows may be empty.
  const tableWithheld = reasons[table.rows.length * table.columns.length + bases] === 'base-too-small';
  // A table in which nothing is called "too few" may have been given neutral reasons throughout.
  const neutral = !reasons.some((reason, cell) => reason === 'too-few' && cell % table.columns.length !== 0);
  everyFittingTable(table, hidden, cap, (counts) => {
    const fits = counts.every((count, cell) => {
      const role = table.columns[cell % table.columns.length]?.role ?? 'valid';
      const reason = reasons[cell] ?? null;
      // In a row withheld as a whole the reason belongs to the row.
      const whole = role !== 'total' && hidden[cell - (cell % table.columns.length)] === true;
      return hidden[cell] !== true || whole || (neutral && reason === 'protected') || (tableWithheld && count === 0) || fitsReason(reason, count, role, rules, rule);
    });
    if (fits) counts.forEach((count, cell) => values[cell]?.add(count));
  });
  return values;
}

const leafCounts = (rows: number, columns: number, max: number): fc.Arbitrary<number[][]> =>
  fc.array(
    fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 0, max }) }), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: 1, maxLength: rows },
  );

function scaleTable(rows: readonly (readonly number[])[], names?: readonly string[]): CountTable {
  const leaves = ['middle', 'one', 'two', 'skipped'];
  return countTable(
    SCALE,
    names ?? rows.map((_, row) => `row-${String(row)}`),
    (row, column) => rows[row]?.[leaves.indexOf(SCALE[column]?.key ?? '')] ?? 0,
  );
}

describe('the audit, judged by trying all tables', () => {
  it('gives exactly the enumerated interval of every withheld cell', () => {
    fc.assert(
      fc.property(leafCounts(3, 4, 3), fc.array(fc.boolean(), { minLength: 28, maxLength: 28 }), (rows, pattern) => {
        const table = scaleTable(rows);
        const hidden = table.counts.map((_, cell) => cell % SCALE.length !== 0 && pattern[cell] === true);
        const seen = table.counts.map((count) => ({ lower: count, upper: count }));
        everyFittingTable(table, hidden, 0, (counts) => {
          counts.forEach((count, cell) => {
            const range = seen[cell];
            if (range) Object.assign(range, { lower: Math.min(range.lower, count), upper: Math.max(range.upper, count) });
          });
        });
        expect(feasibleIntervals(table, hidden)).toEqual(seen.map((range, cell) => (hidden[cell] ? range : null)));
      }),
      { numRuns: 150 },
    );
  });

  it('knows that a withheld total without any limit above has no upper bound', () => {
    const table = countTable([{ key: 'people', role: 'valid', parent: -1 }], ['a', 'b'], () => 7);
    expect(feasibleIntervals(table, [true, false, true])).toEqual([{ lower: 0, upper: Infinity }, null, { lower: 7, upper: Infinity }]);
  });
});

/** Row totals as the participants table leaves them. */
function protectedTotals(table: CountTable): readonly RowTotal[] {
  const people = countTable([{ key: 'people', role: 'valid', parent: -1 }], table.rows, (row) => table.counts[row * table.columns.length] ?? 0);
  return protectTable(protection(people, { thresholds: SMALL_RULES, totals: FREE(people) })).totalsOf('people');
}

describe('a protected table', () => {
  it.each(['minimum-cell', 'two-values'] as const)('lets nobody compute a withheld cell, reasons included (%s)', (noJudgement) => {
    let withheld = 0;
    fc.assert(
      fc.property(leafCounts(3, 4, 4), (rows) => {
        const table = scaleTable(rows);
        const { protectedTable } = protectTable(protection(table, { thresholds: SMALL_RULES, noJudgement, totals: protectedTotals(table) }));
        const reasons = reasonsOf(protectedTable);
        const hidden = hiddenCells(protectedTable);
        // Trying all tables takes too long with more open cells.
        fc.pre(hidden.filter((isHidden, cell) => isHidden && OPEN_LEAVES.includes(cell % SCALE.length)).length <= 10);
        const values = possibleValues(table, hidden, reasons, SMALL_RULES, noJudgement, 5);
        hidden.forEach((isHidden, cell) => {
          if (!isHidden) return;
          withheld += 1;
          expect(values[cell]?.size).toBeGreaterThanOrEqual(2);
        });
      }),
      { numRuns: 120 },
    );
    expect(withheld).toBeGreaterThan(100);
  });

  it('leaves every withheld cell an interval at least k wide, or as wide as the people of its row', () => {
    fc.assert(
      fc.property(leafCounts(8, 4, 30), (rows) => {
        const table = scaleTable(rows);
        const { protectedTable } = protectTable(protection(table));
        feasibleIntervals(table, hiddenCells(protectedTable)).forEach((interval, cell) => {
          if (interval === null) return;
          const people = table.counts[cell - (cell % SCALE.length)] ?? 0;
          expect(interval.upper - interval.lower).toBeGreaterThanOrEqual(Math.min(5, people));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never says that a row is homogeneous: where the sums leave one answer only, the word would say which', () => {
    // All twenty of Alpha chose "low", and nobody else could have: no other level has nineteen people in the whole table.
    const rows = [[20, 0, 0, 0], [15, 10, 6, 7], [12, 6, 9, 8]];
    const columns: TableColumn[] = [{ key: 'base', role: 'base', parent: -1 }, ...LEVELS.map((key) => ({ key, role: 'valid' as const, parent: 0 }))];
    const table = countTable(columns, ['alpha', 'beta', 'gamma'], (row, column) => rows[row]?.[column - 1] ?? 0);
    const { protectedTable } = protectTable({ table, rest: null, thresholds: COUNTY_RULES, totals: FREE(table), noJudgement: 'minimum-cell' });
    expect(protectedTable.cells[0]).toEqual({ kind: 'count', count: 20 });
    expect(protectedTable.cells.slice(1, 5).map(({ kind }) => kind)).toEqual(['withheld', 'withheld', 'withheld', 'withheld']);
    expect(new Set(reasonsOf(protectedTable))).toEqual(new Set([null, 'protected']));
  });

  it('shows no small count, no small base and no homogeneous row', () => {
    fc.assert(
      fc.property(leafCounts(8, 4, 14), (rows) => {
        const table = scaleTable(rows);
        const { protectedTable } = protectTable(protection(table));
        const at = (row: number, key: string): number => row * SCALE.length + SCALE.findIndex((column) => column.key === key);
        for (let row = 0; row <= table.rows.length; row += 1) {
          const base = table.counts[at(row, 'base')] ?? 0;
          const judgements = ['middle', 'one', 'two'].map((key) => table.counts[at(row, key)] ?? 0);
          const secret = (base > 0 && base < 10) || (base > 0 && base < 30 && Math.max(...judgements) >= base - 1);
          SCALE.slice(1).forEach(({ key }) => {
            const cell = protectedTable.cells[at(row, key)];
            if (cell?.kind !== 'count') return;
            expect(cell.count === 0 || cell.count >= 5).toBe(true);
            // Counts of columns nobody in the table chose stay visible as zeros.
            if (secret && !['base', 'skipped'].includes(key)) expect(table.counts[at(table.rows.length, key)]).toBe(0);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(leafCounts(6, 4, 12), fc.infiniteStream(fc.nat()), (rows, randomness) => {
        const names = rows.map((_, row) => `row-${String(row)}`);
        const order = names.map((_, row) => ({ row, key: randomness.next().value as number })).sort((a, b) => a.key - b.key || a.row - b.row);
        const original = scaleTable(rows, names);
        const shuffled = scaleTable(
          order.map(({ row }) => rows[row] ?? []),
          order.map(({ row }) => names[row] ?? ''),
        );
        const first = protectTable(protection(original)).protectedTable;
        const second = protectTable(protection(shuffled)).protectedTable;
        order.forEach(({ row }, place) => {
          const slice = (table: ProtectedTable, at: number): unknown => table.cells.slice(at * SCALE.length, (at + 1) * SCALE.length);
          expect(slice(second, place)).toEqual(slice(first, row));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('works for a single row, where every cell stands beside its own margin', () => {
    const table = scaleTable([[20, 2, 9, 12]]);
    const { protectedTable } = protectTable(protection(table));
    const hidden = hiddenCells(protectedTable);
    const one = SCALE.findIndex(({ key }) => key === 'one');
    expect([hidden[one], hidden[SCALE.length + one]]).toEqual([true, true]);
    const intervals = feasibleIntervals(table, hidden);
    expect(intervals.every((interval) => interval === null || interval.upper - interval.lower >= 5)).toBe(true);
  });

  it('shows nothing of a variable that fewer than ten people in the whole city judged', () => {
    const table = scaleTable([[2, 1, 1, 30], [3, 0, 2, 25]]);
    const { protectedTable } = protectTable(protection(table));
    const cells = protectedTable.cells.filter((_, cell) => cell % SCALE.length !== 0);
    expect(cells.every((cell) => cell.kind === 'withheld' && cell.reason === 'base-too-small')).toBe(true);
  });

  it('treats a cell as sensitive when a filter leaves out only a few people of it', () => {
    const table = scaleTable([[20, 9, 9, 6], [20, 9, 9, 6], [20, 9, 9, 6]]);
    const rest = scaleTable([[2, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9]]);
    const middle = SCALE.findIndex(({ key }) => key === 'middle');
    const withoutFilter = protectTable(protection(table)).protectedTable;
    const withFilter = protectTable(protection(table, { rest })).protectedTable;
    expect(withoutFilter.cells[middle]?.kind).toBe('count');
    expect(withFilter.cells[middle]).toEqual({ kind: 'withheld', reason: 'protected' });
  });

  it('withholds a whole row whose number of people is withheld elsewhere', () => {
    const people = countTable([{ key: 'people', role: 'valid', parent: -1 }], ['a', 'b', 'c'], (row) => [3, 12, 60][row] ?? 0);
    const participants = protectTable(protection(people, { totals: FREE(people) }));
    expect(participants.protectedTable.cells.map(({ kind }) => kind)).toEqual(['withheld', 'withheld', 'count', 'count']);
    const table = scaleTable([[1, 1, 1, 0], [6, 3, 3, 0], [20, 12, 14, 14]], ['a', 'b', 'c']);
    const { protectedTable } = protectTable(protection(table, { totals: participants.totalsOf('people') }));
    const row = (index: number): ProtectedTable['cells'] => protectedTable.cells.slice(index * SCALE.length + 1, (index + 1) * SCALE.length);
    expect(row(0).every((cell) => cell.kind === 'withheld' && cell.reason === 'base-too-small')).toBe(true);
    expect(row(1).every((cell) => cell.kind === 'withheld' && cell.reason === 'protected')).toBe(true);
  });
});
