import fc from 'fast-check';
import type { MissingKind } from '../contract/item-bank.js';
import { NOT_ANSWERED, NOT_SHOWN, type Codebook, type Variable } from '../survey/codebook.js';
import type { CodedColumns } from './coded-columns.js';
import { crossTable, type CrossTable } from './cross-table.js';
import { weightedShare } from '../inference/weighted-share.js';
import { baseAt, cellAt, cellIndex, cellShare, lineCountsAt, shareAt } from './read-cross-table.js';
import { indexDimension, multipleChoiceDimension, variableDimension, type TableDimension } from './table-dimension.js';

jest.setTimeout(120_000);

/** Random crowds per property; 5,000 were run once by hand. */
const RUNS = 250;

function variable(name: string, question: string, option: Variable['option'], codes: readonly (readonly [number | string, number, MissingKind | null])[]): Variable {
  return {
    name,
    question,
    itemId: null,
    demographicId: null,
    part: option === null ? 'choice' : 'option',
    measurement: 'nominal',
    scale: null,
    codes: codes.map(([code, position, missing]) => ({ code, position, missing, labels: {} })),
    option,
    labels: {},
    criterion: null,
    fieldOfAction: null,
    reverse: false,
    art9: false,
    sensitive: false,
    visibleIf: null,
  };
}

// Positions differ from the order of the codes on purpose, and one variable uses the highest position there is.
const SINGLE: Readonly<Record<string, readonly (readonly [number | string, number, MissingKind | null])[]>> = {
  visit: [['often', 3, null], ['never', 1, null], ['dont-know', 2, 'dont-know'], ['prefer-not', 7, 'prefer-not']],
  help: [[1, 250, null], [2, 9, null], [3, 8, null], [98, 1, 'dont-know']],
};
const OPTIONS: readonly (readonly [string, MissingKind | null])[] = [
  ['sport', null],
  ['culture', null],
  ['advice', null],
  ['dont-know', 'dont-know'],
  ['prefer-not', 'prefer-not'],
];
const codebook: Codebook = {
  questions: [],
  variables: [
    variable('visit', 'visit', null, SINGLE['visit'] ?? []),
    ...OPTIONS.map(([code, missing]) =>
      variable(`offers_${code}`, 'offers', { code, exclusive: missing !== null, missing }, [[0, 1, null], [1, 2, null]]),
    ),
    variable('help', 'help', null, SINGLE['help'] ?? []),
  ],
  districtVariable: null,
};

const DISTRICTS = ['Altstadt', 'Kreideberg', 'Moorfeld'];
const WEEKS = ['2026-W09', '2026-W10'];

type Answer = 'not-shown' | 'not-answered' | number | string;
interface Person {
  readonly district: number;
  readonly week: number;
  readonly visit: Answer;
  readonly help: Answer;
  readonly offers: 'not-shown' | 'not-answered' | readonly string[];
  readonly counted: boolean;
  readonly weight: number;
}

const codesOf = (name: string): Answer[] => (SINGLE[name] ?? []).map(([code]) => code);
const person: fc.Arbitrary<Person> = fc.record({
  district: fc.nat(DISTRICTS.length - 1),
  week: fc.nat(WEEKS.length - 1),
  visit: fc.constantFrom<Answer>('not-shown', 'not-answered', ...codesOf('visit')),
  help: fc.constantFrom<Answer>('not-shown', 'not-answered', ...codesOf('help')),
  offers: fc.oneof(
    fc.constantFrom('not-shown' as const, 'not-answered' as const),
    fc.subarray(OPTIONS.map(([code]) => code)),
  ),
  counted: fc.boolean(),
  weight: fc.double({ min: 0, max: 8, noNaN: true }),
});

function byteOf(name: string, answer: Answer): number {
  if (answer === 'not-shown') return NOT_SHOWN;
  if (answer === 'not-answered') return NOT_ANSWERED;
  return (SINGLE[name] ?? []).find(([code]) => code === answer)?.[1] ?? 99;
}

function tickByte(offers: Person['offers'], option: string): number {
  if (offers === 'not-shown') return NOT_SHOWN;
  if (offers === 'not-answered') return NOT_ANSWERED;
  return offers.includes(option) ? 2 : 1;
}

function columnsOf(people: readonly Person[]): CodedColumns {
  const bytes = (valueOf: (each: Person) => number): Uint8Array => {
    const array = new Uint8Array(new SharedArrayBuffer(people.length + 2)).fill(77);
    people.forEach((each, index) => (array[index] = valueOf(each)));
    return array;
  };
  return {
    length: people.length,
    rowIndex: bytes(({ district }) => district),
    mode: bytes(() => 0),
    week: Uint16Array.from([...people.map(({ week }) => week), 9999]),
    targetGroup: bytes(() => 0),
    variables: [
      bytes(({ visit }) => byteOf('visit', visit)),
      ...OPTIONS.map(([code]) => bytes(({ offers }) => tickByte(offers, code))),
      bytes(({ help }) => byteOf('help', help)),
    ],
  };
}

/** A dimension as one would say it: who belongs to each category, and who to the total (everyone). */
interface PlainDimension {
  readonly id: string;
  readonly categories: readonly { readonly id: string; readonly valid: boolean; readonly has: (each: Person) => boolean }[];
}

function plainSingle(name: 'visit' | 'help'): PlainDimension {
  const codes = SINGLE[name] ?? [];
  return {
    id: name,
    categories: [
      ...codes.map(([code, , missing]) => ({ id: `code:${code}`, valid: missing === null, has: (each: Person) => each[name] === code })),
      { id: 'not-answered', valid: false, has: (each: Person) => each[name] === 'not-answered' },
      { id: 'not-shown', valid: false, has: (each: Person) => each[name] === 'not-shown' },
    ],
  };
}

function plainOffers(): PlainDimension {
  const ticks = (each: Person): readonly string[] => (typeof each.offers === 'string' ? [] : each.offers);
  const given = (each: Person): boolean => typeof each.offers !== 'string';
  const judged = (each: Person): boolean => ticks(each).some((tick) => tick !== 'dont-know' && tick !== 'prefer-not');
  const aside = (each: Person): string | undefined => ['dont-know', 'prefer-not'].find((tick) => ticks(each).includes(tick));
  return {
    id: 'offers',
    categories: [
      ...['sport', 'culture', 'advice'].map((code) => ({ id: `code:${code}`, valid: false, has: (each: Person) => ticks(each).includes(code) })),
      { id: 'answered', valid: true, has: (each) => given(each) && (judged(each) || aside(each) === undefined) },
      { id: 'dont-know', valid: false, has: (each) => !judged(each) && aside(each) === 'dont-know' },
      { id: 'prefer-not', valid: false, has: (each) => !judged(each) && aside(each) === 'prefer-not' },
      { id: 'not-answered', valid: false, has: (each) => each.offers === 'not-answered' },
      { id: 'not-shown', valid: false, has: (each) => each.offers === 'not-shown' },
    ],
  };
}

function plainIndex(name: 'district' | 'week', ids: readonly string[]): PlainDimension {
  return { id: name, categories: ids.map((id, index) => ({ id, valid: true, has: (each) => each[name] === index })) };
}

const BY_NAME: Readonly<Record<string, { plain: PlainDimension; coded: (columns: CodedColumns) => TableDimension }>> = {
  district: { plain: plainIndex('district', DISTRICTS), coded: (columns) => indexDimension('district', columns.rowIndex, DISTRICTS) },
  week: { plain: plainIndex('week', WEEKS), coded: (columns) => indexDimension('week', columns.week, WEEKS) },
  visit: { plain: plainSingle('visit'), coded: (columns) => variableDimension(columns, codebook, 'visit') },
  help: { plain: plainSingle('help'), coded: (columns) => variableDimension(columns, codebook, 'help') },
  offers: { plain: plainOffers(), coded: (columns) => multipleChoiceDimension(columns, codebook, 'offers') },
};

/** The slow twin: every cell and every margin is found by looking at everyone again. */
function plainCells(people: readonly Person[], dimensions: readonly PlainDimension[]): { people: number; weight: number; squared: number }[] {
  const places = dimensions.reduce<number[][]>(
    (lists, { categories }) => lists.flatMap((list) => [...categories, null].map((_, index) => [...list, index])),
    [[]],
  );
  return places.map((place) => {
    const here = people.filter((each) => dimensions.every(({ categories }, index) => categories[place[index] ?? -1]?.has(each) ?? true));
    return {
      people: here.length,
      weight: here.reduce((sum, { weight }) => sum + weight, 0),
      squared: here.reduce((sum, { weight }) => sum + weight * weight, 0),
    };
  });
}

function close(actual: ArrayLike<number>, expected: readonly number[]): boolean {
  return actual.length === expected.length && expected.every((value, index) => Math.abs((actual[index] ?? Number.NaN) - value) <= 1e-9 * (1 + value));
}

interface Case {
  readonly people: readonly Person[];
  readonly names: readonly string[];
  readonly masked: boolean;
  readonly weighted: boolean;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  people: fc.array(person, { maxLength: 40 }),
  names: fc.array(fc.constantFrom(...Object.keys(BY_NAME)), { minLength: 1, maxLength: 3 }),
  masked: fc.boolean(),
  weighted: fc.boolean(),
});

function tableOf({ people, names, masked, weighted }: Case): CrossTable {
  const columns = columnsOf(people);
  const dimensions = names.flatMap((name) => BY_NAME[name]?.coded(columns) ?? []);
  const mask = masked ? Uint8Array.from(people, ({ counted }) => (counted ? 1 : 0)) : null;
  return crossTable({ length: people.length, mask, weights: weighted ? Float64Array.from(people, ({ weight }) => weight) : null }, dimensions);
}

function plainOf({ names }: Case): PlainDimension[] {
  return names.flatMap((name) => BY_NAME[name]?.plain ?? []);
}

describe('crossTable', () => {
  it(`counts every cell and every margin like its slow twin (${RUNS} random crowds and tables)`, () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const table = tableOf(each);
        const plain = plainOf(each);
        const expected = plainCells(each.masked ? each.people.filter(({ counted }) => counted) : each.people, plain);
        expect(table.dimensions.map(({ id, categories }) => [id, categories])).toEqual(plain.map(({ id, categories }) => [id, categories.map((category) => category.id)]));
        expect([...table.people]).toEqual(expected.map((cell) => cell.people));
        if (each.weighted) {
          expect(close(table.counts, expected.map(({ weight }) => weight))).toBe(true);
          expect(close(table.squaredWeights ?? [], expected.map(({ squared }) => squared))).toBe(true);
        } else {
          expect(table.counts).toBe(table.people);
          expect(table.squaredWeights).toBeNull();
        }
      }),
      { numRuns: RUNS, seed: 17 },
    );
  });

  it(`reads bases as people with a valid answer, in every line (${RUNS} random crowds and tables)`, () => {
    fc.assert(
      fc.property(anyCase, fc.nat(2), (each, direction) => {
        const table = tableOf({ ...each, weighted: false });
        const plain = plainOf(each);
        const along = direction % plain.length;
        const counted = each.masked ? each.people.filter((one) => one.counted) : each.people;
        const totals = table.dimensions.map(({ categories }) => categories.length);
        const categories = plain[along]?.categories ?? [];
        const base = counted.filter((one) => categories.some(({ valid, has }) => valid && has(one))).length;
        const line = lineCountsAt(table, along, totals);
        expect(baseAt(table, along, totals).people).toBe(base);
        expect(line.base).toBe(base);
        expect(line.total).toBe(counted.length);
        expect(line.base + line.dontKnow + line.preferNot + line.notAnswered + line.notShown).toBe(counted.length);
        const first = totals.with(along, 0);
        const share = counted.filter((one) => categories[0]?.has(one)).length / base;
        expect(shareAt(table, along, first)).toEqual(base > 0 ? share : null);
      }),
      { numRuns: RUNS, seed: 18 },
    );
  });

  it('counts across the borders of its blocks', () => {
    const people = Array.from({ length: 20_001 }, (_, index): Person => ({ district: index % 3, week: index % 2, visit: 'often', help: 2, offers: [], counted: index % 5 > 0, weight: 0.5 }));
    const table = tableOf({ people, names: ['district', 'week'], masked: true, weighted: true });
    const plain = plainCells(people.filter(({ counted }) => counted), plainOf({ people, names: ['district', 'week'], masked: true, weighted: true }));
    expect([...table.people]).toEqual(plain.map((cell) => cell.people));
    expect(close(table.counts, plain.map(({ weight }) => weight))).toBe(true);
  });
});

const someone: Person = { district: 0, week: 0, visit: 'often', help: 1, offers: ['sport', 'culture'], counted: true, weight: 1 };

describe('the pieces of a table', () => {
  it('shows four kinds of missing apart and leaves them out of the base', () => {
    const answers: Answer[] = ['often', 'often', 'never', 'dont-know', 'prefer-not', 'not-answered', 'not-shown', 'not-shown'];
    const table = tableOf({ people: answers.map((visit) => ({ ...someone, visit })), names: ['visit'], masked: false, weighted: false });
    expect([...table.counts]).toEqual([2, 1, 1, 1, 1, 2, 8]);
    expect(lineCountsAt(table, 0, [0])).toEqual({ total: 8, base: 3, ticks: 0, dontKnow: 1, preferNot: 1, notAnswered: 1, notShown: 2 });
    expect(shareAt(table, 0, [0])).toBeCloseTo(2 / 3, 12);
    expect(shareAt(table, 0, [2])).toBeNull();
    expect(shareAt(table, 0, [6])).toBeNull();
  });

  it('lets the shares of a multiple choice exceed 1, because the base is people', () => {
    const table = tableOf({ people: [someone, { ...someone, offers: ['sport'] }, { ...someone, offers: ['dont-know'] }], names: ['offers', 'district'], masked: false, weighted: false });
    const totals = [0, DISTRICTS.length];
    expect(lineCountsAt(table, 0, totals)).toEqual({ total: 3, base: 2, ticks: 3, dontKnow: 1, preferNot: 0, notAnswered: 0, notShown: 0 });
    expect(shareAt(table, 0, [0, 3])).toBe(1);
    expect(shareAt(table, 0, [1, 3])).toBe(0.5);
  });

  it('keeps Kish’s effective n beside the weighted count', () => {
    const people = [1, 1, 1, 1, 2, 2, 3].map((weight) => ({ ...someone, weight }));
    const cell = cellAt(tableOf({ people, names: ['district'], masked: false, weighted: true }), [0]);
    expect(cell).toEqual({ count: 11, people: 7, squaredWeights: 21 });
    expect(cell.count ** 2 / cell.squaredWeights).toBeCloseTo(5.7619, 4);
  });

  it('hands a weighted share on with the people and the effective number of its base', () => {
    const people = [3, 1, 1, 2, 5].map((weight, index): Person => ({ ...someone, weight, visit: index < 2 ? 'often' : index < 4 ? 'never' : 'dont-know' }));
    const table = tableOf({ people, names: ['visit'], masked: false, weighted: true });
    const direct = weightedShare([1, 1, 0, 0], [3, 1, 1, 2]);
    expect(cellShare(table, 0, [0])).toEqual({ successes: expect.closeTo(direct.successes, 12) as number, n: 4, effectiveN: expect.closeTo(direct.effectiveN, 12) as number });
    expect(cellShare(table, 0, [2])).toBeNull();
    const ticks = tableOf({ people: [someone, { ...someone, offers: ['sport'] }, { ...someone, offers: ['dont-know'] }], names: ['offers'], masked: false, weighted: false });
    expect(cellShare(ticks, 0, [1])).toEqual({ successes: 1, n: 2, effectiveN: 2 });
  });

  it('lies row-major with the total last', () => {
    const table = tableOf({ people: [{ ...someone, district: 1, week: 1 }], names: ['district', 'week'], masked: false, weighted: false });
    expect([...table.counts]).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1]);
    expect(cellIndex(table, [1, 2])).toBe(5);
    expect(() => cellIndex(table, [1])).toThrow(RangeError);
    expect(() => cellIndex(table, [1, 3])).toThrow('no cell 1, 3');
    expect(() => cellIndex(table, [0.5, 0])).toThrow(RangeError);
    expect(() => baseAt(table, 2, [0, 0])).toThrow('no dimension 2');
  });
});

describe('what a table refuses', () => {
  const columns = columnsOf([someone, someone]);
  const everyone = { length: 2, mask: null, weights: null };
  const district = indexDimension('district', columns.rowIndex, DISTRICTS);

  it('an answer outside the categories, unless the filter leaves it out', () => {
    const values = Uint8Array.of(0, 5);
    expect(() => crossTable(everyone, [district, indexDimension('mode', values, ['online', 'paper'])])).toThrow('"mode" has an answer that is none of its categories');
    expect([...crossTable({ ...everyone, mask: Uint8Array.of(1, 0) }, [indexDimension('mode', values, ['online'])]).counts]).toEqual([1, 1]);
    expect(() => crossTable(everyone, [indexDimension('week', Uint16Array.of(0, 256), ['W1'])])).toThrow('"week"');
  });

  it('options that contradict each other', () => {
    const damaged = { ...columns, variables: columns.variables.map((values, index) => (index === 2 ? Uint8Array.of(NOT_SHOWN, 1) : values)) };
    expect(() => crossTable(everyone, [multipleChoiceDimension(damaged, codebook, 'offers')])).toThrow('"offers"');
  });

  it('weights that are no weights, and arrays that are too short', () => {
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => crossTable({ ...everyone, weights: Float64Array.of(1, weight) }, [district])).toThrow('A weight is');
    }
    expect(() => crossTable({ ...everyone, weights: Float64Array.of(1) }, [district])).toThrow('shorter than the 2 answers');
    expect(() => crossTable({ ...everyone, mask: Uint8Array.of(1) }, [district])).toThrow('shorter than the 2 answers');
    expect(() => crossTable({ ...everyone, length: 9 }, [district])).toThrow('shorter than the 9 answers');
  });

  it('no, too many or unknown dimensions', () => {
    expect(() => crossTable(everyone, [])).toThrow('one to three dimensions');
    expect(() => crossTable(everyone, [district, district, district, district])).toThrow('one to three dimensions');
    expect(() => variableDimension(columns, codebook, 'nothing')).toThrow('no coded variable "nothing"');
    expect(() => variableDimension(columns, codebook, 'offers_sport')).toThrow('tabulate the whole multiple choice "offers"');
    expect(() => multipleChoiceDimension(columns, codebook, 'visit')).toThrow('no multiple choice "visit"');
    expect(() => variableDimension({ ...columns, variables: [] }, codebook, 'visit')).toThrow('do not fit');
    expect(() => indexDimension('week', columns.week, ['W1', 'W1'])).toThrow('a category twice');
    expect(() => indexDimension('week', columns.week, Array.from({ length: 256 }, (_, week) => `W${week}`))).toThrow('at most 255');
  });
});
