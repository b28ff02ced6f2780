import type { LanguageCode } from '@stadtteilstimme/domain';

import type { OfferedLanguage } from './app-languages';

/** Tags a device may report for languages that our data files know under another code. */
const SAME_LANGUAGE: Readonly<Record<string, LanguageCode>> = { prs: 'fa', kmr: 'ku' };

/**
 * The language to show: what the address asks for, else the first of the device's languages that is offered, else German, else
 * whatever comes first. A device language never leads to a variant such as `de-simple`: that is a person's own choice.
 */
export function languageToShow(
  asked: LanguageCode | null,
  ofDevice: readonly string[],
  offered: readonly OfferedLanguage[],
): LanguageCode {
  const codes = offered.map((language) => language.code);
  if (asked !== null && codes.includes(asked)) return asked;
  for (const tag of ofDevice) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    const code = SAME_LANGUAGE[primary] ?? primary;
    if (codes.includes(code)) return code;
  }
  return codes.includes('de') ? 'de' : (codes[0] ?? 'de');
}

/** Writing direction of a language; left to right where nobody says otherwise. */
export function directionOf(code: LanguageCode, offered: readonly OfferedLanguage[]): 'ltr' | 'rtl' {
  return offered.find((language) => language.code === code)?.direction ?? 'ltr';
}

/** The name to show: "Leichte Sprache" only after a test group approved the text (DIN SPEC 33429), its modest name until then. */
export function nameOf(language: OfferedLanguage): string {
  return language.reviewed === true ? language.ownName : (language.ownNameUnreviewed ?? language.ownName);
}
