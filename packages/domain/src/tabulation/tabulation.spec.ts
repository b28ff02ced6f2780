import fc from 'fast-check';
import { criterionIndex } from '../scoring/criterion-index.js';
import { scaleScore } from '../scoring/scale-score.js';
import { codedVariables, NOT_ANSWERED, NOT_SHOWN, type Codebook, type Variable } from '../survey/codebook.js';
import { filterMask, NO_FILTER, type AnswerFilter, type CodedColumns } from './coded-columns.js';
import { countReport, subtractCounts } from './count-report.js';
import { countingPlan } from './counting-plan.js';
import { BYTES, type RowMoments } from './counts.js';

// Property tests count many crowds; a busy machine needs longer than the default five seconds.
jest.setTimeout(120_000);

function scaleVariable(name: string, itemId: string, part: 'bestand' | 'bedarf', reverse: boolean): Variable {
  return {
    name,
    question: name,
    itemId,
    demographicId: null,
    part,
    measurement: 'ordinal',
    scale: { id: 'five', min: 1, max: 5 },
    // Positions differ from codes on purpose.
    codes: [5, 4, 3, 2, 1, 98].map((code, index) => ({ code, position: index + 1, missing: code === 98 ? 'dont-know' : null, labels: {} })),
    option: null,
    labels: {},
    criterion: 'K1',
    fieldOfAction: null,
    reverse,
    art9: false,
    sensitive: false,
    visibleIf: null,
  };
}

const codebook: Codebook = {
  questions: [],
  variables: [
    scaleVariable('a_bestand', 'a', 'bestand', false),
    scaleVariable('a_bedarf', 'a', 'bedarf', false),
    scaleVariable('b_bestand', 'b', 'bestand', true),
    scaleVariable('c_bestand', 'c', 'bestand', false),
    scaleVariable('d_bedarf', 'd', 'bedarf', false),
  ],
  districtVariable: null,
};
const variables = codedVariables(codebook);
const criteria = [{ itemIds: ['a', 'b', 'c', 'd'] }, { itemIds: ['d'] }, { itemIds: ['a', 'c'] }];
const ROWS = 3;
const MODES = 2;

interface Person {
  readonly row: number;
  readonly mode: number;
  readonly week: number;
  readonly group: number;
  readonly bytes: readonly number[];
}

const person: fc.Arbitrary<Person> = fc.record({
  row: fc.nat(ROWS - 1),
  mode: fc.nat(MODES - 1),
  week: fc.nat(300),
  group: fc.nat(2),
  bytes: fc.array(fc.constantFrom(NOT_ANSWERED, 1, 2, 3, 4, 5, 6, NOT_SHOWN), { minLength: variables.length, maxLength: variables.length }),
});

function columnsOf(people: readonly Person[]): CodedColumns {
  // One place more than needed, with shared memory below: what the API hands over.
  const bytes = (valueOf: (each: Person) => number): Uint8Array => {
    const array = new Uint8Array(new SharedArrayBuffer(people.length + 1));
    people.forEach((each, index) => (array[index] = valueOf(each)));
    return array;
  };
  return {
    length: people.length,
    rowIndex: bytes(({ row }) => row),
    mode: bytes(({ mode }) => mode),
    week: Uint16Array.from(people, ({ week }) => week),
    targetGroup: bytes(({ group }) => group),
    variables: variables.map((_, column) => bytes((each) => each.bytes[column] ?? 0)),
  };
}

/** The same counts, written as one would say them. */
function plainly(people: readonly Person[], filter: AnswerFilter): {
  participants: number[];
  modes: number[];
  count(column: number, row: number, byte: number): number;
  gaps(row: number): (number | null)[];
  indexes(row: number, itemIds: readonly string[]): (number | null)[];
} {
  const counted = people.filter(
    ({ mode, week, group }) =>
      (filter.modes?.includes(mode) ?? true) && (filter.weeks?.includes(week) ?? true) && (filter.targetGroups?.includes(group) ?? true),
  );
  const inRow = (row: number): readonly Person[] => counted.filter((each) => each.row === row);
  const score = (each: Person, name: string): number | null => {
    const column = variables.findIndex((variable) => variable.name === name);
    const variable = variables[column];
    const code = variable?.codes.find(({ position }) => position === each.bytes[column])?.code;
    return variable === undefined || code === undefined ? null : scaleScore(variable, code);
  };
  return {
    participants: [0, 1, 2].map((row) => inRow(row).length),
    modes: [0, 1].map((mode) => counted.filter((each) => each.mode === mode).length),
    count: (column, row, byte) => inRow(row).filter((each) => each.bytes[column] === byte).length,
    gaps: (row) =>
      inRow(row).map((each) => {
        const [importance, performance] = [score(each, 'a_bedarf'), score(each, 'a_bestand')];
        return importance === null || performance === null ? null : importance - performance;
      }),
    indexes: (row, itemIds) =>
      inRow(row).map((each) =>
        criterionIndex(
          itemIds.map((id) => score(each, `${id}_bestand`)),
          { min: 1, max: 5 },
        ),
      ),
  };
}

function expectMoments(moments: RowMoments | undefined, row: number, values: readonly (number | null)[]): void {
  const valid = values.filter((value) => value !== null);
  expect(moments?.n[row]).toBe(valid.length);
  expect(moments?.sum[row]).toBeCloseTo(valid.reduce((sum, value) => sum + value, 0), 6);
  expect(moments?.sumOfSquares[row]).toBeCloseTo(valid.reduce((sum, value) => sum + value * value, 0), 6);
}

const filters: fc.Arbitrary<AnswerFilter> = fc.record({
  modes: fc.option(fc.uniqueArray(fc.nat(MODES - 1)), { nil: null }),
  weeks: fc.option(fc.uniqueArray(fc.nat(300), { maxLength: 200 }), { nil: null }),
  targetGroups: fc.option(fc.uniqueArray(fc.nat(2)), { nil: null }),
});

describe('countReport', () => {
  it('counts what one would count by hand, with and without filter', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), filters, (people, filter) => {
        const columns = columnsOf(people);
        const counts = countReport(columns, countingPlan(codebook, criteria), { rowCount: ROWS, modeCount: MODES }, filterMask(columns, filter));
        const plain = plainly(people, filter);
        expect([...counts.participants]).toEqual(plain.participants);
        expect([...counts.modes]).toEqual(plain.modes);
        for (let row = 0; row < ROWS; row += 1) {
          variables.forEach((_, column) => {
            for (const byte of [NOT_ANSWERED, 1, 2, 3, 4, 5, 6, NOT_SHOWN]) {
              expect(counts.variables[column]?.[row * BYTES + byte]).toBe(plain.count(column, row, byte));
            }
          });
          expectMoments(counts.pairs[0], row, plain.gaps(row));
          expectMoments(counts.criteria[0], row, plain.indexes(row, ['a', 'b', 'c']));
          // Of two items exactly half may be missing.
          expectMoments(counts.criteria[2], row, plain.indexes(row, ['a', 'c']));
        }
        expect([...(counts.criteria[1]?.n ?? [])]).toEqual([0, 0, 0]);
      }),
      { numRuns: 80, seed: 20_260_309 },
    );
  });

  it('splits the whole into a filtered part and its rest', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), filters, (people, filter) => {
        const columns = columnsOf(people);
        const plan = countingPlan(codebook, criteria);
        const size = { rowCount: ROWS, modeCount: MODES };
        const mask = filterMask(columns, filter) ?? new Uint8Array(columns.length).fill(1);
        const rest = countReport(columns, plan, size, mask.map((bit) => 1 - bit));
        const subtracted = subtractCounts(countReport(columns, plan, size, null), countReport(columns, plan, size, mask));
        expect(subtracted.participants).toEqual(rest.participants);
        expect(subtracted.variables).toEqual(rest.variables);
        expect(subtracted.pairs.map(({ n }) => n)).toEqual(rest.pairs.map(({ n }) => n));
        expect(subtracted.criteria.map(({ n }) => n)).toEqual(rest.criteria.map(({ n }) => n));
      }),
      { numRuns: 50, seed: 20_260_310 },
    );
  });

  it('scores every answer of a long series, across the borders of its blocks', () => {
    const people = Array.from({ length: 20_000 }, (_, index): Person => ({ row: index % 3, mode: 0, week: 0, group: 0, bytes: [1, 5, 5, 1, 1] }));
    const counts = countReport(columnsOf(people), countingPlan(codebook, criteria), { rowCount: ROWS, modeCount: MODES }, null);
    expect([...(counts.criteria[0]?.n ?? [])]).toEqual([6667, 6667, 6666]);
    expect(counts.criteria[0]?.sum[0]).toBe(666_700);
    expect(counts.pairs[0]?.sum[1]).toBe(-4 * 6667);
  });

  it('makes no mask without a filter and an empty one for an empty list', () => {
    const columns = columnsOf([{ row: 0, mode: 0, week: 0, group: 0, bytes: [1, 1, 1, 1, 1] }]);
    expect(filterMask(columns, NO_FILTER)).toBeNull();
    expect([...(filterMask(columns, { ...NO_FILTER, weeks: [] }) ?? [])]).toEqual([0]);
  });

  it('refuses an answer of a row or mode that the report does not have', () => {
    const columns = columnsOf([{ row: 2, mode: 1, week: 0, group: 0, bytes: [1, 1, 1, 1, 1] }]);
    const plan = countingPlan(codebook, criteria);
    expect(() => countReport(columns, plan, { rowCount: 2, modeCount: 2 }, null)).toThrow('not below 2');
    expect(() => countReport(columns, plan, { rowCount: 3, modeCount: 1 }, null)).toThrow('not below 1');
    expect(countReport(columns, plan, { rowCount: 2, modeCount: 1 }, Uint8Array.of(0)).participants).toEqual(Uint32Array.of(0, 0));
  });

  it('refuses columns and masks that are shorter than the answers: nobody is lost silently', () => {
    const columns = columnsOf([{ row: 0, mode: 0, week: 0, group: 0, bytes: [1, 1, 1, 1, 1] }]);
    const [plan, size] = [countingPlan(codebook, criteria), { rowCount: ROWS, modeCount: MODES }];
    expect(() => countReport({ ...columns, length: 3 }, plan, size, null)).toThrow('shorter than the 3 answers');
    expect(() => countReport(columns, plan, size, new Uint8Array(0))).toThrow('shorter than the 1 answers');
    expect(() => countReport({ ...columns, variables: columns.variables.with(3, new Uint8Array(0)) }, plan, size, null)).toThrow(RangeError);
  });

  it('has a gap only where both scales have the same ends', () => {
    const pairsWith = (min: number, max: number) =>
      countingPlan({ ...codebook, variables: codebook.variables.map((each) => (each.part === 'bedarf' ? { ...each, scale: { id: 'other', min, max } } : each)) }, []).pairs.length;
    expect(countingPlan(codebook, []).pairs.map(({ itemId }) => itemId)).toEqual(['a']);
    expect([pairsWith(1, 5), pairsWith(1, 6), pairsWith(0, 5)]).toEqual([1, 0, 0]);
  });

  it('refuses a plan that names a column that is not there', () => {
    const columns = { ...columnsOf([]), variables: [] };
    const plan = countingPlan(codebook, criteria);
    expect(() => countReport({ ...columns, length: 1 }, plan, { rowCount: ROWS, modeCount: MODES }, null)).toThrow(RangeError);
  });
});
