import type { AnswerCode, LocalizedText, MissingKind } from '@stadtteilstimme/domain';
import { QuestionRatingModel, settings, surveyLocalization } from 'survey-core';
import { ADVICE } from './advice.js';
import { isBlank, isOn, isRecord, listIn, numberOf, propertyOf } from './json-value.js';
import type { Json } from './json-value.js';
import { reportProperties } from './supported-properties.js';
import type { TextReader } from './survey-text.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** One answer of a question, row of a matrix or point of a rating. */
export interface SurveyChoice {
  readonly code: AnswerCode;
  readonly labels: LocalizedText;
  readonly missing: MissingKind | null;
  readonly exclusive: boolean;
  /** The entry as it stands in the survey; empty for short forms and built-in answers. */
  readonly json: Json;
}

/** What reading lists needs to know. */
export interface ChoiceContext {
  readonly place: string;
  readonly texts: TextReader;
  readonly unsupported: UnsupportedFeatures;
}

/**
 * Most codes of a variable, options or rows of one question, and the highest byte a code may have: 0 means not answered,
 * 255 not shown, 251 to 254 are kept free.
 */
export const MOST_CODES = 250;

/** Longest code in UTF-16 code units. */
const MAX_CODE_LENGTH = 200;

/** survey-core's built-in answers: our property names (version 1 and 2), the text property, its default text, their code. */
export const BUILT_IN_ANSWERS = [
  { on: ['hasOther', 'showOtherItem'], text: 'otherText', standard: 'otherItemText', code: () => OTHER_CODE, missing: null, exclusive: false },
  { on: ['hasNone', 'showNoneItem'], text: 'noneText', standard: 'noneItemText', code: () => settings.noneItemValue, missing: null, exclusive: true },
  { on: ['showRefuseItem'], text: 'refuseText', standard: 'refuseItemText', code: () => settings.refuseItemValue, missing: 'prefer-not', exclusive: true },
  { on: ['showDontKnowItem'], text: 'dontKnowText', standard: 'dontKnowItemText', code: () => settings.dontKnowItemValue, missing: 'dont-know', exclusive: true },
] as const;

/** Code of survey-core's built-in "other". */
export const OTHER_CODE = 'other';

/** Types that have survey-core's built-in answers. */
const WITH_BUILT_IN: readonly string[] = ['radiogroup', 'checkbox', 'dropdown', 'tagbox'];

/** Types whose screen takes other ticks away when an exclusive one is set; a single choice is exclusive anyway. */
const WITH_EXCLUSIVE: readonly string[] = ['checkbox', 'tagbox', 'radiogroup', 'dropdown', 'buttongroup'];

/** The answers of a choice question in the order of the screen, the built-in ones last. */
export function choicesOf(json: Json, type: string, context: ChoiceContext): readonly SurveyChoice[] {
  const listed = itemsOf(listIn(json, 'choices'), 'choices', context);
  const excludes = WITH_EXCLUSIVE.includes(type) || (type === 'imagepicker' && !isOn(json, 'multiSelect'));
  if (!excludes && listed.some(({ exclusive }) => exclusive)) context.unsupported.add(context.place, 'choices.isExclusive', ADVICE.exclusive);
  return [
    ...(excludes ? listed : listed.map((choice) => ({ ...choice, exclusive: false }))),
    ...(type === 'dropdown' ? countedChoices(json, context) : []),
    ...(WITH_BUILT_IN.includes(type) ? builtInChoices(json, context) : []),
  ];
}

/** The entries of a list of answers, rows or columns: numbers, texts (`code|label`) or objects. */
export function itemsOf(list: readonly unknown[], property: string, context: ChoiceContext): readonly SurveyChoice[] {
  // One more than allowed is enough to see that there are too many.
  return list.slice(0, MOST_CODES + 1).flatMap((entry) => {
    const json = isRecord(entry) ? entry : {};
    const stated = isRecord(entry) ? (propertyOf(entry, 'value') ?? propertyOf(entry, 'text')) : entry;
    const { code, text } = splitCode(stated);
    if (code === null) {
      context.unsupported.add(context.place, `${property}.value`, ADVICE.choiceValue);
      return [];
    }
    reportProperties(json, 'item', context.place, context.unsupported, `${property}.`);
    reportItemTags(json, property, context);
    const labels = context.texts.read(propertyOf(json, 'text') ?? text);
    const unlabelled = propertyOf(json, 'text') === undefined && text === null;
    return [{
      code,
      labels: unlabelled ? context.texts.everywhere(String(code)) : labels,
      missing: missingKind(json, code),
      exclusive: isOn(json, 'isExclusive'),
      json,
    }];
  });
}

/** Tags of rows say which item a row is; elsewhere they say nothing. */
const ROW_TAGS = ['itemId', 'criterion', 'fieldOfAction', 'twinOf', 'reverse'] as const;

function reportItemTags(json: Json, property: string, { place, unsupported }: ChoiceContext): void {
  for (const tag of ROW_TAGS) {
    const value = propertyOf(json, tag);
    const isUsable = property === 'rows' && (tag === 'reverse' || typeof value === 'string');
    if (!isBlank(value) && !isUsable) unsupported.add(place, `${property}.${tag}`, ADVICE.tag);
  }
  const kind = propertyOf(json, 'missingKind');
  if (!isBlank(kind) && !isMissingKind(kind)) unsupported.add(place, `${property}.missingKind`, ADVICE.tag);
}

function isMissingKind(value: unknown): value is MissingKind {
  return value === 'dont-know' || value === 'prefer-not';
}

function splitCode(value: unknown): { readonly code: AnswerCode | null; readonly text: string | null } {
  if (typeof value === 'number') return { code: Number.isFinite(value) && !String(value).includes('e') ? value : null, text: null };
  if (typeof value !== 'string') return { code: null, text: null };
  const bar = value.indexOf(settings.itemValueSeparator);
  const code = bar < 0 ? value : value.slice(0, bar);
  const isPlain = code.trim() === code && !/[\p{Cc}\p{Cs}]/u.test(code) && !(code in Object.prototype);
  const usable = isPlain && code !== '' && code.length <= MAX_CODE_LENGTH;
  return { code: usable ? code : null, text: bar < 0 ? null : value.slice(bar + 1) };
}

/** Why a code is missing: its own tag, else survey data of ours says only that it is, and the code says why. */
function missingKind(json: Json, code: AnswerCode): MissingKind | null {
  const kind = propertyOf(json, 'missingKind');
  if (isMissingKind(kind)) return kind;
  if (!isOn(json, 'missing')) return null;
  return code === 'prefer-not' || code === 99 ? 'prefer-not' : 'dont-know';
}

function builtInChoices(json: Json, { texts }: ChoiceContext): readonly SurveyChoice[] {
  return BUILT_IN_ANSWERS.filter(({ on }) => isOn(json, ...on)).map((item) => {
    const own = texts.read(propertyOf(json, item.text));
    const standard = Object.fromEntries(texts.languages.map((language) => [language, surveyLocalization.getString(item.standard, language)]));
    return { code: item.code(), labels: { ...standard, ...own }, missing: item.missing, exclusive: item.exclusive, json: {} };
  });
}

/** Numbers of a dropdown that says from where to where; they follow its own answers. Counted as survey-core does: no step below 1. */
function countedChoices(json: Json, { texts }: ChoiceContext): readonly SurveyChoice[] {
  const max = numberOf(json, 'choicesMax') ?? 0;
  const step = Math.max(1, numberOf(json, 'choicesStep') ?? 1);
  const numbers: number[] = [];
  const first = numberOf(json, 'choicesMin') ?? 0;
  if (max <= first) return [];
  // One more than allowed is enough to see that there are too many.
  for (let number = first; number <= max && numbers.length <= MOST_CODES; number += step) numbers.push(number);
  return numbers.map((code) => numberChoice(code, texts));
}

function numberChoice(code: number, texts: TextReader): SurveyChoice {
  return { code, labels: texts.everywhere(String(code)), missing: null, exclusive: false, json: {} };
}

/** The points of a rating: its own list, or the numbers it counts; descriptions of the ends join their points. */
export function ratingChoices(json: Json, context: ChoiceContext): readonly SurveyChoice[] {
  const own = propertyOf(json, 'autoGenerate') === true ? [] : itemsOf(listIn(json, 'rateValues'), 'rateValues', context);
  const points = own.length > 0 ? smileys(own, json, context) : countedPoints(json, context);
  const lowest = context.texts.read(propertyOf(json, 'minRateDescription') ?? propertyOf(json, 'mininumRateDescription'));
  const highest = context.texts.read(propertyOf(json, 'maxRateDescription') ?? propertyOf(json, 'maximumRateDescription'));
  return points.map((point, index) => {
    const end = index === 0 ? lowest : index === points.length - 1 ? highest : {};
    return { ...point, labels: { ...point.labels, ...end } };
  });
}

const COUNTING_PROPERTIES = ['rateMin', 'rateMax', 'rateStep', 'rateCount'] as const;
const DISPLAY_PROPERTIES = ['rateType', 'rateDisplayMode'] as const;
/** survey-core has no more faces than that. */
const MOST_SMILEYS = 10;

function smileys(points: readonly SurveyChoice[], json: Json, { place, unsupported }: ChoiceContext): readonly SurveyChoice[] {
  const areFaces = DISPLAY_PROPERTIES.some((name) => propertyOf(json, name) === 'smileys');
  if (!areFaces || points.length <= MOST_SMILEYS) return points;
  unsupported.add(place, 'rateValues', ADVICE.rating);
  return points.slice(0, MOST_SMILEYS);
}

/** Counted by survey-core itself: its limits (20 points, 10 faces) and the way rateCount moves the ends are its own. */
function countedPoints(json: Json, { place, texts, unsupported }: ChoiceContext): readonly SurveyChoice[] {
  const numbers = COUNTING_PROPERTIES.flatMap((name) => {
    const value = numberOf(json, name);
    return value === null ? [] : [[name, value] as const];
  });
  const display = DISPLAY_PROPERTIES.flatMap((name) => (typeof propertyOf(json, name) === 'string' ? [[name, propertyOf(json, name)] as const] : []));
  const rating = new QuestionRatingModel(place);
  rating.fromJSON({ ...Object.fromEntries(numbers), ...Object.fromEntries(display) });
  const points = rating.visibleRateValues.map(({ value }: { readonly value: unknown }) => Number(value));
  for (const [name, value] of numbers) {
    const shown = { rateMin: points[0], rateMax: points.at(-1), rateCount: points.length, rateStep: value }[name];
    const isCut = name === 'rateMax' ? (shown ?? 0) + (numberOf(json, 'rateStep') ?? 1) <= value : shown !== value;
    if (isCut) unsupported.add(place, name, ADVICE.rating);
  }
  return points.map((code) => numberChoice(code, texts));
}

/** Yes and no: `true` and `false` are the codes 1 and 0 unless the survey has values of its own for both. */
export function yesNoChoices(json: Json, { place, texts, unsupported }: ChoiceContext): { readonly choices: readonly SurveyChoice[]; readonly isBoolean: boolean } {
  const own = [propertyOf(json, 'valueTrue'), propertyOf(json, 'valueFalse')];
  const given = own.filter((value) => !isBlank(value) || value === 0);
  const usable = given.length === 2 && own.every((value) => typeof value === 'string' || typeof value === 'number');
  const isBoolean = !usable;
  if (isBoolean && given.length > 0 && !(own[0] === true && own[1] === false)) unsupported.add(place, 'valueTrue', ADVICE.halfYesNo);
  const label = (property: string, standard: string): LocalizedText => ({
    ...Object.fromEntries(texts.languages.map((language) => [language, surveyLocalization.getString(standard, language)])),
    ...texts.read(propertyOf(json, property)),
  });
  const choice = (value: unknown, standard: number, labels: LocalizedText): SurveyChoice => ({
    code: usable && (typeof value === 'string' || typeof value === 'number') ? value : standard,
    labels, missing: null, exclusive: false, json: {},
  });
  return {
    isBoolean,
    choices: [choice(own[0], 1, label('labelTrue', 'booleanCheckedLabel')), choice(own[1], 0, label('labelFalse', 'booleanUncheckedLabel'))],
  };
}
