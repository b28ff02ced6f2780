import fc from 'fast-check';
import { nextBatch } from './next-batch.js';
import { DISTRICT_TEAM, PUBLIC_ROUNDED } from './presets.js';
import type { PublicationColumns } from './publication-columns.js';
import { publish } from './publish.js';
import { meanLeavesDoubt, type PublishedMean } from './publish-means.js';

function columnsOf(groups: readonly (readonly number[])[]): PublicationColumns {
  const people = groups.flatMap((values, district) => values.map((value) => ({ district, value })));
  return {
    length: people.length,
    dimensions: [{ dimension: { id: 'district', categories: groups.map((_, index) => `d${index}`) }, codes: Uint8Array.from(people, ({ district }) => district) }],
    scores: [{ id: 's', minimum: 1, maximum: 5, values: Float64Array.from(people, ({ value }) => value), madeOf: ['q'] }],
  };
}

function meansOf(groups: readonly (readonly number[])[], policy = DISTRICT_TEAM): readonly PublishedMean[] {
  const columns = columnsOf(groups);
  const list = { tables: [], means: [{ id: 'm', score: 's', by: 'district' }] };
  const result = publish(columns, [], nextBatch([], columns, list, policy, 1), null);
  if (result.kind === 'refused') throw new Error(result.problem);
  return result.snapshot.means;
}

const MIXED = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3, 3];

describe('means of scores', () => {
  it('leave doubt only if many numbers of people could stand at either end of the scale, judged by enumeration', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 2, max: 5 }), fc.nat(60), fc.integer({ min: 1, max: 6 }), (n, maximum, excess, k) => {
        fc.pre(excess <= n * (maximum - 1));
        const ends = [new Set<number>(), new Set<number>()] as const;
        for (let low = 0; low <= n; low += 1) {
          for (let high = 0; low + high <= n; high += 1) {
            const rest = n - low - high;
            const left = excess - high * (maximum - 1);
            // The others stand strictly between the ends.
            const fits = rest === 0 ? left === 0 : maximum > 2 && left >= rest && left <= rest * (maximum - 2);
            if (!fits) continue;
            ends[0].add(low);
            ends[1].add(high);
          }
        }
        const width = Math.min(...ends.map((values) => Math.max(...values) - Math.min(...values)));
        expect(meanLeavesDoubt(n, n + excess, 1, maximum, k)).toBe(width >= k);
      }),
      { seed: 29, numRuns: 1000 },
    );
  });

  it('come from ten people on and to one decimal', () => {
    expect(meansOf([MIXED, [...MIXED, 5], [...MIXED, Number.NaN]])).toEqual([
      { id: 'm', score: 's', by: 'district', category: 'd0', mean: 3 },
      { id: 'm', score: 's', by: 'district', category: 'd1', mean: 3.2 },
      { id: 'm', score: 's', by: 'district', category: 'd2', mean: 3 },
      { id: 'm', score: 's', by: 'district', category: null, mean: 3.1 },
    ]);
  });

  it('are withheld for few people, for agreement, and for those who would complete the sum', () => {
    // Three people in d2: they must not follow from everyone less the others, so the smallest shown group goes, too.
    expect(meansOf([[...MIXED, 2, 4], MIXED, [1, 5, 5]]).map(({ mean }) => mean)).toEqual([3, null, null, 3.1]);
    const agreeing = Array.from({ length: 12 }, () => 5);
    expect(meansOf([MIXED, [...MIXED, 2], agreeing]).map(({ mean }) => mean)).toEqual([null, 2.9, null, 3.6]);
    expect(meansOf([[1, 2, 3], [4, 5, 1, 2, 3, 5, 4]]).map(({ mean }) => mean)).toEqual([null, null, 3]);
  });

  it('what follows from everyone less all shown groups may itself be shown, for any city', () => {
    const score = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.array(score, { maxLength: 25 }), { minLength: 1, maxLength: 7 }), (groups) => {
        fc.pre(groups.flat().length >= 10);
        const means = meansOf(groups, PUBLIC_ROUNDED);
        if (means.at(-1)?.mean === null) return;
        const rest = groups.flatMap((values, index) => (means[index]?.mean === null ? values : []));
        expect(rest.length === 0 || (rest.length >= 10 && meanLeavesDoubt(rest.length, rest.reduce((sum, value) => sum + value, 0), 1, 5, 5))).toBe(true);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('refuses scores off their scale, unknown ones, and scores made of a tabulated question', () => {
    expect(() => meansOf([[1, 2, 6]].concat([MIXED]))).toThrow('no whole number from 1 to 5');
    const columns = columnsOf([MIXED]);
    const question = { dimension: { id: 'q', categories: ['x'], answers: { missing: [] } }, codes: new Uint8Array(12) };
    const both = { ...columns, dimensions: [...columns.dimensions, question] };
    const list = { tables: [{ id: 't', dimensions: ['q'] }], means: [{ id: 'm', score: 's', by: null }] };
    expect(() => publish(both, [], nextBatch([], both, list, PUBLIC_ROUNDED, 1), null)).toThrow('made of "q"');
    const unknown = { tables: [], means: [{ id: 'm', score: 'x', by: null }] };
    expect(() => publish(columns, [], nextBatch([], columns, unknown, PUBLIC_ROUNDED, 1), null)).toThrow('no score "x"');
  });
});
