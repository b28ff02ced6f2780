import { surveyLocalization } from 'survey-core';
import 'survey-core/i18n/arabic';
import 'survey-core/i18n/german';
import 'survey-core/i18n/persian';
import 'survey-core/i18n/polish';
import 'survey-core/i18n/russian';
import 'survey-core/i18n/turkish';
import 'survey-core/i18n/ukrainian';
import type { Language, LocalizedText } from '@stadtteilstimme/domain';

/** survey-core's own string → key of our screen texts. Only texts without placeholders can be taken over. */
const STRINGS_FROM_INTERFACE: Readonly<Record<string, string>> = {
  pagePrevText: 'back',
  pageNextText: 'next',
  completeText: 'send',
  requiredError: 'required',
  placeholder: 'pleaseSelect',
  loadingData: 'loading',
  loadingFile: 'loading',
  otherItemText: 'otherSpecify',
  noneItemText: 'noneOfThese',
  dontKnowItemText: 'dontKnow',
  refuseItemText: 'preferNotToSay',
  cancel: 'cancel',
};

/**
 * Makes `survey.locale = code` work for every language given, also for those survey-core does not ship
 * (`de-simple`, Kurdish). Our language codes are used as SurveyJS locale keys unchanged.
 *
 * Where our screen texts have a string it replaces survey-core's, so that one button has one name. What is left
 * falls back to the shipped language, then (for languages not shipped) to German.
 * May be called again, for example with the texts of another questionnaire.
 */
export function registerLocales(
  languages: readonly Language[],
  interfaceTexts: Readonly<Record<string, LocalizedText>>,
): void {
  for (const language of languages) {
    surveyLocalization.setupLocale({
      localeCode: language.code,
      strings: { ...shippedStrings(language.code), ...ownStrings(language.code, interfaceTexts) },
      nativeName: language.ownName,
      englishName: language.code,
      rtl: language.direction === 'rtl',
    });
  }
}

function shippedStrings(code: string): Record<string, unknown> {
  const known: unknown = surveyLocalization.locales[code] ?? surveyLocalization.locales['de'];
  return typeof known === 'object' && known !== null ? { ...known } : {};
}

function ownStrings(code: string, interfaceTexts: Readonly<Record<string, LocalizedText>>): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [surveyKey, ourKey] of Object.entries(STRINGS_FROM_INTERFACE)) {
    const text = interfaceTexts[ourKey]?.[code];
    if (text) strings[surveyKey] = text;
  }
  return strings;
}
