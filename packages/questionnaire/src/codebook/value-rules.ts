import { isCalendarDate } from '../calendar-value.js';
import type { ValueRule } from '@stadtteilstimme/domain';
import { COMMENT_MAX_LENGTH } from '../compile/comment-length.js';
import { ADVICE } from './advice.js';
import { isBlank, isRecord, listIn, numberOf, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** Longest text a question may allow, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000;

/** Limits that survey-core's validators add, under its own names; null = none. */
export interface ValidatorLimits {
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly maxLength: number | null;
  readonly minCount: number | null;
  readonly maxCount: number | null;
}

const NO_LIMITS: ValidatorLimits = { minValue: null, maxValue: null, maxLength: null, minCount: null, maxCount: null };

/** Validators that are checked: which of their properties are limits. */
const READ_BY_TYPE = {
  numeric: ['minValue', 'maxValue'],
  text: ['maxLength'],
  answercount: ['minCount', 'maxCount'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof NO_LIMITS)[]>>;
type CheckedValidator = keyof typeof READ_BY_TYPE;

/**
 * Reads the validators of a question: limits of numbers, of texts or of the number of answers; every other one is named.
 * @param checked the one type of validator that means something for this question; null = none does
 */
export function validatorLimits(json: Json, place: string, checked: CheckedValidator | null, unsupported: UnsupportedFeatures): ValidatorLimits {
  let limits = NO_LIMITS;
  if (!isBlank(propertyOf(json, 'validators')) && !Array.isArray(propertyOf(json, 'validators'))) unsupported.add(place, 'validators', ADVICE.uncheckedRule);
  for (const validator of listIn(json, 'validators')) {
    const type = isRecord(validator) ? (textOf(validator, 'type') ?? '?').replace(/validator$/, '') : '?';
    if (!isRecord(validator) || type !== checked) {
      unsupported.add(place, `validators.${type.slice(0, 40)}`, ADVICE.uncheckedRule);
      continue;
    }
    limits = narrowed(limits, validator, READ_BY_TYPE[checked], `validators.${type}`, place, unsupported);
  }
  return limits;
}

function narrowed(
  limits: ValidatorLimits,
  validator: Json,
  names: readonly (keyof ValidatorLimits)[],
  feature: string,
  place: string,
  unsupported: UnsupportedFeatures,
): ValidatorLimits {
  // `allowDigits` is on unless it is switched off.
  const isUnread = (name: string): boolean => !['type', 'text', ...names].includes(name) && (!isBlank(validator[name]) || (name === 'allowDigits' && validator[name] === false));
  if (Object.keys(validator).some(isUnread)) unsupported.add(place, feature, ADVICE.uncheckedRule);
  const stated = names.map((name) => {
    const value = numberOf(validator, name);
    if (value === null && !isBlank(propertyOf(validator, name))) unsupported.add(place, feature, ADVICE.limit);
    // No length and no count: survey-core takes 0 for none.
    const isNone = value === null || (value === 0 && !name.endsWith('Value'));
    return [name, isNone ? limits[name] : name.startsWith('min') ? highest(limits[name], value) : lowest(limits[name], value)] as const;
  });
  return { ...limits, ...Object.fromEntries(stated) };
}

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
  const inputType = textOf(json, 'type') === 'comment' ? 'text' : (textOf(json, 'inputType') ?? 'text');
  const limits = validatorLimits(json, place, inputType === 'number' ? 'numeric' : inputType === 'date' ? null : 'text', unsupported);
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
  return { kind: 'number', whole: step === 1, min: highest(limit('min'), limits.minValue), max: lowest(limit('max'), limits.maxValue) };
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
