import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';

/** A text together with the language it is really in, so that a fallback can carry its own `lang` (WCAG 3.1.2). */
export interface TextInLanguage {
  readonly text: string;
  readonly language: LanguageCode;
}

/** The text in the language asked for, else in German, else in any language; empty when there is none at all. */
export function textIn(texts: LocalizedText, language: LanguageCode): TextInLanguage {
  for (const code of [language, 'de', ...Object.keys(texts)]) {
    const text = texts[code];
    if (text !== undefined && text !== '') return { text, language: code };
  }
  return { text: '', language };
}
