import type { AnswerCode, LocalizedText } from '@stadtteilstimme/domain';
import type { ImportedTexts } from '../imported-texts.js';
import type { ReportBuilder } from '../import-report.js';
import { codedChoices, type CodeRules } from '../legal-codes.js';
import { flag, type ElementJson } from '../survey-parts.js';
import { isRecord, type Json } from './survey-json-values.js';
import type { SurveyLanguages } from './survey-languages.js';

/** What reading lists of a survey needs. */
export interface ListContext {
  readonly place: string;
  readonly report: ReportBuilder;
  readonly texts: ImportedTexts;
  readonly languages: SurveyLanguages;
}

const MOST_ANSWERS = 250;

/** Pictures that are part of the file itself; anything else would be loaded from somewhere. */
const OWN_PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]{1,300000}$/;

const KEPT_MARKS = ['isExclusive', 'missing'] as const;

/** The entries of a list (choices, rows, columns, rate values) as value and text; null when there are none or too many. */
export function listJson(list: unknown, { place, report, texts, languages }: ListContext, rules: CodeRules = {}): readonly ElementJson[] | null {
  const entries = Array.isArray(list) ? list : [];
  if (entries.length === 0) report.leftOut(place, 'no-answers');
  if (entries.length > MOST_ANSWERS) report.leftOut(place, 'too-many-answers');
  if (entries.length === 0 || entries.length > MOST_ANSWERS) return null;
  const read = entries.map((entry) => {
    const { code, text } = codeAndText(entry);
    const own = text === undefined ? {} : texts.plain(languages.texts(text), `${place}.${code}`);
    const json = isRecord(entry) ? entry : {};
    const stated: unknown = isRecord(entry) ? (entry['value'] ?? '') : entry;
    if (typeof stated !== 'string' && typeof stated !== 'number') report.changed(place, 'code-changed', { was: `${JSON.stringify(stated).slice(0, 200)} (${typeof stated})`, now: String(code) });
    const data = { text: own, json };
    return { code, data };
  });
  return codedChoices(read, place, report, rules).map(({ foreign, code, data }) => itemJson(code, foreign.trim() || String(code), data, { place, report, texts }));
}

interface ReadItem {
  readonly text: LocalizedText;
  readonly json: Json;
}

function itemJson(value: AnswerCode, shown: string, { text, json }: ReadItem, { place, report, texts }: Pick<ListContext, 'place' | 'report' | 'texts'>): ElementJson {
  const where = `${place}.${value}`;
  if (json['visibleIf'] !== undefined || json['enableIf'] !== undefined) report.leftOut(where, 'choice-condition-not-offered', { was: String(json['visibleIf'] ?? json['enableIf']) });
  if (json['hasComment'] === true || json['showCommentArea'] === true) report.leftOut(where, 'option-comment-left-out');
  if (json['score'] !== undefined) report.leftOut(where, 'assessment-not-offered', { was: `score = ${String(json['score'])}` });
  const picture = json['imageLink'];
  const isOwn = typeof picture === 'string' && OWN_PICTURE.test(picture);
  if (typeof picture === 'string' && !isOwn) report.leftOut(where, 'external-picture', { was: picture });
  const kind = json['missingKind'];
  return {
    value,
    text: Object.keys(text).length > 0 ? text : texts.sameEverywhere(shown),
    ...KEPT_MARKS.reduce((marks, name) => ({ ...marks, ...flag(name, json[name] === true) }), {}),
    ...(kind === 'dont-know' || kind === 'prefer-not' ? { missingKind: kind } : {}),
    ...(isOwn ? { imageLink: picture } : {}),
  };
}

/** `5`, `"code"`, `"code|text"` or `{ value, text }`; other values become their JSON. */
function codeAndText(entry: unknown): { readonly code: AnswerCode; readonly text: unknown } {
  if (isRecord(entry)) {
    const value = entry['value'] ?? (typeof entry['text'] === 'string' ? entry['text'] : undefined);
    return { code: codeOf(value), text: entry['text'] };
  }
  if (typeof entry !== 'string') return { code: codeOf(entry), text: undefined };
  const bar = entry.indexOf('|');
  return bar < 0 ? { code: entry, text: undefined } : { code: entry.slice(0, bar), text: entry.slice(bar + 1) };
}

function codeOf(value: unknown): AnswerCode {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) && !String(value).includes('e') ? value : String(value);
  return value === undefined || value === null ? '' : JSON.stringify(value).slice(0, 200);
}
