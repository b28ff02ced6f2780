import type { ForeignTexts } from '../imported-texts.js';

/** SurveyJS's key for texts without a language. */
const DEFAULT_KEY = 'default';

/** What survey-core itself takes `default` for. */
const LIBRARY_LANGUAGE = 'en';

/** Properties that hold texts per language; elsewhere keys of objects are no languages. */
const TEXT_PROPERTIES = new Set([
  'title', 'description', 'text', 'html', 'label', 'labelTrue', 'labelFalse', 'minRateDescription', 'maxRateDescription', 'mininumRateDescription',
  'maximumRateDescription', 'otherText', 'noneText', 'refuseText', 'dontKnowText', 'selectAllText', 'commentText', 'completedHtml', 'placeholder', 'placeHolder',
]);

/** Languages of a survey, and how its texts are read. */
export interface SurveyLanguages {
  readonly foreign: readonly string[];
  /** The language that texts without one are in; null when there are none. */
  readonly assumed: string | null;
  readonly texts: (value: unknown) => ForeignTexts;
}

/**
 * Texts of SurveyJS are plain, or objects by language with the key `default`. That key means the survey's own language
 * (`locale`); where a text has both, it is English, as in the library.
 */
export function surveyLanguages(survey: Readonly<Record<string, unknown>>): SurveyLanguages {
  const locale = typeof survey['locale'] === 'string' && survey['locale'] !== '' ? survey['locale'] : null;
  const own = locale ?? LIBRARY_LANGUAGE;
  const found = new Set<string>();
  let usesDefault = false;
  const texts = (value: unknown): Map<string, string> => {
    const read = new Map<string, string>();
    if (typeof value === 'string' || typeof value === 'number') return read.set(own, String(value));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return read;
    const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const hasOwn = entries.some(([language]) => language === own);
    for (const [language, text] of entries) {
      const named = language === DEFAULT_KEY ? (hasOwn ? LIBRARY_LANGUAGE : own) : language;
      if (language !== DEFAULT_KEY || !read.has(named)) read.set(named, text);
    }
    return read;
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        if (!TEXT_PROPERTIES.has(key)) visit(child);
        else {
          usesDefault ||= typeof child === 'string' || (typeof child === 'object' && child !== null && Object.hasOwn(child, DEFAULT_KEY));
          for (const language of texts(child).keys()) found.add(language);
        }
      }
    }
  };
  visit(survey);
  // A stated language counts even before anything is written in it.
  if (locale !== null || found.size === 0) found.add(own);
  const foreign = [...found].sort((a, b) => Number(b === own) - Number(a === own));
  return { foreign, assumed: usesDefault ? own : null, texts };
}
