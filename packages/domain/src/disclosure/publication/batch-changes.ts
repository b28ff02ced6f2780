import type { DisclosurePolicy } from '../../contract/report.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import { dimensionOf, type PublicationColumns, type PublicationList, type ScoreColumn } from './publication-columns.js';
import type { ProtectionMethod, PublicationPolicy } from './publication-policy.js';
import { meanLeavesDoubt } from './publish-means.js';

/** One way tables and means split people up, with the questions and scores given by it. */
export interface Grouping {
  readonly by: readonly Uint8Array[];
  readonly answers: readonly { readonly dimension: PublicationDimension; readonly codes: Uint8Array }[];
  readonly scores: readonly ScoreColumn[];
}

/** Every set of dimensions by which some row of some table, or some mean, is given; everyone together is one of them. */
export function groupingsOf(columns: PublicationColumns, list: PublicationList): readonly Grouping[] {
  const groupings = new Map<string, { by: readonly Uint8Array[]; answers: Map<string, Grouping['answers'][number]>; scores: Set<ScoreColumn> }>();
  const grouping = (by: readonly string[]): { answers: Map<string, Grouping['answers'][number]>; scores: Set<ScoreColumn> } => {
    const key = [...by].sort().join('\n');
    const known = groupings.get(key) ?? { by: by.map((id) => dimensionOf(columns, id).codes), answers: new Map<string, Grouping['answers'][number]>(), scores: new Set<ScoreColumn>() };
    groupings.set(key, known);
    return known;
  };
  grouping([]);
  for (const { dimensions } of list.tables) {
    const splits = dimensions.filter((id) => dimensionOf(columns, id).dimension.answers === undefined);
    const answers = dimensions.filter((id) => !splits.includes(id));
    for (let subset = 0; subset < 1 << splits.length; subset += 1) {
      const known = grouping(splits.filter((_, bit) => (subset & (1 << bit)) !== 0));
      for (const id of answers) known.answers.set(id, dimensionOf(columns, id));
    }
  }
  for (const { score, by } of list.means) {
    const column = columns.scores.find(({ id }) => id === score);
    if (column === undefined) throw new RangeError(`There is no score "${score}".`);
    for (const ids of by === null ? [[]] : [[], [by]]) grouping(ids).scores.add(column);
  }
  return [...groupings.values()].map(({ by, answers, scores }) => ({ by, answers: [...answers.values()], scores: [...scores] }));
}

/** Answers that are in one of two snapshots only, by group; groups that do not change are left out. */
export function changesOf({ by }: Grouping, columns: PublicationColumns, past: Uint8Array, included: Uint8Array): readonly (readonly number[])[] {
  const changes = new Map<number, number[]>();
  for (let answer = 0; answer < columns.length; answer += 1) {
    if (included[answer] === (past[answer] ?? 0)) continue;
    let group = 0;
    for (const codes of by) group = group * 256 + (codes[answer] as number);
    const known = changes.get(group);
    if (known === undefined) changes.set(group, [answer]);
    else known.push(answer);
  }
  return [...changes.values()];
}

/** Whether two snapshots that differ by these people of one group would tell too much: too few of them, or all alike. */
export function tellsTooMuch(grouping: Grouping, people: readonly number[], { batch, method, thresholds, minimumMeanBase }: PublicationPolicy): boolean {
  if (people.length < batch.answers) return true;
  return batch.answers > 1 && (answerAlike(grouping, people, method, thresholds) || scoresTell(grouping, people, minimumMeanBase, thresholds));
}

/** Whether the difference of two tables of true counts would show that all, or all but one, of these people answered alike. */
function answerAlike({ answers: questions }: Grouping, people: readonly number[], method: ProtectionMethod, { homogeneityBase }: DisclosurePolicy): boolean {
  if (method.kind === 'cell-key' || method.kind === 'rounding' || people.length >= homogeneityBase) return false;
  return questions.some(({ dimension, codes }) => {
    const counts = new Map<number, number>();
    const missing = new Set((dimension.answers?.missing ?? []).map((category) => dimension.categories.indexOf(category)));
    const judging = people.filter((answer) => !missing.has(codes[answer] as number));
    for (const answer of judging) counts.set(codes[answer] as number, (counts.get(codes[answer] as number) ?? 0) + 1);
    return judging.length > 0 && Math.max(...counts.values()) >= judging.length - 1;
  });
}

/** Whether the difference of two means would be the mean of too few of these people, or one that leaves no doubt. */
function scoresTell({ scores }: Grouping, people: readonly number[], minimumMeanBase: number, { minimumCell }: DisclosurePolicy): boolean {
  return minimumMeanBase > 1 && scores.some(({ values, minimum, maximum }) => {
    const known = people.flatMap((answer) => (Number.isNaN(values[answer] ?? Number.NaN) ? [] : [values[answer] as number]));
    const sum = known.reduce((total, value) => total + value, 0);
    return known.length > 0 && (known.length < minimumMeanBase || !meanLeavesDoubt(known.length, sum, minimum, maximum, minimumCell));
  });
}
