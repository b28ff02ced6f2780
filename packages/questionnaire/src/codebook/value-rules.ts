import { isCalendarDate } from '../calendar-value.js';
import type { ValueRule } from '@stadtteilstimme/domain';
import { COMMENT_MAX_LENGTH } from '../compile/comment-length.js';
import { ADVICE } from './advice.js';
import { isBlank, isRecord, listIn, numberOf, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** Longest text a question may allow, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000;

/** Limits that survey-core's validators add; validators that are not checked are named. */
export interface ValidatorLimits {
  readonly min: number | null;
  readonly max: number | null;
  readonly maxLength: number | null;
  readonly minCount: number | null;
  readonly maxCount: number | null;
}

/** Reads the validators of a question: limits of numbers, of texts and of the number of answers. */
export function validatorLimits(json: Json, place: string, unsupported: UnsupportedFeatures): ValidatorLimits {
  let limits: ValidatorLimits = { min: null, max: null, maxLength: null, minCount: null, maxCount: null };
  for (const validator of listIn(json, 'validators')) {
    if (!isRecord(validator)) continue;
    const type = (textOf(validator, 'type') ?? '?').replace(/validator$/, '');
    const more = READ_BY_TYPE[type];
    const unread = Object.keys(validator).filter((name) => !['type', 'text', ...(more ?? [])].includes(name) && !isBlank(validator[name]));
    if (more === undefined || unread.length > 0) unsupported.add(place, `validators.${type.slice(0, 40)}`, ADVICE.uncheckedRule);
    if (more === undefined) continue;
    const read = (name: string): number | null => (more.includes(name) ? numberOf(validator, name) : null);
    limits = {
      min: highest(limits.min, read('minValue')),
      max: lowest(limits.max, read('maxValue')),
      maxLength: lowest(limits.maxLength, read('maxLength') === 0 ? null : read('maxLength')),
      minCount: highest(limits.minCount, read('minCount')),
      maxCount: lowest(limits.maxCount, read('maxCount')),
    };
  }
  return limits;
}

const READ_BY_TYPE: Readonly<Record<string, readonly string[] | undefined>> = {
  numeric: ['minValue', 'maxValue'],
  text: ['maxLength'],
  answercount: ['minCount', 'maxCount'],
};

/** The larger of two lower limits; null = none. */
export function highest(left: number | null, right: number | null): number | null {
  return left === null ? right : right === null ? left : Math.max(left, right);
}

/** The smaller of two upper limits; null = none. */
export function lowest(left: number | null, right: number | null): number | null {
  return left === null ? right : right === null ? left : Math.min(left, right);
}

/** Which values a `text` or `comment` question takes. */
export function valueRule(json: Json, survey: Json, place: string, unsupported: UnsupportedFeatures): ValueRule {
  const limits = validatorLimits(json, place, unsupported);
  const inputType = textOf(json, 'type') === 'comment' ? 'text' : (textOf(json, 'inputType') ?? 'text');
  if (inputType === 'number') return numberRule(json, limits, place, unsupported);
  if (inputType === 'date') return dateRule(json, place, unsupported);
  if (inputType !== 'text') unsupported.add(place, `inputType: ${inputType.slice(0, 30)}`, ADVICE.inputType);
  for (const name of ['min', 'max', 'step']) if (!isBlank(propertyOf(json, name))) unsupported.add(place, name, ADVICE.limit);
  return { kind: 'text', multiline: textOf(json, 'type') === 'comment', maxLength: textLimit(json, survey, limits, place, unsupported) };
}

function numberRule(json: Json, limits: ValidatorLimits, place: string, unsupported: UnsupportedFeatures): ValueRule {
  const limit = (name: string): number | null => {
    const value = numberOf(json, name);
    if (value === null && !isBlank(propertyOf(json, name))) unsupported.add(place, name, ADVICE.limit);
    return value;
  };
  const step = numberOf(json, 'step');
  if (step !== 1 && !isBlank(propertyOf(json, 'step')) && propertyOf(json, 'step') !== 'any') unsupported.add(place, 'step', ADVICE.step);
  return { kind: 'number', whole: step === 1, min: highest(limit('min'), limits.min), max: lowest(limit('max'), limits.max) };
}

function dateRule(json: Json, place: string, unsupported: UnsupportedFeatures): ValueRule {
  const limit = (name: string): string | null => {
    const value = propertyOf(json, name);
    if (isBlank(value)) return null;
    if (typeof value === 'string' && isCalendarDate(value)) return value;
    unsupported.add(place, name, ADVICE.limit);
    return null;
  };
  if (!isBlank(propertyOf(json, 'step'))) unsupported.add(place, 'step', ADVICE.step);
  return { kind: 'date', min: limit('min'), max: limit('max') };
}

function textLimit(json: Json, survey: Json, limits: ValidatorLimits, place: string, unsupported: UnsupportedFeatures): number {
  const own = numberOf(json, 'maxLength');
  const ofSurvey = numberOf(survey, 'maxTextLength');
  // -1: as the survey says; 0: none.
  const screen = own === null || own < 0 ? ofSurvey : own;
  return boundedLength(lowest(screen === null || screen <= 0 ? null : screen, limits.maxLength), place, unsupported);
}

/** Longest text a comment area or the text of "other" takes. */
export function commentLimit(survey: Json, place: string, unsupported: UnsupportedFeatures): number {
  const limit = numberOf(survey, 'maxCommentLength') ?? numberOf(survey, 'maxOthersLength');
  return boundedLength(limit === null || limit <= 0 ? null : limit, place, unsupported);
}

function boundedLength(limit: number | null, place: string, unsupported: UnsupportedFeatures): number {
  if (limit === null) {
    unsupported.add(place, 'maxLength', ADVICE.noTextLimit);
    return COMMENT_MAX_LENGTH;
  }
  if (Number.isInteger(limit) && limit >= 1 && limit <= LONGEST_TEXT) return limit;
  unsupported.add(place, 'maxLength', ADVICE.textLimit);
  return Math.min(LONGEST_TEXT, Math.max(1, Math.floor(limit)));
}
