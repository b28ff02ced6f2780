/** What is looked at. */
export type PlainLanguageRule =
  | 'long-sentence'
  | 'several-statements'
  | 'genitive'
  | 'subjunctive'
  | 'passive'
  | 'negation'
  | 'long-compound'
  | 'number-word'
  | 'abbreviation'
  | 'several-sentences-in-line'
  | 'difficult-word'
  | 'large-number'
  | 'special-character'
  | 'indirect-address';

/** One place in a text. The texts are in `PLAIN_LANGUAGE_MESSAGES`. Always advice (`plainLanguageAdvice`): nothing is refused because of it. */
export interface PlainLanguageFinding {
  readonly rule: PlainLanguageRule;
  /** `problem`: hardly ever right in Leichte Sprache · `hint`: look at it. */
  readonly severity: 'hint' | 'problem';
  /** `text.slice(start, end)`, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The words that were found. */
  readonly word: string;
  /** What to write instead; null when only the author can know. */
  readonly replacement: string | null;
}
