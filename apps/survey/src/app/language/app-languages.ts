import type { Language } from '@stadtteilstimme/domain';

/** A language a person can pick here. `reviewed` is unknown on pages without a questionnaire. */
export interface OfferedLanguage extends Language {
  readonly reviewed?: boolean;
}

/** Languages the app's own screens speak; a questionnaire offers some of these or others. */
export const APP_LANGUAGES: readonly OfferedLanguage[] = [
  { code: 'de', ownName: 'Deutsch', direction: 'ltr' },
  { code: 'de-simple', ownName: 'Leichte Sprache', ownNameUnreviewed: 'Einfache Sprache', direction: 'ltr' },
  { code: 'en', ownName: 'English', direction: 'ltr' },
  { code: 'ar', ownName: 'العربية', direction: 'rtl' },
  { code: 'fa', ownName: 'دری / فارسی', direction: 'rtl' },
  { code: 'ku', ownName: 'Kurdî (Kurmancî)', direction: 'ltr' },
  { code: 'uk', ownName: 'Українська', direction: 'ltr' },
  { code: 'ru', ownName: 'Русский', direction: 'ltr' },
  { code: 'tr', ownName: 'Türkçe', direction: 'ltr' },
  { code: 'pl', ownName: 'Polski', direction: 'ltr' },
];
