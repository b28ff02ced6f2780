import type { DisclosurePolicy } from '../../contract/report.js';
import { cellCosts, USUAL_COSTS, type CostScale } from './cell-costs.js';
import type { CellSystem } from './cell-system.js';
import { CheapestMove } from './cheapest-move.js';
import { planeMoves } from './move-families.js';
import { primaryCells, type PrimaryCells } from './primary-cells.js';
import { SumIndex } from './withheld-components.js';
import { WitnessLedger, type LostProof } from './witness-ledger.js';
import { enterFeasible } from './witness-proofs.js';
import { WitnessSearch } from './witness-search.js';

/** How many withheld cells are examined again at most in order to show others; ends the search in large publications. */
const EXAMINATIONS_FOR_SHOWING = 2500;

/** Steps that withhold more cells than this are looked at cell by cell afterwards. */
const LARGEST_STEP = 8;
/** Extensions that cost more are compared with others. */
const DEAR = 1000;

/** What to withhold, and why it is enough. */
export interface SuppressionPattern {
  readonly primary: PrimaryCells;
  /** 1 = withheld. */
  readonly withheld: Uint8Array;
  readonly index: SumIndex;
  /** The feasible tables its protection rests on. */
  readonly ledger: WitnessLedger;
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
  private readonly search: WitnessSearch;
  private readonly cheapest: CheapestMove;
  private readonly costs: Float64Array;
  private readonly ledger: WitnessLedger;
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
    this.cheapest = new CheapestMove(system, this.withheld, this.costs, planeMoves(system));
    this.ledger = new WitnessLedger(system.counts, this.primary.k, (cell) => this.primary.reasons[cell] !== null);
    this.search = new WitnessSearch(system, this.index, this.withheld, this.primary.k, this.ledger);
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
    return { primary: this.primary, withheld: this.withheld, index: this.index, ledger: this.checkedLedger() };
  }

  /** Cells whose proof rested on what is shown now are looked at again; what cannot be proven again gets company. */
  private audit(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const cell of this.withheld.keys()) {
        if (this.withheld[cell] === 1 && this.extend(cell).length > 0) changed = true;
      }
    }
  }

  /** The tables everything rests on, checked sum by sum without anything the search knows. */
  private checkedLedger(): WitnessLedger {
    const cells = Array.from(this.withheld.keys()).filter((cell) => this.withheld[cell] === 1);
    const checked = new WitnessLedger(this.system.counts, this.primary.k);
    const refused = enterFeasible(this.system, this.index, this.withheld, this.ledger.tablesBehind(cells), checked);
    if (refused > 0 || cells.some((cell) => checked.missing(cell) > 0)) throw new Error('The tables that the protection rests on do not hold; nothing may be published.');
    return checked;
  }

  /** Withholds cells until a cell is safe. @returns what was needed for it. */
  private extend(cell: number): readonly number[] {
    const extras: number[] = [];
    let before = 0;
    for (let missing = this.search.find(cell); missing > 0; missing = this.searchAfter(cell, missing)) {
      const extension = this.extension(cell, missing);
      if (extension.length === 0) break;
      for (const extra of extension) this.withheld[extra] = 1;
      this.search.noteGrowth();
      // The last step was the cheapest that was left; only the steps before may have become unnecessary.
      before = extension.length > LARGEST_STEP ? Infinity : extras.length;
      extras.push(...extension);
    }
    return this.dropUnneeded(cell, extras, extras.slice(0, before));
  }

  /** Searches after something more was withheld, and thoroughly only where going on brings nothing. */
  private searchAfter(cell: number, before: number): number {
    const missing = this.search.goOn(cell);
    return missing < before ? missing : this.search.find(cell);
  }

  /** What to withhold next: so that the farthest tables go on; where that is dear, perhaps better so that others come about. */
  private extension(cell: number, missing: number): readonly number[] {
    const goingOn = this.cheapest.find(cell, missing, this.ledger.farthest(cell, 1), this.ledger.farthest(cell, -1));
    if (goingOn !== null && goingOn.score <= DEAR) return goingOn.cells;
    const anew = this.cheapest.find(cell, missing, null, null);
    if (goingOn === null || anew === null) return (goingOn ?? anew)?.cells ?? this.everythingElse();
    return goingOn.score <= anew.score ? goingOn.cells : anew.cells;
  }

  private everythingElse(): readonly number[] {
    return Array.from(this.withheld.keys()).filter((cell) => this.withheld[cell] === 0 && this.system.structural[cell] === 0);
  }

  /** Several steps may have led to more than is needed in the end; no proven cell rests on these cells yet. */
  private dropUnneeded(cell: number, extras: readonly number[], doubtful: readonly number[]): readonly number[] {
    const kept = new Set(extras);
    for (const extra of this.dearestFirst(doubtful)) {
      this.withheld[extra] = 0;
      const lost = this.ledger.forget(extra);
      if (this.search.find(cell) === 0) {
        kept.delete(extra);
        continue;
      }
      this.withheld[extra] = 1;
      this.ledger.restore(lost);
    }
    return extras.filter((extra) => kept.has(extra));
  }

  private dearestFirst(cells: Iterable<number>): readonly number[] {
    return [...cells].sort((left, right) => (this.costs[right] ?? 0) - (this.costs[left] ?? 0) || left - right);
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
    const lost: LostProof[] = [];
    const open = [first];
    let examined = 0;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      if (shown.has(cell)) continue;
      shown.add(cell);
      this.withheld[cell] = 0;
      const forgotten = this.ledger.forget(cell);
      lost.push(...forgotten);
      for (const { cell: other } of forgotten) {
        if (shown.has(other) || this.ledger.missing(other) === 0) continue;
        examined += 1;
        if (examined < limit && this.search.find(other) === 0) continue;
        if (examined < limit && this.added.has(other)) {
          open.push(other);
          continue;
        }
        for (const undo of shown) this.withheld[undo] = 1;
        this.ledger.restore(lost);
        return examined;
      }
    }
    for (const cell of shown) this.added.delete(cell);
    return examined;
  }
}
