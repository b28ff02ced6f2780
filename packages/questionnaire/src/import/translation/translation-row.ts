import type { LanguageCode, WordingState } from '@stadtteilstimme/domain';

/** One text as a translation file has it. */
export interface TranslationRow {
  /** Where it stands in the file, for reports: `unit 3`, `row 5`. */
  readonly place: string;
  readonly key: string;
  /** Source text as the translator saw it. */
  readonly source: string;
  /** Empty = not translated. */
  readonly target: string;
  /** Null where the file says nothing or `initial`. */
  readonly state: WordingState | null;
  /** The file names a state that is none of ours. */
  readonly unknownState?: string;
  /** A program split the text and only some of its parts are translated. */
  readonly isPartial?: boolean;
  /** What the translator wrote to us; empty = nothing. */
  readonly note: string;
}

/** A translation file, read but not judged. */
export interface TranslationFile {
  readonly source: LanguageCode;
  readonly target: LanguageCode;
  readonly rows: readonly TranslationRow[];
}

export const TRANSLATION_FILE_PROBLEMS = {
  'not-xliff-2': {
    de: 'Das ist keine XLIFF-Datei der Fassung 2.0 oder 2.1. Bitte dieselbe Datei zurückgeben, nicht eine umgewandelte.',
    en: 'This is not an XLIFF file of version 2.0 or 2.1. Please return the same file, not a converted one.',
  },
  'not-a-translation-sheet': {
    de: 'Das ist keine Übersetzungstabelle von hier: Die Überschriften in der ersten Zeile fehlen oder wurden geändert.',
    en: 'This is not a translation sheet from here: the headings of the first row are missing or were changed.',
  },
  'target-language-missing': {
    de: 'Die Datei sagt nicht, in welche Sprache sie übersetzt ist.',
    en: 'The file does not say which language it is translated to.',
  },
} as const;

/** A file that can be read but is no translation file of ours. */
export class NotATranslationFile extends Error {
  override readonly name = 'NotATranslationFile';

  constructor(readonly code: keyof typeof TRANSLATION_FILE_PROBLEMS) {
    super(TRANSLATION_FILE_PROBLEMS[code].en);
  }
}
