import type { LanguageCode, LocalizedText, WordingState } from '@stadtteilstimme/domain';

/**
 * How the braces of a text are read. `plain`: `{name}` is a placeholder that is copied as it stands ·
 * `icu`: ICU MessageFormat, in which words inside plural and select forms are translated too.
 */
export type TextFormat = 'plain' | 'icu';

/** One text that residents read, with everything a translator or a comparison needs to know about it. */
export interface TranslatableText {
  /** Stable address, unique in its list: the same text keeps it over versions, whatever its place on the page. */
  readonly key: string;
  /** Where a person finds it, German first: page, question, option. */
  readonly place: LocalizedText;
  readonly format: TextFormat;
  readonly texts: LocalizedText;
  /** How far each wording has come; a language without a state has never been rated. */
  readonly states: Readonly<Partial<Record<LanguageCode, WordingState>>>;
  /** Languages leave it untranslated on purpose, for example names of places: equal to the source is no suspicion. */
  readonly sameInAllLanguages?: boolean;
}
