import type { LocalizedText } from '@stadtteilstimme/domain';
import { LONGEST_TEXT } from '../../codebook/value-rules.js';
import { COMMENT_MAX_LENGTH } from '../../compile/comment-length.js';
import type { ImportedTexts } from '../imported-texts.js';
import type { ReportBuilder } from '../import-report.js';
import { MOST_CODES } from '../../codebook/choice-codes.js';
import { codedChoices, newCodes, type CodedChoice } from '../legal-codes.js';
import { commentKeyOf } from '../../survey-model/free-text-condition.js';
import { answerCount, flag, textProperty, valueProperty, type ElementJson } from '../survey-parts.js';
import { readConstraint, type ConstraintLimits } from './form-constraint.js';
import type { FormRow } from './form-sheets.js';
import type { AskingType } from './form-types.js';
import type { FormAnswer } from './xpath-condition.js';

/** Most points of a range that are shown as points; a longer one is a number. */
const MOST_POINTS = 11;

/** What turning one row into an element needs. */
export interface FormContext {
  readonly row: FormRow;
  /** Name in the form, and here. */
  readonly foreignName: string;
  readonly name: string;
  readonly texts: ImportedTexts;
  readonly report: ReportBuilder;
  readonly lists: ReadonlyMap<string, readonly FormRow[]>;
  /** Lists already coded, by list and reserved codes: one list serves many questions. */
  readonly codedLists: Map<string, readonly CodedChoice<LocalizedText>[]>;
  /** @param foreign its name in the form where that is not the row's */
  readonly means: (answer: FormAnswer, foreign?: string) => void;
}

/** The element one row becomes, without its condition; null when it is left out (reported). */
export function formElement(type: AskingType, context: FormContext): ElementJson | null {
  switch (type.kind) {
    case 'select':
    case 'rank':
      return choiceElement(type, context);
    case 'integer':
    case 'decimal':
      return numberElement(type.kind === 'integer', context);
    case 'range':
      return rangeElement(context);
    case 'date':
      return dateElement(context);
    case 'text':
      return textElement(context);
    case 'acknowledge':
      return acknowledgeElement(context);
    case 'note':
      return noteElement(context);
  }
}

function headOf({ row, texts, name }: FormContext): ElementJson {
  return { ...textProperty('title', texts.label(row.texts('label'), row.place, name)), ...textProperty('description', texts.plain(row.texts('hint'), row.place)) };
}

function choiceElement(type: AskingType & { readonly kind: 'select' | 'rank' }, context: FormContext): ElementJson | null {
  const { row, name, report, foreignName } = context;
  const orOther = type.kind === 'select' && type.orOther;
  const coded = codedList(type.list, orOther, context);
  if (coded === null) return null;
  const multiple = type.kind === 'select' && type.multiple;
  const source = { kind: 'answer', question: name, numeric: coded.every(({ code }) => typeof code === 'number'), codes: newCodes(coded) } as const;
  if (type.kind === 'select') context.means({ source, isMultiple: multiple });
  const limits = constraintOf(context, false, multiple ? ['minTicks', 'maxTicks', 'exclusive'] : []);
  if (orOther) {
    context.means({ source: { kind: 'answer', question: commentKeyOf(name), numeric: false }, isMultiple: false }, `${foreignName}_other`);
    report.changed(row.place, 'comment-as-question', { was: `${foreignName}_other`, now: commentKeyOf(name) });
  }
  if (row.value('choice_filter') !== '') report.leftOut(row.place, 'choice-filter-not-offered', { type: 'choice_filter', was: row.value('choice_filter') });
  if (/\brandomize\s*=\s*true/i.test(row.value('parameters'))) report.leftOut(row.place, 'order-random', { type: 'parameters' });
  const exclusive = new Set(limits.exclusive);
  return {
    type: type.kind === 'rank' ? 'ranking' : multiple ? 'checkbox' : /\b(minimal|autocomplete|search)\b/.test(row.value('appearance')) ? 'dropdown' : 'radiogroup',
    name,
    ...headOf(context),
    choices: coded.map(({ foreign, code, data }) => ({ value: code, text: data, ...flag('isExclusive', exclusive.has(foreign)) })),
    ...flag('showOtherItem', orOther),
    // ODK judges a constraint only where there is an answer: it demands none.
    ...answerCount(limits.minTicks, null),
    ...valueProperty('maxSelectedChoices', limits.maxTicks !== null && limits.maxTicks >= 1 ? limits.maxTicks : null),
  };
}

function codedList(list: string, orOther: boolean, { row, texts, report, lists, codedLists }: FormContext): readonly CodedChoice<LocalizedText>[] | null {
  const rows = lists.get(list);
  if (rows === undefined) report.leftOut(row.place, 'choice-list-missing', { was: list });
  else if (rows.length > MOST_CODES) report.leftOut(row.place, 'too-many-answers', { was: list });
  if (rows === undefined || rows.length > MOST_CODES) return null;
  const key = JSON.stringify([list, orOther]);
  const known = codedLists.get(key);
  if (known !== undefined) return known;
  const choices = rows.map((choice) => {
    const code = choice.value('name');
    for (const medium of ['image', 'audio', 'video', 'big-image']) {
      if (choice.texts(medium).size > 0) report.leftOut(choice.place, 'media-not-offered', { type: medium });
    }
    return { code, data: texts.label(choice.texts('label'), choice.place, code) };
  });
  const coded = codedChoices(choices, `choices.${list}`, report, { reserved: orOther ? ['other'] : [], digitsAreNumbers: true });
  codedLists.set(key, coded);
  return coded;
}

function numberElement(isWhole: boolean, context: FormContext): ElementJson {
  const { name } = context;
  context.means({ source: { kind: 'answer', question: name, numeric: true }, isMultiple: false });
  const { min, max } = constraintOf(context, isWhole, ['min', 'max']);
  return { type: 'text', inputType: 'number', name, ...headOf(context), ...valueProperty('min', min), ...valueProperty('max', max), ...(isWhole ? { step: 1 } : {}) };
}

/** `start=1 end=5 step=1` (1, 10 and 1 where they are not said): a rating up to eleven points, else a number. */
function rangeElement(context: FormContext): ElementJson {
  const { row, name, texts, report } = context;
  context.means({ source: { kind: 'answer', question: name, numeric: true }, isMultiple: false });
  constraintOf(context, true, []);
  const parameter = (key: string, standard: number): number => {
    const text = new RegExp(`\\b${key}\\s*=\\s*(-?\\d{1,9}(?:\\.\\d{1,6})?)(?![\\d.])`, 'i').exec(row.value('parameters'))?.[1];
    return text === undefined ? standard : Number(text);
  };
  const [start, end, step] = [parameter('start', 1), parameter('end', 10), parameter('step', 1)];
  const count = step > 0 && end >= start ? Math.floor((end - start) / step + 1e-9) + 1 : 0;
  if (count < 2 || count > MOST_POINTS) {
    const isWhole = step === 1 && Number.isInteger(start);
    const [min, max] = start <= end ? [start, end] : [end, start];
    report.changed(row.place, 'type-changed', { type: 'range', was: 'range', now: 'number' });
    return { type: 'text', inputType: 'number', name, ...headOf(context), min, max, ...(isWhole ? { step: 1 } : {}) };
  }
  const values = Array.from({ length: count }, (_, index) => Number((start + index * step).toFixed(6)));
  return { type: 'rating', name, ...headOf(context), rateValues: values.map((value) => ({ value, text: texts.sameEverywhere(String(value)) })) };
}

function dateElement(context: FormContext): ElementJson {
  const { name } = context;
  context.means({ source: { kind: 'answer', question: name, numeric: false }, isMultiple: false });
  const { earliest, latest } = constraintOf(context, false, ['earliest', 'latest']);
  return { type: 'text', inputType: 'date', name, ...headOf(context), ...valueProperty('min', earliest), ...valueProperty('max', latest) };
}

function textElement(context: FormContext): ElementJson {
  const { row, name, report } = context;
  context.means({ source: { kind: 'answer', question: name, numeric: false }, isMultiple: false });
  const stated = constraintOf(context, true, ['maxLength']).maxLength;
  const limit = Math.min(stated ?? COMMENT_MAX_LENGTH, LONGEST_TEXT);
  if (limit !== stated) report.changed(row.place, 'text-limit-set', { now: String(limit) });
  const isLong = /\bmultiline\b/.test(row.value('appearance')) || /\brows\s*=/.test(row.value('parameters'));
  return { type: isLong ? 'comment' : 'text', name, ...headOf(context), maxLength: limit };
}

/** ODK stores `OK` for a tick; here it is a choice with that one answer. */
function acknowledgeElement(context: FormContext): ElementJson {
  const { row, name, texts, report } = context;
  context.means({ source: { kind: 'answer', question: name, numeric: false }, isMultiple: false });
  constraintOf(context, false, []);
  report.changed(row.place, 'type-changed', { type: 'acknowledge', was: 'acknowledge', now: 'radiogroup' });
  return { type: 'radiogroup', name, ...headOf(context), choices: [{ value: 'OK', text: texts.sameEverywhere('OK') }] };
}

function noteElement({ row, name, texts, report }: FormContext): ElementJson | null {
  const html = texts.html(row.texts('label'), row.place);
  const hint = texts.html(row.texts('hint'), row.place);
  const languages = [...new Set([...Object.keys(html), ...Object.keys(hint)])];
  if (languages.length === 0) {
    report.leftOut(row.place, 'no-content', { type: 'note' });
    return null;
  }
  return { type: 'html', name, html: Object.fromEntries(languages.map((language) => [language, [html[language], hint[language]].filter(Boolean).join('<br>')])) };
}

/** Limits from the constraint that this type can have; the rest of it is reported. */
function constraintOf({ row, report }: FormContext, isWhole: boolean, usable: readonly (keyof ConstraintLimits)[]): ConstraintLimits {
  const constraint = row.value('constraint');
  const none = readConstraint('', false).limits;
  if (constraint === '') return none;
  const { limits, understood, leftOver } = readConstraint(constraint, isWhole);
  const isUsable = Object.entries(limits).every(([name, value]) => value === none[name as keyof ConstraintLimits] || usable.includes(name as keyof ConstraintLimits) || (Array.isArray(value) && value.length === 0));
  if (!isUsable) {
    report.leftOut(row.place, 'rule-not-understood', { type: 'constraint', was: constraint });
    return none;
  }
  for (const was of leftOver) report.leftOut(row.place, 'rule-not-understood', { type: 'constraint', was });
  if (understood.length > 0) report.changed(row.place, 'limit-from-rule', { type: 'constraint', was: understood.join(' and '), now: limitsInWords(limits) });
  return limits;
}

function limitsInWords(limits: ConstraintLimits): string {
  const range = (from: number | string | null, to: number | string | null): string => (from === null && to === null ? '' : `${from ?? ''} … ${to ?? ''}`.trim());
  const words = [
    range(limits.min, limits.max),
    range(limits.earliest, limits.latest),
    limits.maxLength === null ? '' : `≤ ${limits.maxLength}`,
    range(limits.minTicks, limits.maxTicks),
    limits.exclusive.join(', '),
  ];
  return words.filter((word) => word !== '').join(' · ');
}
