import type { LanguageCode, LocalizedText, Wordings } from '@stadtteilstimme/domain';

/** The texts of the chosen languages, in their order; empty texts are left out. */
export function chosenTexts(texts: LocalizedText, languages: readonly LanguageCode[]): LocalizedText {
  const chosen: Record<LanguageCode, string> = {};
  for (const language of languages) {
    const text = textIn(texts, language);
    if (text) chosen[language] = text;
  }
  return chosen;
}

/** Trimmed text of one language; empty when there is none. */
export function textIn(texts: LocalizedText, language: LanguageCode): string {
  return Object.hasOwn(texts, language) ? (texts[language] ?? '').trim() : '';
}

/** The question texts of a wording per language. */
export function wordingTexts(wordings: Wordings): LocalizedText {
  return Object.fromEntries(Object.entries(wordings).map(([language, wording]) => [language, wording.text]));
}

/** The help texts of a wording per language; languages without help are missing. */
export function helpTexts(wordings: Wordings): LocalizedText {
  return Object.fromEntries(Object.entries(wordings).map(([language, wording]) => [language, wording.help ?? '']));
}

/** Joins several texts into one per language, in order, each on a line of its own (Leichte Sprache: one sentence, one line). */
export function joinTexts(parts: readonly LocalizedText[], languages: readonly LanguageCode[]): LocalizedText {
  const joined = languages.map((language) => {
    const texts = parts.map((part) => textIn(part, language)).filter((text) => text !== '');
    return [language, texts.join('\n')] as const;
  });
  return chosenTexts(Object.fromEntries(joined), languages);
}

export function isEmptyText(texts: LocalizedText): boolean {
  return Object.keys(texts).length === 0;
}
