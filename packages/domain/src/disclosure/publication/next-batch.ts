import type { DisclosurePolicy } from '../../contract/report.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import { countOf, dimensionOf, type PublicationColumns, type PublicationList } from './publication-columns.js';
import { checkPolicy, type PublicationPolicy, type ProtectionMethod } from './publication-policy.js';

/** What the server keeps of a snapshot beside the snapshot itself. Secret: it says whose answers are in it. */
export interface PublicationBatch {
  readonly policy: PublicationPolicy;
  readonly list: PublicationList;
  /** Day number (any calendar the caller keeps to); never a time of day. */
  readonly day: number;
  /** One byte per answer: 1 = part of the snapshot. */
  readonly included: Uint8Array;
  /** Answers that wait for others of their group to come. */
  readonly waiting: number;
  /** Smallest number of answers by which a group changes against the snapshot before; null = nothing changes, or there is none. */
  readonly smallestChange: number | null;
  /** Answers added or taken out against the snapshot before. */
  readonly changed: number;
}

/**
 * Chooses the answers of the next snapshot: everything that was in the last one, and of the new answers all whose groups are
 * large enough. A group is every combination of categories that is a row of some table (a Stadtteil, an age group, a wave …);
 * if fewer than `batch.answers` people would join or leave it, they wait, with all their answers, until more have come. So two
 * snapshots differ by no group of fewer people, and in tables of true counts not by a group of people who all (or all but one)
 * answered alike while it is smaller than `homogeneityBase`. The largest such set exists and is chosen; withdrawn answers leave at
 * once and hold their group back instead. The first snapshot takes everybody: there is nothing to subtract it from.
 * @param present one byte per answer, 0 = withdrawn; null = all.
 */
export function nextBatch(
  previous: PublicationBatch | null,
  columns: PublicationColumns,
  list: PublicationList,
  policy: PublicationPolicy,
  day: number,
  present: Uint8Array | null = null,
): PublicationBatch {
  checkPolicy(policy);
  const included = Uint8Array.from({ length: columns.length }, (_, answer) => present?.[answer] ?? 1);
  const base = { policy, list, day };
  if (previous === null) return { ...base, included, waiting: 0, smallestChange: null, changed: countOf(included, columns.length) };
  const arrived = countOf(included, columns.length);
  const planes = groupingsOf(columns, list);
  for (let held = true; held; ) held = planes.some((plane) => holdBack(plane, columns, previous, included, policy));
  const changes = planes.flatMap((plane) => [...changesOf(plane, columns, previous, included).values()].map(({ total }) => total));
  return {
    ...base,
    included,
    waiting: arrived - countOf(included, columns.length),
    smallestChange: changes.length === 0 ? null : Math.min(...changes),
    changed: changedAnswers(previous, included).length,
  };
}

/** One way tables split people up, with the questions tabulated by it. */
interface Grouping {
  readonly by: readonly Uint8Array[];
  readonly answers: readonly { readonly dimension: PublicationDimension; readonly codes: Uint8Array }[];
}

function groupingsOf(columns: PublicationColumns, list: PublicationList): readonly Grouping[] {
  const groupings = new Map<string, { by: readonly Uint8Array[]; answers: Map<string, Grouping['answers'][number]> }>();
  const note = (by: readonly string[], answers: readonly string[]): void => {
    const key = [...by].sort().join('\n');
    const known = groupings.get(key) ?? { by: by.map((id) => dimensionOf(columns, id).codes), answers: new Map<string, Grouping['answers'][number]>() };
    for (const id of answers) known.answers.set(id, dimensionOf(columns, id));
    groupings.set(key, known);
  };
  for (const { dimensions } of list.tables) {
    const splits = dimensions.filter((id) => dimensionOf(columns, id).dimension.answers === undefined);
    const answers = dimensions.filter((id) => !splits.includes(id));
    for (let subset = 0; subset < 1 << splits.length; subset += 1) note(splits.filter((_, bit) => (subset & (1 << bit)) !== 0), answers);
  }
  for (const { by } of list.means) if (by !== null) note([by], []);
  return [...groupings.values()].map(({ by, answers }) => ({ by, answers: [...answers.values()] }));
}

function changedAnswers(previous: PublicationBatch, included: Uint8Array): readonly number[] {
  const changed: number[] = [];
  included.forEach((now, answer) => {
    if (now !== (previous.included[answer] ?? 0)) changed.push(answer);
  });
  return changed;
}

function groupOf({ by }: Grouping, answer: number): number {
  let group = 0;
  for (const codes of by) group = group * 256 + (codes[answer] as number);
  return group;
}

/** Changed answers by group, and how many of them are new. */
function changesOf(grouping: Grouping, columns: PublicationColumns, previous: PublicationBatch, included: Uint8Array): ReadonlyMap<number, { total: number; answers: number[] }> {
  const changes = new Map<number, { total: number; answers: number[] }>();
  for (const answer of changedAnswers(previous, included)) {
    if (answer >= columns.length) continue;
    const group = groupOf(grouping, answer);
    const entry = changes.get(group) ?? { total: 0, answers: [] };
    entry.total += 1;
    entry.answers.push(answer);
    changes.set(group, entry);
  }
  return changes;
}

/** Lets the new answers of groups wait that would change by too few people; true when any were held back. */
function holdBack(grouping: Grouping, columns: PublicationColumns, previous: PublicationBatch, included: Uint8Array, policy: PublicationPolicy): boolean {
  let held = false;
  for (const { total, answers } of changesOf(grouping, columns, previous, included).values()) {
    if (total >= policy.batch.answers && (policy.batch.answers === 1 || !tellsAlike(grouping, answers, policy.method, policy.thresholds))) continue;
    for (const answer of answers) {
      if (included[answer] === 0) continue;
      included[answer] = 0;
      held = true;
    }
  }
  return held;
}

/** Whether the difference of two tables of true counts would show that all, or all but one, of these people answered alike. */
function tellsAlike({ answers: questions }: Grouping, people: readonly number[], method: ProtectionMethod, { homogeneityBase }: DisclosurePolicy): boolean {
  if (method.kind === 'cell-key' || method.kind === 'rounding' || people.length >= homogeneityBase) return false;
  return questions.some(({ dimension, codes }) => {
    const counts = new Map<number, number>();
    const missing = new Set((dimension.answers?.missing ?? []).map((category) => dimension.categories.indexOf(category)));
    const judging = people.filter((answer) => !missing.has(codes[answer] as number));
    for (const answer of judging) counts.set(codes[answer] as number, (counts.get(codes[answer] as number) ?? 0) + 1);
    return judging.length > 0 && Math.max(...counts.values()) >= judging.length - 1;
  });
}
