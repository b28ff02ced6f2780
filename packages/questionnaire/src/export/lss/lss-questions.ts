import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { surveyLocalization } from 'survey-core';
import { BUILT_IN_ANSWERS, OTHER_CODE } from '../../codebook/choice-codes.js';
import { isOn } from '../../codebook/json-value.js';
import { answerCodes, changesKind, subquestionCodes } from './lss-codes.js';
import type { LssSource } from './lss-condition.js';
import type { LssNotes } from './lss-notes.js';

export type Json = Readonly<Record<string, unknown>>;

/** An answer, row or tick as the file has it. */
export interface LssItem {
  readonly code: string;
  readonly texts: LocalizedText;
}

/** A question ready to be written: everything but its relevance and its place. */
export interface LssQuestionPlan {
  readonly json: Json;
  readonly name: string;
  readonly code: string;
  readonly type: string;
  readonly other: boolean;
  readonly answers: readonly LssItem[];
  readonly subquestions: readonly LssItem[];
  /** Attribute → value, or language → value. */
  readonly attributes: Readonly<Record<string, string | LocalizedText>>;
  /** Names that conditions may read. */
  readonly sources: readonly (readonly [string, LssSource])[];
}

export interface LssQuestionContext {
  /** Name here, for the notes, and code there. */
  readonly name: string;
  readonly code: string;
  readonly base: LanguageCode;
  readonly languages: readonly LanguageCode[];
  readonly notes: LssNotes;
}

/** Properties that are written, or that only matter on our own screens; any other is named in the notes. */
const CARRIED: ReadonlySet<string> = new Set(
  (
    'type name title description visibleIf isRequired choices rows columns html inputType min max step maxLength minSelectedChoices maxSelectedChoices rateValues rateMin ' +
    'rateMax rateCount selectToRankEnabled showOtherItem otherText labelTrue labelFalse valueTrue valueFalse eachRowRequired placeholder colCount cols renderAs state ' +
    'titleLocation startWithNewLine elements multiSelect allowClear searchEnabled showNoneItem noneText showRefuseItem refuseText showDontKnowItem dontKnowText'
  ).split(' '),
);

/** The question as LimeSurvey has it; null when there is no such type. */
export function planQuestion(json: Json, context: LssQuestionContext): LssQuestionPlan | null {
  const name = String(json['name'] ?? '');
  const type = String(json['type'] ?? '');
  const plan = planByType(type, json, context);
  if (plan === null) {
    context.notes.add('type-left-out', name, { was: type });
    return null;
  }
  for (const property of Object.keys(json)) {
    // A comment's `rows` is the height of its field.
    if (!CARRIED.has(property)) context.notes.add('property-left-out', name, { was: property });
  }
  return { json, name, code: context.code, other: false, answers: [], subquestions: [], attributes: {}, sources: [], ...plan };
}

type PlannedParts = Pick<LssQuestionPlan, 'type'> & Partial<LssQuestionPlan>;

function planByType(type: string, json: Json, context: LssQuestionContext): PlannedParts | null {
  switch (type) {
    case 'radiogroup':
      return listQuestion(json, answersOf(json, context), 'L', context);
    case 'dropdown':
      return listQuestion(json, answersOf(json, context), '!', context);
    case 'rating':
      return changedType(json, 'L', context, listQuestion(json, ratingChoices(json, context), 'L', context));
    case 'boolean':
      return changedType(json, 'L', context, listQuestion(json, booleanChoices(json, context), 'L', context));
    case 'imagepicker':
      return changedType(json, json['multiSelect'] === true ? 'M' : 'L', context, json['multiSelect'] === true ? ticks(json, context) : listQuestion(json, choicesOf(json['choices'], context), 'L', context));
    case 'tagbox':
      return changedType(json, 'M', context, ticks(json, context));
    case 'checkbox':
      return ticks(json, context);
    case 'ranking':
      return ranking(json, context);
    case 'matrix':
      return matrix(json, context);
    case 'comment':
      return { type: 'T', ...textLimit(json), ...valueSource(json, context, false) };
    case 'text':
      return textInput(json, context);
    case 'html':
      return { type: 'X' };
    default:
      return null;
  }
}

function changedType(json: Json, now: string, { notes }: LssQuestionContext, plan: PlannedParts): PlannedParts {
  notes.add('type-changed', String(json['name']), { was: String(json['type']), now });
  return plan;
}

/** A choice, row or column before it has its code there. */
interface Choice {
  readonly value: string | number;
  readonly texts: LocalizedText;
  readonly exclusive: boolean;
}

function choicesOf(held: unknown, context: LssQuestionContext): readonly Choice[] {
  if (!Array.isArray(held)) return [];
  // An answer without a text is shown by its value in every language; LimeSurvey would show nothing.
  const everywhere = (value: string | number): LocalizedText => Object.fromEntries(context.languages.map((language) => [language, String(value)]));
  return (held as readonly unknown[]).flatMap((entry): readonly Choice[] => {
    if (typeof entry === 'string' || typeof entry === 'number') return [{ value: entry, texts: everywhere(entry), exclusive: false }];
    if (typeof entry !== 'object' || entry === null) return [];
    const { value, text, isExclusive, ...more } = entry as { readonly value?: unknown; readonly text?: unknown; readonly isExclusive?: unknown };
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    for (const property of Object.keys(more)) context.notes.add('property-left-out', `${context.name} · ${value}`, { was: property });
    const texts = localizedText(text, context.base);
    return [{ value, texts: Object.keys(texts).length > 0 ? texts : everywhere(value), exclusive: isExclusive === true }];
  });
}

/** The answers of a choice question, survey-core's built-in ones ("none", "don't know", …) last; LimeSurvey has "other" of its own. */
function answersOf(json: Json, context: LssQuestionContext): readonly Choice[] {
  const listed = choicesOf(json['choices'], context);
  const builtIn = BUILT_IN_ANSWERS.filter((answer) => answer.code() !== OTHER_CODE && isOn(json, ...answer.on) && listed.every(({ value }) => value !== answer.code()));
  for (const answer of builtIn) if (answer.missing !== null) context.notes.add('property-left-out', `${context.name} · ${answer.code()}`, { was: 'missing' });
  return [
    ...listed,
    ...builtIn.map((answer) => {
      const standard = Object.fromEntries(context.languages.map((language) => [language, surveyLocalization.getString(answer.standard, language)]));
      return { value: answer.code(), texts: { ...standard, ...localizedText(json[answer.text], context.base) }, exclusive: answer.exclusive };
    }),
  ];
}

function ratingChoices(json: Json, context: LssQuestionContext): readonly Choice[] {
  if (Array.isArray(json['rateValues']) && json['rateValues'].length > 0) return choicesOf(json['rateValues'], context);
  const min = typeof json['rateMin'] === 'number' ? json['rateMin'] : 1;
  const max = typeof json['rateMax'] === 'number' ? json['rateMax'] : typeof json['rateCount'] === 'number' ? min + json['rateCount'] - 1 : 5;
  return choicesOf(Array.from({ length: Math.max(0, Math.min(250, Math.floor(max - min) + 1)) }, (_, index) => min + index), context);
}

function booleanChoices(json: Json, context: LssQuestionContext): readonly Choice[] {
  const value = (property: string, otherwise: string): string | number => {
    const held = json[property];
    return typeof held === 'string' || typeof held === 'number' ? held : otherwise;
  };
  const texts = (property: string, otherwise: string): LocalizedText => {
    const found = localizedText(json[property], context.base);
    return Object.keys(found).length > 0 ? found : { [context.base]: otherwise };
  };
  return [
    { value: value('valueTrue', 'true'), texts: texts('labelTrue', 'Ja'), exclusive: false },
    { value: value('valueFalse', 'false'), texts: texts('labelFalse', 'Nein'), exclusive: false },
  ];
}

function coded(choices: readonly Choice[], codesOf: (values: readonly string[]) => ReadonlyMap<string, string>, { name, notes }: LssQuestionContext): { readonly items: readonly LssItem[]; readonly codes: ReadonlyMap<string, string> } {
  const codes = codesOf(choices.map(({ value }) => String(value)));
  for (const { value } of choices) {
    const now = codes.get(String(value)) ?? '';
    if (now !== String(value)) notes.add('code-changed', name, { was: String(value), now });
  }
  for (const value of changesKind(choices.map((choice) => choice.value), codes)) notes.add('code-type-changed', name, { was: JSON.stringify(value) });
  return { items: choices.map(({ value, texts }) => ({ code: codes.get(String(value)) ?? '', texts })), codes };
}

function listQuestion(json: Json, choices: readonly Choice[], type: 'L' | '!', context: LssQuestionContext): PlannedParts {
  const { items, codes } = coded(choices, answerCodes, context);
  const numeric = choices.length > 0 && choices.every(({ value }) => typeof value === 'number');
  return { type, answers: items, ...other(json, context), sources: [[String(json['name']), { kind: 'value', code: context.code, numeric, codes }]] };
}

function other(json: Json, { base }: LssQuestionContext): { readonly other: boolean; readonly attributes: Readonly<Record<string, LocalizedText>> } {
  if (json['showOtherItem'] !== true) return { other: false, attributes: {} };
  const texts = localizedText(json['otherText'], base);
  return { other: true, attributes: Object.keys(texts).length > 0 ? { other_replace_text: texts } : {} };
}

function ticks(json: Json, context: LssQuestionContext): PlannedParts {
  const choices = answersOf(json, context);
  const { items, codes } = coded(choices, subquestionCodes, context);
  const exclusive = choices.filter((choice) => choice.exclusive).map(({ value }) => codes.get(String(value)) ?? '');
  const { other: hasOther, attributes } = other(json, context);
  return {
    type: 'M',
    subquestions: items,
    other: hasOther,
    attributes: { ...attributes, ...selectionLimits(json), ...(exclusive.length > 0 ? { exclude_all_others: exclusive.join(';') } : {}) },
    sources: [[String(json['name']), { kind: 'ticks', code: context.code, codes }]],
  };
}

function ranking(json: Json, context: LssQuestionContext): PlannedParts {
  const { items } = coded(choicesOf(json['choices'], context), answerCodes, context);
  return { type: 'R', answers: items, attributes: selectionLimits(json) };
}

function matrix(json: Json, context: LssQuestionContext): PlannedParts {
  const name = String(json['name']);
  const rows = choicesOf(json['rows'], context);
  const columns = choicesOf(json['columns'], context);
  const subquestions = coded(rows.map((row) => ({ ...row, value: String(row.value) })), subquestionCodes, context);
  const answers = coded(columns, answerCodes, context);
  const numeric = columns.every(({ value }) => typeof value === 'number');
  return {
    type: 'F',
    subquestions: subquestions.items,
    answers: answers.items,
    sources: rows.map(({ value }) => [`${name}.${value}`, { kind: 'value', code: `${context.code}_${subquestions.codes.get(String(value)) ?? ''}`, numeric, codes: answers.codes }]),
  };
}

function selectionLimits(json: Json): Readonly<Record<string, string>> {
  return { ...numberAttribute('min_answers', json['minSelectedChoices']), ...numberAttribute('max_answers', json['maxSelectedChoices']) };
}

function textInput(json: Json, context: LssQuestionContext): PlannedParts | null {
  switch (json['inputType'] ?? 'text') {
    case 'number': {
      const attributes = { ...numberAttribute('min_num_value_n', json['min']), ...numberAttribute('max_num_value_n', json['max']), ...(json['step'] === 1 ? { num_value_int_only: '1' } : {}) };
      return { type: 'N', attributes, ...valueSource(json, context, true) };
    }
    case 'date':
      return { type: 'D', attributes: { date_format: 'yyyy-mm-dd', ...textAttribute('date_min', json['min']), ...textAttribute('date_max', json['max']) }, ...valueSource(json, context, false) };
    case 'text':
      return { type: 'S', ...textLimit(json), ...valueSource(json, context, false) };
    default:
      return null;
  }
}

function valueSource(json: Json, { code }: LssQuestionContext, numeric: boolean): Pick<LssQuestionPlan, 'sources'> {
  return { sources: [[String(json['name']), { kind: 'value', code, numeric, codes: null }]] };
}

function textLimit(json: Json): { readonly attributes: Readonly<Record<string, string>> } {
  return { attributes: numberAttribute('maximum_chars', json['maxLength']) };
}

function numberAttribute(attribute: string, value: unknown): Readonly<Record<string, string>> {
  return typeof value === 'number' && Number.isFinite(value) ? { [attribute]: String(value) } : {};
}

function textAttribute(attribute: string, value: unknown): Readonly<Record<string, string>> {
  return typeof value === 'string' && value !== '' ? { [attribute]: value } : {};
}

/** A SurveyJS text per language; texts without a language are in the base language. */
export function localizedText(held: unknown, base: LanguageCode): LocalizedText {
  if (typeof held === 'string') return held === '' ? {} : { [base]: held };
  if (typeof held !== 'object' || held === null) return {};
  const entries = Object.entries(held).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return Object.fromEntries(entries.map(([language, words]) => [language === 'default' ? base : language, words]));
}
