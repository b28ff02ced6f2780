import { MOST_CODES } from '../../codebook/choice-codes.js';
import { flag } from '../survey-parts.js';
import { answersJson, listJson } from './survey-choices.js';
import { baseElement, commentArea, textOf, type MadeElement, type SurveyContext } from './survey-context.js';
import { numberIn, type Json } from './survey-json-values.js';
import { TICK_LIMITS, tickLimits, validatorLimits } from './survey-validators.js';

const BUILT_IN = [
  { on: 'showOtherItem', text: 'otherText', code: 'other' },
  { on: 'showNoneItem', text: 'noneText', code: 'none' },
  { on: 'showRefuseItem', text: 'refuseText', code: 'refused' },
  { on: 'showDontKnowItem', text: 'dontKnowText', code: 'dontknow' },
] as const;

/** One or several answers from a list, with survey-core's built-in ones; null when it is left out (reported). */
export function choiceElement(context: SurveyContext): MadeElement | null {
  const { json, type, place, report } = context;
  const takesBuiltIn = type !== 'buttongroup';
  const builtIn = takesBuiltIn ? BUILT_IN.filter(({ on }) => json[on] === true) : [];
  const counted = type === 'dropdown' ? countedChoices(json) : [];
  const list = answersJson([...listOf(json['choices']), ...counted], json, context, { reserved: builtIn.map(({ code }) => code) });
  if (list === null) return null;
  const multiple = type === 'checkbox' || type === 'tagbox';
  if (!takesBuiltIn) report.changed(place, 'type-changed', { was: type, now: 'radiogroup' });
  if (!multiple) validatorLimits(context, null);
  return {
    element: {
      ...baseElement(context, takesBuiltIn ? type : 'radiogroup'),
      ...(type === 'dropdown' || type === 'tagbox' ? textOf(context, 'placeholder') : {}),
      choices: list,
      ...builtIn.reduce((all, item) => ({ ...all, [item.on]: true, ...textOf(context, item.text) }), {}),
      ...commentArea(context, builtIn.some(({ on }) => on === 'showOtherItem')),
      ...(multiple ? tickLimits(context, true) : {}),
    },
    read: [
      'choices', 'showCommentArea', 'commentText',
      ...(takesBuiltIn ? BUILT_IN.flatMap(({ on, text }) => [on, text]) : []),
      ...(type === 'dropdown' ? ['choicesMin', 'choicesMax', 'choicesStep'] : []),
      ...(type === 'dropdown' || type === 'tagbox' ? ['placeholder'] : []),
      ...(multiple ? TICK_LIMITS : []),
    ],
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers of a dropdown that says from where to where; they follow its own answers. */
function countedChoices(json: Json): readonly number[] {
  const [min, max, step] = [numberIn(json['choicesMin']) ?? 0, numberIn(json['choicesMax']) ?? 0, numberIn(json['choicesStep']) ?? 1];
  return max > min && step > 0 ? numbersFrom(min, step, Math.min(MOST_CODES + 1, Math.floor((max - min) / step + 1e-9) + 1)) : [];
}

function numbersFrom(min: number, step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Number((min + index * step).toFixed(10)));
}

/** Pictures that lie in the file stay; otherwise the question shows its texts. */
export function pictureElement(context: SurveyContext): MadeElement | null {
  const { json, place, report } = context;
  const list = answersJson(listOf(json['choices']), json, context);
  if (list === null) return null;
  const multiple = json['multiSelect'] === true;
  const hasPictures = list.every((item) => item['imageLink'] !== undefined);
  if (!hasPictures) report.changed(place, 'pictures-left-out');
  if (!multiple) validatorLimits(context, null);
  return {
    element: {
      ...baseElement(context, hasPictures ? 'imagepicker' : multiple ? 'checkbox' : 'radiogroup'),
      ...(hasPictures ? { ...flag('multiSelect', multiple), showLabel: true } : {}),
      choices: hasPictures ? list : list.map(({ imageLink: _imageLink, ...item }) => item),
      ...commentArea(context, false),
      ...(multiple ? tickLimits(context, false) : {}),
    },
    read: ['choices', 'multiSelect', 'showLabel', 'showCommentArea', 'commentText'],
  };
}

/** Answers to be put into order, all of them or the most important ones. */
export function rankingElement(context: SurveyContext): MadeElement | null {
  const list = answersJson(listOf(context.json['choices']), context.json, context);
  if (list === null) return null;
  const isPartial = context.json['selectToRankEnabled'] === true;
  if (!isPartial) validatorLimits(context, null);
  return {
    element: {
      ...baseElement(context, 'ranking'),
      choices: list,
      ...flag('selectToRankEnabled', isPartial),
      ...commentArea(context, false),
      ...(isPartial ? tickLimits(context, true) : {}),
    },
    read: ['choices', 'selectToRankEnabled', 'showCommentArea', 'commentText', ...(isPartial ? TICK_LIMITS : [])],
  };
}

/** Every point stands there with its code, whether it was listed or counted. */
export function ratingElement(context: SurveyContext): MadeElement | null {
  const { json, place, report } = context;
  const listed = Array.isArray(json['rateValues']) && json['rateValues'].length > 0 && json['autoGenerate'] !== true;
  const points = listed ? json['rateValues'] : countedPoints(json);
  if (points === null) {
    report.leftOut(place, 'too-many-answers', { type: 'rating' });
    return null;
  }
  const list = listJson(points, context);
  if (list === null) return null;
  validatorLimits(context, null);
  return {
    element: { ...baseElement(context, 'rating'), rateValues: list, ...textOf(context, 'minRateDescription'), ...textOf(context, 'maxRateDescription'), ...commentArea(context, false) },
    read: ['rateValues', 'rateMin', 'rateMax', 'rateStep', 'rateCount', 'autoGenerate', 'minRateDescription', 'maxRateDescription', 'showCommentArea', 'commentText'],
  };
}

function countedPoints(json: Json): readonly number[] | null {
  const [min, step] = [numberIn(json['rateMin']) ?? 1, numberIn(json['rateStep']) ?? 1];
  const counted = numberIn(json['rateCount']);
  const max = numberIn(json['rateMax']) ?? (counted === null ? 5 : min + step * (counted - 1));
  const count = step > 0 ? Math.floor((max - min) / step + 1e-9) + 1 : 0;
  return count < 1 || count > MOST_CODES ? null : numbersFrom(min, step, count);
}

/** Own values for yes and no stay when both can be codes; else the answers are true and false, coded 1 and 0. */
export function yesNoElement(context: SurveyContext): MadeElement {
  const { json, name, place, report, renames } = context;
  const [yes, no] = [json['valueTrue'], json['valueFalse']];
  const isUsable = isCode(yes) && isCode(no) && String(yes) !== String(no);
  if (!isUsable) {
    for (const [value, now] of [[yes, true], [no, false]] as const) {
      if (value === undefined || value === null || value === '' || value === now) continue;
      report.changed(place, 'code-changed', { was: typeof value === 'string' ? value : JSON.stringify(value), now: now ? '1' : '0' });
      renames.code(name, String(value), now);
    }
  }
  validatorLimits(context, null);
  return {
    element: { ...baseElement(context, 'boolean'), ...textOf(context, 'labelTrue'), ...textOf(context, 'labelFalse'), ...(isUsable ? { valueTrue: yes, valueFalse: no } : {}), ...commentArea(context, false) },
    read: ['labelTrue', 'labelFalse', 'valueTrue', 'valueFalse', 'showCommentArea', 'commentText'],
  };
}

function isCode(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isFinite(value) && !String(value).includes('e');
  return typeof value === 'string' && /^[^\p{Cc}\p{Cs}|\s](?:[^\p{Cc}\p{Cs}|]{0,198}[^\p{Cc}\p{Cs}|\s])?$/u.test(value) && !(value in Object.prototype);
}

/** Rows with one answer each from the same columns. */
export function matrixElement(context: SurveyContext): MadeElement | null {
  const { json, place, report } = context;
  if (json['cellType'] !== undefined && json['cellType'] !== 'radio') {
    report.leftOut(place, 'type-not-offered', { type: 'matrix', was: `matrix (${String(json['cellType'])})` });
    return null;
  }
  const columns = listJson(json['columns'], context);
  const rows = columns === null ? null : listJson(json['rows'], context, { rows: true });
  if (columns === null || rows === null) return null;
  validatorLimits(context, null);
  return {
    element: { ...baseElement(context, 'matrix'), ...flag('eachRowRequired', json['eachRowRequired'] === true), columns, rows, ...commentArea(context, false) },
    read: ['columns', 'rows', 'cellType', 'eachRowRequired', 'showCommentArea', 'commentText'],
  };
}
