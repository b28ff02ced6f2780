import { childrenOf, type TableColumn } from './count-table.js';

/** Stands for "no limit"; larger than any count. */
export const UNLIMITED = 1_000_000_000;

/**
 * A table as a network: every cell is an arc, every sum a node, every true or possible table a circulation.
 * Raising a cell and staying consistent with all sums means sending flow round a cycle through its arc, so the
 * smallest and largest feasible value of a cell are maximum flows; whole-number data have whole-number optima.
 * Cell `row * columns + column` is arc of the same number; the row after the last one is `all`.
 */
export interface TableNetwork {
  readonly arcCount: number;
  readonly nodeCount: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Arcs at node n: `incident[firstIncident[n]]` up to, not including, `incident[firstIncident[n + 1]]`. */
  readonly firstIncident: Int32Array;
  readonly incident: Int32Array;
}

/** Builds the network of a table with `rowCount` rows besides `all`. */
export function tableNetwork(columns: readonly TableColumn[], rowCount: number): TableNetwork {
  const width = columns.length;
  const children = childrenOf(columns);
  const leaf = columns.map((_, column) => (children[column] ?? []).length === 0);
  let nodeCount = 1; // node 0 joins the totals of the rows with the total of `all`
  const leafNode = leaf.map((isLeaf) => (isLeaf ? nodeCount++ : -1));
  const innerNode = Array.from({ length: rowCount + 1 }, () => leaf.map((isLeaf) => (isLeaf ? -1 : nodeCount++)));
  const arcCount = (rowCount + 1) * width;
  const tail = new Int32Array(arcCount);
  const head = new Int32Array(arcCount);
  for (let row = 0; row <= rowCount; row += 1) {
    columns.forEach(({ parent }, column) => {
      const above = parent < 0 ? 0 : (innerNode[row]?.[parent] ?? 0);
      const below = (leaf[column] === true ? leafNode[column] : innerNode[row]?.[column]) ?? 0;
      // Rows run from their total down to the codes, `all` runs back from the codes up to its total.
      tail[row * width + column] = row === rowCount ? below : above;
      head[row * width + column] = row === rowCount ? above : below;
    });
  }
  return { arcCount, nodeCount, tail, head, ...incidence(tail, head, nodeCount) };
}

function incidence(tail: Int32Array, head: Int32Array, nodeCount: number): Pick<TableNetwork, 'firstIncident' | 'incident'> {
  const firstIncident = new Int32Array(nodeCount + 1);
  for (const node of [...tail, ...head]) firstIncident[node + 1] = (firstIncident[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node += 1) firstIncident[node + 1] = (firstIncident[node + 1] ?? 0) + (firstIncident[node] ?? 0);
  const next = firstIncident.slice();
  const incident = new Int32Array(tail.length * 2);
  const place = (node: number, arc: number): void => {
    const position = next[node] ?? 0;
    incident[position] = arc;
    next[node] = position + 1;
  };
  tail.forEach((node, arc) => {
    place(node, arc);
    place(head[arc] ?? 0, arc);
  });
  return { firstIncident, incident };
}

/** How far each cell may rise and fall; 0 and 0 for a cell that is shown. Changed while flow is pushed. */
export interface Slack {
  readonly rise: Int32Array;
  readonly fall: Int32Array;
}

/** Reusable memory for searches in one network. */
export class FlowSearch {
  /** Node from which each node was reached, by arc; −1 = not reached. */
  private readonly byArc: Int32Array;
  private readonly queue: Int32Array;

  constructor(private readonly network: TableNetwork) {
    this.byArc = new Int32Array(network.nodeCount);
    this.queue = new Int32Array(network.nodeCount);
  }

  /**
   * Sends up to `limit` units from `from` to `to` without using arc `excluded`; `slack` keeps what is left.
   * @param onArc is told every arc that flow went through.
   * @returns units sent: the maximum flow if it is below `limit`.
   */
  push(slack: Slack, from: number, to: number, excluded: number, limit: number, onArc: (arc: number) => void): number {
    let sent = 0;
    while (sent < limit && this.reach(slack, from, to, excluded)) {
      const amount = this.bottleneck(slack, from, to, limit - sent);
      this.apply(slack, from, to, amount, onArc);
      sent += amount;
    }
    return sent;
  }

  private reach(slack: Slack, from: number, to: number, excluded: number): boolean {
    const { network, byArc, queue } = this;
    const { firstIncident, incident, tail, head } = network;
    byArc.fill(-1);
    byArc[from] = network.arcCount;
    queue[0] = from;
    let end = 1;
    for (let start = 0; start < end; start += 1) {
      const node = queue[start] as number;
      const last = firstIncident[node + 1] as number;
      for (let position = firstIncident[node] as number; position < last; position += 1) {
        const arc = incident[position] as number;
        const forward = tail[arc] === node;
        const next = (forward ? head[arc] : tail[arc]) as number;
        if (byArc[next] !== -1 || arc === excluded || (forward ? slack.rise[arc] : slack.fall[arc]) === 0) continue;
        byArc[next] = arc;
        if (next === to) return true;
        queue[end] = next;
        end += 1;
      }
    }
    return false;
  }

  private bottleneck(slack: Slack, from: number, to: number, limit: number): number {
    const { tail, head } = this.network;
    let amount = limit;
    for (let node = to; node !== from; ) {
      const arc = this.byArc[node] as number;
      const forward = head[arc] === node;
      amount = Math.min(amount, (forward ? slack.rise[arc] : slack.fall[arc]) as number);
      node = (forward ? tail[arc] : head[arc]) as number;
    }
    return amount;
  }

  private apply(slack: Slack, from: number, to: number, amount: number, onArc: (arc: number) => void): void {
    const { tail, head } = this.network;
    for (let node = to; node !== from; ) {
      const arc = this.byArc[node] as number;
      const forward = head[arc] === node;
      moveFlow(slack, arc, forward, amount);
      onArc(arc);
      node = (forward ? tail[arc] : head[arc]) as number;
    }
  }
}

/** Uses up slack in one direction and gives it back in the other; unlimited stays unlimited. */
export function moveFlow(slack: Slack, arc: number, forward: boolean, amount: number): void {
  const spent = forward ? slack.rise : slack.fall;
  const gained = forward ? slack.fall : slack.rise;
  if ((spent[arc] as number) < UNLIMITED) spent[arc] = (spent[arc] as number) - amount;
  if ((gained[arc] as number) < UNLIMITED) gained[arc] = Math.min(UNLIMITED, (gained[arc] as number) + amount);
}
