import type { Cell, DisclosurePolicy } from '../../contract/report.js';
import { cellSystem, contextsOf, tablesOf, type CellSystem } from './cell-system.js';
import { ComponentProgramme } from './component-programme.js';
import { UNLIMITED, type SavedTable } from './person-moves.js';
import { minimumCounts } from './primary-cells.js';
import type { PublicationTable } from './publication-table.js';
import { SumIndex } from './withheld-components.js';
import { WitnessLedger } from './witness-ledger.js';
import { enterFeasible, proofsOf } from './witness-proofs.js';
import { WitnessSearch } from './witness-search.js';

/** What can be found out about one withheld cell from everything that is shown. Not for publication: it is made with true counts. */
export interface AuditedCell {
  readonly table: string;
  /** Index into the table's counts; a cell of several tables is reported once, at its first place. */
  readonly place: number;
  /** No feasible table has less or more; Infinity = no limit. */
  readonly lower: number;
  readonly upper: number;
  /** `linear-programme`: the bounds are its optima. `narrowing`: from the sums one by one; the true bounds may lie further inside. */
  readonly bounds: 'linear-programme' | 'narrowing';
  /** Largest minus smallest value in feasible whole tables that were found, at most k; with rounding none are looked for: null. */
  readonly witnessed: number | null;
  /** k: the width asked for. */
  readonly needed: number;
  /** The width is proven: by whole tables; with rounding by the linear programme. */
  readonly holds: boolean;
}

export interface AuditOptions {
  /** Shown counts were rounded to the nearest multiple of this before publication; default 1 = not rounded. */
  readonly rounding?: number;
  /** Components with more withheld cells than this are bounded by narrowing instead of linear programmes; default 120. */
  readonly largestProgramme?: number;
}

/** A publication as a reader has it. */
export interface ShownPublication {
  readonly tables: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
}

/**
 * Audits which cells of a publication are withheld: bounds every withheld cell by everything shown in all tables of its context
 * (margins, linked tables, rounding) and looks for whole tables that prove its width. The very object `protect` returned brings
 * the tables its protection rests on; they are checked one by one against the tables given and what is shown, and only what they
 * leave open is searched. Reasons are not used; see `protect`.
 * @param tables the true tables. @param published what is shown of them, by `protect` or by anybody.
 * @throws RangeError when tables contradict each other, a table is missing in `published`, or a linked publication with rounding
 *   has more than 2,000 cells.
 */
export function auditPublication(
  tables: readonly PublicationTable[],
  published: ShownPublication,
  policy: DisclosurePolicy,
  options: AuditOptions = {},
): readonly AuditedCell[] {
  return contextsOf(tables).flatMap((context) => {
    const own = tablesOf(context, tables);
    return new SystemAudit(cellSystem(own), own, published, policy, options, proofsOf(published, context)).run();
  });
}

const LARGEST_ROUNDED = 2000;

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

class SystemAudit {
  private readonly withheld: Uint8Array;
  private readonly place = new Map<number, { readonly table: string; readonly place: number }>();
  private readonly index: SumIndex;
  private readonly k: Uint16Array;
  private readonly search: WitnessSearch;
  private readonly rounding: number;
  private readonly largestProgramme: number;

  constructor(
    private readonly system: CellSystem,
    tables: readonly PublicationTable[],
    published: ShownPublication,
    policy: DisclosurePolicy,
    options: AuditOptions,
    proofs: readonly SavedTable[],
  ) {
    this.rounding = options.rounding ?? 1;
    this.largestProgramme = options.largestProgramme ?? 120;
    if (this.rounding > 1 && system.counts.length > LARGEST_ROUNDED) throw new RangeError(`With rounding, at most ${String(LARGEST_ROUNDED)} linked cells can be audited; these are ${String(system.counts.length)}.`);
    this.withheld = new Uint8Array(system.counts.length);
    for (const { id } of tables) {
      const cells = published.tables.find((table) => table.id === id)?.cells;
      const places = system.places.get(id);
      if (cells === undefined || cells.length !== places?.length) throw new RangeError(`What is published of table "${id}" is missing or has another size.`);
      cells.forEach(({ kind }, place) => {
        const cell = places[place] ?? 0;
        if (kind !== 'withheld' || system.structural[cell] === 1) return;
        this.withheld[cell] = 1;
        if (!this.place.has(cell)) this.place.set(cell, { table: id, place });
      });
    }
    this.index = new SumIndex(system);
    this.k = minimumCounts(system, policy);
    const ledger = new WitnessLedger(system.counts, this.k);
    enterFeasible(system, this.index, this.withheld, proofs, ledger);
    this.search = new WitnessSearch(system, this.index, this.withheld, this.k, ledger);
  }

  run(): readonly AuditedCell[] {
    const { cells: components } = this.index.components(this.withheld);
    if (this.rounding > 1) return this.reportAll(components.flat(), this.roundedBounds(), 'linear-programme');
    const narrowed = components.some((cells) => cells.length > this.largestProgramme) ? this.narrowedBounds() : null;
    return components.flatMap((cells) => {
      if (cells.length > this.largestProgramme && narrowed !== null) return this.reportAll(cells, narrowed, 'narrowing');
      return this.reportAll(cells, optima(new ComponentProgramme(this.system, this.index, cells)), 'linear-programme');
    });
  }

  private reportAll(cells: readonly number[], boundsOf: (cell: number) => Bounds, bounds: AuditedCell['bounds']): readonly AuditedCell[] {
    const { search } = this;
    return cells.map((cell) => {
      const { lower, upper } = boundsOf(cell);
      const needed = this.k[cell] ?? 0;
      const witnessed = this.rounding > 1 ? null : needed - search.find(cell);
      const place = this.place.get(cell) ?? { table: '', place: 0 };
      return { ...place, lower, upper, bounds, witnessed, needed, holds: (witnessed ?? upper - lower) >= needed };
    });
  }

  /** Everyone knows only between which values a shown count lies. */
  private roundedBounds(): (cell: number) => Bounds {
    const { counts, structural } = this.system;
    const half = Math.floor(this.rounding / 2);
    const rounded = counts.map((count) => Math.round(count / this.rounding) * this.rounding);
    const lowest = rounded.map((count, cell) => (this.withheld[cell] === 1 ? 0 : Math.max(0, count - half)));
    const highest = rounded.map((count, cell) => (this.withheld[cell] === 1 ? UNLIMITED : count + half));
    const cells = Array.from(counts.keys()).filter((cell) => structural[cell] === 0);
    return optima(new ComponentProgramme(this.system, this.index, cells, { lowest, highest, unlimited: UNLIMITED }));
  }

  /** Bounds that follow from one sum after another. */
  private narrowedBounds(): (cell: number) => Bounds {
    const { counts } = this.system;
    const low = Float64Array.from(counts, (count, cell) => (this.withheld[cell] === 1 ? 0 : count));
    const high = Float64Array.from(counts, (count, cell) => (this.withheld[cell] === 1 ? Number.POSITIVE_INFINITY : count));
    const sums = this.index.sums.filter(({ whole, parts }) => [whole, ...parts].some((cell) => this.withheld[cell] === 1));
    for (let changed = true; changed; ) {
      changed = false;
      for (const { whole, parts } of sums) {
        if (narrow(whole, parts, low, high)) changed = true;
      }
    }
    return (cell) => ({ lower: low[cell] ?? 0, upper: high[cell] ?? 0 });
  }
}

function optima(programme: ComponentProgramme): (cell: number) => Bounds {
  return (cell) => ({
    lower: Math.max(0, cleaned(programme.optimum(cell, 'minimize', null, false).value, 0)),
    upper: cleaned(programme.optimum(cell, 'maximize', null, false).value, Number.POSITIVE_INFINITY),
  });
}

/** Optima without the noise of floating point; a search that failed says nothing. */
function cleaned(value: number | null, unknown: number): number {
  return value === null ? unknown : Math.round(value * 1e6) / 1e6;
}

function narrow(whole: number, parts: readonly number[], low: Float64Array, high: Float64Array): boolean {
  let least = 0;
  let most = 0;
  for (const part of parts) {
    least += low[part] as number;
    most += high[part] as number;
  }
  let changed = false;
  const raise = (cell: number, value: number): void => {
    if (value <= (low[cell] as number)) return;
    low[cell] = value;
    changed = true;
  };
  const lower = (cell: number, value: number): void => {
    if (value >= (high[cell] as number)) return;
    high[cell] = value;
    changed = true;
  };
  const bottom = Math.max(least, low[whole] as number);
  const top = Math.min(most, high[whole] as number);
  for (const part of parts) {
    const partLow = low[part] as number;
    const partHigh = high[part] as number;
    lower(part, top - (least - partLow));
    if (Number.isFinite(most)) raise(part, bottom - (most - partHigh));
  }
  raise(whole, least);
  lower(whole, most);
  return changed;
}
