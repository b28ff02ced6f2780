import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { isRecord } from './json-value.js';

/** SurveyJS's key for texts without a language. */
const DEFAULT_KEY = 'default';
/** What survey-core itself takes `default` for. */
const LIBRARY_LANGUAGE = 'en';

/** Reads localizable texts of one survey. */
export interface TextReader {
  /** Languages the labels are in, in order. */
  readonly languages: readonly LanguageCode[];
  /** Texts per language; a plain string is in the default language; empty texts are left out. */
  readonly read: (value: unknown) => LocalizedText;
  /** The same text in every language: a number, a code, a name. */
  readonly everywhere: (text: string) => LocalizedText;
}

/**
 * Reader of the texts of a survey. `default` is the text in the default language unless that has a text of its own
 * beside it: then it is English, as in survey-core.
 * @param languages keeps only these, in this order; null keeps whatever is there
 */
export function textReader(survey: unknown, languages: readonly LanguageCode[] | null, defaultLanguage: LanguageCode): TextReader {
  const kept = languages ?? languagesIn(survey, defaultLanguage);
  return {
    languages: kept,
    read: (value) => {
      const texts = textsOf(value, defaultLanguage);
      return Object.fromEntries(kept.flatMap((language) => {
        const text = Object.hasOwn(texts, language) ? (texts[language] ?? '').trim() : '';
        return text === '' ? [] : [[language, text] as const];
      }));
    },
    everywhere: (text) => Object.fromEntries(kept.map((language) => [language, text])),
  };
}

function textsOf(value: unknown, defaultLanguage: LanguageCode): LocalizedText {
  if (typeof value === 'number') return { [defaultLanguage]: String(value) };
  if (typeof value === 'string') return { [defaultLanguage]: value };
  if (!isRecord(value)) return {};
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== DEFAULT_KEY);
  const fallback = value[DEFAULT_KEY];
  const own = Object.fromEntries(texts);
  if (typeof fallback !== 'string') return own;
  const language = [defaultLanguage, LIBRARY_LANGUAGE].find((candidate) => !Object.hasOwn(own, candidate));
  return language === undefined ? own : { [language]: fallback, ...own };
}

/** Texts that carry the languages of a survey. */
const TEXT_PROPERTIES = new Set(['title', 'description', 'text', 'html', 'labelTrue', 'labelFalse', 'minRateDescription', 'maxRateDescription', 'otherText', 'noneText']);

/** Every language some text of the survey has, the default language first. */
function languagesIn(survey: unknown, defaultLanguage: LanguageCode): readonly LanguageCode[] {
  const found = new Set<LanguageCode>([defaultLanguage]);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
    } else if (isRecord(value)) {
      for (const [key, entry] of Object.entries(value)) {
        if (TEXT_PROPERTIES.has(key)) for (const language of Object.keys(textsOf(entry, defaultLanguage))) found.add(language);
        else visit(entry);
      }
    }
  };
  visit(survey);
  return [...found];
}
