import type { ImportReasonCode } from '../import-reasons.js';

/** A row of the survey sheet that becomes an element. */
export type AskingType =
  | { readonly kind: 'select'; readonly multiple: boolean; readonly list: string; readonly orOther: boolean }
  | { readonly kind: 'rank'; readonly list: string }
  | { readonly kind: 'text' | 'integer' | 'decimal' | 'date' | 'range' | 'note' | 'acknowledge' };

type StructureType =
  | { readonly kind: 'begin-group' }
  | { readonly kind: 'end-group' }
  | { readonly kind: 'begin-repeat' }
  | { readonly kind: 'end-repeat' };

/** What a row of the survey sheet is. */
export type FormType =
  | AskingType
  | StructureType
  /** Not asked here; the reason is the report's. */
  | { readonly kind: 'left-out'; readonly reason: ImportReasonCode };

const SELECT = /^(select_one|select one|select1|select_multiple|select multiple|select all that apply|rank)(?: from)? +(\S+)( +or[_ ](?:specify[_ ])?other)?$/i;

/** Choices in another file or sheet. */
const FROM_ELSEWHERE = /^select[_ ](?:one|multiple)[_ ](?:from[_ ]file|external)\b/i;

const SIMPLE: Readonly<Record<string, 'text' | 'integer' | 'decimal' | 'date' | 'range' | 'note' | 'acknowledge'>> = {
  text: 'text', string: 'text', integer: 'integer', int: 'integer', decimal: 'decimal', date: 'date', range: 'range', note: 'note',
  acknowledge: 'acknowledge', trigger: 'acknowledge',
};

const STRUCTURE: Readonly<Record<string, StructureType>> = {
  'begin group': { kind: 'begin-group' }, 'end group': { kind: 'end-group' }, 'begin repeat': { kind: 'begin-repeat' }, 'end repeat': { kind: 'end-repeat' },
};

const LEFT_OUT: Readonly<Record<string, ImportReasonCode>> = {
  ...reasons('calculation-not-offered', ['calculate', 'hidden', 'xml-external', 'csv-external']),
  ...reasons('place-not-offered', ['geopoint', 'geotrace', 'geoshape', 'start-geopoint', 'location', 'gps']),
  ...reasons('file-not-offered', ['image', 'photo', 'audio', 'video', 'file', 'background-audio', 'signature', 'draw', 'annotate']),
  ...reasons('device-data-not-offered', ['start', 'end', 'today', 'deviceid', 'subscriberid', 'simserial', 'phonenumber', 'username', 'email', 'audit', 'imei']),
};

function reasons(reason: ImportReasonCode, types: readonly string[]): Readonly<Record<string, ImportReasonCode>> {
  return Object.fromEntries(types.map((type) => [type, reason]));
}

/** Reads a cell of the column `type`, in the spellings XLSForm has had (`begin_group`, `begin group`, `select one from …`). */
export function formType(cell: string): FormType {
  const type = cell.trim().replaceAll(/\s+/g, ' ');
  const [, keyword = '', list = '', other] = SELECT.exec(type) ?? [];
  if (keyword !== '') {
    if (keyword.toLowerCase() === 'rank') return { kind: 'rank', list };
    const multiple = /multiple|all/i.test(keyword);
    return { kind: 'select', multiple, list, orOther: other !== undefined };
  }
  if (FROM_ELSEWHERE.test(type)) return { kind: 'left-out', reason: 'answers-elsewhere' };
  const lower = type.toLowerCase();
  const spaced = lower.replaceAll('_', ' ');
  const structure = Object.hasOwn(STRUCTURE, spaced) ? STRUCTURE[spaced] : undefined;
  if (structure !== undefined) return structure;
  if (Object.hasOwn(SIMPLE, lower)) return { kind: SIMPLE[lower] ?? 'text' };
  return { kind: 'left-out', reason: Object.hasOwn(LEFT_OUT, lower) ? (LEFT_OUT[lower] ?? 'type-not-offered') : 'type-not-offered' };
}
