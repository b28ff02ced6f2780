import { type CitySettings, CONSENT_CITY_FIELDS, missingCityFields, type ProblemDetail } from '@stadtteilstimme/domain';

/** What the city owes before anything is published: the consent text would have nobody to name (Art. 13 GDPR). */
export function cityProblems({ texts }: CitySettings): readonly ProblemDetail[] {
  return missingCityFields(texts, CONSENT_CITY_FIELDS).map((field) => ({ code: 'questionnaire-incomplete', place: `city.${field}` }));
}
