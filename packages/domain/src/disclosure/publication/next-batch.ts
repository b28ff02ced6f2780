import { changesOf, groupingsOf, tellsTooMuch, type Grouping } from './batch-changes.js';
import { answerMarks, countOf, type PublicationColumns, type PublicationList } from './publication-columns.js';
import type { PastPublication, PublicationBatch } from './publication-content.js';
import { checkPolicy, type PublicationPolicy } from './publication-policy.js';

/**
 * Chooses the answers of the next snapshot: of all that are there those whose groups have changed enough. A group is every combination
 * of categories that is a row of some table (a Stadtteil, an age group, a wave …) or has a mean; if fewer than `batch.answers` people
 * would join or leave it against any earlier publication, they wait, with all their answers, until more have come. So two
 * snapshots differ by no group of fewer people, nor by people whose mean would tell their scores, and in tables of true counts not by
 * a group of people who all (or all but one) answered alike while it is smaller than `homogeneityBase`. Withdrawn answers leave at once
 * and hold their group back instead. The first snapshot takes everybody: there is nothing to subtract it from.
 * @param history everything published of this survey so far, for whomever, oldest first; empty for the first snapshot.
 * @param day whole number. @param present one byte per answer, 0 = withdrawn; null = all.
 * @throws RangeError when a number of the policy or the day cannot be used, or the list names a dimension or score that does not exist.
 */
export function nextBatch(
  history: readonly PastPublication[],
  columns: PublicationColumns,
  list: PublicationList,
  policy: PublicationPolicy,
  day: number,
  present: Uint8Array | null = null,
): PublicationBatch {
  checkPolicy(policy);
  if (!Number.isInteger(day)) throw new RangeError('The day of a publication must be a whole number.');
  if (present !== null && present.length !== columns.length) throw new RangeError(`Which answers are there takes one byte per answer: ${columns.length}, not ${present.length}.`);
  const included = Uint8Array.from({ length: columns.length }, (_, answer) => (present?.[answer] === 0 ? 0 : 1));
  const arrived = countOf(included, columns.length);
  const groupings = groupingsOf(columns, list);
  for (let held = history.length > 0; held; ) {
    held = history.some(({ batch }) => groupings.some((grouping) => holdBack(grouping, columns, batch.included, included, policy)));
  }
  return { policy, list, day, included, marks: answerMarks(columns, list), waiting: arrived - countOf(included, columns.length) };
}

/** Lets the answers of groups wait that would change by too few people; true when any were held back. */
function holdBack(grouping: Grouping, columns: PublicationColumns, past: Uint8Array, included: Uint8Array, policy: PublicationPolicy): boolean {
  let held = false;
  for (const people of changesOf(grouping, columns, past, included)) {
    if (!tellsTooMuch(grouping, people, policy)) continue;
    for (const answer of people) {
      if (included[answer] === 0) continue;
      included[answer] = 0;
      held = true;
    }
  }
  return held;
}
