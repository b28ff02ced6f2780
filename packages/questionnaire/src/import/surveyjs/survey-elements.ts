import type { ElementJson } from '../survey-parts.js';
import { choiceElement, matrixElement, pictureElement, rankingElement, ratingElement, yesNoElement } from './survey-choice-elements.js';
import type { MadeElement, SurveyContext } from './survey-context.js';
import { fieldElement, fieldsElement, informationElement } from './survey-field-elements.js';
import { recordsIn } from './survey-json-values.js';
import { reportDropped } from './survey-properties.js';

/** Properties that every question has; `html` takes none of them but its condition. */
const OF_QUESTIONS = ['title', 'description', 'isRequired', 'visibleIf', 'requiredIf', 'validators'];

/** The element of one question as we keep it, without its conditions; null when it is left out (reported). */
export function surveyElement(context: SurveyContext): ElementJson | null {
  const made = byType(context);
  if (made === null) return null;
  const { json, type, place, report } = context;
  reportDropped(json, [...(type === 'html' ? ['visibleIf'] : OF_QUESTIONS), ...made.read], place, report);
  return made.element;
}

function byType(context: SurveyContext): MadeElement | null {
  switch (context.type) {
    case 'radiogroup': case 'dropdown': case 'checkbox': case 'tagbox': case 'buttongroup':
      return choiceElement(context);
    case 'imagepicker':
      return pictureElement(context);
    case 'ranking':
      return rankingElement(context);
    case 'rating':
      return ratingElement(context);
    case 'boolean':
      return yesNoElement(context);
    case 'matrix':
      return matrixElement(context);
    case 'text': case 'comment':
      return fieldElement(context);
    case 'multipletext':
      return fieldsElement(context);
    case 'html':
      return informationElement(context);
    default:
      return leftOut(context);
  }
}

/** Types that have an answer here. */
export const ASKING_TYPES: ReadonlySet<string> = new Set([
  'radiogroup', 'dropdown', 'checkbox', 'tagbox', 'buttongroup', 'imagepicker', 'ranking', 'rating', 'boolean', 'matrix', 'text', 'comment', 'multipletext',
]);

const NOT_OFFERED: Readonly<Record<string, 'file-not-offered' | 'calculation-not-offered' | 'media-not-offered' | 'repeat-not-offered'>> = {
  file: 'file-not-offered', signaturepad: 'file-not-offered', expression: 'calculation-not-offered', image: 'media-not-offered',
  paneldynamic: 'repeat-not-offered', matrixdynamic: 'repeat-not-offered',
};

function leftOut({ type, place, report, json }: SurveyContext): null {
  const reason = Object.hasOwn(NOT_OFFERED, type) ? NOT_OFFERED[type] : undefined;
  report.leftOut(place, reason ?? 'type-not-offered', { type, was: type });
  for (const child of [...recordsIn(json['templateElements']), ...recordsIn(json['columns'])]) {
    if (typeof child['name'] === 'string') report.leftOut(`${place}.${child['name']}`, reason ?? 'type-not-offered', { type: String(child['type'] ?? child['cellType'] ?? ''), was: type });
  }
  return null;
}
