import type { LocalizedText } from '@stadtteilstimme/domain';
import { isCalendarDate } from '../../calendar-value.js';
import { LONGEST_TEXT } from '../../codebook/value-rules.js';
import { COMMENT_MAX_LENGTH } from '../../compile/comment-length.js';
import { valueProperty, type ElementJson } from '../survey-parts.js';
import { baseElement, commentArea, textOf, type MadeElement, type SurveyContext } from './survey-context.js';
import { numberIn, recordsIn, saysNothing } from './survey-json-values.js';
import { reportDropped, tagsOf } from './survey-properties.js';
import { validatorLimits } from './survey-validators.js';

/** Kinds of input that ask who somebody is. */
export const PERSONAL_INPUT: readonly string[] = ['email', 'tel', 'password'];

const COMMENT_AREA = ['showCommentArea', 'commentText'];

/** A text, a number or a date; null when it is left out (reported). */
export function fieldElement(context: SurveyContext): MadeElement | null {
  const { json, type, place, report } = context;
  const stated = typeof json['inputType'] === 'string' && type === 'text' ? json['inputType'] : 'text';
  if (PERSONAL_INPUT.includes(stated)) {
    report.leftOut(place, 'device-data-not-offered', { type: `text (${stated})` });
    return null;
  }
  const inputType = stated === 'range' ? 'number' : stated;
  const isKnown = ['text', 'number', 'date'].includes(inputType);
  if (inputType !== stated || !isKnown) report.changed(place, 'type-changed', { was: stated, now: isKnown ? inputType : 'text' });
  if (inputType === 'number' || inputType === 'date') {
    const limits = inputType === 'number' ? numberLimits(context) : dateLimits(context);
    return { element: { ...baseElement(context, 'text'), inputType, ...limits, ...commentArea(context, false) }, read: ['inputType', 'min', 'max', 'step', ...COMMENT_AREA] };
  }
  const lines = type === 'comment' ? numberIn(json['rows']) : null;
  return {
    element: {
      ...baseElement(context, type),
      ...textOf(context, 'placeholder'),
      ...(type === 'comment' ? optionOf(context) : {}),
      maxLength: lengthLimit(context),
      ...valueProperty('rows', lines),
      ...commentArea(context, false),
    },
    read: ['inputType', 'maxLength', 'placeholder', 'option', ...(lines === null ? [] : ['rows']), ...(isKnown ? [] : ['min', 'max', 'step']), ...COMMENT_AREA],
  };
}

/** The option of another question whose free text this is, by the code it has here. */
function optionOf({ json, name, renames }: SurveyContext): ElementJson {
  const option = json['option'];
  const owner = /^(.+)-Comment$/s.exec(name)?.[1];
  if (owner === undefined || (typeof option !== 'string' && typeof option !== 'number')) return {};
  return { option: renames.codeNow(owner, option) };
}

function numberLimits(context: SurveyContext): ElementJson {
  const { json, place, report } = context;
  const rules = validatorLimits(context, 'numeric');
  const limit = (name: 'min' | 'max', rule: number | null): number | null => {
    const own = numberIn(json[name]);
    if (own === null && !saysNothing(json[name])) report.leftOut(place, 'rule-not-understood', { type: name, was: `${name} = ${String(json[name])}` });
    return own === null ? rule : rule === null ? own : name === 'min' ? Math.max(own, rule) : Math.min(own, rule);
  };
  const step = numberIn(json['step']);
  if (step !== null && step !== 1) report.leftOut(place, 'rule-not-understood', { type: 'step', was: `step = ${step}` });
  return { ...valueProperty('min', limit('min', rules.min)), ...valueProperty('max', limit('max', rules.max)), ...(step === 1 ? { step: 1 } : {}) };
}

function dateLimits(context: SurveyContext): ElementJson {
  const { json, place, report } = context;
  validatorLimits(context, null);
  const limit = (name: 'min' | 'max'): string | null => {
    const own = json[name];
    if (saysNothing(own)) return null;
    if (typeof own === 'string' && isCalendarDate(own)) return own;
    report.leftOut(place, 'rule-not-understood', { type: name, was: `${name} = ${String(own)}` });
    return null;
  };
  if (!saysNothing(json['step'])) report.leftOut(place, 'rule-not-understood', { type: 'step', was: `step = ${String(json['step'])}` });
  return { ...valueProperty('min', limit('min')), ...valueProperty('max', limit('max')) };
}

function lengthLimit(context: SurveyContext): number {
  const { json, place, report, maxTextLength } = context;
  const rule = validatorLimits(context, 'text').maxLength;
  const own = numberIn(json['maxLength']);
  // -1: as the survey says; 0: none.
  const screen = own === null || own < 0 ? maxTextLength : own;
  const stated = [screen, rule].filter((limit) => limit !== null && limit > 0).map(Number);
  const wanted = stated.length === 0 ? null : Math.min(...stated);
  const limit = Math.max(1, Math.min(LONGEST_TEXT, Math.floor(wanted ?? COMMENT_MAX_LENGTH)));
  if (limit !== wanted) report.changed(place, 'text-limit-set', { now: String(limit), ...(wanted === null ? {} : { was: String(wanted) }) });
  return limit;
}

/** Several inputs under one heading: a panel with a text question per input. */
export function fieldsElement(context: SurveyContext): MadeElement | null {
  const { json, place, report, claim, name, renames } = context;
  const items = recordsIn(json['items']);
  if (items.length === 0) {
    report.leftOut(place, 'no-answers', { type: 'multipletext' });
    return null;
  }
  report.changed(place, 'split-into-questions', { type: 'multipletext', detail: String(items.length) });
  validatorLimits(context, null);
  const isRequired = json['isRequired'] === true;
  // The question as a whole wants one of its inputs, whichever.
  if (isRequired && items.length > 1) report.leftOut(place, 'rule-not-understood', { type: 'isRequired', was: 'isRequired' });
  const elements = items.flatMap((item) => {
    const own = typeof item['name'] === 'string' ? item['name'] : '';
    const foreign = `${place}.${own}`;
    const input = claim(`${name}_${own}`);
    report.changed(foreign, 'name-changed', { was: foreign, now: input });
    const asked = { ...item, title: item['title'] ?? own, isRequired: item['isRequired'] === true || (isRequired && items.length === 1) };
    const made = fieldElement({ ...context, json: asked, type: 'text', name: input, place: foreign });
    if (made === null) return [];
    reportDropped(asked, ['title', 'description', 'isRequired', 'validators', ...made.read], foreign, report);
    renames.question(foreign, input);
    return [made.element];
  });
  if (elements.length === 0) return null;
  const { isRequired: _isRequired, ...panel } = baseElement(context, 'panel');
  return { element: { ...panel, elements }, read: ['items'] };
}

/** Information between the questions; null when nothing is left of it (reported). */
export function informationElement({ json, texts, languages, place, report, name }: SurveyContext): MadeElement | null {
  const html: LocalizedText = texts.html(languages.texts(json['html']), place);
  if (Object.keys(html).length === 0) {
    report.leftOut(place, 'no-content', { type: 'html' });
    return null;
  }
  return { element: { type: 'html', name, html, ...tagsOf(json, 'html') }, read: ['html'] };
}
