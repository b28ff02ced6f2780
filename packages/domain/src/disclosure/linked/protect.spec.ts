import fc from 'fast-check';
import type { Cell, DisclosurePolicy } from '../../contract/report.js';
import { auditPublication, type AuditedCell } from './audit-publication.js';
import { groupVerdicts } from './group-verdicts.js';
import { protect } from './protect.js';
import type { ProtectedPublication, PublicationDimension, PublicationTable } from './publication-table.js';

// Property tests try many tables; a busy machine needs longer than the default five seconds.
jest.setTimeout(120_000);

const POLICY: DisclosurePolicy = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 };
const SEED = 20_261_122;

/** Counts with margins from the counts without. */
function withMargins(dimensions: readonly PublicationDimension[], inner: (indices: readonly number[]) => number): readonly number[] {
  const lengths = dimensions.map(({ categories }) => categories.length);
  const at = (indices: readonly number[]): number => {
    const open = indices.findIndex((index, place) => index === lengths[place]);
    if (open < 0) return inner(indices);
    return Array.from({ length: lengths[open] ?? 0 }, (_, index) => at(indices.with(open, index))).reduce((sum, count) => sum + count, 0);
  };
  const size = lengths.reduce((product, length) => product * (length + 1), 1);
  return Array.from({ length: size }, (_, place) => {
    const indices: number[] = [];
    let rest = place;
    for (const length of [...lengths].reverse()) {
      indices.unshift(rest % (length + 1));
      rest = Math.floor(rest / (length + 1));
    }
    return at(indices);
  });
}

function table(id: string, dimensions: readonly PublicationDimension[], inner: readonly number[]): PublicationTable {
  const counts = withMargins(dimensions, (indices) => inner[indices.reduce((place, index, at) => place * (dimensions[at]?.categories.length ?? 1) + index, 0)] ?? 0);
  return { id, dimensions, counts };
}

const COUNTY: PublicationDimension = { id: 'county', categories: ['Alpha', 'Beta', 'Gamma', 'Delta'] };
const EDUCATION: PublicationDimension = { id: 'education', categories: ['low', 'medium', 'high', 'very high'] };
/** Counties by education of the head of household (Federal Committee on Statistical Methodology, Working Paper 22). */
const COUNTIES = table('counties', [COUNTY, EDUCATION], [15, 1, 3, 1, 20, 10, 10, 15, 3, 10, 10, 2, 12, 14, 7, 2]);

function place(county: string, education: string): number {
  return COUNTY.categories.indexOf(county) * 5 + EDUCATION.categories.indexOf(education);
}

function shown(withheld: readonly number[]): { tables: { id: string; cells: Cell[] }[] } {
  const cells = Array.from(COUNTIES.counts, (count, at): Cell => (withheld.includes(at) ? { kind: 'withheld', reason: 'protected' } : { kind: 'count', count }));
  return { tables: [{ id: 'counties', cells }] };
}

const PRIMARY = [place('Alpha', 'medium'), place('Alpha', 'high'), place('Alpha', 'very high'), place('Gamma', 'low'), place('Gamma', 'very high'), place('Delta', 'very high')];

function intervals(audited: readonly AuditedCell[]): Record<string, readonly [number, number]> {
  return Object.fromEntries(audited.map(({ place: at, lower, upper }) => [`${COUNTY.categories[Math.floor(at / 5)] ?? ''} ${EDUCATION.categories[at % 5] ?? ''}`, [lower, upper]]));
}

describe('the county table of the literature', () => {
  it('is recovered entirely when only small cells are withheld, as the audit finds', () => {
    const audited = auditPublication([COUNTIES], shown(PRIMARY), POLICY);
    expect(audited).toHaveLength(6);
    for (const { lower, upper, holds, place: at } of audited) {
      expect([lower, upper]).toEqual([COUNTIES.counts[at], COUNTIES.counts[at]]);
      expect(holds).toBe(false);
    }
  });

  it('is still disclosed with two withheld cells in every row and column, as the audit finds', () => {
    const naive = [...PRIMARY, place('Beta', 'medium'), place('Beta', 'high'), place('Delta', 'low')];
    const audited = auditPublication([COUNTIES], shown(naive), POLICY);
    expect(intervals(audited)['Alpha very high']).toEqual([1, 1]);
    expect(audited.filter(({ holds }) => !holds).map(({ place: at }) => at)).toContain(place('Alpha', 'very high'));
  });

  it('has the published intervals under the protected pattern', () => {
    const good = [...PRIMARY, place('Gamma', 'medium'), place('Delta', 'low'), place('Delta', 'high')];
    const audited = auditPublication([COUNTIES], shown(good), POLICY);
    expect(audited.every(({ holds }) => holds)).toBe(true);
    expect(intervals(audited)).toEqual({
      'Alpha medium': [0, 5],
      'Alpha high': [0, 5],
      'Alpha very high': [0, 5],
      'Gamma low': [0, 9],
      'Gamma medium': [6, 11],
      'Gamma very high': [0, 5],
      'Delta low': [6, 15],
      'Delta high': [5, 10],
      'Delta very high': [0, 5],
    });
  });

  it('ends protected with no more cells than the pattern of the literature', () => {
    const published = protect([COUNTIES], POLICY);
    const withheld = published.tables[0]?.cells.filter(({ kind }) => kind === 'withheld') ?? [];
    expect(withheld).toHaveLength(9);
    const audited = auditPublication([COUNTIES], published, POLICY);
    expect(audited.every(({ holds, upper, lower }) => holds && upper - lower >= 5)).toBe(true);
    for (const at of PRIMARY) expect(published.tables[0]?.cells[at]?.kind).toBe('withheld');
  });

  it('is bounded less tightly when the shown numbers are rounded', () => {
    const exact = auditPublication([COUNTIES], shown(PRIMARY), POLICY);
    const rounded = auditPublication([COUNTIES], shown(PRIMARY), POLICY, { rounding: 5 });
    rounded.forEach(({ lower, upper, witnessed }, at) => {
      expect(witnessed).toBeNull();
      expect(lower).toBeLessThanOrEqual(exact[at]?.lower ?? 0);
      expect(upper).toBeGreaterThan(exact[at]?.upper ?? 0);
    });
  });

  it('reports bounds from single sums where programmes are not wanted, never tighter than the programme', () => {
    const naive = [...PRIMARY, place('Beta', 'medium'), place('Beta', 'high'), place('Delta', 'low')];
    const byProgramme = auditPublication([COUNTIES], shown(naive), POLICY);
    const bySums = auditPublication([COUNTIES], shown(naive), POLICY, { largestProgramme: 0 });
    bySums.forEach(({ lower, upper, bounds }, at) => {
      expect(bounds).toBe('narrowing');
      expect(lower).toBeLessThanOrEqual(byProgramme[at]?.lower ?? 0);
      expect(upper).toBeGreaterThanOrEqual(byProgramme[at]?.upper ?? 0);
    });
  });
});

const DISTRICT: PublicationDimension = { id: 'district', categories: ['Altstadt', 'Ochtmissen', 'Wilschenbruch'] };
const ANSWER: PublicationDimension = { id: 'answer', categories: ['no', 'partly', 'yes', 'not answered'], answers: { missing: ['not answered'] } };

function kindsAt(published: ProtectedPublication, from: number, to: number): readonly string[] {
  return (published.tables[0]?.cells.slice(from, to) ?? []).map((cell) => (cell.kind === 'count' ? String(cell.count) : cell.reason));
}

describe('primary rules of a linked publication', () => {
  it('withholds the judgements of a group on a small base and denies it figures', () => {
    const published = protect([table('t', [DISTRICT, ANSWER], [20, 20, 20, 20, 30, 20, 25, 20, 3, 0, 5, 30])], POLICY);
    const group = kindsAt(published, 10, 13);
    expect(group.every((reason) => reason === 'base-too-small' || reason === 'protected')).toBe(true);
    const verdicts = groupVerdicts(published);
    expect(verdicts.find(({ group: { district } }) => district === 'Wilschenbruch')?.withheld).not.toBeNull();
    expect(verdicts).toHaveLength(4);
  });

  it('withholds homogeneous answers of fewer than thirty people', () => {
    const published = protect([table('t', [DISTRICT, ANSWER], [20, 20, 20, 20, 30, 20, 25, 20, 0, 1, 25, 30])], POLICY);
    expect(kindsAt(published, 10, 13).every((reason) => !/^\d/u.test(reason))).toBe(true);
    const large = protect([table('t', [DISTRICT, ANSWER], [20, 20, 20, 20, 30, 20, 25, 20, 0, 0, 35, 30])], POLICY);
    expect(kindsAt(large, 10, 14)).toEqual(['0', '0', '35', '30']);
  });

  it('demands the higher k of cells that name a sensitive category, not of their totals', () => {
    const counts = [7, 30, 30, 30, 30, 30];
    const plain = protect([table('t', [DISTRICT, { id: 'health', categories: ['a', 'b'] }], counts)], POLICY);
    const sensitive = protect([table('t', [DISTRICT, { id: 'health', categories: ['a', 'b'], sensitive: true }], counts)], POLICY);
    expect(plain.tables[0]?.cells[0]).toEqual({ kind: 'count', count: 7 });
    expect(sensitive.tables[0]?.cells[0]?.kind).toBe('withheld');
    const audited = auditPublication([table('t', [DISTRICT, { id: 'health', categories: ['a', 'b'], sensitive: true }], counts)], sensitive, POLICY);
    expect(audited.length).toBeGreaterThan(0);
    expect(audited.every(({ needed, lower, upper }) => needed === 10 && upper - lower >= 10)).toBe(true);
  });

  it('shows zeros that everyone can derive from a shown zero', () => {
    const published = protect([table('t', [DISTRICT, ANSWER], [20, 0, 20, 20, 30, 0, 25, 20, 3, 0, 5, 30])], POLICY);
    expect(kindsAt(published, 11, 12)).toEqual(['0']);
  });
});

describe('degenerate publications', () => {
  const small = (counts: readonly number[], policy: DisclosurePolicy): readonly string[] => {
    const published = protect([table('t', [DISTRICT], counts)], policy);
    return kindsAt(published, 0, 4);
  };

  it('shows empty tables and tables without small counts as they are', () => {
    expect(protect([], POLICY).tables).toEqual([]);
    expect(small([0, 0, 0], POLICY)).toEqual(['0', '0', '0', '0']);
    expect(small([5, 6, 7], POLICY)).toEqual(['5', '6', '7', '18']);
  });

  it('withholds the whole table when even the total is small', () => {
    expect(small([1, 1, 1], POLICY).every((reason) => !/^\d/u.test(reason))).toBe(true);
  });

  it('protects a single row, where every cell stands beside its own margin', () => {
    const one: PublicationDimension = { id: 'district', categories: ['only'] };
    const tables = [table('t', [one, ANSWER], [30, 3, 40, 20])];
    const published = protect(tables, POLICY);
    expect(kindsAt(published, 1, 2)).toEqual(kindsAt(published, 6, 7));
    expect(auditPublication(tables, published, POLICY).every(({ holds }) => holds)).toBe(true);
  });

  it.each([1, 2])('works with k = %i', (k) => {
    const policy = { minimumCell: k, minimumSensitiveCell: k, minimumBase: 1, homogeneityBase: 1 };
    const tables = [table('t', [DISTRICT, ANSWER], [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3])];
    const published = protect(tables, policy);
    const withheld = published.tables[0]?.cells.filter(({ kind }) => kind === 'withheld') ?? [];
    if (k === 1) expect(withheld).toEqual([]);
    else expect(withheld.length).toBeGreaterThan(3);
    expect(withheld.every((cell) => cell.kind === 'withheld' && cell.reason === 'protected')).toBe(true);
    expect(auditPublication(tables, published, policy).every(({ holds }) => holds)).toBe(true);
  });
});

describe('contexts and shared cells', () => {
  const rows = table('rows', [DISTRICT], [40, 30, 20]);

  it('takes the same coordinates in two tables for one cell', () => {
    const crossed = table('crossed', [DISTRICT, ANSWER], [10, 10, 10, 10, 10, 8, 7, 5, 2, 10, 7, 1]);
    const published = protect([rows, crossed], POLICY);
    const [first, second] = published.tables;
    [0, 1, 2].forEach((district) => {
      expect(first?.cells[district]).toEqual(second?.cells[district * 5 + 4]);
    });
  });

  it('refuses tables that contradict each other, unless their contexts differ', () => {
    const other = table('other', [DISTRICT], [40, 30, 21]);
    expect(() => protect([rows, other], POLICY)).toThrow(/gives 21 for a cell that is 20/u);
    expect(() => protect([rows, { ...other, context: 'second wave' }], POLICY)).not.toThrow();
  });

  it.each([
    ['a margin that does not add up', { ...rows, counts: [40, 30, 20, 91] }, /does not add up: the total of dimension "district"/u],
    ['a negative count', { ...rows, counts: [-1, 30, 20, 49] }, /has the count -1/u],
    ['a broken count', { ...rows, counts: [0.5, 30, 20, 50.5] }, /has the count 0.5/u],
    ['a missing margin', { ...rows, counts: [40, 30, 20] }, /has 3 counts; its dimensions with their totals need 4/u],
    ['no dimension', { ...rows, dimensions: [] }, /one to three are possible/u],
    ['a structural zero with a count', { ...rows, structuralZeros: [0] }, /declares a structural zero at place 0, where the count is 40/u],
    ['an unknown kind of missing', { ...rows, dimensions: [{ ...DISTRICT, answers: { missing: ['none'] } }] }, /has no category "none"/u],
    ['a category named twice', { ...rows, dimensions: [{ id: 'district', categories: ['a', 'a', 'b'] }], counts: [40, 40, 10, 90] }, /names a category twice/u],
  ] as const)('refuses %s with a sentence that says where', (_, broken, message) => {
    expect(() => protect([broken as PublicationTable], POLICY)).toThrow(RangeError);
    expect(() => protect([broken as PublicationTable], POLICY)).toThrow(message);
  });

  it('refuses two tables of the same id, other categories under the same id, and thresholds that are none', () => {
    expect(() => protect([rows, rows], POLICY)).toThrow(/same id/u);
    expect(() => protect([rows, table('more', [{ id: 'district', categories: ['Altstadt'] }], [90])], POLICY)).toThrow(/other categories/u);
    expect(() => protect([rows], { ...POLICY, minimumCell: 0 })).toThrow(/minimumCell is 0/u);
  });
});

describe('groups of categories', () => {
  const SCALE: PublicationDimension = { id: 'answer', categories: ['1', '2', '3', '4', '5', 'agree'], groups: [{ category: 'agree', parts: ['4', '5'] }], answers: { missing: [] } };
  const counts = (indices: readonly number[]): number => {
    const own = [[20, 20, 20, 20, 3], [20, 20, 20, 20, 20], [20, 20, 20, 20, 20]][indices[0] ?? 0] ?? [];
    return indices[1] === 5 ? (own[3] ?? 0) + (own[4] ?? 0) : (own[indices[1] ?? 0] ?? 0);
  };
  const inner = DISTRICT.categories.flatMap((_, row) => SCALE.categories.map((__, column) => counts([row, column])));

  it('counts a group as the sum of its parts, everywhere', () => {
    const raw = table('scale', [DISTRICT, SCALE], inner);
    // Margins over answers must not count the group a second time.
    const corrected = { ...raw, counts: Array.from(raw.counts, (count, at) => (at % 7 === 6 ? count - (raw.counts[at - 1] ?? 0) : count)) };
    const published = protect([corrected], POLICY);
    expect(published.tables[0]?.cells[4]?.kind).toBe('withheld');
    // With "agree" shown, 4 must be withheld beside 5.
    const [four, agree] = [published.tables[0]?.cells[3]?.kind, published.tables[0]?.cells[5]?.kind];
    expect([four, agree]).toContain('withheld');
    expect(auditPublication([corrected], published, POLICY).every(({ holds }) => holds)).toBe(true);
    expect(() => protect([raw], POLICY)).toThrow(/does not add up/u);
  });
});

/** Sorts a table anew: dimensions and categories in another order, counts with them. */
function shuffled({ id, dimensions, counts, ...rest }: PublicationTable, keys: (text: string) => number): PublicationTable {
  const order = <Item>(items: readonly Item[], name: (item: Item) => string): number[] => items.map((_, at) => at).sort((left, right) => keys(name(items[left] as Item)) - keys(name(items[right] as Item)));
  const turned = order(dimensions, (dimension) => dimension.id);
  const sorted = dimensions.map(({ categories }) => order(categories, (category) => category));
  const next = turned.map((at) => ({ ...(dimensions[at] as PublicationDimension), categories: (sorted[at] ?? []).map((index) => dimensions[at]?.categories[index] ?? '') }));
  const lengths = dimensions.map(({ categories }) => categories.length + 1);
  const places = Array.from(counts, (_, target) => {
    let left = target;
    const indices = new Array<number>(dimensions.length).fill(0);
    for (const at of [...turned].reverse()) {
      const index = left % (lengths[at] ?? 1);
      left = Math.floor(left / (lengths[at] ?? 1));
      indices[at] = sorted[at]?.[index] ?? index;
    }
    return indices.reduce((sum, index, at) => sum * (lengths[at] ?? 1) + index, 0);
  });
  return { ...rest, id, dimensions: next, counts: places.map((from) => counts[from] ?? 0) };
}

function byName(published: ProtectedPublication): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { id, dimensions, cells: own } of published.tables) {
    own.forEach((cell, at) => {
      let rest = at;
      const named: string[] = [];
      for (const { id: dimension, categories } of [...dimensions].reverse()) {
        named.push(`${dimension}=${categories[rest % (categories.length + 1)] ?? 'total'}`);
        rest = Math.floor(rest / (categories.length + 1));
      }
      cells.set(`${id} ${named.sort().join(' ')}`, cell.kind === 'count' ? String(cell.count) : cell.reason);
    });
  }
  return cells;
}

describe('the result', () => {
  const big = fc.record({
    counts: fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 60 }) }), { minLength: 5 * 3 * 4, maxLength: 5 * 3 * 4 }),
    keys: fc.infiniteStream(fc.nat()),
  });
  const dimensions: readonly PublicationDimension[] = [
    { id: 'district', categories: ['a', 'b', 'c', 'd', 'e'] },
    { id: 'group', categories: ['young', 'middle', 'old'] },
    ANSWER,
  ];
  const linked = (counts: readonly number[]): readonly PublicationTable[] => {
    const crossed = table('crossed', dimensions, counts);
    const half = Array.from({ length: 15 }, (_, row) => counts.slice(row * 4, row * 4 + 4).reduce((sum, count) => sum + count, 0));
    const other = table('other', [...dimensions.slice(0, 2), { id: 'second', categories: ['x', 'y'] }], half.flatMap((count) => [Math.floor(count / 3), count - Math.floor(count / 3)]));
    return [crossed, other];
  };

  it('does not depend on the order of tables, dimensions and categories', () => {
    fc.assert(
      fc.property(big, ({ counts, keys }) => {
        const known = new Map<string, number>();
        const keyOf = (text: string): number => {
          const key = known.get(text) ?? (keys.next().value as number);
          known.set(text, key);
          return key;
        };
        const tables = linked(counts);
        const turned = tables.map((each) => shuffled(each, keyOf)).reverse();
        const first = byName(protect(tables, POLICY));
        const second = byName(protect(turned, POLICY));
        expect(second.size).toBe(first.size);
        for (const [name, cell] of first) expect([name, second.get(name)]).toEqual([name, cell]);
      }),
      { numRuns: 4, seed: SEED, endOnFailure: true },
    );
  });

  it('keeps every withheld cell of linked tables k wide in whole tables, and consistent with the bounds', () => {
    let audits = 0;
    fc.assert(
      fc.property(big, ({ counts }) => {
        const tables = linked(counts);
        const audited = auditPublication(tables, protect(tables, POLICY), POLICY, { largestProgramme: 40 });
        for (const { holds, lower, upper, needed } of audited) {
          expect(holds).toBe(true);
          expect(upper - lower).toBeGreaterThanOrEqual(needed);
        }
        audits += audited.length;
      }),
      { numRuns: 4, seed: SEED, endOnFailure: true },
    );
    expect(audits).toBeGreaterThan(100);
  });
});
