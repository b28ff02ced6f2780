import fc from 'fast-check';
import type { DisclosurePolicy } from '../../contract/report.js';
import { auditPublication } from './audit-publication.js';
import { cellSystem } from './cell-system.js';
import { ComponentProgramme } from './component-programme.js';
import { protect } from './protect.js';
import type { PublicationDimension, PublicationTable } from './publication-table.js';
import { SumIndex } from './withheld-components.js';
import { proofsOf } from './witness-proofs.js';

// Property tests try many tables; a busy machine needs longer than the default five seconds.
jest.setTimeout(3_600_000);

/** Multiplies the runs, for long runs by hand. */
const TIMES = 1;
const RUNS = 6;
const SEED = 20_261_122;
const POLICY: DisclosurePolicy = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 };

interface Shape {
  readonly sizes: readonly [number, number, number, number];
  readonly tables: readonly string[];
  readonly sensitive: boolean;
  readonly answers: boolean;
  readonly numbers: readonly number[];
  readonly structural: readonly number[];
}

/** One to three linked tables of up to 18 × 7 × 3 places with margins; every second inner cell or so is empty or small. */
const SHAPES: fc.Arbitrary<Shape> = fc.record({
  sizes: fc.tuple(fc.integer({ min: 1, max: 17 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  tables: fc.constantFrom(['abc'], ['abc'], ['abc', 'abd'], ['abc', 'ad'], ['abc', 'bd', 'ad'], ['ab', 'bc', 'acd']),
  sensitive: fc.boolean(),
  answers: fc.boolean(),
  numbers: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 80 }) }), { minLength: 40, maxLength: 200 }),
  structural: fc.array(fc.nat(2000), { maxLength: 12 }),
});

/** Counts the same people into every table; `numbers` are repeated over the cells of all four dimensions. */
function tablesOf({ sizes, tables, sensitive, answers, numbers, structural }: Shape): readonly PublicationTable[] {
  const dimensions = [...'abcd'].map((id, at): PublicationDimension => {
    const categories = Array.from({ length: sizes[at] ?? 1 }, (_, index) => `${id}${String(index)}`);
    const isAnswers = answers && id >= 'c';
    return { id, categories, ...(isAnswers ? { answers: { missing: categories.length > 2 ? categories.slice(-1) : [] } } : {}), ...(sensitive && id === 'd' ? { sensitive: true } : {}) };
  });
  return tables.map((letters) => {
    const own = dimensions.filter(({ id }) => letters.includes(id));
    const counts = new Array<number>(own.reduce((product, { categories }) => product * (categories.length + 1), 1)).fill(0);
    eachIndices(sizes, (indices, person) => {
      const count = numbers[(person * 7 + Math.floor(person / numbers.length)) % numbers.length] ?? 0;
      for (let subset = 0; subset < 1 << own.length; subset += 1) {
        const place = own.reduce((sum, { id, categories }, at) => sum * (categories.length + 1) + ((subset & (1 << at)) === 0 ? (indices['abcd'.indexOf(id)] ?? 0) : categories.length), 0);
        counts[place] = (counts[place] ?? 0) + count;
      }
    });
    return { id: letters, dimensions: own, counts, structuralZeros: structural.filter((place) => counts[place] === 0) };
  });
}

function eachIndices(sizes: readonly number[], visit: (indices: readonly number[], number: number) => void): void {
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let number = 0; number < total; number += 1) {
    let rest = number;
    visit(sizes.map((size) => { const index = rest % size; rest = Math.floor(rest / size); return index; }), number);
  }
}

/** Whether whole numbers are a table with margins: every total is the sum of its categories. The slow, obvious way. */
function addsUp({ dimensions }: PublicationTable, counts: readonly number[]): boolean {
  let stride = 1;
  for (const { categories } of [...dimensions].reverse()) {
    for (let place = 0; place < counts.length; place += 1) {
      if (Math.floor(place / stride) % (categories.length + 1) !== categories.length) continue;
      let sum = 0;
      for (let back = 1; back <= categories.length; back += 1) sum += counts[place - back * stride] ?? 0;
      if (sum !== counts[place]) return false;
    }
    stride *= categories.length + 1;
  }
  return true;
}

describe('publications of up to 18 × 7 × 3 places', () => {
  it('rest every withheld cell on whole tables that fit everything shown, and bounds by linear programmes are never narrower', () => {
    const seen = { publications: 0, places: 0, withheld: 0, tables: 0, programmes: 0 };
    fc.assert(
      fc.property(SHAPES, (shape) => {
        const tables = tablesOf(shape);
        const published = protect(tables, POLICY);
        const system = cellSystem(tables);
        const places = tables.map(({ id }) => system.places.get(id) ?? new Int32Array(0));
        const low = system.counts.slice();
        const high = system.counts.slice();
        for (const proof of proofsOf(published, '')) {
          const state = system.counts.slice();
          proof.cells.forEach((cell, at) => { state[cell] = proof.values[at] ?? -1; });
          tables.forEach((table, at) => {
            const own = Array.from(places[at] ?? [], (cell) => state[cell] ?? -1);
            if (!addsUp(table, own)) throw new Error('a proof does not add up');
            own.forEach((count, place) => {
              const cell = published.tables[at]?.cells[place];
              if (count < 0 || (cell?.kind === 'count' && cell.count !== count)) throw new Error('a proof contradicts what is shown');
              if (table.structuralZeros?.includes(place) === true && count !== 0) throw new Error('a proof fills an impossible cell');
            });
          });
          for (const cell of proof.cells) {
            low[cell] = Math.min(low[cell] ?? 0, state[cell] ?? 0);
            high[cell] = Math.max(high[cell] ?? 0, state[cell] ?? 0);
          }
          seen.tables += 1;
        }
        const withheld = new Uint8Array(system.counts.length);
        tables.forEach((table, at) => {
          const sensitive = table.dimensions.findIndex((dimension) => dimension.sensitive === true);
          published.tables[at]?.cells.forEach((cell, place) => {
            const number = places[at]?.[place] ?? 0;
            seen.places += 1;
            const stride = table.dimensions.slice(sensitive + 1).reduce((product, { categories }) => product * (categories.length + 1), 1);
            const length = table.dimensions[sensitive]?.categories.length ?? 0;
            const k = sensitive >= 0 && Math.floor(place / stride) % (length + 1) < length ? POLICY.minimumSensitiveCell : POLICY.minimumCell;
            if (cell.kind === 'count') {
              if (cell.count !== table.counts[place] || (cell.count > 0 && cell.count < k)) throw new Error(`a count of ${String(cell.count)} is shown`);
              return;
            }
            withheld[number] = 1;
            seen.withheld += 1;
            if ((high[number] ?? 0) - (low[number] ?? 0) < k) throw new Error(`${table.id} ${String(place)} is not proven ${String(k)} wide`);
          });
        });
        const index = new SumIndex(system);
        const [first] = Array.from(withheld.keys()).filter((cell) => withheld[cell] === 1 && cell % 5 === seen.publications % 5);
        const component = first === undefined ? null : index.componentOf(first, withheld, 120);
        if (first !== undefined && component !== null) {
          const programme = new ComponentProgramme(system, index, component);
          const upper = programme.optimum(first, 'maximize', null, false).value;
          const lower = programme.optimum(first, 'minimize', null, false).value;
          if (upper === null || lower === null || upper < (high[first] ?? 0) - 1e-6 || lower > (low[first] ?? 0) + 1e-6) throw new Error('a linear programme bounds a cell more narrowly than its proof');
          seen.programmes += 1;
        }
        if (!auditPublication(tables, published, POLICY, { largestProgramme: 0 }).every(({ holds }) => holds)) throw new Error('the audit does not hold');
        seen.publications += 1;
      }),
      { numRuns: RUNS * TIMES, seed: SEED, endOnFailure: true },
    );
    expect(seen.publications).toBe(RUNS * TIMES);
    expect(seen.withheld).toBeGreaterThan(100);
    expect(seen.programmes).toBeGreaterThan(0);
  });
});
