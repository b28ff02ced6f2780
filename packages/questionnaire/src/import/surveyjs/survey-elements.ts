import { isCalendarDate } from '../../calendar-value.js';
import { COMMENT_MAX_LENGTH } from '../../compile/comment-length.js';
import type { LocalizedText } from '@stadtteilstimme/domain';
import { flag, textProperty, valueProperty, type ElementJson } from '../survey-parts.js';
import { listJson, type ListContext } from './survey-choices.js';
import { numberIn, recordsIn, type Json } from './survey-json-values.js';
import { reportDropped, tagsOf } from './survey-properties.js';

/** What turning one question into ours needs; `place` is its name in the file. */
export interface SurveyContext extends ListContext {
  /** Property names are those of version 2. */
  readonly json: Json;
  readonly type: string;
  readonly name: string;
  readonly maxTextLength: number | null;
  readonly claim: (wanted: string) => string;
}

const LONGEST_TEXT = 10_000;
const MOST_POINTS = 250;

const BUILT_IN = [
  { on: 'showOtherItem', text: 'otherText', code: 'other' },
  { on: 'showNoneItem', text: 'noneText', code: 'none' },
  { on: 'showRefuseItem', text: 'refuseText', code: 'refused' },
  { on: 'showDontKnowItem', text: 'dontKnowText', code: 'dontknow' },
] as const;

const ALWAYS_READ = ['title', 'description', 'isRequired', 'visibleIf', 'requiredIf', 'validators'];

/** The element of one question as we keep it, without its conditions; null when it is left out (reported). */
export function surveyElement(context: SurveyContext): ElementJson | null {
  const made = byType(context);
  if (made === null) return null;
  const { json, place, report } = context;
  reportDropped(json, [...ALWAYS_READ, ...made.read], place, report);
  return made.element;
}

interface Made {
  readonly element: ElementJson;
  /** Properties that were read beside those every question has. */
  readonly read: readonly string[];
}

function byType(context: SurveyContext): Made | null {
  switch (context.type) {
    case 'radiogroup': case 'dropdown': case 'checkbox': case 'tagbox': case 'buttongroup':
      return choices(context);
    case 'imagepicker':
      return pictures(context);
    case 'ranking':
      return ranking(context);
    case 'rating':
      return rating(context);
    case 'boolean':
      return yesNo(context);
    case 'matrix':
      return matrix(context);
    case 'text': case 'comment':
      return field(context);
    case 'multipletext':
      return fields(context);
    case 'html':
      return information(context);
    default:
      return leftOut(context);
  }
}

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

function base(context: SurveyContext, type: string): ElementJson {
  const { json, name } = context;
  return { type, name, ...text(context, 'title'), ...text(context, 'description'), ...flag('isRequired', json['isRequired'] === true), ...tagsOf(json) };
}

function text({ json, texts, languages, place }: SurveyContext, property: string): ElementJson {
  return textProperty(property, texts.plain(languages.texts(json[property]), place));
}

function choices(context: SurveyContext): Made | null {
  const { json, type, place, report } = context;
  const builtIn = BUILT_IN.filter(({ on }) => json[on] === true);
  const list = listJson(json['choices'], context, { reserved: builtIn.map(({ code }) => code) });
  if (list === null) return null;
  const multiple = type === 'checkbox' || type === 'tagbox';
  if (type === 'buttongroup') report.changed(place, 'type-changed', { was: type, now: 'radiogroup' });
  return {
    element: {
      ...base(context, type === 'buttongroup' ? 'radiogroup' : type),
      choices: list,
      ...builtIn.reduce((all, item) => ({ ...all, [item.on]: true, ...text(context, item.text) }), {}),
      ...commentArea(context, builtIn.some(({ on }) => on === 'showOtherItem')),
      ...(multiple ? tickLimits(context) : {}),
    },
    read: ['choices', 'showCommentArea', 'commentText', ...BUILT_IN.flatMap(({ on, text: property }) => [on, property]), ...(multiple ? TICK_LIMITS : [])],
  };
}

function commentArea(context: SurveyContext, hasOther: boolean): ElementJson {
  const { json, place, report } = context;
  if (json['showCommentArea'] !== true) return {};
  if (!hasOther) return { showCommentArea: true, ...text(context, 'commentText') };
  report.leftOut(place, 'comment-left-out');
  return {};
}

const TICK_LIMITS = ['minSelectedChoices', 'maxSelectedChoices'];

function tickLimits(context: SurveyContext): ElementJson {
  const limits = validatorLimits(context, ['answercount']);
  const count = (own: unknown, rule: number | null): number | null => {
    const number = numberIn(own) ?? rule;
    return number !== null && number >= 1 ? Math.floor(number) : null;
  };
  return {
    ...valueProperty('minSelectedChoices', count(context.json['minSelectedChoices'], limits.minCount)),
    ...valueProperty('maxSelectedChoices', count(context.json['maxSelectedChoices'], limits.maxCount)),
  };
}

/** Pictures that lie in the file stay; otherwise the question shows its texts. */
function pictures(context: SurveyContext): Made | null {
  const { json, place, report } = context;
  const list = listJson(json['choices'], context);
  if (list === null) return null;
  const multiple = json['multiSelect'] === true;
  const hasPictures = list.every((item) => item['imageLink'] !== undefined);
  const plainType = multiple ? 'checkbox' : 'radiogroup';
  if (!hasPictures) report.changed(place, 'type-changed', { was: 'imagepicker', now: plainType });
  return {
    element: {
      ...base(context, hasPictures ? 'imagepicker' : plainType),
      ...(hasPictures ? { ...flag('multiSelect', multiple), showLabel: true } : {}),
      choices: hasPictures ? list : list.map(({ imageLink: _imageLink, ...item }) => item),
      ...(multiple ? tickLimits(context) : {}),
    },
    read: ['choices', 'multiSelect', 'showLabel', ...(multiple ? TICK_LIMITS : [])],
  };
}

function ranking(context: SurveyContext): Made | null {
  const list = listJson(context.json['choices'], context);
  if (list === null) return null;
  const isPartial = context.json['selectToRankEnabled'] === true;
  return {
    element: { ...base(context, 'ranking'), choices: list, ...flag('selectToRankEnabled', isPartial), ...(isPartial ? tickLimits(context) : {}) },
    read: ['choices', 'selectToRankEnabled', ...(isPartial ? TICK_LIMITS : [])],
  };
}

/** Every point stands there with its code, whether it was listed or counted. */
function rating(context: SurveyContext): Made | null {
  const { json, place, report } = context;
  const listed = Array.isArray(json['rateValues']) && json['rateValues'].length > 0 && json['autoGenerate'] !== true;
  const points = listed ? json['rateValues'] : countedPoints(json);
  if (points === null) {
    report.leftOut(place, 'too-many-answers', { type: 'rating' });
    return null;
  }
  const list = listJson(points, context);
  if (list === null) return null;
  return {
    element: { ...base(context, 'rating'), rateValues: list, ...text(context, 'minRateDescription'), ...text(context, 'maxRateDescription'), ...commentArea(context, false) },
    read: ['rateValues', 'rateMin', 'rateMax', 'rateStep', 'rateCount', 'autoGenerate', 'minRateDescription', 'maxRateDescription', 'showCommentArea', 'commentText'],
  };
}

function countedPoints(json: Json): readonly number[] | null {
  const [min, step] = [numberIn(json['rateMin']) ?? 1, numberIn(json['rateStep']) ?? 1];
  const counted = numberIn(json['rateCount']);
  const max = numberIn(json['rateMax']) ?? (counted === null ? 5 : min + step * (counted - 1));
  const count = step > 0 ? Math.floor((max - min) / step + 1e-9) + 1 : 0;
  if (count < 1 || count > MOST_POINTS) return null;
  return Array.from({ length: count }, (_, index) => Number((min + index * step).toFixed(6)));
}

function yesNo(context: SurveyContext): Made {
  const { json, place, report } = context;
  const own = [json['valueTrue'], json['valueFalse']];
  const isUsable = own.every((value) => (typeof value === 'string' && /^[^\p{Cc}|\s](?:[^\p{Cc}|]{0,198}[^\p{Cc}|\s])?$/u.test(value)) || (typeof value === 'number' && Number.isFinite(value))) && String(own[0]) !== String(own[1]);
  if (!isUsable && own.some((value) => value !== undefined)) report.changed(place, 'code-changed', { was: own.map(String).join(' / '), now: '1 / 0' });
  return {
    element: { ...base(context, 'boolean'), ...text(context, 'labelTrue'), ...text(context, 'labelFalse'), ...(isUsable ? { valueTrue: own[0], valueFalse: own[1] } : {}), ...commentArea(context, false) },
    read: ['labelTrue', 'labelFalse', 'valueTrue', 'valueFalse', 'showCommentArea', 'commentText'],
  };
}

function matrix(context: SurveyContext): Made | null {
  const { json, place, report } = context;
  if (json['cellType'] !== undefined && json['cellType'] !== 'radio') {
    report.leftOut(place, 'type-not-offered', { type: 'matrix', was: `matrix (${String(json['cellType'])})` });
    return null;
  }
  const columns = listJson(json['columns'], context);
  const rows = columns === null ? null : listJson(json['rows'], context, { rows: true });
  if (columns === null || rows === null) return null;
  return {
    element: { ...base(context, 'matrix'), ...flag('eachRowRequired', json['eachRowRequired'] === true), columns, rows: rows.map((row) => ({ ...row, ...rowTags(json['rows'], row) })) },
    read: ['columns', 'rows', 'cellType', 'eachRowRequired'],
  };
}

/** Rows may carry our tags too. */
function rowTags(rows: unknown, row: ElementJson): Json {
  const original = recordsIn(rows).find((candidate) => String(candidate['value']) === row['value']);
  return original === undefined ? {} : Object.fromEntries(Object.entries(tagsOf(original)).filter(([name]) => ['itemId', 'criterion', 'fieldOfAction', 'reverse', 'twinOf'].includes(name)));
}

const PERSONAL_INPUT = ['email', 'tel', 'password'];

function field(context: SurveyContext): Made | null {
  const { json, type, place, report } = context;
  const stated = typeof json['inputType'] === 'string' && type === 'text' ? json['inputType'] : 'text';
  if (PERSONAL_INPUT.includes(stated)) {
    report.leftOut(place, 'device-data-not-offered', { type: `text (${stated})` });
    return null;
  }
  const inputType = stated === 'range' ? 'number' : stated;
  const isKnown = ['text', 'number', 'date'].includes(inputType);
  if (inputType !== stated || !isKnown) report.changed(place, 'type-changed', { was: stated, now: isKnown ? inputType : 'text' });
  if (inputType === 'number') return { element: { ...base(context, 'text'), inputType, ...numberLimits(context) }, read: ['inputType', 'min', 'max', 'step'] };
  if (inputType === 'date') return { element: { ...base(context, 'text'), inputType, ...dateLimits(context) }, read: ['inputType', 'min', 'max', 'step'] };
  return { element: { ...base(context, type), maxLength: lengthLimit(context) }, read: ['inputType', 'maxLength', ...(isKnown ? [] : ['min', 'max', 'step'])] };
}

function numberLimits(context: SurveyContext): ElementJson {
  const { json, place, report } = context;
  const rules = validatorLimits(context, ['numeric']);
  const limit = (name: 'min' | 'max', rule: number | null): number | null => {
    const own = numberIn(json[name]);
    if (own === null && json[name] !== undefined && json[name] !== '') report.leftOut(place, 'rule-not-understood', { type: name, was: String(json[name]) });
    return own === null ? rule : rule === null ? own : name === 'min' ? Math.max(own, rule) : Math.min(own, rule);
  };
  const step = numberIn(json['step']);
  if (step !== null && step !== 1) report.leftOut(place, 'rule-not-understood', { type: 'step', was: `step = ${step}` });
  return { ...valueProperty('min', limit('min', rules.min)), ...valueProperty('max', limit('max', rules.max)), ...(step === 1 ? { step: 1 } : {}) };
}

function dateLimits(context: SurveyContext): ElementJson {
  const { json, place, report } = context;
  validatorLimits(context, []);
  const limit = (name: 'min' | 'max'): string | null => {
    const own = json[name];
    if (own === undefined || own === '') return null;
    if (typeof own === 'string' && isCalendarDate(own)) return own;
    report.leftOut(place, 'rule-not-understood', { type: name, was: String(own) });
    return null;
  };
  return { ...valueProperty('min', limit('min')), ...valueProperty('max', limit('max')) };
}

function lengthLimit(context: SurveyContext): number {
  const { json, place, report, maxTextLength } = context;
  const rule = validatorLimits(context, ['text']).maxLength;
  const own = numberIn(json['maxLength']);
  const stated = [own === null || own <= 0 ? maxTextLength : own, rule].filter((limit) => limit !== null && limit > 0);
  const wanted = stated.length === 0 ? null : Math.min(...stated.map(Number));
  const limit = Math.max(1, Math.min(LONGEST_TEXT, Math.floor(wanted ?? COMMENT_MAX_LENGTH)));
  if (limit !== wanted) report.changed(place, 'text-limit-set', { now: String(limit), ...(wanted === null ? {} : { was: String(wanted) }) });
  return limit;
}

interface Limits {
  readonly min: number | null;
  readonly max: number | null;
  readonly maxLength: number | null;
  readonly minCount: number | null;
  readonly maxCount: number | null;
}

/** Limits from the validators this type may have; every other rule is reported. */
function validatorLimits({ json, place, report }: SurveyContext, allowed: readonly string[]): Limits {
  let limits: Limits = { min: null, max: null, maxLength: null, minCount: null, maxCount: null };
  for (const validator of recordsIn(json['validators'])) {
    const type = String(validator['type'] ?? '').replace(/validator$/, '');
    const isOff = type === 'text' && (numberIn(validator['minLength']) ?? 0) > 0;
    if (!allowed.includes(type) || isOff) {
      report.leftOut(place, 'rule-not-understood', { type: 'validators', was: JSON.stringify(validator) });
      if (!allowed.includes(type)) continue;
    }
    limits = {
      min: numberIn(validator['minValue']) ?? limits.min,
      max: numberIn(validator['maxValue']) ?? limits.max,
      maxLength: numberIn(validator['maxLength']) ?? limits.maxLength,
      minCount: numberIn(validator['minCount']) ?? limits.minCount,
      maxCount: numberIn(validator['maxCount']) ?? limits.maxCount,
    };
  }
  return limits;
}

/** Several inputs under one heading: a panel with a text question per input. */
function fields(context: SurveyContext): Made | null {
  const { json, place, report, claim, name } = context;
  const items = recordsIn(json['items']);
  if (items.length === 0) {
    report.leftOut(place, 'no-answers', { type: 'multipletext' });
    return null;
  }
  report.changed(place, 'split-into-questions', { type: 'multipletext', detail: String(items.length) });
  const elements = items.flatMap((item) => {
    const foreign = `${place}.${String(item['name'] ?? '')}`;
    const input = claim(`${name}_${String(item['name'] ?? '')}`);
    report.changed(foreign, 'name-changed', { was: foreign, now: input });
    const own = surveyElement({ ...context, json: { ...item, title: item['title'] ?? item['name'], isRequired: item['isRequired'] ?? json['isRequired'] }, type: 'text', name: input, place: foreign });
    return own === null ? [] : [own];
  });
  if (elements.length === 0) return null;
  const { isRequired: _isRequired, ...panel } = base(context, 'panel');
  return { element: { ...panel, elements }, read: ['items'] };
}

function information(context: SurveyContext): Made | null {
  const { json, texts, languages, place, report, name } = context;
  const html: LocalizedText = texts.html(languages.texts(json['html']), place);
  if (Object.keys(html).length === 0) {
    report.leftOut(place, 'no-content', { type: 'html' });
    return null;
  }
  return { element: { type: 'html', name, html, ...tagsOf(json) }, read: ['html'] };
}
