import fc from 'fast-check';
import type { Cell, DisclosurePolicy, VariableReport } from '../contract/report.js';
import { codedVariables, NOT_SHOWN, type Codebook, type Variable } from '../survey/codebook.js';
import { countReport } from '../tabulation/count-report.js';
import { countingPlan } from '../tabulation/counting-plan.js';
import type { ReportCounts } from '../tabulation/counts.js';
import { assembleReport } from './assemble-report.js';

// Property tests run many reports; a busy machine needs longer than the default five seconds.
jest.setTimeout(120_000);

/*
 * Two versions of a questionnaire divide the people of every Stadtteil in two: who was not shown the question of one version
 * was shown that of the other. The attacker below holds both questions against each other and tries every way to divide them.
 */

const POLICY: DisclosurePolicy = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 };
const K = POLICY.minimumCell;
const ROWS = ['elsewhere', 'unknown', 'north'] as const;
/** Random crowds per attack. */
const RUNS = 60;

function question(name: string): Variable {
  return {
    name, question: name, itemId: name, demographicId: null, part: 'choice', measurement: 'nominal', scale: null,
    codes: [1, 2, 3].map((code) => ({ code, position: code, missing: null, labels: {} })), option: null, labels: {}, criterion: null, fieldOfAction: null,
    reverse: false, art9: false, sensitive: false, visibleIf: null,
  };
}

const codebook: Codebook = {
  questions: ['new', 'old'].map((name) => ({ name, type: 'single', max: null, commentKey: null, commentMaxLength: 0, visibleIf: null })),
  variables: [question('new'), question('old')],
  districtVariable: null,
};

/** People of one row by version. */
interface Divided {
  readonly now: number;
  readonly before: number;
}
type Crowd = readonly Divided[];

function countsOf(crowd: Crowd): ReportCounts {
  const people = crowd.flatMap(({ now, before }, row) => [
    ...Array.from({ length: now }, (_, person) => ({ row, bytes: [1 + (person % 3), NOT_SHOWN] })),
    ...Array.from({ length: before }, (_, person) => ({ row, bytes: [NOT_SHOWN, 1 + (person % 3)] })),
  ]);
  const columns = {
    length: people.length,
    rowIndex: Uint8Array.from(people, ({ row }) => row),
    mode: new Uint8Array(people.length),
    week: new Uint16Array(people.length),
    targetGroup: new Uint8Array(people.length),
    variables: codedVariables(codebook).map((_, at) => Uint8Array.from(people, ({ bytes }) => bytes[at] ?? 0)),
  };
  return countReport(columns, countingPlan(codebook, []), { rowCount: ROWS.length, modeCount: 1 }, null);
}

/** What a reader sees of one row, or of the whole city: people, and those not shown either question. */
interface Seen {
  readonly people: Cell;
  readonly notNew: Cell;
  readonly notOld: Cell;
  /** Reason of the base where the row is withheld: it tells why the people asked are. */
  readonly newBase: Cell;
  readonly oldBase: Cell;
}

function publish(crowd: Crowd, leftOut: Crowd | null = null): readonly Seen[] {
  const item = (itemId: string) => ({ itemId, kind: 'bedarf' as const, text: {}, criterion: null, fieldOfAction: null, reverse: false, art9: false });
  const report = assembleReport({
    codebook, rows: ROWS.map((row) => ({ row, population: null })), modes: ['online'], items: [item('new'), item('old')], criteria: [],
    counts: countsOf(crowd), rest: leftOut === null ? null : countsOf(leftOut), policy: POLICY, noJudgement: 'two-values',
  });
  const variables = report.items.flatMap((each) => each.variables);
  const rowOf = (name: string, row: string) => variables.find(({ variable }) => variable === name)?.rows.find((each) => each.row === row) as VariableReport['rows'][number];
  return [...ROWS, 'all'].map((row) => ({
    people: report.participants.find((each) => each.row === row)?.count as Cell,
    notNew: rowOf('new', row).notShown,
    notOld: rowOf('old', row).notShown,
    newBase: rowOf('new', row).base,
    oldBase: rowOf('old', row).base,
  }));
}

/** What the table of one version tells: the cells of those asked and of those not, and whether its reasons tell few from many. */
interface Told {
  readonly asked: readonly (Cell | null)[];
  readonly notAsked: readonly (Cell | null)[];
  readonly isTelling: boolean;
}

/**
 * The people asked stand in no cell of their own; where they are withheld, the base says why. Where the people of a row are
 * withheld, all its reasons are theirs.
 */
function told(seen: readonly Seen[], base: (row: Seen) => Cell, notAsked: (row: Seen) => Cell): Told {
  const own = (cell: (row: Seen) => Cell) => seen.map((row) => (row.people.kind === 'count' ? cell(row) : null));
  const asked = own((row): Cell => {
    const [hidden, why] = [notAsked(row), base(row)];
    if (hidden.kind === 'count' && row.people.kind === 'count') return { kind: 'count', count: row.people.count - hidden.count };
    return { kind: 'withheld', reason: why.kind === 'withheld' && why.reason === 'base-too-small' ? 'too-few' : 'protected' };
  });
  const hidden = own(notAsked);
  return { asked, notAsked: hidden, isTelling: [...asked, ...hidden].some((cell) => cell?.kind === 'withheld' && cell.reason === 'too-few') };
}

/** Whether a count can stand behind a cell, for a reader who knows what the reasons mean or for one who does not look at them. */
function fits(cell: Cell | null | undefined, count: number, { isTelling, useReasons }: { readonly isTelling: boolean; readonly useReasons: boolean }): boolean {
  if (cell === null || cell === undefined) return true;
  if (cell.kind === 'count') return cell.count === count;
  if (!useReasons) return true;
  if (cell.reason === 'too-few') return count > 0 && count < K;
  return !isTelling || count === 0 || count >= K;
}

interface Knowledge {
  readonly useReasons: boolean;
  /** Rows in which, as anybody may look up, only the newer version was offered. */
  readonly onlyNew: readonly number[];
  /** No row has more people. */
  readonly most: number;
}

/** Every way to divide people that agrees with all that is shown. */
function everyFittingCrowd(seen: readonly Seen[], { useReasons, onlyNew, most }: Knowledge, visit: (crowd: Crowd) => void): void {
  const tables = [
    { ...told(seen, ({ newBase }) => newBase, ({ notNew }) => notNew), of: ({ now }: Divided) => now },
    { ...told(seen, ({ oldBase }) => oldBase, ({ notOld }) => notOld), of: ({ before }: Divided) => before },
  ];
  const people = { isTelling: seen.some((row) => row.people.kind === 'withheld' && row.people.reason === 'too-few'), useReasons };
  const allows = (row: number, divided: Divided): boolean => {
    const sum = divided.now + divided.before;
    return (
      fits(seen[row]?.people, sum, people) &&
      tables.every(
        ({ asked, notAsked, isTelling, of }) => fits(asked[row], of(divided), { isTelling, useReasons }) && fits(notAsked[row], sum - of(divided), { isTelling, useReasons }),
      )
    );
  };
  const step = (row: number, crowd: readonly Divided[], left: number): void => {
    if (row === ROWS.length) {
      const sum = { now: crowd.reduce((total, { now }) => total + now, 0), before: crowd.reduce((total, { before }) => total + before, 0) };
      if (allows(row, sum)) visit([...crowd, sum]);
      return;
    }
    const here = seen[row]?.people;
    for (let size = here?.kind === 'count' ? here.count : 0; size <= (here?.kind === 'count' ? Math.min(left, here.count) : left); size += 1) {
      for (let before = 0; before <= (onlyNew.includes(row) ? 0 : size); before += 1) {
        const divided = { now: size - before, before };
        if (allows(row, divided)) step(row + 1, [...crowd, divided], left - size);
      }
    }
  };
  step(0, [], most);
}

interface Finding {
  /** Withheld counts of people per version. */
  readonly targets: number;
  readonly exact: number;
  /** Known closer than k from counts alone, though there are that many people. */
  readonly narrow: number;
}

function attack(crowd: Crowd, onlyNew: readonly number[]): Finding {
  const seen = publish(crowd);
  const people = crowd.reduce((sum, { now, before }) => sum + now + before, 0);
  const values = (useReasons: boolean): Set<number>[] => {
    const found = Array.from({ length: 2 * (ROWS.length + 1) }, () => new Set<number>());
    everyFittingCrowd(seen, { useReasons, onlyNew, most: people + K + 1 }, (fitting) =>
      fitting.forEach(({ now, before }, row) => {
        found[2 * row]?.add(now);
        found[2 * row + 1]?.add(before);
      }),
    );
    return found;
  };
  const withReasons = values(true);
  const withCounts = values(false);
  const sums = { now: crowd.reduce((people, { now }) => people + now, 0), before: crowd.reduce((people, { before }) => people + before, 0) };
  let [targets, exact, narrow] = [0, 0, 0];
  [...crowd, sums].forEach(({ now, before }, row) => {
    [now, before].forEach((count, version) => {
      const cell = version === 0 ? seen[row]?.notOld : seen[row]?.notNew;
      if (cell?.kind !== 'withheld' || (onlyNew.includes(row) && version === 1)) return;
      if (onlyNew.includes(row) && seen[row]?.people.kind === 'count') return;
      targets += 1;
      const feasible = withReasons[2 * row + version] ?? new Set();
      expect(feasible.has(count)).toBe(true);
      if (feasible.size < 2) exact += 1;
      const range = [...(withCounts[2 * row + version] ?? [])];
      if (Math.max(...range) - Math.min(...range) < Math.min(K, now + before)) narrow += 1;
    });
  });
  return { targets, exact, narrow };
}

/** Two crowds of the same rows: what a filter lets through and what it leaves out. */
interface Filtered {
  readonly inside: Crowd;
  readonly outside: Crowd;
}

/** Counts that the filter leaves out and that follow from the report with the filter and the one without it. */
function leftOutAndComputed({ inside, outside }: Filtered): readonly number[] {
  const whole = publish(inside.map(({ now, before }, row) => ({ now: now + (outside[row]?.now ?? 0), before: before + (outside[row]?.before ?? 0) })));
  const filtered = publish(inside, outside);
  const difference = (column: (row: Seen) => Cell): readonly (number | null)[] =>
    whole.map((row, at) => {
      const [all, part] = [column(row), column(filtered[at] ?? row)];
      return all.kind === 'count' && part.kind === 'count' ? all.count - part.count : null;
    });
  const [people, before, now] = [difference((row) => row.people), difference((row) => row.notNew), difference((row) => row.notOld)];
  const others = people.map((all, row) => (all === null ? [] : [before[row], now[row]].map((one) => (typeof one === 'number' ? all - one : null))));
  return [...people, ...before, ...now, ...others.flat()].filter((count) => typeof count === 'number');
}

const SIZE = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 14 }));
const CROWD = fc.array(fc.record({ now: SIZE, before: SIZE }), { minLength: ROWS.length, maxLength: ROWS.length });
const SEED = 20_261_122;

function attackMany(rowsOfNewOnly: readonly number[]): Finding {
  const crowds = fc.sample(CROWD, { numRuns: RUNS, seed: SEED });
  return crowds
    .map((crowd) => attack(crowd.map((divided, row) => (rowsOfNewOnly.includes(row) ? { ...divided, before: 0 } : divided)), rowsOfNewOnly))
    .reduce((sum, one) => ({ targets: sum.targets + one.targets, exact: sum.exact + one.exact, narrow: sum.narrow + one.narrow }), { targets: 0, exact: 0, narrow: 0 });
}

describe('people divided by two versions of a questionnaire', () => {
  it('are not counted by holding the questions of both against each other', () => {
    const { targets, ...broken } = attackMany([]);
    expect(targets).toBeGreaterThan(RUNS);
    expect(broken).toEqual({ exact: 0, narrow: 0 });
  });

  it('nor by knowing where the older version was never asked', () => {
    const { targets, ...broken } = attackMany([1]);
    expect(targets).toBeGreaterThan(RUNS);
    expect(broken).toEqual({ exact: 0, narrow: 0 });
  });

  it('nor by subtracting a report with a filter, even one that only the newer version passes', () => {
    const none = CROWD.map((crowd) => crowd.map(({ now }) => ({ now, before: 0 })));
    const runs = fc.sample(fc.record({ inside: fc.oneof(CROWD, none), outside: CROWD }), { numRuns: 10 * RUNS, seed: SEED });
    const computed = runs.flatMap(leftOutAndComputed);
    expect(computed.filter((count) => count >= K).length).toBeGreaterThan(RUNS);
    expect(computed.filter((count) => count > 0 && count < K)).toEqual([]);
  });

  it('show where nobody was asked, and all people of a row that only one version was asked in', () => {
    const seen = publish([{ now: 12, before: 0 }, { now: 0, before: 13 }, { now: 14, before: 15 }]);
    expect(seen.map(({ notNew, notOld }) => [notNew, notOld])).toEqual([[0, 12], [13, 0], [15, 14], [28, 26]].map((row) => row.map((count) => ({ kind: 'count', count }))));
  });
});
