import type { ImportReasonCode } from '../import-reasons.js';
import type { ReportBuilder } from '../import-report.js';
import { isStorable, saysNothing, type Json } from './survey-json-values.js';

/** Our own properties; they come back when one of our questionnaires does. */
const TAG_TEXTS = ['itemId', 'part', 'criterion', 'fieldOfAction', 'kind', 'twinOf', 'scaleId', 'demographicId', 'measurement'];
const TAG_FLAGS = ['reverse', 'art9', 'sensitive', 'asksDistrict'];
const ROW_TAGS = ['itemId', 'criterion', 'fieldOfAction', 'reverse', 'twinOf'];

/** Tags that are one of a few words; free texts of answers are a part of their own. */
const WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  part: ['bestand', 'bedarf', 'choice', 'demographic'],
  measurement: ['nominal', 'ordinal', 'scale'],
};

const REASONS: Readonly<Record<string, ImportReasonCode>> = {
  ...because('default-not-offered', ['defaultValue', 'defaultDisplayValue', 'defaultRowValue', 'defaultValueFromLastRow', 'correctAnswer']),
  ...because('calculation-not-offered', ['defaultValueExpression', 'setValueExpression', 'setValueIf', 'resetValueIf', 'bindings', 'calculatedValues', 'expression']),
  ...because('choice-filter-not-offered', [
    'choicesByUrl', 'choicesFromQuestion', 'choicesFromQuestionMode', 'choiceValuesFromQuestion', 'choiceTextsFromQuestion', 'choicesVisibleIf',
    'choicesEnableIf', 'rowsVisibleIf', 'columnsVisibleIf', 'carryForwardStartUnranked',
  ]),
  ...because('quota-not-offered', ['navigateToUrlOnCondition', 'completedHtmlOnCondition']),
  ...because('program-not-offered', ['triggers']),
  ...because('rule-not-understood', ['maskType', 'maskSettings', 'minValueExpression', 'maxValueExpression', 'eachRowUnique']),
  ...because('media-not-offered', ['logo', 'backgroundImage']),
};

function because(reason: ImportReasonCode, names: readonly string[]): Readonly<Record<string, ImportReasonCode>> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

/** Our tags of an element, those with a usable value. @param type its type, `page` for a page */
export function tagsOf(json: Json, type: string): Json {
  const texts = TAG_TEXTS.flatMap((name) => {
    const value = json[name];
    return typeof value === 'string' && isUsable(name, value, type) ? [[name, value] as const] : [];
  });
  const flags = TAG_FLAGS.flatMap((name) => (json[name] === true ? [[name, true] as const] : []));
  return Object.fromEntries([...texts, ...flags]);
}

function isUsable(name: string, value: string, type: string): boolean {
  const isFreeText = name === 'part' && value === 'text' && (type === 'text' || type === 'comment');
  return value !== '' && isStorable(value) && (isFreeText || WORDS[name]?.includes(value) !== false);
}

/** Our tags of a row of a matrix. */
export function rowTagsOf(json: Json): Json {
  return Object.fromEntries(Object.entries(tagsOf(json, 'row')).filter(([name]) => ROW_TAGS.includes(name)));
}

/** Says of every property that has a value and was not taken over what that means; looks and the rest together in one entry. */
export function reportDropped(json: Json, taken: readonly string[], place: string, report: ReportBuilder): void {
  const kept = tagsOf(json, typeof json['type'] === 'string' ? json['type'] : '');
  const known = new Set([...taken, ...Object.keys(kept), 'type', 'name', 'visible']);
  const others: string[] = [];
  for (const [name, value] of Object.entries(json)) {
    if (known.has(name) || saysNothing(value)) continue;
    const reason = Object.hasOwn(REASONS, name) ? REASONS[name] : undefined;
    if (/Order$/.test(name) && value === 'random') report.leftOut(place, 'order-random', { type: name });
    else if (reason === undefined) others.push(name);
    else report.leftOut(place, reason, { type: name, was: typeof value !== 'string' ? name : reason === 'rule-not-understood' ? `${name} = ${value}` : value });
  }
  if (others.length > 0) report.leftOut(place, 'setting-not-offered', { was: others.join(', ') });
}
