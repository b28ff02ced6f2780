import type { CellPlan } from './cell-plan.js';
import { FlowSearch, moveFlow, tableNetwork, UNLIMITED, type Slack, type TableNetwork } from './table-network.js';

/** Without reasons a reader knows that counts are not negative; with reasons also what the reasons tell. */
type Knowledge = 'counts' | 'counts-and-reasons';

/**
 * Withholds further cells until no withheld cell of the table can be computed too closely from what is shown:
 * each keeps a feasible interval of the planned width, and at least two feasible values for a reader who also uses the
 * reasons. Each gap is closed by the cheapest cycle through the cell (network heuristic after Kelly, Golden & Assad 1992);
 * at the end cells that turned out unnecessary are shown again.
 * Changes `plan.reasons`, `plan.lowest`, `plan.highest`.
 * @returns false when the table cannot be protected this way; the plan is then of no use.
 */
export function withholdComplementary(plan: CellPlan): boolean {
  return new ComplementarySuppression(plan).run();
}

class ComplementarySuppression {
  private readonly network: TableNetwork;
  private readonly search: FlowSearch;
  private readonly slack: Slack;
  /** Cells withheld by this search, in order. */
  private readonly added = new Set<number>();
  /** Per withheld cell: the other cells its protection rests on. */
  private readonly witnesses = new Map<number, Set<number>>();
  private readonly distance: Float64Array;
  private readonly byArc: Int32Array;
  private readonly settled: Uint8Array;

  constructor(private readonly plan: CellPlan) {
    this.network = tableNetwork(plan.table.columns, plan.table.rows.length);
    this.search = new FlowSearch(this.network);
    this.slack = { rise: new Int32Array(this.network.arcCount), fall: new Int32Array(this.network.arcCount) };
    this.distance = new Float64Array(this.network.nodeCount);
    this.byArc = new Int32Array(this.network.nodeCount);
    this.settled = new Uint8Array(this.network.nodeCount);
  }

  run(): boolean {
    const { reasons, fixed } = this.plan;
    const queue = reasons.flatMap((reason, cell) => (reason !== null && fixed[cell] !== true ? [cell] : []));
    // Withholding more only widens the intervals of the others, so every cell has to be looked at once.
    // The queue grows while it is read.
    for (const cell of queue) {
      for (const knowledge of ['counts', 'counts-and-reasons'] as const) {
        if (this.examine(cell, knowledge)) continue;
        const found = this.closeGap(cell, knowledge);
        if (found === null) return false;
        for (const extra of found) {
          this.withhold(extra);
          queue.push(extra);
        }
      }
    }
    for (const cell of queue) this.remember(cell);
    this.showUnnecessary();
    return true;
  }

  private withhold(cell: number): void {
    const { plan } = this;
    const count = plan.table.counts[cell] ?? 0;
    const from = plan.protectedFrom[cell] ?? 1;
    plan.reasons[cell] = 'protected';
    plan.lowest[cell] = from === 1 || count === 0 ? 0 : from;
    plan.highest[cell] = from === 1 || count > 0 ? UNLIMITED : 0;
    this.added.add(cell);
  }

  /** Units by which a cell has to be movable, up or down taken together. */
  private need(cell: number, knowledge: Knowledge): number {
    return knowledge === 'counts' ? (this.plan.width[cell] ?? 0) : 1;
  }

  /** A withheld zero called `protected` is either 0 or at least k: its second value lies that far away. */
  private isJump(cell: number, knowledge: Knowledge): boolean {
    return knowledge === 'counts-and-reasons' && this.plan.highest[cell] === 0 && this.plan.reasons[cell] === 'protected';
  }

  private resetSlack(knowledge: Knowledge): void {
    const { plan, slack } = this;
    const { counts } = plan.table;
    for (let cell = 0; cell < counts.length; cell += 1) {
      const count = counts[cell] as number;
      if (plan.reasons[cell] === null || plan.known[cell] === true) {
        slack.rise[cell] = 0;
        slack.fall[cell] = 0;
      } else if (knowledge === 'counts') {
        slack.rise[cell] = UNLIMITED;
        slack.fall[cell] = count;
      } else {
        const highest = plan.highest[cell] as number;
        slack.rise[cell] = highest >= UNLIMITED ? UNLIMITED : Math.max(0, highest - count);
        slack.fall[cell] = Math.max(0, count - (plan.lowest[cell] as number));
      }
    }
  }

  /** Upper limit of what moving this one cell could show. */
  private ownLimit(cell: number, up: boolean, knowledge: Knowledge): number {
    if (this.isJump(cell, knowledge) || this.plan.known[cell] === true) return up ? UNLIMITED : 0;
    return (up ? this.slack.rise[cell] : this.slack.fall[cell]) ?? 0;
  }

  private ends(cell: number, up: boolean): readonly [number, number] {
    const tail = this.network.tail[cell] ?? 0;
    const head = this.network.head[cell] ?? 0;
    return up ? [head, tail] : [tail, head];
  }

  /** Whether a withheld cell is wide enough; with `used`, collects the cells this rests on. */
  private examine(cell: number, knowledge: Knowledge, used?: Set<number>): boolean {
    const jump = this.isJump(cell, knowledge);
    const need = jump ? (this.plan.protectedFrom[cell] ?? 1) : this.need(cell, knowledge);
    let found = 0;
    for (const up of [true, false]) {
      if (found >= need) break;
      this.resetSlack(knowledge);
      const limit = Math.min(need - found, this.ownLimit(cell, up, knowledge));
      const [from, to] = this.ends(cell, up);
      found += this.search.push(this.slack, from, to, cell, limit, (arc) => used?.add(arc));
    }
    return found >= need;
  }

  private closeGap(cell: number, knowledge: Knowledge): ReadonlySet<number> | null {
    const upwards = this.cheapestExtension(cell, knowledge, true);
    const downwards = this.cheapestExtension(cell, knowledge, false);
    if (upwards === null || downwards === null) return upwards ?? downwards;
    return this.costOf(downwards) < this.costOf(upwards) ? downwards : upwards;
  }

  private costOf(cells: ReadonlySet<number>): number {
    let sum = 0;
    for (const cell of cells) sum += this.plan.cost[cell] ?? 0;
    return sum;
  }

  /** Cells to withhold so that the cell moves far enough when it is first moved in the given direction; null = impossible. */
  private cheapestExtension(cell: number, knowledge: Knowledge, up: boolean): ReadonlySet<number> | null {
    const ignore = (): void => undefined;
    const jump = this.isJump(cell, knowledge);
    let missing = jump ? (this.plan.protectedFrom[cell] ?? 1) : this.need(cell, knowledge);
    this.resetSlack(knowledge);
    const [otherFrom, otherTo] = this.ends(cell, !up);
    missing -= this.search.push(this.slack, otherFrom, otherTo, cell, Math.min(missing, this.ownLimit(cell, !up, knowledge)), ignore);
    this.resetSlack(knowledge);
    const [from, to] = this.ends(cell, up);
    if (this.ownLimit(cell, up, knowledge) < missing) return null;
    missing -= this.search.push(this.slack, from, to, cell, missing, ignore);
    const extra = new Set<number>();
    while (missing > 0) {
      const amount = this.cheapestPath(cell, from, to, missing, knowledge, extra);
      if (amount === 0) return null;
      missing -= amount;
    }
    return extra;
  }

  /** How far a shown cell could move if it were withheld. */
  private openSlack(cell: number, knowledge: Knowledge): Readonly<{ rise: number; fall: number }> {
    const count = this.plan.table.counts[cell] ?? 0;
    const from = this.plan.protectedFrom[cell] ?? 1;
    if (this.plan.fixed[cell] === true) return { rise: 0, fall: 0 };
    if (knowledge === 'counts' || from === 1) return { rise: UNLIMITED, fall: count };
    return count < from ? { rise: 0, fall: 0 } : { rise: UNLIMITED, fall: count - from };
  }

  /** One cheapest path over withheld and shown cells (Dijkstra); withholds nothing yet, notes new cells in `extra`. */
  private cheapestPath(target: number, from: number, to: number, missing: number, knowledge: Knowledge, extra: Set<number>): number {
    const { distance, settled, byArc, slack } = this;
    distance.fill(Number.POSITIVE_INFINITY);
    settled.fill(0);
    distance[from] = 0;
    for (let node = from; node !== -1 && node !== to; node = this.nearest()) {
      settled[node] = 1;
      this.relax(node, target, missing, knowledge, extra);
    }
    if (distance[to] === Number.POSITIVE_INFINITY) return 0;
    const path: { arc: number; forward: boolean }[] = [];
    for (let node = to; node !== from; ) {
      const arc = byArc[node] ?? 0;
      const forward = this.network.head[arc] === node;
      path.push({ arc, forward });
      node = (forward ? this.network.tail[arc] : this.network.head[arc]) ?? from;
    }
    for (const { arc } of path) {
      if (this.plan.reasons[arc] !== null || extra.has(arc)) continue;
      const open = this.openSlack(arc, knowledge);
      extra.add(arc);
      slack.rise[arc] = open.rise;
      slack.fall[arc] = open.fall;
    }
    const amount = path.reduce((least, { arc, forward }) => Math.min(least, (forward ? slack.rise[arc] : slack.fall[arc]) ?? 0), missing);
    for (const { arc, forward } of path) moveFlow(slack, arc, forward, amount);
    return amount;
  }

  private nearest(): number {
    const { distance, settled } = this;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let node = 0; node < distance.length; node += 1) {
      const here = distance[node] as number;
      if (here < least && settled[node] === 0) {
        least = here;
        best = node;
      }
    }
    return best;
  }

  private relax(node: number, target: number, missing: number, knowledge: Knowledge, extra: ReadonlySet<number>): void {
    const { distance, settled, byArc, slack, plan } = this;
    const { firstIncident, incident, tail, head } = this.network;
    const here = distance[node] as number;
    const last = firstIncident[node + 1] as number;
    for (let position = firstIncident[node] as number; position < last; position += 1) {
      const arc = incident[position] as number;
      const forward = tail[arc] === node;
      const next = (forward ? head[arc] : tail[arc]) as number;
      if (arc === target || settled[next] === 1) continue;
      const free = plan.reasons[arc] !== null || extra.has(arc);
      const open = free ? null : this.openSlack(arc, knowledge);
      const capacity = open === null ? ((forward ? slack.rise[arc] : slack.fall[arc]) as number) : forward ? open.rise : open.fall;
      if (capacity === 0) continue;
      // A narrow arc carries only part of what is missing and would need company: it counts as dearer.
      const strain = Math.max(1, missing / capacity);
      const candidate = here + (free ? strain / 1000 : (plan.cost[arc] as number) * strain);
      if (candidate < (distance[next] as number)) {
        distance[next] = candidate;
        byArc[next] = arc;
      }
    }
  }

  /** Looks a cell up again and notes what its protection rests on. */
  private remember(cell: number): boolean {
    const used = new Set<number>();
    const safe = this.examine(cell, 'counts', used) && this.examine(cell, 'counts-and-reasons', used);
    if (safe) this.witnesses.set(cell, used);
    return safe;
  }

  private showUnnecessary(): void {
    const { cost } = this.plan;
    const candidates = [...this.added].sort((left, right) => (cost[right] ?? 0) - (cost[left] ?? 0) || left - right);
    for (const cell of candidates) {
      if (this.added.has(cell)) this.tryToShow(cell);
    }
  }

  /** Shows a cell again, and with it added cells that then lose their own protection; undone if another cell suffers. */
  private tryToShow(first: number): void {
    const shown = new Set<number>();
    const open = [first];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      if (shown.has(cell)) continue;
      shown.add(cell);
      this.plan.reasons[cell] = null;
      for (const [other, used] of this.witnesses) {
        if (shown.has(other) || !used.has(cell) || this.remember(other)) continue;
        if (this.added.has(other)) {
          open.push(other);
          continue;
        }
        for (const undo of shown) this.plan.reasons[undo] = 'protected';
        return;
      }
    }
    for (const cell of shown) {
      this.added.delete(cell);
      this.witnesses.delete(cell);
    }
  }
}
