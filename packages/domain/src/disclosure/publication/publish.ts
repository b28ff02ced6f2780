import { sealProtected } from '../protected.js';
import { earlierKnowledge } from './earlier-knowledge.js';
import { groupShares } from './group-shares.js';
import { mayPublish, type PublicationProblem } from './may-publish.js';
import { protectedCells } from './protected-cells.js';
import { keyedTables, type PublicationColumns } from './publication-columns.js';
import type { PastPublication, PublicationBatch, PublicationSnapshot, PublishedTable } from './publication-content.js';
import { checkPolicy } from './publication-policy.js';
import { publishMeans } from './publish-means.js';

/** A snapshot, or the rule that forbids it. */
export type PublicationResult =
  | { readonly kind: 'published'; readonly snapshot: PublicationSnapshot }
  | { readonly kind: 'refused'; readonly problem: PublicationProblem; readonly place: string };

/**
 * Publishes a batch: counts its tables, protects them with the one method of the policy, also against readers who kept every earlier
 * publication, and makes percentages and means from what may be told. Checks `mayPublish` itself: nothing is published round the rules.
 * The caller adds `{ batch, content: snapshot }` to the history and keeps it.
 * @param history everything published of this survey so far, for whomever, oldest first; empty for the first one.
 * @param recordKeys one per answer, for `cell-key` only; null otherwise.
 * @throws RangeError when the method needs record keys and there are none, or columns and list do not fit together.
 */
export function publish(columns: PublicationColumns, history: readonly PastPublication[], batch: PublicationBatch, recordKeys: Uint32Array | null): PublicationResult {
  checkPolicy(batch.policy);
  const verdict = mayPublish(columns, history, batch);
  if (verdict.kind === 'refused') return verdict;
  const { policy, list, included, day } = batch;
  if (policy.method.kind === 'cell-key' && recordKeys === null) throw new RangeError(`Policy "${policy.name}" needs record keys.`);
  const keyed = keyedTables(columns, list, policy.method.kind === 'cell-key' ? recordKeys : null, included);
  const cells = protectedCells(keyed, policy, earlierKnowledge(columns, list, history, included, policy.method));
  if (cells === null) return { kind: 'refused', problem: 'not-protectable', place: policy.name };
  const tables = keyed.map(({ table: { id, dimensions, counts } }, index): PublishedTable => {
    const own = cells[index] ?? [];
    return { id, dimensions, cells: own, shares: groupShares(dimensions, own, counts, policy) };
  });
  const isWithheld = (dimension: string, category: string): boolean => tables.some((table) => marginWithheld(table, dimension, category));
  const means = publishMeans(columns, list, policy, included, isWithheld);
  return { kind: 'published', snapshot: sealProtected({ policy: policy.name, method: policy.method.kind, day, tables, means }) };
}

/** Whether a table withholds the count of one category of one dimension, all other dimensions totalled. */
function marginWithheld({ dimensions, cells }: PublishedTable, dimension: string, category: string): boolean {
  if (!dimensions.some(({ id }) => id === dimension)) return false;
  const place = dimensions.reduce((at, { id, categories }) => at * (categories.length + 1) + (id === dimension ? categories.indexOf(category) : categories.length), 0);
  return cells[place]?.kind === 'withheld';
}
