import type { NewVersionPreview, QuestionComparison } from '@stadtteilstimme/domain';

/** A comparison as it is read: what changed first, what stayed in one line. */
export interface NewVersionSummary {
  /** Questions with changes, those that can no longer be compared first; within a kind in the order of the questionnaire. */
  readonly changed: readonly QuestionComparison[];
  readonly unchanged: readonly QuestionComparison[];
  /** How many questions of the version before are comparable, limited, not comparable. */
  readonly counts: Readonly<Record<QuestionComparison['comparability'], number>>;
}

const WORST_FIRST: readonly QuestionComparison['comparability'][] = ['break', 'limited', 'comparable'];

/** Sorts the questions of a comparison by what a person has to look at. */
export function summaryOf({ questions }: Pick<NewVersionPreview, 'questions'>): NewVersionSummary {
  const count = (wanted: QuestionComparison['comparability']): number => questions.filter(({ comparability }) => comparability === wanted).length;
  return {
    changed: WORST_FIRST.flatMap((wanted) => questions.filter(({ comparability, changes }) => comparability === wanted && changes.length > 0)),
    unchanged: questions.filter(({ changes }) => changes.length === 0),
    counts: { comparable: count('comparable'), limited: count('limited'), break: count('break') },
  };
}

/** Questions whose changed wording still lacks a reason, in the order they stand on the screen. */
export function questionsWithoutNote(changed: readonly QuestionComparison[], notes: Readonly<Record<string, string>>): readonly string[] {
  return changed.filter(({ id, needsNote }) => needsNote && (notes[id] ?? '').trim() === '').map(({ id }) => id);
}
