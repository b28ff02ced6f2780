import type { ConsentBlock } from './item-bank.js';
import type { LanguageCode, LocalizedText, WordingState } from './language.js';

/**
 * What only the city can say about itself. German first, other languages where there is a translation.
 * `provider`, `representative`, `providerContact`, `vatId`: imprint (§ 5 DDG) · `controller`, `dataProtectionOfficer`,
 * `legalBasis`, `supervisoryAuthority`: Art. 13 GDPR · `contact`: whom people ask about a survey, for example the
 * Stadtteilhaus · `barrierContact`, `arbitrationBody`: accessibility statement (§§ 9b, 9d NBGG).
 */
export const CITY_FIELDS = [
  'provider',
  'representative',
  'providerContact',
  'vatId',
  'controller',
  'dataProtectionOfficer',
  'legalBasis',
  'supervisoryAuthority',
  'contact',
  'barrierContact',
  'arbitrationBody',
] as const;
export type CityField = (typeof CITY_FIELDS)[number];

/** Fields a city may leave out for good: not every city has a VAT identification number. */
export const OPTIONAL_CITY_FIELDS: readonly CityField[] = ['vatId'];

/** Fields without which the consent text has nobody to name, so that nothing may be published. */
export const CONSENT_CITY_FIELDS = ['controller', 'dataProtectionOfficer', 'supervisoryAuthority', 'contact'] as const satisfies readonly CityField[];

/** Whole months free texts are kept at most after a survey was closed: limits of the setting, inclusive. */
export const FREE_TEXT_MONTHS = { min: 1, max: 6 } as const;

export interface CitySettings {
  /** An empty object = the city has not said it yet. */
  readonly texts: Readonly<Record<CityField, LocalizedText>>;
  /** A person to ask, as it is dialled; empty = there is none. */
  readonly helpPhone: string;
  /** Day of the accessibility statement, ISO date; null = it was not made yet. */
  readonly accessibilityStatementOn: string | null;
  /** Promise of every consent text published from now on; see `FREE_TEXT_MONTHS`. */
  readonly freeTextMonths: number;
  /** How far the privacy essentials have come in each language; a missing language counts as nobody having looked at it. */
  readonly essentialStates: Readonly<Record<LanguageCode, WordingState>>;
}

/** A frozen state of the settings. Version 0 = nothing was ever saved. */
export interface CitySettingsVersion {
  readonly version: number;
  /** ISO date, day precision; null for version 0. */
  readonly createdOn: string | null;
  readonly settings: CitySettings;
}

/** Blocks of the consent text that say the essentials of Art. 13 GDPR, in the order they are read. */
export const PRIVACY_ESSENTIALS = ['who', 'purpose', 'voluntary', 'anonymity', 'retention', 'contact', 'rights'] as const;

/** Everything the legal pages need; the same for everyone, cacheable. */
export interface LegalInformation {
  readonly settings: Pick<CitySettings, 'texts' | 'helpPhone' | 'accessibilityStatementOn' | 'freeTextMonths'>;
  /** ICU messages with the placeholders of `CityPlaceholders`. */
  readonly essentials: readonly Pick<ConsentBlock, 'id' | 'texts'>[];
  /** Languages in which a person has confirmed the essentials. */
  readonly reviewedLanguages: readonly LanguageCode[];
}

/** Settings of a city that has not said anything: no contact is invented for it. */
export const EMPTY_CITY_SETTINGS: CitySettings = {
  texts: Object.fromEntries(CITY_FIELDS.map((field) => [field, {}])) as unknown as CitySettings['texts'],
  helpPhone: '',
  accessibilityStatementOn: null,
  freeTextMonths: FREE_TEXT_MONTHS.max,
  essentialStates: {},
};

/** The text of a field in a language, else in German; null while the city has not said it. */
export function cityText(
  texts: CitySettings['texts'],
  field: CityField,
  language: LanguageCode,
): { readonly text: string; readonly language: LanguageCode } | null {
  for (const code of [language, 'de']) {
    const text = (Object.hasOwn(texts[field], code) ? texts[field][code] : undefined)?.trim();
    if (text) return { text, language: code };
  }
  return null;
}

/** Of these fields, the ones that have no German text yet and may not stay empty. */
export function missingCityFields(texts: CitySettings['texts'], fields: readonly CityField[] = CITY_FIELDS): readonly CityField[] {
  return fields.filter((field) => !OPTIONAL_CITY_FIELDS.includes(field) && cityText(texts, field, 'de') === null);
}

/** Values of the placeholders in the consent text and in the other texts of a questionnaire. */
export interface CityPlaceholders {
  readonly controller: string;
  readonly contact: string;
  readonly dataProtectionContact: string;
  readonly authority: string;
  readonly months: number;
  /** Empty = there is none. */
  readonly phone: string;
  /** As records of placeholder values are passed on. */
  readonly [name: string]: string | number;
}

/**
 * What stands for the placeholders of the texts in one language, each in one line.
 * In a language written from right to left every value is wrapped in a first-strong isolate (Unicode, UAX #9), so that
 * a German name with its full stop does not turn the sentence round and the plus of a telephone number stays in front.
 * @param owed stands where the city has not said it
 */
export function cityPlaceholders(
  settings: Pick<CitySettings, 'texts' | 'freeTextMonths' | 'helpPhone'>,
  { code, direction }: { readonly code: LanguageCode; readonly direction: 'ltr' | 'rtl' },
  owed: string,
): CityPlaceholders {
  const inOneLine = (text: string): string => {
    const line = text.split('\n').map((part) => part.trim()).filter((part) => part !== '').join(', ');
    return direction === 'rtl' ? `\u2068${line}\u2069` : line;
  };
  const value = (field: CityField): string => inOneLine(cityText(settings.texts, field, code)?.text ?? owed);
  return {
    controller: value('controller'),
    contact: value('contact'),
    dataProtectionContact: value('dataProtectionOfficer'),
    authority: value('supervisoryAuthority'),
    months: settings.freeTextMonths,
    phone: settings.helpPhone === '' ? '' : inOneLine(settings.helpPhone),
  };
}

/**
 * State of the essentials in a language, in the words of item wordings. Until somebody says otherwise German and English
 * are drafts, simple German a draft of its own kind, and everything else came from a machine.
 */
export function essentialState(states: CitySettings['essentialStates'], language: LanguageCode): WordingState {
  const said = Object.hasOwn(states, language) ? states[language] : undefined;
  if (said !== undefined) return said;
  if (language === 'de-simple') return 'draft-simple';
  return language === 'de' || language === 'en' ? 'draft' : 'machine';
}
