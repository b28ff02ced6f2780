import type { PublicationBatch } from './next-batch.js';
import type { PublicationList } from './publication-columns.js';

/**
 * Why a snapshot may not be published. `too-few-answers`: fewer answers than the smallest base · `too-many-dimensions`: a table has more
 * than the policy allows · `tables-changed`, `method-changed`: differs from the snapshot before · `too-soon`: fewer days have passed
 * than the policy demands · `too-few-new-answers`: some group, or the whole, changes by fewer answers than a batch has.
 */
export type PublicationProblem = 'too-few-answers' | 'too-many-dimensions' | 'tables-changed' | 'method-changed' | 'too-soon' | 'too-few-new-answers';

/** Verdict on a snapshot; `place` names the table or number it is about. */
export type PublicationVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly problem: PublicationProblem; readonly place: string };

/**
 * Whether a snapshot may follow another one. The policy of the next snapshot decides.
 * @param previous the snapshot in force; null for the first one.
 */
export function mayPublish(previous: PublicationBatch | null, next: PublicationBatch): PublicationVerdict {
  const { policy, list } = next;
  const refused = (problem: PublicationProblem, place: string): PublicationVerdict => ({ kind: 'refused', problem, place });
  const answers = next.included.reduce((sum, byte) => sum + byte, 0);
  if (answers < policy.thresholds.minimumBase) return refused('too-few-answers', String(answers));
  const wide = list.tables.find(({ dimensions }) => dimensions.length > policy.maximumDimensions);
  if (wide !== undefined) return refused('too-many-dimensions', wide.id);
  if (previous === null) return { kind: 'allowed' };
  if (policy.oneMethod && methodName(previous) !== methodName(next)) return refused('method-changed', previous.policy.name);
  if (policy.fixedTables && signatureOf(previous.list) !== signatureOf(list)) return refused('tables-changed', previous.policy.name);
  if (next.day - previous.day < policy.batch.days) return refused('too-soon', String(next.day - previous.day));
  const change = Math.min(next.changed, next.smallestChange ?? next.changed);
  if (change < policy.batch.answers) return refused('too-few-new-answers', String(change));
  return { kind: 'allowed' };
}

/** Method with its parameters, thresholds included: a smaller k shows cells the larger one withholds. */
function methodName({ policy: { method, thresholds } }: PublicationBatch): string {
  const parameters = method.kind === 'cell-key' ? [method.table.maximumNoise, method.table.variance, method.table.neverPublished] : method.kind === 'rounding' ? [method.base] : [];
  return JSON.stringify([method.kind, parameters, thresholds.minimumCell, thresholds.minimumSensitiveCell, thresholds.minimumBase, thresholds.homogeneityBase]);
}

function signatureOf({ tables, means }: PublicationList): string {
  const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
  return JSON.stringify([sorted(tables.map(({ dimensions }) => sorted(dimensions).join('\n'))), sorted(means.map(({ score, by }) => `${score}\n${by ?? ''}`))]);
}
