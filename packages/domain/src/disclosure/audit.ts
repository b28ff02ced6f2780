import type { CountTable } from './count-table.js';
import { FlowSearch, tableNetwork, UNLIMITED, type Slack } from './table-network.js';

/** Smallest and largest value a withheld cell can have, given everything shown; `upper` may be Infinity. */
export interface FeasibleInterval {
  readonly lower: number;
  readonly upper: number;
}

function slackOf(counts: readonly number[], withheld: readonly boolean[]): Slack {
  return {
    rise: Int32Array.from(withheld, (isWithheld) => (isWithheld ? UNLIMITED : 0)),
    fall: Int32Array.from(withheld, (isWithheld, cell) => (isWithheld ? (counts[cell] ?? 0) : 0)),
  };
}

/**
 * The attacker's view: what can be computed about each withheld cell from all cells, sums and margins that are shown,
 * knowing only that counts are whole and not negative. Exact (network flow; total unimodularity).
 * @param withheld per cell, laid out like `table.counts`.
 * @returns per cell its interval, null for shown cells. Every whole number in between is feasible too.
 */
export function feasibleIntervals(table: CountTable, withheld: readonly boolean[]): readonly (FeasibleInterval | null)[] {
  const network = tableNetwork(table.columns, table.rows.length);
  const search = new FlowSearch(network);
  const ignore = (): void => undefined;
  return table.counts.map((count, cell) => {
    if (withheld[cell] !== true) return null;
    const tail = network.tail[cell] ?? 0;
    const head = network.head[cell] ?? 0;
    const rise = search.push(slackOf(table.counts, withheld), head, tail, cell, UNLIMITED, ignore);
    const fall = Math.min(count, search.push(slackOf(table.counts, withheld), tail, head, cell, UNLIMITED, ignore));
    return { lower: count - fall, upper: rise >= UNLIMITED ? Number.POSITIVE_INFINITY : count + rise };
  });
}
