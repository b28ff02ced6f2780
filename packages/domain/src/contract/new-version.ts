import type { LanguageCode, LocalizedText } from './language.js';
import type { ProblemDetail } from './problems.js';

/** How far answers to one question may be compared over versions. `break`: another measurement. */
export type ItemComparability = 'comparable' | 'limited' | 'break';

/** A piece of a wording: in both versions, only in the earlier, or only in the later one. */
export interface WordChange {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** One thing that differs between two versions of a question. */
export interface ItemChange {
  readonly effect: 'limited' | 'break';
  /** The sentence for staff, in German and English. */
  readonly sentences: LocalizedText;
  /** Set where a wording changed: in which language, and word by word what. */
  readonly language?: LanguageCode;
  readonly words?: readonly WordChange[];
}

/** A question named as staff know it. */
export interface NamedQuestion {
  /** Id of the item or demographic question. */
  readonly id: string;
  readonly text: LocalizedText;
}

/** A question that an earlier version asked as well, held against the last version that did. */
export interface QuestionComparison extends NamedQuestion {
  readonly comparability: ItemComparability;
  readonly changes: readonly ItemChange[];
  /** Its wording changed and there are answers: a reason must be recorded on publishing. */
  readonly needsNote: boolean;
}

/** What publishing the saved draft as the next version would mean for the answers there are. */
export interface NewVersionPreview {
  /** Number the version would get. */
  readonly number: number;
  /** Revision of the draft that was looked at. */
  readonly revision: number;
  /** There are answers to an earlier version: the guard applies. */
  readonly hasAnswers: boolean;
  /** Residents would read and be asked exactly the same as now. */
  readonly isUnchanged: boolean;
  /** In the order of the new version. */
  readonly questions: readonly QuestionComparison[];
  readonly newQuestions: readonly NamedQuestion[];
  readonly droppedQuestions: readonly NamedQuestion[];
  readonly newLanguages: readonly LanguageCode[];
  readonly droppedLanguages: readonly LanguageCode[];
  /** What keeps this version from being published, apart from reasons still to be written. Empty = none. */
  readonly refusals: readonly ProblemDetail[];
}
