import type { MeasurementLevel, Variable, VariablePart } from '@stadtteilstimme/domain';
import { ADVICE } from './advice.js';
import { isBlank, isOn, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import type { SurveyElement } from './survey-elements.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** What our own properties say about a question. */
export type QuestionTags = Pick<Variable, 'itemId' | 'demographicId' | 'criterion' | 'fieldOfAction' | 'reverse' | 'art9' | 'sensitive'> & {
  readonly twinOf?: string;
  /** Part of a question with one answer per variable. */
  readonly part: VariablePart;
  readonly measurement: MeasurementLevel | null;
  readonly scaleId: string | null;
  readonly asksDistrict: boolean;
};

const PARTS: readonly string[] = ['bestand', 'bedarf', 'choice', 'demographic'];
const LEVELS: readonly string[] = ['nominal', 'ordinal', 'scale'];

/** Reads our own properties; a value that does not exist is named and does not apply. */
export function questionTags({ json, name, type }: SurveyElement, unsupported: UnsupportedFeatures): QuestionTags {
  const tag = (property: string): string | null => {
    const value = propertyOf(json, property);
    if (!isBlank(value) && typeof value !== 'string') unsupported.add(name, property, ADVICE.tag);
    return textOf(json, property);
  };
  const demographicId = tag('demographicId');
  const twinOf = tag('twinOf');
  return {
    itemId: tag('itemId'),
    demographicId,
    criterion: tag('criterion'),
    fieldOfAction: tag('fieldOfAction'),
    reverse: isOn(json, 'reverse'),
    art9: isOn(json, 'art9'),
    sensitive: isOn(json, 'sensitive'),
    ...(twinOf === null ? {} : { twinOf }),
    part: partOf(tag('part')) ?? (demographicId === null ? 'choice' : 'demographic'),
    measurement: levelOf(tag('measurement')),
    scaleId: tag('scaleId'),
    asksDistrict: isOn(json, 'asksDistrict'),
  };

  function partOf(value: string | null): VariablePart | null {
    // What a text is; its variable is one anyway.
    if (value === 'text' && (type === 'text' || type === 'comment')) return null;
    const part = PARTS.find((candidate) => candidate === value);
    if (part === undefined && value !== null) unsupported.add(name, 'part', ADVICE.tag);
    return (part as VariablePart | undefined) ?? null;
  }

  function levelOf(value: string | null): MeasurementLevel | null {
    const level = LEVELS.find((candidate) => candidate === value);
    if (level === undefined && value !== null) unsupported.add(name, 'measurement', ADVICE.tag);
    return (level as MeasurementLevel | undefined) ?? null;
  }
}

/** What our own properties say about a variable, part of it. */
export function originOf(tags: QuestionTags): Omit<QuestionTags, 'part' | 'measurement' | 'scaleId' | 'asksDistrict'> {
  const { itemId, demographicId, criterion, fieldOfAction, reverse, art9, sensitive, twinOf } = tags;
  return { itemId, demographicId, criterion, fieldOfAction, reverse, art9, sensitive, ...(twinOf === undefined ? {} : { twinOf }) };
}

/** Tags of one row of a matrix: its own before those of the question. */
export function rowOrigin(row: Json, tags: QuestionTags): ReturnType<typeof originOf> {
  const origin = originOf(tags);
  const twinOf = textOf(row, 'twinOf') ?? origin.twinOf;
  return {
    ...origin,
    itemId: textOf(row, 'itemId') ?? origin.itemId,
    criterion: textOf(row, 'criterion') ?? origin.criterion,
    fieldOfAction: textOf(row, 'fieldOfAction') ?? origin.fieldOfAction,
    reverse: isBlank(propertyOf(row, 'reverse')) ? origin.reverse : isOn(row, 'reverse'),
    ...(twinOf === undefined ? {} : { twinOf }),
  };
}
