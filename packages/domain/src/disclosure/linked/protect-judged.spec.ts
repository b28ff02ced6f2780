import fc from 'fast-check';
import type { Cell, DisclosurePolicy } from '../../contract/report.js';
import { protect } from './protect.js';
import type { ProtectedPublication, PublicationDimension, PublicationTable } from './publication-table.js';

// Property tests try many tables; a busy machine needs longer than the default five seconds.
jest.setTimeout(3_600_000);

/** Multiplies the runs of every property, for long runs by hand. */
const TIMES = 1;
const RUNS = 10;
const SEED = 20_261_122;

/** What a reader sees, cell by cell, with every sum of every table. Made without any code of the protection. */
interface Puzzle {
  readonly names: readonly string[];
  readonly counts: readonly number[];
  /** Smallest count shown, per cell. */
  readonly k: readonly number[];
  readonly shown: readonly Cell[];
  readonly sums: readonly { readonly whole: number; readonly parts: readonly number[] }[];
  /** Judgements of every group of people and question. */
  readonly groups: readonly (readonly number[])[];
}

function namedCategories(table: PublicationTable, place: number): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  let rest = place;
  for (const { id, categories } of [...table.dimensions].reverse()) {
    const category = categories[rest % (categories.length + 1)];
    rest = Math.floor(rest / (categories.length + 1));
    if (category !== undefined) named.set(id, category);
  }
  return named;
}

function puzzleOf(tables: readonly PublicationTable[], published: ProtectedPublication, policy: DisclosurePolicy): Puzzle {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const k: number[] = [];
  const shown: Cell[] = [];
  const sums: { whole: number; parts: readonly number[] }[] = [];
  const groups: (readonly number[])[] = [];
  tables.forEach((table, at) => {
    const places = Array.from(table.counts, (count, place) => {
      const named = namedCategories(table, place);
      const name = [...named].map(([id, category]) => `${id}=${category}`).sort().join(' ');
      const number = numbers.get(name) ?? numbers.size;
      k[number] = table.dimensions.some(({ id, sensitive }) => sensitive === true && named.has(id)) ? policy.minimumSensitiveCell : policy.minimumCell;
      const cell = published.tables[at]?.cells[place] ?? { kind: 'count', count };
      if (numbers.has(name)) expect(cell).toEqual(shown[number]);
      numbers.set(name, number);
      counts[number] = count;
      shown[number] = cell;
      return number;
    });
    let stride = 1;
    for (const { categories, answers, groups: sumsOfCategories } of [...table.dimensions].reverse()) {
      const inGroups = sumsOfCategories?.flatMap(({ parts }) => parts) ?? [];
      const isGroup = (category: string): boolean => sumsOfCategories?.some((group) => group.category === category) === true;
      for (const first of places.keys()) {
        if (Math.floor(first / stride) % (categories.length + 1) !== 0) continue;
        const cellOf = (index: number): number => places[first + index * stride] ?? 0;
        const cellsOf = (chosen: readonly string[]): readonly number[] => chosen.map((category) => cellOf(categories.indexOf(category)));
        sums.push({ whole: cellOf(categories.length), parts: cellsOf(categories.filter((category) => !inGroups.includes(category))) });
        for (const { category, parts } of sumsOfCategories ?? []) sums.push({ whole: cellOf(categories.indexOf(category)), parts: cellsOf(parts) });
        if (answers !== undefined) groups.push(cellsOf(categories.filter((category) => !isGroup(category) && !answers.missing.includes(category))));
      }
      stride *= categories.length + 1;
    }
  });
  return { names: [...numbers.keys()], counts, k, shown, sums, groups };
}

/** What is known of the cells beside the sums. */
interface Knowledge {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The value is 0 or at least this. */
  readonly gap: readonly number[];
  readonly fits: (values: readonly number[]) => boolean;
}

/** Tries all whole tables that fit what is known: complete search that narrows by the sums, nothing linear. */
class Enumeration {
  private steps = 0;

  constructor(
    private readonly puzzle: Puzzle,
    private readonly knowledge: Knowledge,
  ) {}

  /** Whether a whole table exists in which the cell lies between two values. */
  exists(cell: number, least: number, most: number): boolean {
    const low = [...this.knowledge.low];
    const high = [...this.knowledge.high];
    low[cell] = Math.max(least, low[cell] ?? 0);
    high[cell] = Math.min(most, high[cell] ?? 0);
    this.steps = 0;
    return this.search(low, high);
  }

  private search(low: number[], high: number[]): boolean {
    this.steps += 1;
    if (this.steps > 20_000) throw new TooLong();
    if (!this.narrow(low, high)) return false;
    let open = -1;
    for (let cell = 0; cell < low.length; cell += 1) {
      const room = (high[cell] ?? 0) - (low[cell] ?? 0);
      if (room > 0 && (open < 0 || room < (high[open] ?? 0) - (low[open] ?? 0))) open = cell;
    }
    if (open < 0) return this.knowledge.fits(low);
    // The true values first: most feasible tables lie near them.
    const start = Math.min(Math.max(this.puzzle.counts[open] ?? 0, low[open] ?? 0), high[open] ?? 0);
    for (let distance = 0; start - distance >= (low[open] ?? 0) || start + distance <= (high[open] ?? 0); distance += 1) {
      for (const value of distance === 0 ? [start] : [start - distance, start + distance]) {
        if (value < (low[open] ?? 0) || value > (high[open] ?? 0)) continue;
        const nextLow = [...low];
        const nextHigh = [...high];
        nextLow[open] = value;
        nextHigh[open] = value;
        if (this.search(nextLow, nextHigh)) return true;
      }
    }
    return false;
  }

  private narrow(low: number[], high: number[]): boolean {
    let changed = true;
    const set = (bounds: number[], cell: number, value: number): void => {
      bounds[cell] = value;
      changed = true;
    };
    const sumOf = (bounds: readonly number[], cells: readonly number[]): number => cells.reduce((sum, cell) => sum + (bounds[cell] ?? 0), 0);
    while (changed) {
      changed = false;
      for (let cell = 0; cell < low.length; cell += 1) {
        const gap = this.knowledge.gap[cell] ?? 0;
        if ((low[cell] ?? 0) > 0 && (low[cell] ?? 0) < gap) set(low, cell, gap);
        if ((high[cell] ?? 0) > 0 && (high[cell] ?? 0) < gap) set(high, cell, 0);
        if ((low[cell] ?? 0) > (high[cell] ?? 0)) return false;
      }
      for (const { whole, parts } of this.puzzle.sums) {
        const least = sumOf(low, parts);
        const most = sumOf(high, parts);
        if (least > (low[whole] ?? 0)) set(low, whole, least);
        if (most < (high[whole] ?? 0)) set(high, whole, most);
        if ((low[whole] ?? 0) > (high[whole] ?? 0)) return false;
        for (const part of parts) {
          const up = (high[whole] ?? 0) - least + (low[part] ?? 0);
          const down = (low[whole] ?? 0) - most + (high[part] ?? 0);
          if (up < (high[part] ?? 0)) set(high, part, up);
          if (down > (low[part] ?? 0)) set(low, part, down);
          if ((low[part] ?? 0) > (high[part] ?? 0)) return false;
          if (changed) break;
        }
      }
    }
    return true;
  }
}

/** The judge gives up; the example is not counted. */
class TooLong extends Error {}

function knowledgeOfCounts({ counts, shown, k }: Puzzle, structural: ReadonlySet<number>): Knowledge {
  const cap = Math.max(...counts) + 3 * Math.max(...k);
  return {
    low: shown.map((cell) => (cell.kind === 'count' ? cell.count : 0)),
    high: shown.map((cell, number) => (cell.kind === 'count' ? cell.count : structural.has(number) ? 0 : cap)),
    gap: counts.map(() => 0),
    fits: () => true,
  };
}

/** Cells that hang together by sums, and within them the cells that name the same dimensions. */
function tellingParts({ names, shown, sums }: Puzzle): readonly boolean[] {
  const part = names.map((_, cell) => cell);
  const rootOf = (cell: number): number => (part[cell] === cell ? cell : rootOf(part[cell] ?? 0));
  for (const { whole, parts } of sums) {
    const [first, ...others] = [whole, ...parts].filter((cell) => shown[cell]?.kind === 'withheld');
    for (const other of others) part[rootOf(other)] = rootOf(first ?? 0);
  }
  const keys = names.map((name, cell) => `${String(rootOf(cell))} ${name.replaceAll(/=\S+/gu, '')}`);
  const telling = new Set(keys.filter((_, cell) => { const seen = shown[cell]; return seen?.kind === 'withheld' && seen.reason !== 'protected'; }));
  return keys.map((key) => telling.has(key));
}

function statusOf(judgements: readonly number[], values: readonly number[], policy: DisclosurePolicy): string {
  const answers = judgements.map((cell) => values[cell] ?? 0);
  const base = answers.reduce((sum, count) => sum + count, 0);
  if (base > 0 && base < policy.minimumBase) return 'base-too-small';
  return base > 0 && base < policy.homogeneityBase && Math.max(...answers) >= base - 1 ? 'homogeneous' : 'open';
}

/** A reader who knows every rule and reads every reason strictly; neutral reasons tell nothing. */
function knowledgeOfReasons(puzzle: Puzzle, structural: ReadonlySet<number>, policy: DisclosurePolicy): Knowledge {
  const plain = knowledgeOfCounts(puzzle, structural);
  const telling = tellingParts(puzzle);
  const low = [...plain.low];
  const high = [...plain.high];
  const gap = puzzle.counts.map(() => 0);
  puzzle.shown.forEach((cell, number) => {
    if (cell.kind !== 'withheld' || telling[number] !== true) return;
    if (cell.reason === 'too-few') { low[number] = 1; high[number] = (puzzle.k[number] ?? 0) - 1; }
    if (cell.reason === 'protected') gap[number] = puzzle.k[number] ?? 0;
  });
  const told = puzzle.groups.flatMap((judgements) => {
    const reasons = judgements.flatMap((cell) => { const seen = puzzle.shown[cell]; return seen?.kind === 'withheld' && telling[cell] === true ? [seen.reason] : []; });
    if (reasons.length === 0) return [];
    const status = reasons.find((reason) => reason === 'base-too-small' || reason === 'homogeneous') ?? 'open';
    return [{ judgements, status }];
  });
  return { low, high, gap, fits: (values) => told.every(({ judgements, status }) => statusOf(judgements, values, policy) === status) };
}

interface Split {
  readonly id: string;
  readonly size: number;
  readonly answers?: boolean;
  readonly sensitive?: boolean;
  /** The first two categories are also added up to one more category. */
  readonly grouped?: boolean;
}

/** Counts people into a table; categories are numbered, the last one of an answers dimension is no judgement. */
function tableOf(id: string, splits: readonly Split[], people: readonly Readonly<Record<string, number>>[], impossible: readonly number[] = []): PublicationTable {
  const lengths = splits.map(({ size, grouped }) => size + (grouped === true ? 2 : 1));
  const counts = new Array<number>(lengths.reduce((product, length) => product * length, 1)).fill(0);
  for (const person of people) {
    let places = [0];
    splits.forEach((split, at) => {
      const value = person[split.id] ?? 0;
      const indices = [value, ...(split.grouped === true && value < 2 ? [split.size] : []), (lengths[at] ?? 1) - 1];
      places = places.flatMap((place) => indices.map((index) => place * (lengths[at] ?? 1) + index));
    });
    for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  }
  const dimensions = splits.map(({ id: dimension, size, answers, sensitive, grouped }): PublicationDimension => {
    const categories = Array.from({ length: size }, (_, index) => `${dimension}${String(index)}`);
    return {
      id: dimension,
      categories: grouped === true ? [...categories, `${dimension} grouped`] : categories,
      ...(answers === true ? { answers: { missing: size > 2 ? categories.slice(-1) : [] } } : {}),
      ...(sensitive === true ? { sensitive } : {}),
      ...(grouped === true ? { groups: [{ category: `${dimension} grouped`, parts: categories.slice(0, 2) }] } : {}),
    };
  });
  return { id, dimensions, counts, structuralZeros: impossible.filter((place) => counts[place] === 0) };
}

interface Publication {
  readonly tables: readonly PublicationTable[];
  readonly shape: string;
}

/** Small publications: one to three tables of people with common margins. */
function publication(maximumPeople: number): fc.Arbitrary<Publication> {
  const shapes: readonly (readonly string[])[] = [['a'], ['ab'], ['abc'], ['ab', 'bc'], ['ab', 'ac', 'bc'], ['abc', 'abx'], ['abx', 'ay'], ['ax', 'ay', 'az']];
  return fc
    .record({
      shape: fc.constantFrom(...shapes),
      sizes: fc.record({ a: fc.integer({ min: 1, max: 4 }), b: fc.integer({ min: 2, max: 3 }), c: fc.integer({ min: 2, max: 3 }), x: fc.integer({ min: 2, max: 3 }), y: fc.integer({ min: 2, max: 3 }), z: fc.integer({ min: 2, max: 2 }) }),
      people: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), a: fc.nat(11), b: fc.nat(11), c: fc.nat(11), x: fc.nat(11), y: fc.nat(11), z: fc.nat(11) }), { minLength: 1, maxLength: maximumPeople }),
      structural: fc.array(fc.nat(63), { maxLength: 3 }),
      sensitive: fc.constantFrom('', '', 'x', 'a'),
      grouped: fc.constantFrom('', '', '', 'x', 'b'),
    })
    .map(({ shape, sizes, people, structural, sensitive, grouped }) => {
      const everyone = people.flatMap(({ weight, ...person }) =>
        Array.from({ length: weight }, () => Object.fromEntries(Object.entries(person).map(([id, value]) => [id, value % sizes[id as keyof typeof sizes]]))),
      );
      const tables = shape.map((letters) =>
        tableOf(letters, [...letters].map((id) => ({ id, size: sizes[id as keyof typeof sizes], answers: 'xyz'.includes(id), sensitive: sensitive === id, grouped: grouped === id && sizes[id as keyof typeof sizes] > 2 })), everyone, shape.length === 1 ? structural : []),
      );
      return { tables, shape: shape.join() };
    });
}

function structuralCells(puzzle: Puzzle, tables: readonly PublicationTable[]): ReadonlySet<number> {
  const [table] = tables;
  return new Set(
    (table?.structuralZeros ?? []).map((place) => {
      const name = table === undefined ? '' : [...namedCategories(table, place)].map(([id, category]) => `${id}=${category}`).sort().join(' ');
      return puzzle.names.indexOf(name);
    }),
  );
}

const SMALL_POLICY: DisclosurePolicy = { minimumCell: 3, minimumSensitiveCell: 4, minimumBase: 4, homogeneityBase: 6 };
const POLICY: DisclosurePolicy = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 };

describe('a protected publication, judged by trying all whole tables', () => {
  it.each([
    ['k = 1', { minimumCell: 1, minimumSensitiveCell: 2, minimumBase: 4, homogeneityBase: 7 }, 9],
    ['k = 2', { minimumCell: 2, minimumSensitiveCell: 3, minimumBase: 3, homogeneityBase: 6 }, 9],
    ['k = 3', SMALL_POLICY, 9],
    ['k = 5', POLICY, 10],
  ] as const)('leaves every withheld cell at least k wide, and two values to readers of the reasons (%s)', (_, policy, people) => {
    const judged = { tables: 0, cells: 0, telling: 0, given: 0 };
    fc.assert(
      fc.property(publication(people), ({ tables }) => {
        const puzzle = puzzleOf(tables, protect(tables, policy), policy);
        const structural = structuralCells(puzzle, tables);
        const byCounts = new Enumeration(puzzle, knowledgeOfCounts(puzzle, structural));
        const byReasons = new Enumeration(puzzle, knowledgeOfReasons(puzzle, structural, policy));
        const telling = tellingParts(puzzle);
        judged.tables += 1;
        puzzle.shown.forEach((cell, number) => {
          const count = puzzle.counts[number] ?? 0;
          const k = puzzle.k[number] ?? 0;
          if (cell.kind === 'count') {
            expect(cell.count).toBe(count);
            expect(count === 0 || count >= k).toBe(true);
            return;
          }
          try {
            let up = k;
            while (up > 0 && !byCounts.exists(number, count + up, Infinity)) up -= 1;
            let down = k - up;
            while (down > 0 && !byCounts.exists(number, 0, count - down)) down -= 1;
            if (up + down < k) throw new Error(`${puzzle.names[number] ?? ''} is only ${String(up + down)} wide`);
            // Told that nearly everyone said the same, a reader must not find out what.
            const step = cell.reason === 'homogeneous' && telling[number] === true ? k : 1;
            if (!byReasons.exists(number, count + step, Infinity) && !(count >= step && byReasons.exists(number, 0, count - step))) {
              throw new Error(`${puzzle.names[number] ?? ''} can be computed from the reasons`);
            }
            judged.cells += 1;
            if (telling[number] === true) judged.telling += 1;
          } catch (error) {
            if (!(error instanceof TooLong)) throw error;
            judged.given += 1;
          }
        });
      }),
      { numRuns: RUNS * TIMES, seed: SEED },
    );
    expect(judged.tables).toBe(RUNS * TIMES);
    expect(judged.cells).toBeGreaterThan(25);
    // With k up to 2 "too few" would be a number: no reason tells anything.
    expect(judged.telling > 0).toBe(policy.minimumCell > 1);
    expect(judged.given).toBeLessThan(judged.cells / 20);
  });
});

/** All subsets of the given size. */
function* subsets(items: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - size; at += 1) {
    for (const rest of subsets(items, size - 1, at + 1)) yield [items[at] ?? 0, ...rest];
  }
}

function isProtected(puzzle: Puzzle, hidden: ReadonlySet<number>, structural: ReadonlySet<number>, k: number): boolean {
  const shown = puzzle.counts.map((count, cell): Cell => (hidden.has(cell) ? { kind: 'withheld', reason: 'protected' } : { kind: 'count', count }));
  const seen: Puzzle = { ...puzzle, shown };
  const judge = new Enumeration(seen, knowledgeOfCounts(seen, structural));
  return [...hidden].every((cell) => {
    const count = puzzle.counts[cell] ?? 0;
    let up = k;
    while (up > 0 && !judge.exists(cell, count + up, Infinity)) up -= 1;
    return up === k || judge.exists(cell, 0, count - (k - up));
  });
}

describe('the number of withheld cells', () => {
  it('stays within 1.5 times the optimum that an exhaustive search over all sets of cells finds', () => {
    const policy: DisclosurePolicy = { minimumCell: 3, minimumSensitiveCell: 3, minimumBase: 1, homogeneityBase: 1 };
    const seen = { tables: 0, ours: 0, optimum: 0, worst: 1 };
    const shapes = fc.constantFrom<readonly (readonly Split[])[]>(
      [[{ id: 'a', size: 3 }, { id: 'b', size: 3 }]],
      [[{ id: 'a', size: 4 }, { id: 'b', size: 3 }]],
      [[{ id: 'a', size: 2 }, { id: 'b', size: 2 }, { id: 'c', size: 2 }]],
      [[{ id: 'a', size: 2 }, { id: 'b', size: 3 }], [{ id: 'b', size: 3 }, { id: 'c', size: 2 }]],
    );
    const person = fc.record({ weight: fc.integer({ min: 1, max: 12 }), a: fc.nat(11), b: fc.nat(11), c: fc.nat(11) });
    fc.assert(
      fc.property(shapes, fc.array(person, { minLength: 6, maxLength: 16 }), (shape, people) => {
        const sizes = new Map(shape.flat().map(({ id, size }) => [id, size]));
        const everyone = people.flatMap(({ weight, ...each }) =>
          Array.from({ length: weight }, () => Object.fromEntries(Object.entries(each).map(([id, value]) => [id, value % (sizes.get(id) ?? 1)]))),
        );
        const tables = shape.map((splits, at) => tableOf(`t${String(at)}`, splits, everyone));
        const puzzle = puzzleOf(tables, protect(tables, policy), policy);
        const ours = puzzle.shown.filter(({ kind }) => kind === 'withheld').length;
        const primary = puzzle.counts.flatMap((count, cell) => (count > 0 && count < 3 ? [cell] : []));
        fc.pre(primary.length > 0);
        const candidates = puzzle.counts.flatMap((_, cell) => (primary.includes(cell) ? [] : [cell]));
        const none = new Set<number>();
        let optimum = primary.length;
        // Once 1.5 times the size reaches ours, nothing smaller is left to find.
        search: for (; optimum * 1.5 < ours; optimum += 1) {
          for (const extra of subsets(candidates, optimum - primary.length)) {
            if (isProtected(puzzle, new Set([...primary, ...extra]), none, 3)) break search;
          }
        }
        seen.tables += 1;
        seen.ours += ours;
        seen.optimum += optimum;
        seen.worst = Math.max(seen.worst, ours / optimum);
        if (ours > 1.5 * optimum) throw new Error(`${String(ours)} withheld, ${String(optimum)} would do: ${JSON.stringify(tables.map(({ counts }) => counts))}`);
      }),
      { numRuns: 8 * TIMES, seed: SEED },
    );
    expect(seen.tables).toBe(8 * TIMES);
  });
});
