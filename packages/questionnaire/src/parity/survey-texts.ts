import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { Serializer, settings } from 'survey-core';
import { isRecord, textOf } from '../codebook/json-value.js';
import type { Json } from '../codebook/json-value.js';
import type { TranslatableText } from './translatable-text.js';

/** SurveyJS's name for a text that has no language of its own. */
const DEFAULT_LOCALE = 'default';

/** A text of a SurveyJS definition and the way to it, so that it can be written back. */
export interface SurveyText extends TranslatableText {
  readonly path: readonly (string | number)[];
  /** Name of the page or question it belongs to; null for the survey itself. */
  readonly owner: string | null;
  /** The property that holds it, for example `title`, `description`, `text`. */
  readonly property: string;
  /** Value of the choice, row, column or rate value it labels; null for other texts. */
  readonly value: string | null;
}

/** Lists whose entries are addressed by a value or name, and the class survey-core gives their entries. */
const LISTS: Readonly<Record<string, { readonly className: string; readonly word: LocalizedText }>> = {
  pages: { className: 'page', word: { de: 'Seite', en: 'page' } },
  elements: { className: 'question', word: { de: 'Frage', en: 'question' } },
  // So they are called in version 1.
  questions: { className: 'question', word: { de: 'Frage', en: 'question' } },
  templateElements: { className: 'question', word: { de: 'Frage', en: 'question' } },
  choices: { className: 'choiceitem', word: { de: 'Antwort', en: 'answer' } },
  rateValues: { className: 'itemvalue', word: { de: 'Stufe', en: 'point' } },
  rows: { className: 'itemvalue', word: { de: 'Zeile', en: 'row' } },
  columns: { className: 'itemvalue', word: { de: 'Spalte', en: 'column' } },
  items: { className: 'multipletextitem', word: { de: 'Feld', en: 'field' } },
  validators: { className: 'surveyvalidator', word: { de: 'Prüfung', en: 'check' } },
  completedHtmlOnCondition: { className: 'htmlconditionitem', word: { de: 'Schlusstext', en: 'closing text' } },
};

/** What translators and staff call the texts; others keep the name of their property. */
const PROPERTY_WORDS: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  title: { de: 'Titel', en: 'title' },
  description: { de: 'Hilfetext', en: 'help text' },
  html: { de: 'Text', en: 'text' },
  placeholder: { de: 'Beispiel im leeren Feld', en: 'example in the empty field' },
  otherText: { de: 'Antwort „Sonstiges“', en: 'answer “other”' },
  noneText: { de: 'Antwort „nichts davon“', en: 'answer “none”' },
  refuseText: { de: 'Antwort „möchte nicht antworten“', en: 'answer “prefer not to say”' },
  dontKnowText: { de: 'Antwort „weiß nicht“', en: 'answer “don’t know”' },
  otherPlaceholder: { de: 'Beispiel im Feld zu „Sonstiges“', en: 'example in the field of “other”' },
  commentText: { de: 'Frage nach einer Bemerkung', en: 'question for a comment' },
  labelTrue: { de: 'Antwort „Ja“', en: 'answer “yes”' },
  labelFalse: { de: 'Antwort „Nein“', en: 'answer “no”' },
  minRateDescription: { de: 'Beschriftung der niedrigsten Stufe', en: 'label of the lowest point' },
  maxRateDescription: { de: 'Beschriftung der höchsten Stufe', en: 'label of the highest point' },
  requiredErrorText: { de: 'Hinweis, wenn die Antwort fehlt', en: 'notice when the answer is missing' },
  completedHtml: { de: 'Schlusstext', en: 'closing text' },
};

/** Language of texts without a language, as in the codebook. */
function languageOf(survey: Json): LanguageCode {
  return textOf(survey, 'locale') ?? 'en';
}

/** Lists of answers and rows, whose entries show their value where they have no text. */
const SHOWN_BY_VALUE: ReadonlySet<string> = new Set(['choices', 'rateValues', 'rows', 'columns']);

/** Lists whose entries have a name of their own. */
const OWN_NAME_LISTS: ReadonlySet<string> = new Set(['pages', 'elements', 'questions', 'templateElements']);

/** Properties survey-core does not list as localizable on the base class of a list entry, yet translates. */
const ALWAYS_TEXT: ReadonlySet<string> = new Set(['title', 'description', 'text', 'html', 'requiredErrorText']);

/** Addresses and pictures are localizable in survey-core but are no texts. */
const NO_TEXT: ReadonlySet<string> = new Set(['imageLink', 'logo', 'defaultDisplayValue', 'dataList']);

/**
 * Every text of a SurveyJS definition in document order, found by what survey-core itself treats as localizable.
 * Keys are built from names and values, never from positions: `survey.title`, `page_a.title`, `q1.choices.yes.text`.
 * Texts without a language count as `defaultLanguage` (the survey's `locale`, else English), SurveyJS's `default` beside a
 * text in that language as English. An answer that stands there by its value alone (`"yes"`, `"yes|Ja"`) is a text, too, if
 * it has a letter: residents read it in every language.
 */
export function surveyTexts(survey: Json, defaultLanguage: LanguageCode = languageOf(survey)): readonly SurveyText[] {
  return textsUnder(survey, defaultLanguage, isTextProperty);
}

/** Addresses of the pictures that are answers, by the same keys (`q1.choices.a.imageLink`): no texts, but what residents see. */
export function surveyPictures(survey: Json, defaultLanguage: LanguageCode = languageOf(survey)): readonly SurveyText[] {
  return textsUnder(survey, defaultLanguage, (_, property) => property === 'imageLink').filter(({ value }) => value !== null);
}

/** Which property of which class is looked for. */
type Wanted = (className: string, property: string) => boolean;

function textsUnder(survey: Json, defaultLanguage: LanguageCode, isWanted: Wanted): readonly SurveyText[] {
  const found: SurveyText[] = [];
  visit(survey, { className: 'survey', path: [], key: 'survey', owner: null, value: null, place: {} }, { defaultLanguage, isWanted }, found);
  return withUniqueKeys(found);
}

/**
 * A copy of the definition with the given texts of one language (key as in `surveyTexts` → text) in place; an empty
 * text takes the language away. Everything else stays the same object or value.
 * @throws {RangeError} when a key is not a text of this survey: nothing is written then.
 */
export function withSurveyTexts(
  survey: Json,
  language: LanguageCode,
  texts: ReadonlyMap<string, string>,
  defaultLanguage: LanguageCode = languageOf(survey),
): Record<string, unknown> {
  const known = new Map(surveyTexts(survey, defaultLanguage).map((text) => [text.key, text]));
  let changed: unknown = survey;
  for (const [key, text] of texts) {
    const place = known.get(key);
    if (!place) throw new RangeError(`The survey has no text "${key}".`);
    changed = replaceAt(changed, place.path, (held) => withLanguage(held, language, text, defaultLanguage));
  }
  return { ...(changed as Json) };
}

interface Visit {
  readonly className: string;
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly owner: string | null;
  readonly value: string | null;
  readonly place: LocalizedText;
}

/** An answer that is only a value, as survey-core shows it: `"a|A"` has the code `a` and the text `A`. */
function writtenOut(entry: unknown): unknown {
  const value = isRecord(entry) ? entry['value'] : entry;
  if (typeof value !== 'string' || (isRecord(entry) && Object.hasOwn(entry, 'text'))) return entry;
  const [code = '', ...words] = value.split(settings.itemValueSeparator);
  const text = words.length === 0 ? code : words.join(settings.itemValueSeparator);
  return /\p{L}/u.test(text) ? { ...(isRecord(entry) ? entry : {}), value: code, text } : entry;
}

interface Search {
  readonly defaultLanguage: LanguageCode;
  readonly isWanted: Wanted;
}

function visit(json: Json, at: Visit, search: Search, found: SurveyText[]): void {
  for (const [property, held] of Object.entries(json)) {
    if (search.isWanted(at.className, property)) {
      const texts = localized(held, search.defaultLanguage);
      if (texts) found.push(surveyText(at, property, texts));
    } else if (Array.isArray(held) && Object.hasOwn(LISTS, property)) {
      held.forEach((entry: unknown, index) => {
        const json = SHOWN_BY_VALUE.has(property) ? writtenOut(entry) : entry;
        if (isRecord(json)) visit(json, entryVisit(at, property, json, index), search, found);
      });
    }
  }
}

function surveyText(at: Visit, property: string, texts: LocalizedText): SurveyText {
  return {
    key: `${at.key}.${property}`,
    path: [...at.path, property],
    owner: at.owner,
    property,
    value: at.value,
    place: { de: placeOf(at.place['de'] ?? 'Fragebogen', property, 'de'), en: placeOf(at.place['en'] ?? 'questionnaire', property, 'en') },
    format: 'plain',
    texts,
    states: {},
  };
}

/** The text of an answer, row or column is the entry itself and needs no further word. */
function placeOf(holder: string, property: string, language: 'de' | 'en'): string {
  if (property === 'text') return holder;
  const words = Object.hasOwn(PROPERTY_WORDS, property) ? PROPERTY_WORDS[property] : undefined;
  return `${holder} · ${words?.[language] ?? property}`;
}

function entryVisit(at: Visit, list: string, entry: Json, index: number): Visit {
  const isNamed = OWN_NAME_LISTS.has(list);
  const listed = LISTS[list];
  const id = String(entry['name'] ?? entry['value'] ?? entry['type'] ?? index + 1);
  const type = typeof entry['type'] === 'string' ? entry['type'] : (listed?.className ?? 'itemvalue');
  const inside = isNamed ? '' : `${at.place['de'] ?? ''}`;
  const insideEnglish = isNamed ? '' : `${at.place['en'] ?? ''}`;
  return {
    className: isNamed && list !== 'pages' ? type : (listed?.className ?? type),
    path: [...at.path, list, index],
    key: isNamed ? id : `${at.key}.${list}.${id}`,
    owner: isNamed ? id : at.owner,
    value: isNamed ? null : id,
    place: {
      de: `${inside}${inside === '' ? '' : ' · '}${listed?.word['de'] ?? ''} ${id}`,
      en: `${insideEnglish}${insideEnglish === '' ? '' : ' · '}${listed?.word['en'] ?? ''} ${id}`,
    },
  };
}

function isTextProperty(className: string, property: string): boolean {
  if (NO_TEXT.has(property)) return false;
  return ALWAYS_TEXT.has(property) || Serializer.findProperty(className, property)?.isLocalizable === true;
}

function localized(held: unknown, defaultLanguage: LanguageCode): LocalizedText | null {
  if (typeof held === 'string') return { [defaultLanguage]: held };
  if (!isRecord(held)) return null;
  const named = Object.entries(held).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== DEFAULT_LOCALE);
  const unnamed = held[DEFAULT_LOCALE];
  const language = unnamedLanguage(held, defaultLanguage);
  return Object.fromEntries([...(typeof unnamed === 'string' && language !== undefined ? [[language, unnamed] as const] : []), ...named]);
}

/** What SurveyJS's `default` is: the language of the survey, English where that has a text of its own, else nothing anybody reads. */
function unnamedLanguage(texts: Json, defaultLanguage: LanguageCode): LanguageCode | undefined {
  return [defaultLanguage, 'en'].find((language) => !Object.hasOwn(texts, language));
}

function withLanguage(held: unknown, language: LanguageCode, text: string, defaultLanguage: LanguageCode): unknown {
  if (typeof held === 'string') {
    if (language === defaultLanguage) return text;
    return text === '' ? held : { [DEFAULT_LOCALE]: held, [language]: text };
  }
  const texts = isRecord(held) ? held : {};
  const slot = Object.hasOwn(texts, DEFAULT_LOCALE) && language === unnamedLanguage(texts, defaultLanguage) ? DEFAULT_LOCALE : language;
  if (text === '') return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== slot));
  return { ...texts, [slot]: text };
}

function replaceAt(held: unknown, path: readonly (string | number)[], change: (held: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(held);
  if (Array.isArray(held)) return held.map((entry: unknown, index) => (index === step ? replaceAt(entry, rest, change) : entry));
  const written = step === 'text' ? writtenOut(held) : held;
  const record = isRecord(written) ? written : {};
  return { ...record, [step]: replaceAt(record[step], rest, change) };
}

/** Two texts with one key (a page and a question of the same name) get `~2`, `~3` … so that none is lost. */
function withUniqueKeys(texts: readonly SurveyText[]): readonly SurveyText[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let key = text.key;
    for (let n = 2; taken.has(key); n += 1) key = `${text.key}~${n}`;
    taken.add(key);
    return key === text.key ? text : { ...text, key };
  });
}
