import { changesOf, groupingsOf, tellsTooMuch, type Grouping } from './batch-changes.js';
import { dimensionOf, type PublicationColumns } from './publication-columns.js';
import type { PastPublication, PublicationBatch } from './publication-content.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import { methodName, type PublicationPolicy } from './publication-policy.js';

/**
 * Why a snapshot may not be published. `too-few-answers`: fewer answers than the smallest base · `too-many-dimensions`: a table has more
 * than the policy allows · `tables-changed` (their dimensions, categories and means count, not their names), `method-changed`: differs
 * from an earlier publication of the survey · `answers-edited`: an answer that was published says something else now; an edited answer is
 * a withdrawn one and a new one · `too-soon`: fewer days have passed than the policy demands · `too-few-new-answers`: nothing is
 * new, or some group changes by fewer people than a batch has, or by people who all agree · `not-protectable`: together with what was
 * published before, some small count would be certain whatever is withheld.
 */
export type PublicationProblem = 'too-few-answers' | 'too-many-dimensions' | 'tables-changed' | 'method-changed' | 'answers-edited' | 'too-soon' | 'too-few-new-answers' | 'not-protectable';

/** Verdict on a snapshot; `place` names the table, policy or number it is about. */
export type PublicationVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly problem: PublicationProblem; readonly place: string };

type Refusal = Extract<PublicationVerdict, { kind: 'refused' }>;

/**
 * Whether a snapshot may be published after everything that was. It is held against every earlier publication of the survey, not only
 * against the last one: answers that come and go would otherwise lead from one snapshot to another that differs by one person. The
 * policy of the next snapshot decides. Nothing the batch says of itself is believed: changes are counted here.
 * @param history everything published of this survey so far, for whomever, oldest first.
 * @throws RangeError when the list names a dimension or score that does not exist.
 */
export function mayPublish(columns: PublicationColumns, history: readonly PastPublication[], next: PublicationBatch): PublicationVerdict {
  const { policy, list } = next;
  const answers = next.included.reduce((sum, byte) => sum + byte, 0);
  if (answers < policy.thresholds.minimumBase) return refused('too-few-answers', String(answers));
  const wide = list.tables.find(({ dimensions }) => dimensions.length > policy.maximumDimensions);
  if (wide !== undefined) return refused('too-many-dimensions', wide.id);
  if (history.length === 0) return { kind: 'allowed' };
  const latest = history.findLast(({ batch }) => batch.policy.name === policy.name);
  const groupings = groupingsOf(columns, list);
  const own = signatureOf(list.tables.map(({ dimensions }) => dimensions.map((id) => dimensionOf(columns, id).dimension)), next);
  for (const past of history) {
    const refusal = refusalAfter(past, next, own) ?? refusalOverTime(past, next, columns, groupings, past === latest);
    if (refusal !== null) return refusal;
  }
  return { kind: 'allowed' };
}

function refused(problem: PublicationProblem, place: string): Refusal {
  return { kind: 'refused', problem, place };
}

/** Rules about what is published and how. */
function refusalAfter({ batch, content }: PastPublication, { policy }: PublicationBatch, signature: string): Refusal | null {
  if (policy.oneMethod && protectionName(batch.policy) !== protectionName(policy)) return refused('method-changed', batch.policy.name);
  const before = signatureOf(content.tables.map(({ dimensions }) => dimensions), batch);
  return policy.fixedTables && before !== signature ? refused('tables-changed', batch.policy.name) : null;
}

/** Rules about whose answers are in it. The same answers under another policy are no change. */
function refusalOverTime({ batch }: PastPublication, next: PublicationBatch, columns: PublicationColumns, groupings: readonly Grouping[], isLatest: boolean): Refusal | null {
  const { policy, included } = next;
  const isEdited = (byte: number, answer: number): boolean => byte !== 0 && batch.included[answer] === 1 && batch.marks[answer] !== next.marks[answer];
  if (policy.batch.answers > 1 && included.some(isEdited)) return refused('answers-edited', batch.policy.name);
  if (changesOf({ by: [], answers: [], scores: [] }, columns, batch.included, included).length === 0) return isLatest ? refused('too-few-new-answers', '0') : null;
  if (!(next.day - batch.day >= policy.batch.days)) return refused('too-soon', String(next.day - batch.day));
  for (const grouping of groupings) {
    const telling = changesOf(grouping, columns, batch.included, included).find((people) => tellsTooMuch(grouping, people, policy));
    if (telling !== undefined) return refused('too-few-new-answers', String(telling.length));
  }
  return null;
}

/** Method and thresholds: a smaller k shows cells the larger one withholds. */
function protectionName({ method, thresholds }: PublicationPolicy): string {
  return [methodName(method), thresholds.minimumCell, thresholds.minimumSensitiveCell, thresholds.minimumBase, thresholds.homogeneityBase].join(' ');
}

/** Tables and means whatever they are called and in whatever order they stand. */
function signatureOf(tables: readonly (readonly PublicationDimension[])[], { list }: PublicationBatch): string {
  const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
  const dimensionText = ({ id, categories, groups = [], answers, sensitive = false }: PublicationDimension): string => JSON.stringify([id, categories, groups, answers ?? null, sensitive]);
  return JSON.stringify([sorted(tables.map((dimensions) => sorted(dimensions.map(dimensionText)).join('\n'))), sorted(list.means.map(({ score, by }) => `${score}\n${by ?? ''}`))]);
}
