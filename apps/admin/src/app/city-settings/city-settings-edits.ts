import { CITY_FIELDS, type CityField, type CitySettings, type LanguageCode, missingCityFields, OPTIONAL_CITY_FIELDS, type WordingState } from '@stadtteilstimme/domain';

/** The fields as they are asked for: one group for each page they end up on, and the contact that stands on several. */
export const CITY_GROUPS = {
  imprint: ['provider', 'representative', 'providerContact', 'vatId'],
  privacy: ['controller', 'dataProtectionOfficer', 'legalBasis', 'supervisoryAuthority'],
  contact: ['contact'],
  accessibility: ['barrierContact', 'arbitrationBody'],
} as const satisfies Readonly<Record<string, readonly CityField[]>>;
export type CityGroup = keyof typeof CITY_GROUPS;
export const CITY_GROUP_IDS = ['imprint', 'privacy', 'contact', 'accessibility'] as const satisfies readonly CityGroup[];

/** Where each group is read. */
export const GROUP_ADDRESSES: Readonly<Record<CityGroup, string>> = {
  imprint: '/impressum',
  privacy: '/datenschutz',
  contact: '/impressum',
  accessibility: '/barrierefreiheit',
};

/** An emptied text is removed: a missing key is what "not said yet" means. */
export function withCityText(settings: CitySettings, field: CityField, language: LanguageCode, text: string): CitySettings {
  const { [language]: _replaced, ...others } = settings.texts[field];
  return { ...settings, texts: { ...settings.texts, [field]: text.trim() === '' ? others : { ...others, [language]: text } } };
}

export function withEssentialState(settings: CitySettings, language: LanguageCode, state: WordingState): CitySettings {
  return { ...settings, essentialStates: { ...settings.essentialStates, [language]: state } };
}

/** Fields with a translation and no German: they cannot be saved. */
export function fieldsWithoutGerman({ texts }: CitySettings): readonly CityField[] {
  return CITY_FIELDS.filter((field) => Object.keys(texts[field]).length > 0 && (texts[field]['de'] ?? '').trim() === '');
}

/** The city owes this field: it has no German yet and may not stay empty. */
export function isOwed(settings: CitySettings, field: CityField): boolean {
  return missingCityFields(settings.texts, [field]).length > 0;
}

export function mayStayEmpty(field: CityField): boolean {
  return OPTIONAL_CITY_FIELDS.includes(field);
}
