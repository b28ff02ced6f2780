import type { LanguageCode } from '@stadtteilstimme/domain';

/** Headings of a translation sheet; by them, not by their place, the columns are found when the sheet comes back. */
export const TRANSLATION_COLUMNS = {
  key: 'Schlüssel / key',
  place: 'Ort / place',
  source: 'Ausgangstext / source',
  target: 'Übersetzung / translation',
  state: 'Stand / state',
  note: 'Hinweis / note',
} as const;
export type TranslationColumn = keyof typeof TRANSLATION_COLUMNS;

/** Heading of a column that holds texts of one language: `Übersetzung / translation (ar)`. */
export function languageHeading(column: 'source' | 'target', language: LanguageCode): string {
  return `${TRANSLATION_COLUMNS[column]} (${language})`;
}

/** Language in a heading; null when it is another heading. */
export function headingLanguage(column: 'source' | 'target', heading: string): LanguageCode | null {
  const start = `${TRANSLATION_COLUMNS[column]} (`;
  const trimmed = heading.trim();
  return trimmed.startsWith(start) && trimmed.endsWith(')') ? trimmed.slice(start.length, -1).trim() : null;
}
