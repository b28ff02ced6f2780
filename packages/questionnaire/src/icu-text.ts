import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { IntlMessageFormat } from 'intl-messageformat';

export type IcuValues = Readonly<Record<string, string | number>>;

/**
 * Fills the placeholders of an ICU message in every chosen language that has the text.
 * Plural forms follow the language (Arabic has six).
 * @throws {Error} when the message is not valid ICU or a placeholder has no value.
 */
export function fillIcuText(texts: LocalizedText, languages: readonly LanguageCode[], values: IcuValues): LocalizedText {
  const filled: Record<LanguageCode, string> = {};
  for (const language of languages) {
    const message = Object.hasOwn(texts, language) ? texts[language] : undefined;
    if (message) filled[language] = fillIcuMessage(message, language, values);
  }
  return filled;
}

function fillIcuMessage(message: string, language: LanguageCode, values: IcuValues): string {
  // Tags stay plain text: these texts are never rendered as HTML.
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  return String(format.format({ ...values }));
}
