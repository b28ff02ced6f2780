import type { DisclosurePolicy } from '../../contract/report.js';
import { cellCosts, USUAL_COSTS, type CostScale } from './cell-costs.js';
import type { CellSystem } from './cell-system.js';
import { CheapestMove } from './cheapest-move.js';
import { primaryCells, type PrimaryCells } from './primary-cells.js';
import { SumIndex } from './withheld-components.js';
import { WitnessSearch } from './witness-search.js';

/** How many withheld cells are examined again at most in order to show others; ends the search in large publications. */
const EXAMINATIONS_FOR_SHOWING = 2500;

/** What to withhold, and why it is enough. */
export interface SuppressionPattern {
  readonly primary: PrimaryCells;
  /** 1 = withheld. */
  readonly withheld: Uint8Array;
  readonly index: SumIndex;
  /** Per withheld cell: the cells that change in the feasible tables its protection rests on. */
  readonly witnesses: ReadonlyMap<number, readonly number[]>;
}

/**
 * Withholds the primary cells of a linked system and further ones, cheapest first, until every withheld cell has feasible whole
 * tables in which it differs by at least its k (`WitnessSearch`); then shows again what turned out unnecessary.
 */
export function suppressionPattern(system: CellSystem, policy: DisclosurePolicy): SuppressionPattern {
  const search = (strategy: Strategy): SuppressionPattern => new LinkedSuppression(system, policy, strategy).run();
  if (system.counts.length > SMALL_SYSTEM) return search(USUAL);
  const size = ({ withheld }: SuppressionPattern): number => withheld.reduce((sum, cell) => sum + cell, 0);
  return STRATEGIES.map(search).reduce((best, pattern) => (size(pattern) < size(best) ? pattern : best));
}

/** In systems up to this many cells several searches are made, and the one that withholds the fewest cells wins. */
const SMALL_SYSTEM = 150;

/** What a greedy search depends on. */
interface Strategy {
  readonly costs: CostScale;
  /** Margins first, or the innermost cells first. */
  readonly marginsFirst: boolean;
}

const USUAL: Strategy = { costs: USUAL_COSTS, marginsFirst: true };
const STRATEGIES: readonly Strategy[] = [USUAL_COSTS, { zero: 150, perLevel: 4, shared: 4 }, { zero: 800, perLevel: 1, shared: 1 }, { zero: 100, perLevel: 1, shared: 1 }].flatMap(
  (costs) => [
    { costs, marginsFirst: true },
    { costs, marginsFirst: false },
  ],
);

class LinkedSuppression {
  private readonly primary: PrimaryCells;
  private readonly withheld: Uint8Array;
  private readonly index: SumIndex;
  private search: WitnessSearch;
  private readonly largestK: number;
  private readonly cheapest: CheapestMove;
  private readonly costs: Float64Array;
  private readonly witnesses = new Map<number, readonly number[]>();
  /** Per cell: withheld cells whose witnesses have changed it at some time. */
  private readonly dependants = new Map<number, number[]>();
  private readonly added = new Set<number>();

  constructor(
    private readonly system: CellSystem,
    policy: DisclosurePolicy,
    private readonly strategy: Strategy,
  ) {
    this.primary = primaryCells(system, policy);
    this.withheld = Uint8Array.from(this.primary.reasons, (reason) => (reason === null ? 0 : 1));
    this.index = new SumIndex(system);
    this.costs = cellCosts(system, strategy.costs);
    this.cheapest = new CheapestMove(system, this.withheld, this.costs);
    this.largestK = Math.max(policy.minimumCell, policy.minimumSensitiveCell);
    this.search = this.newSearch();
  }

  run(): SuppressionPattern {
    const queue = Array.from(this.withheld.keys()).filter((cell) => this.withheld[cell] === 1);
    if (!this.strategy.marginsFirst) queue.reverse();
    // Withholding more only widens the intervals of the others, so every cell has to be looked at once.
    // The queue grows while it is read.
    for (const cell of queue) {
      for (const extra of this.extend(cell)) {
        this.added.add(extra);
        queue.push(extra);
      }
    }
    this.showUnnecessary();
    this.audit();
    return { primary: this.primary, withheld: this.withheld, index: this.index, witnesses: this.witnesses };
  }

  private newSearch(): WitnessSearch {
    return new WitnessSearch(this.system, this.index, this.withheld, this.largestK);
  }

  /** Looks at every withheld cell of the final pattern anew, as any auditor would; what cannot be proven again gets company. */
  private audit(): void {
    for (let changed = true; changed; ) {
      changed = false;
      this.search = this.newSearch();
      for (const cell of this.withheld.keys()) {
        if (this.withheld[cell] === 1 && this.extend(cell).length > 0) changed = true;
      }
    }
  }

  /** Withholds cells until a cell is safe. @returns what was needed for it. */
  private extend(cell: number): readonly number[] {
    const extras: number[] = [];
    for (let missing = this.examine(cell); missing > 0; missing = this.examine(cell)) {
      const extension = this.cheapest.find(cell, missing) ?? this.everythingElse();
      if (extension.length === 0) break;
      for (const extra of extension) this.withheld[extra] = 1;
      this.search.noteGrowth();
      extras.push(...extension);
    }
    return extras.length < 2 ? extras : this.dropUnneeded(cell, extras);
  }

  private everythingElse(): readonly number[] {
    return Array.from(this.withheld.keys()).filter((cell) => this.withheld[cell] === 0 && this.system.structural[cell] === 0);
  }

  /** Several steps may have led to more than is needed in the end; nothing else rests on these cells yet. */
  private dropUnneeded(cell: number, extras: readonly number[]): readonly number[] {
    const kept = new Set(extras);
    for (const extra of this.dearestFirst(extras)) {
      this.withheld[extra] = 0;
      if (this.witnesses.get(cell)?.includes(extra) !== true || this.examine(cell) === 0) kept.delete(extra);
      else this.withheld[extra] = 1;
    }
    return extras.filter((extra) => kept.has(extra));
  }

  private dearestFirst(cells: Iterable<number>): readonly number[] {
    return [...cells].sort((left, right) => (this.costs[right] ?? 0) - (this.costs[left] ?? 0) || left - right);
  }

  /** Looks for feasible tables in which the cell differs by its k, and remembers what they change. @returns what is missing. */
  private examine(cell: number): number {
    const need = this.primary.k[cell] ?? 0;
    const { up, down, changed } = this.search.find(cell, need);
    if (up + down < need) return need - up - down;
    this.witnesses.set(cell, changed);
    for (const other of changed) {
      const dependants = this.dependants.get(other);
      if (dependants === undefined) this.dependants.set(other, [cell]);
      else dependants.push(cell);
    }
    return 0;
  }

  /** Shows cells again, the dearest first, where everything that rested on them stands without them. */
  private showUnnecessary(): void {
    let examinations = EXAMINATIONS_FOR_SHOWING;
    for (const cell of this.dearestFirst(this.added)) {
      if (this.added.has(cell) && examinations > 0) examinations -= this.tryToShow(cell, examinations);
    }
  }

  /**
   * Shows a cell, and with it added cells that then lose their own protection; undone if a primary cell suffers.
   * @returns how many cells were examined; not more than `limit`.
   */
  private tryToShow(first: number, limit: number): number {
    const shown = new Set<number>();
    const before = new Map<number, readonly number[]>();
    const open = [first];
    let examined = 0;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      if (shown.has(cell)) continue;
      shown.add(cell);
      this.withheld[cell] = 0;
      for (const other of [...(this.dependants.get(cell) ?? [])]) {
        const used = this.witnesses.get(other);
        if (used === undefined || shown.has(other) || !used.includes(cell)) continue;
        if (!before.has(other)) before.set(other, used);
        examined += 1;
        if (examined < limit && this.examine(other) === 0) continue;
        if (examined < limit && this.added.has(other)) {
          open.push(other);
          continue;
        }
        for (const undo of shown) this.withheld[undo] = 1;
        for (const [changed, witness] of before) this.witnesses.set(changed, witness);
        return examined;
      }
    }
    for (const cell of shown) {
      this.added.delete(cell);
      this.witnesses.delete(cell);
    }
    return examined;
  }
}
