import { CITY_FIELDS, type CitySettings, EMPTY_CITY_SETTINGS, type LegalInformation } from '@stadtteilstimme/domain';

/** Two of the essentials, in German, simple German and Arabic. */
const ESSENTIALS: LegalInformation['essentials'] = [
  { id: 'who', texts: { de: 'Diese Umfrage macht: {controller}.', 'de-simple': 'Wir sind: {controller}.', ar: 'الجهة: {controller}.' } },
  { id: 'retention', texts: { de: 'Nach {months, plural, one {# Monat} other {# Monaten}} weg.' } },
];

/** What a city says that has said everything, in German; `change` replaces single fields. */
export function legalInformation(change: Partial<CitySettings['texts']> = {}, more: Partial<LegalInformation['settings']> = {}): LegalInformation {
  const texts = Object.fromEntries(CITY_FIELDS.map((field) => [field, { de: `Muster ${field}` }])) as unknown as CitySettings['texts'];
  return {
    settings: { texts: { ...texts, ...change }, helpPhone: '040 66969123', accessibilityStatementOn: '2026-03-20', freeTextMonths: 6, ...more },
    essentials: ESSENTIALS,
    reviewedLanguages: [],
  };
}

/** A city that has not said anything. */
export const SILENT_CITY: LegalInformation = { settings: EMPTY_CITY_SETTINGS, essentials: ESSENTIALS, reviewedLanguages: [] };
