import { textProperty, flag, type ElementJson } from '../survey-parts.js';
import type { ListContext } from './survey-choices.js';
import type { Json } from './survey-json-values.js';
import { tagsOf } from './survey-properties.js';

/** What turning one question into ours needs; `place` is its name in the file. */
export interface SurveyContext extends ListContext {
  /** Property names are those of version 2. */
  readonly json: Json;
  readonly type: string;
  readonly maxTextLength: number | null;
  readonly claim: (wanted: string) => string;
}

/** An element with the properties that were read beside those every question has. */
export interface MadeElement {
  readonly element: ElementJson;
  readonly read: readonly string[];
}

/** What every question has: type, name, texts, whether it is required, our tags. */
export function baseElement(context: SurveyContext, type: string): ElementJson {
  const { json, name, place } = context;
  const title = textOf(context, 'title');
  // A question without a title shows its name.
  const shown = title['title'] === undefined && name !== place ? textProperty('title', context.texts.sameEverywhere(place)) : title;
  return { type, name, ...shown, ...textOf(context, 'description'), ...flag('isRequired', json['isRequired'] === true), ...tagsOf(json, type) };
}

/** A text of the question under its own property, or nothing. */
export function textOf({ json, texts, languages, place }: SurveyContext, property: string): ElementJson {
  return textProperty(property, texts.plain(languages.texts(json[property]), place));
}

/** The comment area of the question; beside "other" it is left out (reported). */
export function commentArea(context: SurveyContext, hasOther: boolean): ElementJson {
  const { json, place, report } = context;
  if (json['showCommentArea'] !== true) return {};
  if (!hasOther) return { showCommentArea: true, ...textOf(context, 'commentText') };
  report.leftOut(place, 'comment-left-out');
  return {};
}
