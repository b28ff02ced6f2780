import type { ItemKind, MeasurementLevel, Variable, VariablePart } from '@stadtteilstimme/domain';
import { ADVICE } from './advice.js';
import { isBlank, isOn, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import type { SurveyElement } from './survey-elements.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** What our own properties say about a question. */
export type QuestionTags = Pick<Variable, 'itemId' | 'demographicId' | 'criterion' | 'fieldOfAction' | 'reverse' | 'art9' | 'sensitive'> & {
  readonly twinOf?: string;
  readonly kind?: ItemKind;
  /** Part of a question with one answer per variable. */
  readonly part: VariablePart;
  readonly measurement: MeasurementLevel | null;
  readonly scaleId: string | null;
  readonly asksDistrict: boolean;
};

const PARTS = ['bestand', 'bedarf', 'choice', 'demographic'] as const satisfies readonly VariablePart[];
const KINDS = ['pair', 'bestand', 'bedarf'] as const satisfies readonly ItemKind[];
const LEVELS = ['nominal', 'ordinal', 'scale'] as const satisfies readonly MeasurementLevel[];

/** Reads our own properties; a value that does not exist is named and does not apply. */
export function questionTags({ json, name, type }: SurveyElement, unsupported: UnsupportedFeatures): QuestionTags {
  const tag = (property: string): string | null => {
    const value = propertyOf(json, property);
    if (!isBlank(value) && typeof value !== 'string') unsupported.add(name, property, ADVICE.tag);
    return textOf(json, property);
  };
  const oneOf = <T extends string>(property: string, values: readonly T[], also: string | null = null): T | null => {
    const value = tag(property);
    const found = values.find((candidate) => candidate === value);
    if (found === undefined && value !== null && value !== also) unsupported.add(name, property, ADVICE.tag);
    return found ?? null;
  };
  const demographicId = tag('demographicId');
  const twinOf = tag('twinOf');
  const kind = oneOf('kind', KINDS);
  return {
    itemId: tag('itemId'),
    demographicId,
    criterion: tag('criterion'),
    fieldOfAction: tag('fieldOfAction'),
    reverse: isOn(json, 'reverse'),
    art9: isOn(json, 'art9'),
    sensitive: isOn(json, 'sensitive'),
    ...(twinOf === null ? {} : { twinOf }),
    ...(kind === null ? {} : { kind }),
    // `text` is what a text is; its variable is one anyway.
    part: oneOf('part', PARTS, type === 'text' || type === 'comment' ? 'text' : null) ?? (demographicId === null ? 'choice' : 'demographic'),
    measurement: oneOf('measurement', LEVELS),
    scaleId: tag('scaleId'),
    asksDistrict: isOn(json, 'asksDistrict'),
  };
}

/** What our own properties say about a variable, part of it. */
export function originOf(tags: QuestionTags): Omit<QuestionTags, 'part' | 'measurement' | 'scaleId' | 'asksDistrict'> {
  const { part, measurement, scaleId, asksDistrict, ...origin } = tags;
  return origin;
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
