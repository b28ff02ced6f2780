import type { AnswerCode, LocalizedText } from '@stadtteilstimme/domain';
import type { ImportedTexts } from '../imported-texts.js';
import type { ReportBuilder } from '../import-report.js';
import { MOST_CODES } from '../../codebook/choice-codes.js';
import { codedChoices, newCodes, type CodeRules } from '../legal-codes.js';
import { flag, type ElementJson } from '../survey-parts.js';
import { isRecord, recordsIn, saysNothing, type Json } from './survey-json-values.js';
import type { SurveyLanguages } from './survey-languages.js';
import { reportDropped, rowTagsOf } from './survey-properties.js';
import type { SurveyRenames } from './survey-renames.js';

/** What reading lists of a question needs. */
export interface ListContext {
  /** Name of the question here. */
  readonly name: string;
  readonly place: string;
  readonly report: ReportBuilder;
  readonly texts: ImportedTexts;
  readonly languages: SurveyLanguages;
  readonly renames: SurveyRenames;
}

/** Pictures that are part of the file itself; anything else would be loaded from somewhere. */
const OWN_PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]{1,300000}$/;

const KEPT_MARKS = ['isExclusive', 'missing'] as const;

/** What an entry may say that is read, or reported with a sentence of its own. */
const READ_OF_ITEMS = ['value', 'text', ...KEPT_MARKS, 'missingKind', 'imageLink', 'visibleIf', 'enableIf', 'hasComment', 'showCommentArea', 'isCommentRequired', 'score', 'elements'];

/** Properties that bring answers from somewhere else. */
const SOURCES = ['choicesByUrl', 'choicesFromQuestion'];

/** Answers of a question; a question whose answers all come from elsewhere is left out with that reason. */
export function answersJson(list: readonly unknown[], json: Json, context: ListContext, rules: CodeRules = {}): readonly ElementJson[] | null {
  const source = SOURCES.find((name) => !saysNothing(json[name]));
  if (list.length > 0 || source === undefined) return listJson(list, context, rules);
  const from = json[source];
  const address = isRecord(from) && typeof from['url'] === 'string' ? from['url'] : from;
  context.report.leftOut(context.place, 'answers-elsewhere', { type: source, was: typeof address === 'string' ? address : source });
  return null;
}

/** The entries of a list (choices, rows, columns, rate values) as value and text; null when there are none or too many. */
export function listJson(list: unknown, context: ListContext, rules: CodeRules = {}): readonly ElementJson[] | null {
  const { name, place, report, texts, languages, renames } = context;
  const entries = Array.isArray(list) ? list : [];
  if (entries.length === 0) report.leftOut(place, 'no-answers');
  if (entries.length > MOST_CODES) report.leftOut(place, 'too-many-answers');
  if (entries.length === 0 || entries.length > MOST_CODES) return null;
  const read = entries.map((entry) => {
    const { code, text } = codeAndText(entry);
    const own = text === undefined ? {} : texts.plain(languages.texts(text), `${place}.${code}`);
    const json = isRecord(entry) ? entry : {};
    const stated: unknown = isRecord(entry) ? (entry['value'] ?? entry['text'] ?? '') : entry;
    if (typeof stated !== 'string' && typeof stated !== 'number') report.changed(place, 'code-changed', { was: JSON.stringify(stated).slice(0, 200), now: String(code) });
    return { code, data: { text: own, json } };
  });
  const coded = codedChoices(read, place, report, rules);
  for (const [foreign, code] of newCodes(coded)) {
    if (foreign === String(code)) continue;
    if (rules.rows === true) renames.row(name, foreign, String(code));
    else renames.code(name, foreign, code);
  }
  return coded.map(({ foreign, code, data }) => ({ ...itemJson(code, foreign.trim() || String(code), data, context), ...(rules.rows === true ? rowTagsOf(data.json) : {}) }));
}

interface ReadItem {
  readonly text: LocalizedText;
  readonly json: Json;
}

function itemJson(value: AnswerCode, shown: string, { text, json }: ReadItem, { place, report, texts }: ListContext): ElementJson {
  const where = `${place}.${value}`;
  const condition = json['visibleIf'] ?? json['enableIf'];
  if (typeof condition === 'string' && condition !== '') report.leftOut(where, 'choice-condition-not-offered', { was: condition });
  if (json['hasComment'] === true || json['showCommentArea'] === true) report.leftOut(where, 'option-comment-left-out');
  if (json['score'] !== undefined) report.leftOut(where, 'assessment-not-offered', { was: `score = ${String(json['score'])}` });
  for (const inside of recordsIn(json['elements'])) report.leftOut(where, 'question-in-answer', { type: String(inside['type'] ?? ''), was: String(inside['name'] ?? '') });
  reportDropped(json, READ_OF_ITEMS, where, report);
  const picture = json['imageLink'];
  const isOwn = typeof picture === 'string' && OWN_PICTURE.test(picture);
  if (!isOwn && picture !== undefined && picture !== '') report.leftOut(where, 'external-picture', { was: typeof picture === 'string' ? picture : JSON.stringify(picture) });
  const kind = json['missingKind'];
  return {
    value,
    // An empty text is one that is still to be translated, no text at all means the code.
    text: Object.keys(text).length > 0 || isEmptyRecord(json['text']) ? text : texts.sameEverywhere(shown),
    ...KEPT_MARKS.reduce((marks, name) => ({ ...marks, ...flag(name, json[name] === true) }), {}),
    ...(kind === 'dont-know' || kind === 'prefer-not' ? { missingKind: kind } : {}),
    ...(isOwn ? { imageLink: picture } : {}),
  };
}

function isEmptyRecord(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0;
}

/** `5`, `"code"`, `"code|text"` or `{ value, text }`, where the value may be `"code|text"` too; other values become their JSON. */
function codeAndText(entry: unknown): { readonly code: AnswerCode; readonly text: unknown } {
  const text = isRecord(entry) ? entry['text'] : undefined;
  const value = isRecord(entry) ? (entry['value'] ?? (typeof text === 'string' ? text : undefined)) : entry;
  if (typeof value !== 'string') return { code: codeOf(value), text };
  const bar = value.indexOf('|');
  return bar < 0 ? { code: value, text } : { code: value.slice(0, bar), text: text ?? value.slice(bar + 1) };
}

function codeOf(value: unknown): AnswerCode {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) && !String(value).includes('e') ? value : String(value);
  return value === undefined || value === null ? '' : JSON.stringify(value).slice(0, 200);
}
