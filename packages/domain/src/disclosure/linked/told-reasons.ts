import type { DisclosurePolicy, WithheldReason } from '../../contract/report.js';
import type { CellSystem } from './cell-system.js';
import { ComponentProgramme } from './component-programme.js';
import type { SuppressionPattern } from './linked-suppression.js';
import { PersonMoves, UNLIMITED } from './person-moves.js';
import { groupReason, type AnswerGroup } from './primary-cells.js';

/** Components up to this many cells are examined by linear programmes where moves find nothing. */
const SMALL_COMPONENT = 40;
/** Linear programmes solved at most; where moves find nothing afterwards, reasons become neutral. */
const MOST_PROGRAMMES = 30;

/**
 * Which reason every withheld cell is given, so that a reader who knows the rules and uses the reasons still has at least two
 * feasible values for each. A reason tells: `too-few` 1 to k − 1; `protected` 0 or at least k; `base-too-small`, `homogeneous`
 * and their absence whether the rule holds for the judgements of the group; told `homogeneous`, a reader must not find out which
 * answer it was, so another value at least k away has to remain. Where a reason would tell too much, the reasons are neutral: all
 * cells of one component and one plane (set of dimensions) are called `protected`, which then tells nothing. A reader recognises
 * neutral planes by their having no other reason.
 * @returns reason per cell, null = shown.
 */
export function toldReasons(system: CellSystem, pattern: SuppressionPattern, policy: DisclosurePolicy): readonly (WithheldReason | null)[] {
  return new ReasonChoice(system, pattern, policy).run();
}

class ReasonChoice {
  private readonly withheld: readonly number[];
  private readonly lowest: Int32Array;
  private readonly highest: Int32Array;
  private readonly keys: Int32Array;
  private readonly groupsOf = new Map<number, AnswerGroup[]>();
  /** Numbers of component and plane together whose reasons are neutral. */
  private readonly neutral = new Set<number>();
  private readonly moves: PersonMoves;
  private programmes = 0;

  constructor(
    private readonly system: CellSystem,
    private readonly pattern: SuppressionPattern,
    private readonly policy: DisclosurePolicy,
  ) {
    const { withheld, primary, index } = pattern;
    this.withheld = Array.from(withheld.keys()).filter((cell) => withheld[cell] === 1);
    this.lowest = new Int32Array(withheld.length);
    this.highest = new Int32Array(withheld.length).fill(UNLIMITED);
    const components = index.components(withheld).of;
    this.keys = components.map((component, cell) => component * system.planes.length + (system.plane[cell] ?? 0));
    for (const group of primary.groups) {
      for (const cell of group.judgements) this.groupsOf.set(cell, [...(this.groupsOf.get(cell) ?? []), group]);
    }
    this.moves = new PersonMoves(system, { withheld, lowest: this.lowest, highest: this.highest }, (_tables, state) => this.accepts(this.moves.touched(), state));
  }

  run(): readonly (WithheldReason | null)[] {
    this.startNeutral();
    for (const cell of this.withheld) this.setLimits(cell);
    for (const cell of this.withheld) {
      if (this.hasSecondValue(cell)) continue;
      this.makeNeutral(this.keys[cell] ?? 0);
      if (this.hasSecondValue(cell)) continue;
      for (const other of this.pattern.ledger.restingOn(cell)) this.makeNeutral(this.keys[other] ?? 0);
    }
    return Array.from(this.pattern.withheld, (isWithheld, cell) => (isWithheld === 0 ? null : this.isNeutral(cell) ? 'protected' : this.reason(cell)));
  }

  private reason(cell: number): WithheldReason {
    return this.pattern.primary.reasons[cell] ?? 'protected';
  }

  private isNeutral(cell: number): boolean {
    return this.neutral.has(this.keys[cell] ?? 0);
  }

  /** Planes in which every reason is `protected` read as neutral; with k = 2 "too few" would mean exactly one. */
  private startNeutral(): void {
    const telling = new Set<number>();
    for (const cell of this.withheld) if (this.reason(cell) !== 'protected') telling.add(this.keys[cell] ?? 0);
    for (const cell of this.withheld) {
      const key = this.keys[cell] ?? 0;
      if (!telling.has(key) || (this.pattern.primary.k[cell] ?? 0) <= 2) this.neutral.add(key);
    }
  }

  private makeNeutral(key: number): void {
    if (this.neutral.has(key)) return;
    this.neutral.add(key);
    for (const cell of this.withheld) if (this.keys[cell] === key) this.setLimits(cell);
  }

  /** Of a reason that leaves a gap ("protected": 0 or at least k) only the part around the true count. */
  private setLimits(cell: number): void {
    const count = this.system.counts[cell] ?? 0;
    const k = this.pattern.primary.k[cell] ?? 0;
    const [lowest, highest] = this.isNeutral(cell) ? [0, UNLIMITED] : limitsOf(this.reason(cell), count, k);
    this.lowest[cell] = lowest;
    this.highest[cell] = highest;
  }

  private hasSecondValue(cell: number): boolean {
    const { moves, highest } = this;
    moves.reset();
    // A withheld zero called `protected` is either 0 or at least k: its second value lies that far away.
    const isGap = highest[cell] === 0;
    const step = isGap || this.isToldHomogeneous(cell) ? (this.pattern.primary.k[cell] ?? 1) : 1;
    if (isGap) highest[cell] = UNLIMITED;
    const found = moves.shift(cell, 1, step, step) >= step || (!isGap && moves.shift(cell, -1, step, step) >= step) || this.programmeFindsValue(cell, step, !isGap);
    if (isGap) highest[cell] = 0;
    return found;
  }

  /** A reader who is told that nearly everyone gave one answer must not find out which: another value far away has to remain. */
  private isToldHomogeneous(cell: number): boolean {
    if (this.isNeutral(cell)) return false;
    if (this.reason(cell) === 'homogeneous') return true;
    return this.groupsOf.get(cell)?.some(({ judgements }) => groupReason(this.system.counts, judgements, this.policy) === 'homogeneous') === true;
  }

  private programmeFindsValue(cell: number, step: number, mayFall: boolean): boolean {
    const { system, pattern, lowest, highest } = this;
    if (this.programmes >= MOST_PROGRAMMES) return false;
    const cells = pattern.index.componentOf(cell, pattern.withheld, SMALL_COMPONENT);
    if (cells === null) return false;
    this.programmes += 1;
    const programme = new ComponentProgramme(system, pattern.index, cells, { lowest, highest, unlimited: UNLIMITED });
    const count = system.counts[cell] ?? 0;
    const reaches = (direction: 'maximize' | 'minimize', limit: number): boolean => {
      const table = programme.wholeOptimum(cell, direction, limit);
      if (table === null || Math.abs((table.get(cell) ?? count) - count) < step) return false;
      const state = system.counts.slice();
      for (const [other, value] of table) state[other] = value;
      return this.accepts(cells, state);
    };
    return reaches('maximize', count + step) || (mayFall && count >= step && reaches('minimize', count - step));
  }

  /** What the reasons of whole groups, and their absence, say about their judgements together. */
  private accepts(changed: readonly number[], state: Int32Array): boolean {
    for (const cell of changed) {
      if (this.pattern.withheld[cell] === 0 || this.isNeutral(cell)) continue;
      for (const { judgements } of this.groupsOf.get(cell) ?? []) {
        if (groupReason(state, judgements, this.policy) !== groupReason(this.system.counts, judgements, this.policy)) return false;
      }
    }
    return true;
  }
}

function limitsOf(reason: WithheldReason, count: number, k: number): readonly [number, number] {
  switch (reason) {
    case 'too-few':
      return [1, k - 1];
    case 'protected':
      return count === 0 ? [0, 0] : [k, UNLIMITED];
    case 'base-too-small':
    case 'homogeneous':
      return [0, UNLIMITED];
  }
}
