import fc from 'fast-check';
import type { AnswerCode, MissingKind } from '../contract/item-bank.js';
import type { Cell, DisclosurePolicy, DistributionRow, ItemReport, ReportRowId } from '../contract/report.js';
import { codedVariables, NOT_ANSWERED, NOT_SHOWN, type Codebook, type Variable } from '../survey/codebook.js';
import type { CodedColumns } from '../tabulation/coded-columns.js';
import { countReport, subtractCounts } from '../tabulation/count-report.js';
import { countingPlan } from '../tabulation/counting-plan.js';
import type { ReportCounts } from '../tabulation/counts.js';
import { assembleReport } from './assemble-report.js';
import { criterionBalance } from './criterion-balance.js';
import type { AssembleReportInput, ProtectedReport, ReportRowSource } from './report-input.js';
import { selectRows } from './select-rows.js';

// Property tests run many reports; a busy machine needs longer than the default five seconds.
jest.setTimeout(120_000);

const POLICY: DisclosurePolicy = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 };

function variable(name: string, part: Variable['part'], codes: readonly (readonly [AnswerCode, MissingKind | null])[], more: Partial<Variable> = {}): Variable {
  return {
    name,
    question: name,
    itemId: null,
    demographicId: null,
    part,
    measurement: 'nominal',
    scale: null,
    codes: codes.map(([code, missing], index) => ({ code, position: index + 1, missing, labels: { de: String(code) } })),
    option: null,
    labels: { de: name },
    criterion: null,
    fieldOfAction: null,
    reverse: false,
    art9: false,
    sensitive: false,
    visibleIf: null,
    ...more,
  };
}

const FIVE = [1, 2, 3, 4, 5].map((code) => [code, null] as const);
const SCALE_CODES = [...FIVE, [98, 'dont-know'] as const];
const scaled = { measurement: 'ordinal' as const, scale: { id: 'five', min: 1, max: 5 } };
const TICK = [[0, null] as const, [1, null] as const];

const codebook: Codebook = {
  questions: ['a_bestand', 'a_bedarf', 'health', 'wish', 'age', 'district'].map((name) => ({
    name,
    type: name === 'wish' ? 'multiple' : 'single',
    max: null,
    commentKey: null,
    commentMaxLength: 0,
    visibleIf: null,
  })),
  variables: [
    variable('a_bestand', 'bestand', SCALE_CODES, { ...scaled, itemId: 'a', criterion: 'K1' }),
    variable('a_bedarf', 'bedarf', SCALE_CODES, { ...scaled, itemId: 'a', criterion: 'K1' }),
    variable('health', 'bestand', SCALE_CODES, { ...scaled, itemId: 'health', art9: true, visibleIf: '{consentArt9} = true' }),
    variable('wish_cafe', 'option', TICK, { itemId: 'wish', question: 'wish' }),
    variable('wish_advice', 'option', TICK, { itemId: 'wish', question: 'wish' }),
    variable('wish_text', 'text', [], { itemId: 'wish', question: 'wish' }),
    variable('age', 'demographic', [['young', null], ['old', null], ['prefer-not', 'prefer-not']], { demographicId: 'age' }),
    variable('district', 'demographic', [['north', null]], { demographicId: 'district' }),
  ],
  districtVariable: 'district',
};
const coded = codedVariables(codebook);

function source(itemId: string, kind: ItemReport['kind']): AssembleReportInput['items'][number] {
  return { itemId, kind, text: { de: itemId }, criterion: null, fieldOfAction: null, reverse: false, art9: itemId === 'health' };
}

const ITEMS = [source('a', 'pair'), source('health', 'bestand'), source('wish', 'bedarf'), source('age', 'demographic'), source('district', 'demographic')];
const CRITERIA = [{ criterion: 'K1', fieldOfAction: null, names: { de: 'Zugang' }, itemIds: ['a'] }];

interface Person {
  readonly row: number;
  readonly mode: number;
  /** Bytes of the coded variables by name; not answered where missing. */
  readonly bytes: Readonly<Record<string, number>>;
}

function columnsOf(people: readonly Person[]): CodedColumns {
  return {
    length: people.length,
    rowIndex: Uint8Array.from(people, ({ row }) => row),
    mode: Uint8Array.from(people, ({ mode }) => mode),
    week: new Uint16Array(people.length),
    targetGroup: new Uint8Array(people.length),
    variables: coded.map(({ name }) => Uint8Array.from(people, ({ bytes }) => bytes[name] ?? NOT_ANSWERED)),
  };
}

function countsOf(people: readonly Person[], rowCount: number): ReportCounts {
  return countReport(columnsOf(people), countingPlan(codebook, CRITERIA), { rowCount, modeCount: 2 }, null);
}

const rowSources = (...ids: readonly Exclude<ReportRowId, 'all'>[]): ReportRowSource[] =>
  ids.map((row) => ({ row, population: row === 'north' ? { count: 700, asOf: '2023', source: 'Melderegister' } : null }));

function inputOf(people: readonly Person[], rows: readonly ReportRowSource[], more: Partial<AssembleReportInput> = {}): AssembleReportInput {
  return {
    codebook,
    rows,
    modes: ['online', 'tablet'],
    items: ITEMS,
    criteria: CRITERIA,
    counts: countsOf(people, rows.length),
    rest: null,
    policy: POLICY,
    ...more,
  };
}

/** `times` people with the same answers. */
function group(times: number, row: number, bytes: Person['bytes'], mode = 0): Person[] {
  return Array.from({ length: times }, () => ({ row, mode, bytes }));
}

function distribution(report: ProtectedReport, name: string, row: ReportRowId): DistributionRow {
  const found = report.items
    .flatMap(({ variables }) => variables)
    .find((each) => each.variable === name)
    ?.rows.find((each) => each.row === row);
  if (found === undefined) throw new Error(`No ${name} in ${row}.`);
  return found;
}

const count = (value: number): Cell => ({ kind: 'count', count: value });

function everyCell(report: ProtectedReport): Cell[] {
  return [
    report.total,
    ...report.participants.map((row) => row.count),
    ...report.modes.map((mode) => mode.count),
    ...report.items
      .flatMap(({ variables }) => variables)
      .flatMap(({ rows }) => rows)
      .flatMap((row) => [row.base, ...row.cells, row.notAnswered, row.notShown, row.disagree, row.neutral, row.agree])
      .filter((cell) => cell !== null),
  ];
}

/** 40 and 60 people, nothing small anywhere. */
const PLENTY = [
  ...group(10, 0, { a_bestand: 1, a_bedarf: 5, health: NOT_SHOWN, wish_cafe: 2, wish_advice: 1, age: 1 }),
  ...group(10, 0, { a_bestand: 2, a_bedarf: 4, health: 1, wish_cafe: 2, wish_advice: 2, age: 1 }),
  ...group(20, 0, { a_bestand: 4, a_bedarf: 5, health: 5, wish_cafe: 1, wish_advice: 2, age: 2 }, 1),
  ...group(30, 1, { a_bestand: 3, a_bedarf: 3, health: 3, wish_cafe: 2, wish_advice: 2, age: 2 }),
  ...group(20, 1, { a_bestand: 5, a_bedarf: 5, health: 1, wish_cafe: 1, wish_advice: 2, age: 1 }),
  ...group(10, 1, { a_bestand: 1, a_bedarf: 1, health: NOT_SHOWN, wish_cafe: 2, wish_advice: 1, age: 1 }),
];

describe('assembleReport', () => {
  const report = assembleReport(inputOf(PLENTY, rowSources('north', 'south')));

  it('shows counts as they are where nothing has to be protected, the whole city first', () => {
    expect(report.total).toEqual(count(100));
    expect(report.participants.map(({ row, count: people }) => [row, people])).toEqual([
      ['all', count(100)],
      ['north', count(40)],
      ['south', count(60)],
    ]);
    expect(report.participants[1]?.population?.count).toBe(700);
    expect(report.modes).toEqual([
      { mode: 'online', count: count(80) },
      { mode: 'tablet', count: count(20) },
    ]);
    expect(distribution(report, 'a_bestand', 'north')).toMatchObject({
      base: count(40),
      cells: [10, 10, 0, 20, 0, 0].map(count),
      notAnswered: count(0),
      notShown: count(0),
      disagree: count(20),
      neutral: count(0),
      agree: count(20),
      share: { kind: 'number', value: 0.5, n: 40 },
      mean: { kind: 'number', value: 2.75, n: 40 },
    });
  });

  it('gives each option of a multiple choice its own distribution over the people who answered', () => {
    expect(report.items.find(({ itemId }) => itemId === 'wish')?.variables.map((each) => each.variable)).toEqual(['wish_cafe', 'wish_advice']);
    expect(distribution(report, 'wish_cafe', 'all')).toMatchObject({
      base: count(100),
      cells: [40, 60].map(count),
      agree: null,
      share: { kind: 'number', value: 0.6 },
      mean: { kind: 'not-asked' },
    });
  });

  it('counts people who were not shown a question apart from those who skipped it', () => {
    expect(distribution(report, 'health', 'all')).toMatchObject({ base: count(80), notShown: count(20), notAnswered: count(0) });
  });

  it('leaves out the district question and items that are not counted', () => {
    expect(report.items.map(({ itemId }) => itemId)).toEqual(['a', 'health', 'wish', 'age']);
  });

  it('reports both gaps of a pair and the index of a criterion', () => {
    const gaps = report.items[0]?.gaps.find(({ row }) => row === 'north');
    expect(gaps?.gap).toMatchObject({ kind: 'number', value: (10 * 4 + 10 * 2 + 20) / 40, n: 40 });
    expect(gaps?.shareGap).toMatchObject({ kind: 'number', value: 0.5 });
    expect(report.criteria[0]?.rows.find(({ row }) => row === 'north')?.index).toMatchObject({ kind: 'number', value: 44, n: 40 });
  });

  it('gives the balance of a criterion from the published sums of its items, Bedarf left out', () => {
    // North 20 against 20; south 10 against 20 with 30 between; the whole city 30 against 40 with 30 between.
    expect(report.criteria[0]?.rows.map(({ row, balance }) => [row, balance.kind === 'number' && balance.value])).toEqual([
      ['all', 55],
      ['north', 50],
      ['south', 58],
    ]);
  });

  it('refuses counts that do not fit the rows', () => {
    expect(() => assembleReport(inputOf(PLENTY, rowSources('north', 'south'), { counts: countsOf(PLENTY, 3) }))).toThrow(RangeError);
  });

  it('refuses options of one question that contradict each other', () => {
    const odd = [...PLENTY, ...group(10, 0, { wish_cafe: 1 })];
    expect(() => assembleReport(inputOf(odd, rowSources('north', 'south')))).toThrow('wish');
  });

  it.each(['{a_bestand} > 3', '{ a_bestand } = 4', "{a_bestand.row} = 'x'", '{consentArt9} = true and {wish[0]} = 1'])('withholds a question that is shown only after certain answers to another one: %s', (visibleIf) => {
    const variables = codebook.variables.map((each) => (each.name === 'age' ? { ...each, visibleIf } : each));
    const linked = assembleReport(inputOf(PLENTY, rowSources('north', 'south'), { codebook: { ...codebook, variables } }));
    expect(distribution(linked, 'age', 'all').base).toEqual({ kind: 'withheld', reason: 'protected' });
    expect(distribution(linked, 'age', 'all').share).toEqual({ kind: 'not-asked' });
  });

  it('works with a single row', () => {
    const single = assembleReport(inputOf(PLENTY.filter(({ row }) => row === 0), rowSources('north')));
    expect(distribution(single, 'a_bestand', 'north').base).toEqual(count(40));
    expect(distribution(single, 'health', 'north').notShown).toEqual(count(10));
  });

  it('shows an empty report as empty', () => {
    const empty = assembleReport(inputOf([], rowSources('north', 'south')));
    expect(everyCell(empty).every((cell) => cell.kind === 'count' && cell.count === 0)).toBe(true);
    expect(distribution(empty, 'a_bestand', 'all').share).toEqual({ kind: 'withheld', reason: 'base-too-small' });
  });

  it('withholds what a filter leaves out only a few people of', () => {
    const outside = group(3, 0, { a_bestand: 4, a_bedarf: 5, health: NOT_SHOWN, wish_cafe: 1, wish_advice: 1, age: 1 });
    const counts = countsOf(PLENTY, 2);
    const rest = subtractCounts(countsOf([...PLENTY, ...outside], 2), counts);
    const filtered = assembleReport(inputOf(PLENTY, rowSources('north', 'south'), { counts, rest }));
    expect(filtered.participants[1]?.count).toEqual({ kind: 'withheld', reason: 'protected' });
    expect(filtered.items[0]?.gaps[1]?.gap.kind).toBe('withheld');
    expect(filtered.criteria[0]?.rows[1]?.index.kind).toBe('withheld');
  });
});

const answers = fc.record({
  a_bestand: fc.constantFrom(NOT_ANSWERED, 1, 2, 3, 4, 4, 5, 5, 6),
  a_bedarf: fc.constantFrom(NOT_ANSWERED, 3, 4, 5, 5, 5, 6),
  health: fc.constantFrom(NOT_SHOWN, NOT_ANSWERED, 1, 3, 5),
  wish: fc.constantFrom([1, 2], [2, 1], [2, 2], [NOT_ANSWERED, NOT_ANSWERED]),
  age: fc.constantFrom(NOT_ANSWERED, 1, 2, 2, 3),
});
const someone: fc.Arbitrary<Person> = fc
  .record({ row: fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2, 2, 3), mode: fc.constantFrom(0, 0, 0, 0, 0, 1), answers })
  .map(({ row, mode, answers: { wish, ...bytes } }) => ({
    row,
    mode,
    bytes: { ...bytes, wish_cafe: wish[0] ?? NOT_ANSWERED, wish_advice: wish[1] ?? NOT_ANSWERED },
  }));
const crowd = fc.array(someone, { minLength: 1, maxLength: 400, size: 'max' });
const ROWS = rowSources('north', 'south', 'west', 'unknown');

describe('a protected report of any crowd', () => {
  it('shows no count between 1 and k − 1 and no figure made of a withheld cell', () => {
    let shown = 0;
    fc.assert(
      fc.property(crowd, fc.constantFrom('minimum-cell' as const, 'two-values' as const), (people, noJudgement) => {
        const report = assembleReport(inputOf(people, ROWS, { noJudgement }));
        for (const cell of everyCell(report)) {
          if (cell.kind === 'count' && cell.count > 0) {
            shown += 1;
            expect(cell.count).toBeGreaterThanOrEqual(5);
          }
        }
        for (const row of report.items.flatMap(({ variables }) => variables).flatMap(({ rows }) => rows)) {
          if (row.agree?.kind === 'withheld' || row.base.kind === 'withheld') expect(['withheld', 'not-asked']).toContain(row.share.kind);
          if (row.cells.slice(0, 5).some(({ kind }) => kind === 'withheld')) expect(['withheld', 'not-asked']).toContain(row.mean.kind);
        }
      }),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(1000);
  });

  it('has balances that a reader of the published distributions alone comes to as well', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(crowd, fc.constantFrom('minimum-cell' as const, 'two-values' as const), (people, noJudgement) => {
        const report = assembleReport(inputOf(people, ROWS, { noJudgement }));
        for (const read of [report, selectRows(report, ['south', 'west'], false)]) {
          const items: ProtectedReport['items'] = JSON.parse(JSON.stringify(read.items));
          const published = items.filter(({ itemId }) => itemId === 'a');
          for (const { row, balance } of read.criteria[0]?.rows ?? []) {
            kinds.set(balance.kind, (kinds.get(balance.kind) ?? 0) + 1);
            expect(balance).toEqual(criterionBalance(published, row));
          }
        }
      }),
      { numRuns: 40 },
    );
    // The crowds are drawn anew in each run; tendencies are rare in them and are worked out by hand in criterion-balance.spec.ts.
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(['number', 'withheld']));
  });

  it('withholds every row of a question whose people are withheld, and shares who answered among options', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const report = assembleReport(inputOf(people, ROWS));
        for (const { row, count: persons } of report.participants) {
          const cafe = distribution(report, 'wish_cafe', row);
          const advice = distribution(report, 'wish_advice', row);
          expect([advice.base, advice.notAnswered, advice.notShown]).toEqual([cafe.base, cafe.notAnswered, cafe.notShown]);
          const everyone = distribution(report, 'a_bestand', 'all').base;
          // Where nobody in the whole city judged, every row's zero is known.
          const nobody = everyone.kind === 'count' && everyone.count === 0;
          if (persons.kind === 'withheld' && !nobody) expect(distribution(report, 'a_bestand', row).base.kind).toBe('withheld');
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives every row the same protection wherever the row stands', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const forward = assembleReport(inputOf(people, ROWS));
        const backward = assembleReport(inputOf(people.map((each) => ({ ...each, row: 3 - each.row })), [...ROWS].reverse()));
        for (const { row } of ROWS) expect(distribution(backward, 'a_bestand', row)).toEqual(distribution(forward, 'a_bestand', row));
      }),
      { numRuns: 30 },
    );
  });
});

describe('selectRows', () => {
  const people = [...PLENTY, ...group(2, 2, { a_bestand: 1 }), ...group(12, 3, { a_bestand: 2 })];
  const report = assembleReport(inputOf(people, ROWS));

  it('keeps the chosen rows everywhere, in the report’s order, without computing them anew', () => {
    const selected = selectRows(report, ['south', 'north'], true);
    expect(selected.participants.map(({ row }) => row)).toEqual(['all', 'north', 'south']);
    expect(distribution(selected, 'a_bestand', 'north')).toEqual(distribution(report, 'a_bestand', 'north'));
    expect(selected.items[0]?.gaps.map(({ row }) => row)).toEqual(['all', 'north', 'south']);
    expect(selected.criteria[0]?.rows.map(({ row }) => row)).toEqual(['all', 'north', 'south']);
    expect(selected.total).toEqual(report.total);
  });

  it('takes everything city-wide from a viewer who may not see the whole city', () => {
    const selected = selectRows(report, ['north'], false);
    expect(selected.participants.map(({ row }) => row)).toEqual(['north']);
    expect(selected.modes).toEqual([]);
    expect(selected.total).toEqual(count(40));
    expect(selectRows(report, ['north', 'south'], false).total).toEqual(count(100));
    expect(selectRows(report, [], false).total).toEqual(count(0));
  });

  it('gives no total that would add up withheld rows', () => {
    expect(report.participants.find(({ row }) => row === 'west')?.count).toEqual({ kind: 'withheld', reason: 'too-few' });
    expect(selectRows(report, ['north', 'west'], false).total).toEqual({ kind: 'withheld', reason: 'protected' });
    expect(selectRows(report, ['west'], false).total).toEqual({ kind: 'withheld', reason: 'too-few' });
  });
});

describe('a report read as a whole', () => {
  const rows = rowSources('north', 'south', 'west');

  it('gives no gap of a row as the rest of the whole city: the answer of one person would follow from it', () => {
    const both = (times: number, row: number): Person[] => [1, 2, 3, 4, 5].flatMap((code) => group(times, row, { a_bestand: code, a_bedarf: code }));
    const people = [...both(8, 0), ...group(1, 0, { a_bestand: 5 }), ...both(9, 1), ...both(8, 2), ...group(10, 2, { a_bestand: 3 })];
    const gaps = assembleReport(inputOf(people, rows, { noJudgement: 'two-values' })).items[0]?.gaps ?? [];
    const shownRows = gaps.filter(({ row, gap }) => row !== 'all' && gap.kind === 'number');
    expect(gaps.find(({ row }) => row === 'north')?.gap).toEqual({ kind: 'withheld', reason: 'protected' });
    expect(gaps.find(({ row }) => row === 'all')?.gap.kind).toBe('number');
    expect(shownRows.map(({ row }) => row)).toHaveLength(1);
  });

  it('takes people who ticked only a missing option out of the base of a multiple choice', () => {
    const names = ['wish_cafe', 'wish_advice', 'wish_prefer_not'];
    const options = names.map((name) => {
      const missing = name === 'wish_prefer_not';
      const option = { code: name, exclusive: missing, missing: missing ? ('prefer-not' as const) : null };
      return variable(name, 'option', TICK, { itemId: 'wish', question: 'wish', option });
    });
    const ticked = (times: number, row: number, ...chosen: number[]) =>
      Array.from({ length: times }, () => ({ row, bytes: names.map((_, option) => (chosen.includes(option) ? 2 : 1)) }));
    const people = [0, 1, 2].flatMap((row) => [...ticked(20, row, 0), ...ticked(15, row, 0, 1), ...ticked(25, row, 1), ...ticked(10, row, 2)]);
    const columns: CodedColumns = {
      ...columnsOf(people.map(({ row }) => ({ row, mode: 0, bytes: {} }))),
      variables: names.map((_, option) => Uint8Array.from(people, ({ bytes }) => bytes[option] ?? NOT_ANSWERED)),
    };
    const wishes: Codebook = { ...codebook, variables: options };
    const counts = countReport(columns, countingPlan(wishes, []), { rowCount: 3, modeCount: 2 }, null);
    const report = assembleReport(inputOf([], rows, { codebook: wishes, criteria: [], items: [source('wish', 'bedarf')], counts }));
    expect(distribution(report, 'wish_cafe', 'north')).toMatchObject({ base: count(60), cells: [25, 35].map(count), notAnswered: count(0) });
    expect(distribution(report, 'wish_prefer_not', 'north')).toMatchObject({ base: count(60), cells: [60, 10].map(count), share: { kind: 'not-asked' } });
    expect(report.items[0]?.variables.map(({ codes }) => codes.map(({ missing }) => missing))).toEqual([[null, null], [null, null], [null, 'prefer-not']]);
  });

  it('gives no few ticks away by the ticks of the other options', () => {
    const names = ['wish_cafe', 'wish_advice', 'wish_sport'];
    const options = names.map((name) => variable(name, 'option', TICK, { itemId: 'wish', question: 'wish' }));
    const ticked = (times: number, row: number, ...chosen: number[]) =>
      Array.from({ length: times }, () => ({ row, bytes: names.map((_, option) => (chosen.includes(option) ? 2 : 1)) }));
    const elsewhere = [1, 2].flatMap((row) => [...ticked(10, row, 0), ...ticked(10, row, 1, 2), ...ticked(10, row, 0, 1, 2)]);
    // Twenty people, eight and eight ticks: the "too few" of the café would have to be four.
    const people = [...ticked(4, 0, 0), ...ticked(8, 0, 1), ...ticked(8, 0, 2), ...elsewhere];
    const columns: CodedColumns = {
      ...columnsOf(people.map(({ row }) => ({ row, mode: 0, bytes: {} }))),
      variables: names.map((_, option) => Uint8Array.from(people, ({ bytes }) => bytes[option] ?? NOT_ANSWERED)),
    };
    const wishes: Codebook = { ...codebook, variables: options };
    const counts = countReport(columns, countingPlan(wishes, []), { rowCount: 3, modeCount: 2 }, null);
    const report = assembleReport(inputOf([], rows, { codebook: wishes, criteria: [], items: [source('wish', 'bedarf')], counts }));
    expect(distribution(report, 'wish_cafe', 'north').base).toEqual(count(20));
    for (const name of names) expect(distribution(report, name, 'north').cells[1]?.kind).toBe('withheld');
    expect(names.flatMap((name) => distribution(report, name, 'all').cells.map(({ kind }) => kind))).not.toContain('withheld');
  });
});
