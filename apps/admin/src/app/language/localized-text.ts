import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';

/** A text together with the language it is in, so that the page can say so to a screen reader. */
export interface SpokenText {
  readonly text: string;
  readonly language: LanguageCode;
}

/** The wording in the wanted language; without one the German, then any. Empty text when there is none at all. */
export function spokenText(texts: LocalizedText, wanted: LanguageCode): SpokenText {
  for (const language of [wanted, 'de', ...Object.keys(texts)]) {
    const text = texts[language];
    if (text) return { text, language };
  }
  return { text: '', language: wanted };
}

export function textIn(texts: LocalizedText, wanted: LanguageCode): string {
  return spokenText(texts, wanted).text;
}

/** `de-simple` is German for a browser; every other code is already a BCP 47 tag. */
export function browserLanguageTag(language: LanguageCode): string {
  return language === 'de-simple' ? 'de' : language;
}
