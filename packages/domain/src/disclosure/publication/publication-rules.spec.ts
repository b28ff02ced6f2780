import fc from 'fast-check';
import { mayPublish } from './may-publish.js';
import { nextBatch, type PublicationBatch } from './next-batch.js';
import { DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED } from './presets.js';
import type { PublicationColumns, PublicationList } from './publication-columns.js';

const LIST: PublicationList = {
  tables: [{ id: 'a', dimensions: ['district', 'q'] }, { id: 'b', dimensions: ['age', 'q'] }],
  means: [],
};

/** Answers as [district, age, answer]. */
function columnsOf(people: readonly (readonly [number, number, number])[]): PublicationColumns {
  const column = (at: 0 | 1 | 2): Uint8Array => Uint8Array.from(people, (person) => person[at]);
  return {
    length: people.length,
    dimensions: [
      { dimension: { id: 'district', categories: ['A', 'B', 'C'] }, codes: column(0) },
      { dimension: { id: 'age', categories: ['jung', 'alt'] }, codes: column(1) },
      { dimension: { id: 'q', categories: ['nein', 'teils', 'ja'], answers: { missing: [] } }, codes: column(2) },
    ],
    scores: [],
  };
}

function repeat(count: number, district: number, age: number): readonly (readonly [number, number, number])[] {
  return Array.from({ length: count }, (_, index) => [district, age, index % 3] as const);
}

const EARLY = [...repeat(40, 0, 0), ...repeat(40, 1, 1)];

describe('publication rules', () => {
  const first = nextBatch(null, columnsOf(EARLY), LIST, DISTRICT_TEAM, 100);

  it('lets the first snapshot take everybody', () => {
    expect(first).toMatchObject({ waiting: 0, changed: 80, smallestChange: null });
    expect(mayPublish(null, first)).toEqual({ kind: 'allowed' });
  });

  it('lets answers wait until ten have come in each of their groups', () => {
    const late = columnsOf([...EARLY, ...repeat(12, 0, 0), ...repeat(3, 2, 0)]);
    const next = nextBatch(first, late, LIST, DISTRICT_TEAM, 101);
    expect(next).toMatchObject({ waiting: 3, changed: 12, smallestChange: 12 });
    expect(mayPublish(first, next)).toEqual({ kind: 'allowed' });
    // Twelve from A, but seven of them old: too few in that age group, and then too few from A.
    const mixed = nextBatch(first, columnsOf([...EARLY, ...repeat(5, 0, 0), ...repeat(7, 0, 1)]), LIST, DISTRICT_TEAM, 101);
    expect(mixed).toMatchObject({ waiting: 12, changed: 0 });
    expect(mayPublish(first, mixed)).toEqual({ kind: 'refused', problem: 'too-few-new-answers', place: '0' });
  });

  it('no group ever changes by one to nine people, whatever comes in, and nobody waits without need', () => {
    const person = fc.tuple(fc.nat(2), fc.nat(1), fc.nat(2));
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), fc.array(person, { maxLength: 60 }), (arrivals, more) => {
        let previous: PublicationBatch = first;
        for (const people of [[...EARLY, ...arrivals], [...EARLY, ...arrivals, ...more]]) {
          const columns = columnsOf(people);
          const next = nextBatch(previous, columns, LIST, PUBLIC_PAGE, previous.day + 1);
          const groups = new Map<string, { joined: number; waiting: number }>();
          people.forEach(([district, age], answer) => {
            const joined = next.included[answer] === 1 && previous.included[answer] !== 1;
            for (const group of [`d${district}`, `a${age}`, 'all']) {
              const entry = groups.get(group) ?? { joined: 0, waiting: 0 };
              entry.joined += joined ? 1 : 0;
              entry.waiting += next.included[answer] === 0 ? 1 : 0;
              groups.set(group, entry);
            }
          });
          for (const { joined } of groups.values()) expect(joined === 0 || joined >= 10).toBe(true);
          expect(next.waiting).toBe(groups.get('all')?.waiting ?? 0);
          expect(previous.included.every((byte, answer) => byte === 0 || next.included[answer] === 1)).toBe(true);
          // The largest set: all that wait could not join together.
          const waiting = people.flatMap(([district, age], answer) => (next.included[answer] === 0 ? [[`d${district}`, `a${age}`, 'all']] : []));
          const couldJoin = waiting.length > 0 && waiting.flat().every((group) => (groups.get(group)?.joined ?? 0) + (groups.get(group)?.waiting ?? 0) >= 10);
          expect(couldJoin).toBe(false);
          if (next.changed > 0) previous = next;
        }
      }),
      { seed: 23, numRuns: 300 },
    );
  });

  it('lets a batch of people who answered alike wait, where counts are true', () => {
    const alike = Array.from({ length: 12 }, (_, index) => [0, 0, index === 0 ? 1 : 2] as const);
    const late = columnsOf([...EARLY, ...alike]);
    expect(nextBatch(first, late, LIST, DISTRICT_TEAM, 101)).toMatchObject({ waiting: 12, changed: 0 });
    expect(nextBatch(first, late, LIST, PUBLIC_ROUNDED, 101)).toMatchObject({ waiting: 0, changed: 12 });
  });

  it('counts withdrawn answers as changes', () => {
    const present = Uint8Array.from(EARLY, (_, answer) => (answer === 0 ? 0 : 1));
    const next = nextBatch(first, columnsOf(EARLY), LIST, DISTRICT_TEAM, 101, present);
    expect(next).toMatchObject({ changed: 1, smallestChange: 1 });
    expect(mayPublish(first, next)).toMatchObject({ problem: 'too-few-new-answers', place: '1' });
  });

  it('refuses another method, other tables, too much haste and too many dimensions', () => {
    const late = columnsOf([...EARLY, ...repeat(12, 0, 0)]);
    const verdict = (policy = DISTRICT_TEAM, list = LIST, day = 101) => mayPublish(first, nextBatch(first, late, list, policy, day));
    expect(verdict()).toEqual({ kind: 'allowed' });
    expect(verdict(PUBLIC_PAGE)).toEqual({ kind: 'refused', problem: 'method-changed', place: 'district-team' });
    expect(verdict({ ...DISTRICT_TEAM, thresholds: { ...DISTRICT_TEAM.thresholds, minimumCell: 3 } })).toMatchObject({ problem: 'method-changed' });
    expect(verdict(DISTRICT_TEAM, { ...LIST, tables: LIST.tables.slice(1) })).toEqual({ kind: 'refused', problem: 'tables-changed', place: 'district-team' });
    expect(verdict(DISTRICT_TEAM, { ...LIST, tables: [...LIST.tables].reverse() })).toEqual({ kind: 'allowed' });
    expect(verdict(DISTRICT_TEAM, LIST, 100)).toEqual({ kind: 'refused', problem: 'too-soon', place: '0' });
    const deep = { tables: [{ id: 'deep', dimensions: ['district', 'age', 'q'] }], means: [] };
    expect(mayPublish(null, nextBatch(null, late, deep, PUBLIC_PAGE, 1))).toEqual({ kind: 'refused', problem: 'too-many-dimensions', place: 'deep' });
  });
});
