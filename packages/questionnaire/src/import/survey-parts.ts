import type { AnswerCode, LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { COMMENT_MAX_LENGTH } from '../compile/comment-length.js';
import type { SurveyJson } from './import-result.js';

/** An element of a page, under construction. */
export type ElementJson = Readonly<Record<string, unknown>>;

/** A choice, row or column. */
export interface ChoiceJson {
  readonly value: AnswerCode;
  readonly text: LocalizedText;
  readonly isExclusive?: true;
}

export interface PageJson {
  readonly name: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly visibleIf: string | null;
  /** Our own properties of the page. */
  readonly tags?: ElementJson;
  readonly elements: readonly ElementJson[];
}

/** Texts under a property, or nothing when there are none. */
export function textProperty(name: string, texts: LocalizedText): ElementJson {
  return Object.keys(texts).length === 0 ? {} : { [name]: texts };
}

/** `{ name: true }` or nothing. */
export function flag(name: string, on: boolean): ElementJson {
  return on ? { [name]: true } : {};
}

/** A value under a property, or nothing when there is none. */
export function valueProperty(name: string, value: AnswerCode | null): ElementJson {
  return value === null ? {} : { [name]: value };
}

/** How many answers may be ticked where any are, as a validator: it asks for none. Numbers below 1 say nothing. */
export function answerCount(min: number | null, max: number | null): ElementJson {
  const rule = { ...(min !== null && min >= 1 ? { minCount: min } : {}), ...(max !== null && max >= 1 ? { maxCount: max } : {}) };
  return Object.keys(rule).length === 0 ? {} : { validators: [{ type: 'answercount', ...rule }] };
}

/** The element shown only while the condition holds, and its own condition if it has one. */
export function shownIf(element: ElementJson, condition: string | null): ElementJson {
  if (condition === null) return element;
  const own = element['visibleIf'];
  return { ...element, visibleIf: typeof own === 'string' ? `(${condition}) and (${own})` : condition };
}

/**
 * The survey around its pages: what every imported questionnaire has. Hidden questions lose their answers at once, also those
 * in hidden panels and pages; free texts have the length all free texts have.
 * @param settings what the file states itself, before what all have
 */
export function surveyJson(
  pages: readonly PageJson[],
  languages: readonly LanguageCode[],
  texts: { readonly title: LocalizedText; readonly description: LocalizedText },
  settings: ElementJson = {},
): SurveyJson {
  return {
    locale: languages[0] ?? 'de',
    ...textProperty('title', texts.title),
    ...textProperty('description', texts.description),
    clearInvisibleValues: 'onHiddenContainer',
    maxCommentLength: COMMENT_MAX_LENGTH,
    showQuestionNumbers: 'off',
    ...settings,
    pages: pages.map((page) => ({
      name: page.name,
      ...textProperty('title', page.title),
      ...textProperty('description', page.description),
      ...valueProperty('visibleIf', page.visibleIf),
      ...page.tags,
      elements: page.elements,
    })),
  };
}
