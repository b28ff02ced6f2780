import type { Cell, DisclosurePolicy, WithheldReason } from '../../contract/report.js';
import { sealProtected } from '../protected.js';
import { cellSystem, contextsOf, tablesOf } from './cell-system.js';
import { suppressionPattern } from './linked-suppression.js';
import type { SavedTable } from './person-moves.js';
import type { ProtectedPublication, ProtectedPublicationTable, PublicationTable } from './publication-table.js';
import { toldReasons } from './told-reasons.js';
import { keepProofs } from './witness-proofs.js';

/**
 * Protects the tables of one publication together. Primary: counts from 1 to k − 1, bases that are too small, homogeneous
 * answers. Complementary: further cells, cheapest first, until no withheld cell can be computed from everything that is shown in
 * all tables: for each there are feasible whole tables in which it differs by at least its k, and at least two values remain for
 * a reader who also uses the reasons. The result depends on names and counts only, not on any order.
 * @param tables tables of one to three dimensions with margins; cells with the same context and coordinates are one cell.
 * @throws RangeError when thresholds are not whole numbers ≥ 1, ids repeat, counts do not add up or tables contradict each other.
 */
export function protect(tables: readonly PublicationTable[], policy: DisclosurePolicy): ProtectedPublication {
  checkPolicy(policy);
  if (new Set(tables.map(({ id }) => id)).size !== tables.length) throw new RangeError('Two tables of the publication have the same id.');
  const cells = new Map<string, readonly Cell[]>();
  const proofs = new Map<string, readonly SavedTable[]>();
  for (const context of contextsOf(tables)) {
    const system = cellSystem(tablesOf(context, tables));
    const pattern = suppressionPattern(system, policy);
    const reasons = toldReasons(system, pattern, policy);
    for (const [id, places] of system.places) cells.set(id, Array.from(places, (cell) => cellOf(system.counts[cell] ?? 0, reasons[cell] ?? null)));
    proofs.set(context, pattern.ledger.tablesBehind(Array.from(system.counts.keys())));
  }
  const publication = sealProtected({
    tables: tables.map(({ id, dimensions }): ProtectedPublicationTable => ({ id, dimensions, cells: cells.get(id) ?? [] })),
  });
  keepProofs(publication, proofs);
  return publication;
}

function cellOf(count: number, reason: WithheldReason | null): Cell {
  return reason === null ? { kind: 'count', count } : { kind: 'withheld', reason };
}

function checkPolicy(policy: DisclosurePolicy): void {
  for (const [name, threshold] of Object.entries(policy) as [string, number][]) {
    if (!Number.isInteger(threshold) || threshold < 1 || threshold > 1000) {
      throw new RangeError(`The threshold ${name} is ${String(threshold)}; it must be a whole number from 1 to 1000.`);
    }
  }
}
