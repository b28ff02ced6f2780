import fc from 'fast-check';
import { mayPublish } from './may-publish.js';
import { nextBatch } from './next-batch.js';
import { DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED } from './presets.js';
import { countOf, type PublicationColumns, type PublicationList } from './publication-columns.js';
import type { PastPublication, PublicationBatch } from './publication-content.js';
import type { PublicationPolicy } from './publication-policy.js';
import { publish } from './publish.js';

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

/** A batch as the history keeps it, whatever the rules say of it. */
function past(columns: PublicationColumns, batch: PublicationBatch): PastPublication {
  const result = publish(columns, [], batch, new Uint32Array(columns.length));
  if (result.kind === 'refused') throw new Error(result.problem);
  return { batch, content: result.snapshot };
}

describe('publication rules', () => {
  const early = columnsOf(EARLY);
  const batch = nextBatch([], early, LIST, DISTRICT_TEAM, 100);
  const first = past(early, batch);
  const after = (columns: PublicationColumns, policy = DISTRICT_TEAM, list = LIST, day = 101) => nextBatch([first], columns, list, policy, day);
  const joined = (next: PublicationBatch): number => countOf(next.included, next.included.length) - 80;

  it('lets the first snapshot take everybody', () => {
    expect(batch.waiting).toBe(0);
    expect(joined(batch)).toBe(0);
    expect(mayPublish(early, [], batch)).toEqual({ kind: 'allowed' });
  });

  it('lets answers wait until ten have come in each of their groups', () => {
    const late = columnsOf([...EARLY, ...repeat(12, 0, 0), ...repeat(3, 2, 0)]);
    const next = after(late);
    expect([next.waiting, joined(next)]).toEqual([3, 12]);
    expect(mayPublish(late, [first], next)).toEqual({ kind: 'allowed' });
    // Twelve from A, but seven of them old: too few in that age group, and then too few from A.
    const few = columnsOf([...EARLY, ...repeat(5, 0, 0), ...repeat(7, 0, 1)]);
    const mixed = after(few);
    expect([mixed.waiting, joined(mixed)]).toEqual([12, 0]);
    expect(mayPublish(few, [first], mixed)).toEqual({ kind: 'refused', problem: 'too-few-new-answers', place: '0' });
  });

  it('no group ever changes by one to nine people against any earlier snapshot, whatever comes and goes, and nobody waits without need', () => {
    const person = fc.tuple(fc.nat(2), fc.nat(1), fc.nat(2));
    const leaving = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.nat(39), { minLength: 15, maxLength: 40 }) });
    const waves = fc.array(fc.record({ arrivals: fc.array(person, { maxLength: 40 }), leaving }), { minLength: 2, maxLength: 3 });
    let published = 0;
    fc.assert(
      fc.property(waves, (steps) => {
        const history = [past(early, nextBatch([], early, LIST, PUBLIC_PAGE, 100))];
        const people = [...EARLY];
        const gone = new Set<number>();
        steps.forEach(({ arrivals, leaving }, step) => {
          people.push(...arrivals);
          for (const answer of leaving) gone.add(answer);
          const columns = columnsOf(people);
          const next = nextBatch(history, columns, LIST, PUBLIC_PAGE, 101 + step, Uint8Array.from(people, (_, answer) => (gone.has(answer) ? 0 : 1)));
          const groupsOf = ([district, age]: readonly [number, number, number]): readonly string[] => [`d${district}`, `a${age}`, 'all'];
          const changes = history.map((before) => {
            const groups = new Map<string, number>();
            people.forEach((entry, answer) => {
              if ((before.batch.included[answer] ?? 0) === next.included[answer]) return;
              for (const group of groupsOf(entry)) groups.set(group, (groups.get(group) ?? 0) + 1);
            });
            return groups;
          });
          const isAllowed = mayPublish(columns, history, next).kind === 'allowed';
          const latest = changes.at(-1) ?? new Map<string, number>();
          expect(isAllowed).toBe(latest.size > 0 && changes.every((groups) => [...groups.values()].every((count) => count >= 10)));
          expect([...gone].every((answer) => (next.included[answer] ?? 0) === 0)).toBe(true);
          // The largest set: while nobody has left, all that wait could not join together.
          const waiting = people.filter((_, answer) => next.included[answer] === 0 && !gone.has(answer));
          expect(next.waiting).toBe(waiting.length);
          if (gone.size === 0 && waiting.length > 0) {
            expect(waiting.flatMap(groupsOf).every((group) => (latest.get(group) ?? 0) + waiting.filter((entry) => groupsOf(entry).includes(group)).length >= 10)).toBe(false);
          }
          if (!isAllowed) return;
          published += 1;
          history.push(past(columns, next));
        });
      }),
      { seed: 23, numRuns: 300 },
    );
    expect(published).toBeGreaterThan(50);
  });

  it('lets a batch of people who answered alike wait, where counts are true', () => {
    const alike = Array.from({ length: 12 }, (_, index) => [0, 0, index === 0 ? 1 : 2] as const);
    const late = columnsOf([...EARLY, ...alike]);
    expect(after(late).waiting).toBe(12);
    expect(nextBatch([past(early, nextBatch([], early, LIST, PUBLIC_ROUNDED, 100))], late, LIST, PUBLIC_ROUNDED, 101).waiting).toBe(0);
  });

  it('lets a batch wait whose mean would tell its scores', () => {
    const list: PublicationList = { tables: [], means: [{ id: 'm', score: 's', by: 'district' }] };
    const scored = (values: readonly number[]): PublicationColumns => ({
      ...columnsOf([...EARLY, ...repeat(values.length, 0, 0)]),
      scores: [{ id: 's', minimum: 1, maximum: 5, values: Float64Array.from([...EARLY.map((_, answer) => 1 + (answer % 5)), ...values]), madeOf: [] }],
    });
    const before = past(scored([]), nextBatch([], scored([]), list, PUBLIC_PAGE, 100));
    const waiting = (values: readonly number[]): number => nextBatch([before], scored(values), list, PUBLIC_PAGE, 101).waiting;
    expect(waiting([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3, 3])).toBe(0);
    expect(waiting(Array.from({ length: 12 }, () => 5))).toBe(12);
    expect(waiting(Array.from({ length: 12 }, (_, index) => (index < 9 ? Number.NaN : 1 + index % 5)))).toBe(12);
  });

  it('counts withdrawn answers as changes', () => {
    const present = Uint8Array.from(EARLY, (_, answer) => (answer === 0 ? 0 : 1));
    const next = nextBatch([first], early, LIST, DISTRICT_TEAM, 101, present);
    expect(joined(next)).toBe(-1);
    expect(mayPublish(early, [first], next)).toMatchObject({ problem: 'too-few-new-answers', place: '1' });
    expect(() => nextBatch([first], early, LIST, DISTRICT_TEAM, 101, present.subarray(1))).toThrow('one byte per answer');
  });

  it('holds a snapshot against all earlier ones, and believes nothing a batch says of itself', () => {
    const more = columnsOf([...EARLY, ...repeat(12, 0, 0)]);
    const second = past(more, after(more));
    // The twelve leave, one comes: thirteen changes against the second snapshot, one against the first.
    const later = columnsOf([...EARLY, ...repeat(12, 0, 0), [0, 0, 1]]);
    const present = Uint8Array.from({ length: 93 }, (_, answer) => (answer >= 80 && answer < 92 ? 0 : 1));
    const third = nextBatch([second], later, LIST, DISTRICT_TEAM, 102, present);
    expect(mayPublish(later, [second], third)).toEqual({ kind: 'allowed' });
    expect(mayPublish(later, [first, second], third)).toEqual({ kind: 'refused', problem: 'too-few-new-answers', place: '1' });
    expect(nextBatch([first, second], later, LIST, DISTRICT_TEAM, 102, present).waiting).toBe(1);
    // A batch made as if it were the first one.
    const one = columnsOf([...EARLY, [0, 0, 1]]);
    const forged = nextBatch([], one, LIST, DISTRICT_TEAM, 101);
    expect(publish(one, [first], forged, null)).toEqual({ kind: 'refused', problem: 'too-few-new-answers', place: '1' });
  });

  it('refuses edited answers and categories that were cut anew', () => {
    const people = [...EARLY, ...repeat(12, 0, 0)];
    const edited = columnsOf(people.map((entry, answer) => (answer === 3 ? ([0, 0, 2] as const) : entry)));
    expect(mayPublish(edited, [first], after(edited))).toEqual({ kind: 'refused', problem: 'answers-edited', place: 'district-team' });
    const columns = columnsOf(people);
    const recut = { ...columns, dimensions: columns.dimensions.map((entry) => (entry.dimension.id === 'age' ? { ...entry, dimension: { ...entry.dimension, categories: ['bis 40', 'ab 41'] } } : entry)) };
    expect(mayPublish(recut, [first], after(recut))).toMatchObject({ problem: 'tables-changed' });
  });

  it('refuses another method, other tables, too much haste and too many dimensions', () => {
    const late = columnsOf([...EARLY, ...repeat(12, 0, 0)]);
    const verdict = (policy: PublicationPolicy = DISTRICT_TEAM, list = LIST, day = 101) => mayPublish(late, [first], after(late, policy, list, day));
    expect(verdict()).toEqual({ kind: 'allowed' });
    expect(verdict(PUBLIC_PAGE)).toEqual({ kind: 'refused', problem: 'method-changed', place: 'district-team' });
    expect(verdict({ ...DISTRICT_TEAM, thresholds: { ...DISTRICT_TEAM.thresholds, minimumCell: 3 } })).toMatchObject({ problem: 'method-changed' });
    expect(verdict(DISTRICT_TEAM, { ...LIST, tables: LIST.tables.slice(1) })).toEqual({ kind: 'refused', problem: 'tables-changed', place: 'district-team' });
    expect(verdict(DISTRICT_TEAM, { ...LIST, tables: [...LIST.tables].reverse().map(({ dimensions }) => ({ id: dimensions.join(), dimensions })) })).toEqual({ kind: 'allowed' });
    expect(verdict(DISTRICT_TEAM, LIST, 100)).toEqual({ kind: 'refused', problem: 'too-soon', place: '0' });
    expect(verdict(DISTRICT_TEAM, LIST, 90)).toEqual({ kind: 'refused', problem: 'too-soon', place: '-10' });
    expect(() => verdict(DISTRICT_TEAM, LIST, Number.NaN)).toThrow('whole number');
    const deep = { tables: [{ id: 'deep', dimensions: ['district', 'age', 'q'] }], means: [] };
    expect(mayPublish(late, [], nextBatch([], late, deep, PUBLIC_PAGE, 1))).toEqual({ kind: 'refused', problem: 'too-many-dimensions', place: 'deep' });
  });

  it('lets the same answers be published for other readers only where several methods are allowed', () => {
    const page = nextBatch([first], early, LIST, { ...PUBLIC_ROUNDED, oneMethod: false }, 100);
    expect(mayPublish(early, [first], page)).toEqual({ kind: 'allowed' });
    expect(mayPublish(early, [first], { ...page, policy: PUBLIC_ROUNDED })).toMatchObject({ problem: 'method-changed' });
    expect(mayPublish(early, [first], nextBatch([first], early, LIST, DISTRICT_TEAM, 101))).toMatchObject({ problem: 'too-few-new-answers', place: '0' });
  });
});
