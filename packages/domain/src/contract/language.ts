/** BCP 47 tag as used in the project's data files, for example `de`, `de-simple`, `ar`. */
export type LanguageCode = string;

/** One text in several languages; a missing key means the wording does not exist. */
export type LocalizedText = Readonly<Record<LanguageCode, string>>;

/** A language residents may choose. */
export interface Language {
  readonly code: LanguageCode;
  /** The name speakers use, for example `العربية`. */
  readonly ownName: string;
  /** Shown instead of `ownName` until a test group has approved the text (Leichte Sprache). */
  readonly ownNameUnreviewed?: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * How far a wording has come. Only `reviewed` and `approved-by-test-group` were seen by a person who knows the language;
 * the last one is required before a text may be called Leichte Sprache (DIN SPEC 33429).
 */
export const WORDING_STATES = ['machine', 'draft', 'draft-simple', 'reviewed', 'approved-by-test-group'] as const;
export type WordingState = (typeof WORDING_STATES)[number];

/** A person has read and confirmed this wording. */
export function isReviewed(state: WordingState): boolean {
  return state === 'reviewed' || state === 'approved-by-test-group';
}
