import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';

/** Primary language subtags written from right to left (CLDR, default script of the language). */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const RIGHT_TO_LEFT_SCRIPTS = /-(arab|hebr|syrc|thaa)(-|$)/i;

/** A text in the wanted language, else German, else whatever language there is, else `otherwise`. */
export function labelIn(labels: LocalizedText, language: LanguageCode, otherwise: string): string {
  return labels[language] ?? labels['de'] ?? Object.values(labels)[0] ?? otherwise;
}

/** Whether a language (BCP 47 tag) is written from right to left: by its script subtag, else by the language itself. */
export function isRightToLeft(language: LanguageCode): boolean {
  if (RIGHT_TO_LEFT_SCRIPTS.test(language)) return true;
  if (/-latn(-|$)/i.test(language)) return false;
  return RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '');
}
