import fc from 'fast-check';
import { countsBehind } from '../cell-key/perturbation-table.js';
import { GENTLE_TABLE } from '../cell-key/fixed-tables.js';
import { countsBehindRounded } from '../rounding/round-counts.js';
import { nextBatch } from './next-batch.js';
import { ANALYST_EXPORT, DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED } from './presets.js';
import type { PublicationColumns, PublicationList } from './publication-columns.js';
import type { PublicationPolicy } from './publication-policy.js';
import type { PublicationContent } from './publication-content.js';
import { publish } from './publish.js';

const DISTRICT = { id: 'district', categories: ['A', 'B'] };
const QUESTION = { id: 'q', categories: ['nein', 'ja'], answers: { missing: [] } };
const WITH_MISSING = { id: 'p', categories: ['nein', 'ja', 'gültig', 'keine Angabe'], groups: [{ category: 'gültig', parts: ['nein', 'ja'] }], answers: { missing: ['keine Angabe'] } };
const LIST: PublicationList = { tables: [{ id: 'q by district', dimensions: ['district', 'q'] }], means: [] };

/** Answers from inner counts: A·nein, A·ja, B·nein, B·ja. */
function columnsOf(counts: readonly number[]): PublicationColumns {
  const people = counts.flatMap((count, cell) => Array.from({ length: count }, () => cell));
  return {
    length: people.length,
    dimensions: [
      { dimension: DISTRICT, codes: Uint8Array.from(people, (cell) => Math.floor(cell / 2)) },
      { dimension: QUESTION, codes: Uint8Array.from(people, (cell) => cell % 2) },
      { dimension: WITH_MISSING, codes: Uint8Array.from(people, (cell, person) => (person % 10 === 9 ? 3 : cell % 2)) },
    ],
    scores: [],
  };
}

function published(columns: PublicationColumns, policy: PublicationPolicy, list: PublicationList, keys: Uint32Array | null = null): PublicationContent {
  const result = publish(columns, [], nextBatch([], columns, list, policy, 1), keys);
  if (result.kind === 'refused') throw new Error(result.problem);
  return result.snapshot;
}

/** Every 2 × 2 table, as its nine cells with margins, that fits all published cells and the number of people per district. */
function fittingTables(content: PublicationContent, truth: readonly number[], policy: PublicationPolicy): readonly (readonly number[])[] {
  const cells = content.tables[0]?.cells ?? [];
  const ranges = cells.map((cell) => {
    if (cell.kind === 'withheld') return cell.reason === 'too-few' ? { lower: 1, upper: 4 } : { lower: 0, upper: 200 };
    if (policy.method.kind === 'suppression') return { lower: cell.count, upper: cell.count };
    return policy.method.kind === 'rounding' ? countsBehindRounded(cell.count, policy.method.base) : countsBehind(GENTLE_TABLE, cell.count);
  });
  const groups = [(truth[0] ?? 0) + (truth[1] ?? 0), (truth[2] ?? 0) + (truth[3] ?? 0)] as const;
  const fitting: (readonly number[])[] = [];
  for (let first = 0; first <= groups[0]; first += 1) {
    for (let second = 0; second <= groups[1]; second += 1) {
      const table = [first, groups[0] - first, groups[0], second, groups[1] - second, groups[1], first + second, groups[0] + groups[1] - first - second, groups[0] + groups[1]];
      if (table.every((count, place) => count >= (ranges[place]?.lower ?? 0) && count <= (ranges[place]?.upper ?? 200))) fitting.push(table);
    }
  }
  return fitting;
}

describe('publish', () => {
  it.each([PUBLIC_ROUNDED, PUBLIC_PAGE])('$name: no small count and no unanimous group is certain, judged by enumeration', (policy) => {
    let withheld = 0;
    const city = fc.tuple(fc.array(fc.oneof(fc.nat(6), fc.nat(25)), { minLength: 4, maxLength: 4 }), fc.infiniteStream(fc.nat(99_999_999)));
    fc.assert(
      fc.property(city, ([counts, stream]) => {
        fc.pre(counts.reduce((sum, count) => sum + count, 0) >= 10);
        const columns = columnsOf(counts);
        const keys = Uint32Array.from({ length: columns.length }, () => Number(stream.next().value ?? 0));
        const content = published(columns, policy, LIST, keys);
        const fitting = fittingTables(content, counts, policy);
        withheld += (content.tables[0]?.cells ?? []).filter((cell) => cell.kind === 'withheld' && cell.reason === 'protected').length;
        const [a, b, c, d] = counts as [number, number, number, number];
        const truth = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
        expect(fitting).toContainEqual(truth);
        [0, 1, 3, 4, 6, 7].forEach((place) => {
          const count = truth[place] ?? 0;
          if (count > 0 && count < 5) expect(new Set(fitting.map((table) => table[place])).size).toBeGreaterThanOrEqual(2);
        });
        for (const [left, right] of [[0, 1], [3, 4]] as const) {
          const base = (truth[left] ?? 0) + (truth[right] ?? 0);
          const dominant = (truth[left] ?? 0) >= base - 1 ? left : right;
          if (base < 2 || base >= 30 || (truth[dominant] ?? 0) < base - 1) continue;
          expect(fitting.some((table) => (table[dominant] ?? 0) < base - 1)).toBe(true);
        }
      }),
      { seed: 19, numRuns: 300 },
    );
    // The audit has work to do: without it some of these would be certain.
    expect(withheld).toBeGreaterThan(0);
  });

  it('withholds a small count that its rounded neighbours would give away to somebody who knows how many came', () => {
    // 14 people in A: "ja" rounded to 10 is at most 12, "nein" rounded to 0 is at most 2, so it would be 2.
    const cells = published(columnsOf([2, 12, 20, 20]), PUBLIC_ROUNDED, LIST).tables[0]?.cells;
    expect(cells?.slice(0, 3)).toEqual([{ kind: 'withheld', reason: 'protected' }, { kind: 'count', count: 10 }, { kind: 'count', count: 15 }]);
    const trusting = published(columnsOf([2, 12, 20, 20]), { ...PUBLIC_ROUNDED, readersKnowGroups: false }, LIST).tables[0]?.cells;
    expect(trusting?.[0]).toEqual({ kind: 'count', count: 0 });
  });

  it('withholds judgements of groups that are too small, and prints percentages of protected counts on bases in fives', () => {
    const content = published(columnsOf([24, 18, 2, 3]), PUBLIC_ROUNDED, LIST);
    const [table] = content.tables;
    const number = (count: number) => ({ kind: 'count', count });
    const small = { kind: 'withheld', reason: 'base-too-small' };
    expect(table?.cells).toEqual([number(25), number(20), number(40), small, small, number(5), number(25), number(20), number(45)]);
    expect(table?.shares).toEqual([
      { group: { district: 'A' }, answers: 'q', base: 40, percentages: [63, 50] },
      { group: {}, answers: 'q', base: 45, percentages: [56, 44] },
    ]);
    expect(content).toMatchObject({ policy: 'public-rounded', method: 'rounding', day: 1, means: [] });
  });

  it('takes the group that sums up all judgements as the base of percentages', () => {
    const list = { tables: [{ id: 'p', dimensions: ['p'] }], means: [] };
    const [table] = published(columnsOf([60, 40, 0, 0]), DISTRICT_TEAM, list).tables;
    expect(table?.cells.map((cell) => (cell.kind === 'count' ? cell.count : null))).toEqual([54, 36, 90, 10, 100]);
    expect(table?.shares).toEqual([{ group: {}, answers: 'p', base: 90, percentages: [60, 40, 100, null] }]);
    const noBase = { ...columnsOf([60, 40, 0, 0]), dimensions: [{ dimension: { ...WITH_MISSING, groups: [], categories: ['nein', 'ja', 'keine Angabe'] }, codes: new Uint8Array(100) }] };
    expect(() => published(noBase, DISTRICT_TEAM, list)).toThrow('needs one group that sums up all judgements');
  });

  it('suppression shows true counts and gives no percentage of a withheld one', () => {
    const [table] = published(columnsOf([30, 20, 28, 3]), ANALYST_EXPORT, LIST).tables;
    expect(table?.cells[4]).toEqual({ kind: 'withheld', reason: 'too-few' });
    expect(table?.cells[8]).toEqual({ kind: 'count', count: 81 });
    const withheld = table?.cells.map((cell) => cell.kind === 'withheld') ?? [];
    const shares = table?.shares.find(({ group }) => group.district === 'B');
    expect(shares === undefined || shares.percentages.every((percentage, index) => (percentage === null) === withheld[3 + index])).toBe(true);
  });

  it('gives a cell the same noise in every table it stands in', () => {
    const list = { tables: [...LIST.tables, { id: 'q', dimensions: ['q'] }, { id: 'district', dimensions: ['district'] }], means: [] };
    const columns = columnsOf([40, 33, 21, 17]);
    const keys = Uint32Array.from({ length: columns.length }, (_, person) => (person * 15_485_863) % 100_000_000);
    const [both, question, district] = published(columns, PUBLIC_PAGE, list, keys).tables;
    expect(question?.cells).toEqual(both?.cells.slice(6));
    expect(district?.cells).toEqual([both?.cells[2], both?.cells[5], both?.cells[8]]);
  });

  it('a page beside an export of the same answers never tells what the export withholds, judged by enumeration', () => {
    const people = fc.tuple(fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.nat(25)), { minLength: 4, maxLength: 4 }), fc.nat(40), fc.infiniteStream(fc.nat(99_999_999)));
    let helped = 0;
    fc.assert(
      fc.property(people, fc.constantFrom(PUBLIC_ROUNDED, PUBLIC_PAGE), ([counts, more, stream], policy) => {
        fc.pre(counts.reduce((sum, count) => sum + count, 0) >= 10);
        const columns = columnsOf(counts);
        const keys = Uint32Array.from({ length: columns.length }, () => Number(stream.next().value ?? more));
        const inside = nextBatch([], columns, LIST, ANALYST_EXPORT, 1);
        const first = publish(columns, [], inside, null);
        if (first.kind === 'refused') throw new Error(first.problem);
        const beside = { ...policy, oneMethod: false };
        const history = [{ batch: inside, content: first.snapshot }];
        const second = publish(columns, history, nextBatch(history, columns, LIST, beside, 1), keys);
        const alone = published(columns, beside, LIST, keys);
        if (second.kind === 'refused') {
          expect(second.problem).toBe('not-protectable');
          return;
        }
        const truth = [counts[0], counts[1], 0, counts[2], counts[3]].map((count) => count ?? 0);
        const fitting = (content: PublicationContent) => fittingTables(content, counts, beside).filter((table) => fittingTables(first.snapshot, counts, ANALYST_EXPORT).some((other) => other.join() === table.join()));
        for (const place of [0, 1, 3, 4]) {
          const own = first.snapshot.tables[0]?.cells[place];
          if (own?.kind !== 'withheld' || (truth[place] ?? 0) === 0 || (truth[place] ?? 0) >= 5) continue;
          // Somebody who knows how many came may know it from the export alone; the page must not be what tells.
          if (new Set(fitting({ ...alone, tables: [] }).map((table) => table[place])).size < 2) continue;
          if (new Set(fitting(alone).map((table) => table[place])).size < 2) helped += 1;
          expect(new Set(fitting(second.snapshot).map((table) => table[place])).size).toBeGreaterThanOrEqual(2);
        }
      }),
      { seed: 41, numRuns: 80 },
    );
    expect(helped).toBeGreaterThan(0);
  });

  it('refuses what the rules forbid and what cannot be counted', () => {
    const columns = columnsOf([3, 2, 1, 1]);
    const batch = nextBatch([], columns, LIST, PUBLIC_ROUNDED, 1);
    expect(publish(columns, [], batch, null)).toEqual({ kind: 'refused', problem: 'too-few-answers', place: '7' });
    const city = columnsOf([30, 20, 20, 20]);
    expect(() => publish(city, [], nextBatch([], city, LIST, PUBLIC_PAGE, 1), null)).toThrow('needs record keys');
    const unknown = { tables: [{ id: 'x', dimensions: ['haus'] }], means: [] };
    expect(() => publish(city, [], nextBatch([], city, unknown, PUBLIC_ROUNDED, 1), null)).toThrow('no dimension "haus"');
    const wild = { ...city, dimensions: city.dimensions.map(({ dimension, codes }) => ({ dimension, codes: Uint8Array.from(codes, () => 9) })) };
    expect(() => published(wild, PUBLIC_ROUNDED, LIST)).toThrow('a code that is no category');
    expect(() => nextBatch([], city, LIST, { ...PUBLIC_ROUNDED, minimumMeanBase: 0 }, 1)).toThrow('minimumMeanBase must be a whole number from 1');
    expect(() => nextBatch([], city, LIST, { ...PUBLIC_ROUNDED, batch: { answers: 10, days: -1 } }, 1)).toThrow('batch.days must be a whole number from 0');
  });
});
