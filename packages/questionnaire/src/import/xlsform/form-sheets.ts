import { readXlsx, type XlsxSheet } from '../../files/read-xlsx.js';
import { NotThisFormat } from '../import-result.js';
import type { ForeignTexts } from '../imported-texts.js';

/** One row of a sheet of the form, by the names of its columns. */
export interface FormRow {
  /** `survey!5`: sheet and row as Excel counts. */
  readonly place: string;
  /** Value of a column without a language; empty when there is none. */
  readonly value: (column: string) => string;
  /** Values of a column in its languages. */
  readonly texts: (column: string) => ForeignTexts;
}

export interface FormSheets {
  readonly survey: readonly FormRow[];
  readonly choices: readonly FormRow[];
  readonly settings: FormRow | null;
  /** Names of the languages in the order of the columns, the default language first. */
  readonly languages: readonly string[];
  /** Language that texts without one were given. */
  readonly assumedLanguage: string | null;
  /** Columns the survey and choices sheets have beside those that are read, with a cell that is not empty: `survey.note_to_self`. */
  readonly unknownColumns: readonly string[];
  /** Settings that have a value, by their column. */
  readonly settingNames: readonly string[];
  /** Other sheets of the workbook; they are not looked into. */
  readonly otherSheets: readonly string[];
}

interface Column {
  readonly name: string;
  readonly language: string | null;
}

/** Other names of columns, as pyxform's column aliases list them. */
const ALIASES: Readonly<Record<string, string>> = {
  'list name': 'list_name', listname: 'list_name', relevance: 'relevant', skip: 'relevant', caption: 'label', 'constraint message': 'constraint_message',
  'constraint-message': 'constraint_message', constraining_message: 'constraint_message', readonly: 'read_only', 'read only': 'read_only',
  'repeat count': 'repeat_count', 'choice filter': 'choice_filter', calculate: 'calculation', calculations: 'calculation', command: 'type',
  'required message': 'required_message', 'default language': 'default_language', 'form title': 'form_title', 'form id': 'form_id',
  'set form title': 'form_title', title: 'form_title', 'set form id': 'form_id', id_string: 'form_id', tag: 'name', value: 'name', requiredmsg: 'required_message',
};

const MEDIA = new Set(['image', 'audio', 'video', 'big-image']);

/** Columns with a text per language. */
const TRANSLATED = new Set(['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message', ...MEDIA]);

const READ: Readonly<Record<'survey' | 'choices', ReadonlySet<string>>> = {
  survey: new Set([
    'type', 'name', 'label', 'hint', 'guidance_hint', 'required', 'relevant', 'constraint', 'constraint_message', 'required_message', 'default',
    'calculation', 'appearance', 'parameters', 'choice_filter', 'repeat_count', 'read_only', 'image', 'audio', 'video', 'big-image', 'trigger',
  ]),
  choices: new Set(['list_name', 'name', 'label', 'image', 'audio', 'video', 'big-image']),
};

/** More columns than any form has. */
const MAX_COLUMNS = 500;

/**
 * Reads the sheets `survey`, `choices` and `settings` of an XLSForm. The first row with a cell names the columns
 * (`label::Deutsch (de)`); names are read without regard to case.
 * @throws {UnreadableFile} what `readXlsx` throws
 * @throws {NotThisFormat} `not-xlsform`
 */
export function formSheets(bytes: Uint8Array): FormSheets {
  const names = ['survey', 'choices', 'settings'];
  const otherSheets: string[] = [];
  const sheets = readXlsx(bytes, (name) => {
    const isRead = names.includes(name.trim().toLowerCase());
    if (!isRead) otherSheets.push(name);
    return isRead;
  });
  const find = (wanted: string): XlsxSheet | undefined => sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
  const survey = find('survey');
  const [surveyColumns, choiceColumns, settingsColumns] = [survey, find('choices'), find('settings')].map(columnsOf);
  const has = (name: string): boolean => [...(surveyColumns ?? new Map<number, Column>()).values()].some((column) => column.name === name);
  if (survey === undefined || !has('type') || !has('name')) throw new NotThisFormat('not-xlsform');
  const settings = rowsOf(find('settings'), settingsColumns ?? new Map(), 'settings', null)[0] ?? null;
  const translated = [...usedColumns(survey, surveyColumns), ...usedColumns(find('choices'), choiceColumns)].map(([, column]) => column).filter(({ name }) => TRANSLATED.has(name));
  const stated = [...new Set(translated.flatMap(({ language }) => language ?? []))];
  const defaultLanguage = settings?.value('default_language').trim() ?? '';
  const needsLanguage = translated.some(({ name, language }) => language === null && !MEDIA.has(name));
  // A form with one column that says "(de)" and one that says nothing means the same language with both.
  const german = stated.find((name) => /(^|\()de\)?$/i.test(name)) ?? 'de';
  const assumed = needsLanguage ? defaultLanguage || german : null;
  const first = [defaultLanguage === '' ? null : defaultLanguage, assumed].filter((name) => name !== null);
  return {
    survey: rowsOf(survey, surveyColumns ?? new Map(), 'survey', assumed),
    choices: rowsOf(find('choices'), choiceColumns ?? new Map(), 'choices', assumed),
    settings,
    languages: [...new Set([...first, ...stated])].filter((name) => name === assumed || stated.includes(name)),
    assumedLanguage: assumed !== null && assumed !== defaultLanguage ? assumed : null,
    settingNames: [...new Set(usedColumns(find('settings'), settingsColumns).map(([, { name }]) => name))],
    otherSheets,
    unknownColumns: [...unknown('survey', survey, surveyColumns), ...unknown('choices', find('choices'), choiceColumns)],
  };
}

function columnsOf(sheet: XlsxSheet | undefined): ReadonlyMap<number, Column> {
  const header = sheet?.rows[0]?.cells ?? new Map<number, string>();
  const literal = new Set([...header.values()].map((cell) => cell.trim().toLowerCase()));
  const columns = [...header].slice(0, MAX_COLUMNS).map(([index, cell]) => [index, columnOf(cell, literal)] as const);
  // KoboToolbox's own content has the names it made up in a column of their own.
  const hasNames = columns.some(([, { name }]) => name === 'name');
  return new Map(columns.map(([index, column]) => [index, !hasNames && column.name === '$autoname' ? { ...column, name: 'name' } : column]));
}

/**
 * `label::Deutsch (de)`, `media::image::Deutsch (de)`, in old forms with one colon.
 * @param literal all headings of the sheet: another name of a column counts only where the column itself is not there
 */
function columnOf(header: string, literal: ReadonlySet<string>): Column {
  const parts = header.split(header.includes('::') ? '::' : ':').map((part) => part.trim());
  const withoutMedia = ['media', 'bind', 'control', 'body'].includes(parts[0]?.toLowerCase() ?? '') ? parts.slice(1) : parts;
  const [base = '', ...language] = withoutMedia;
  const lower = base.toLowerCase();
  const meant = Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? lower) : lower;
  const name = literal.has(meant) ? lower : meant;
  return { name, language: TRANSLATED.has(name) && language.length > 0 ? language.join('::') : null };
}

function rowsOf(sheet: XlsxSheet | undefined, columns: ReadonlyMap<number, Column>, name: string, assumed: string | null): readonly FormRow[] {
  return (sheet?.rows.slice(1) ?? []).map(({ number, cells }) => {
    const plain = new Map<string, string>();
    const texts = new Map<string, Map<string, string>>();
    for (const [index, cell] of cells) {
      const column = columns.get(index);
      if (column === undefined) continue;
      const language = column.language ?? (MEDIA.has(column.name) ? '' : assumed);
      if (!TRANSLATED.has(column.name) || language === null) plain.set(column.name, plain.get(column.name) ?? cell);
      else texts.set(column.name, withText(texts.get(column.name), language, cell, column.language !== null));
    }
    return {
      place: `${name}!${number}`,
      value: (column) => (plain.get(column) ?? '').trim(),
      texts: (column) => texts.get(column) ?? new Map<string, string>(),
    };
  });
}

/** A text that names its language goes before one that only has the assumed one. */
function withText(texts: Map<string, string> | undefined, language: string, text: string, isStated: boolean): Map<string, string> {
  const known = texts ?? new Map<string, string>();
  return isStated || !known.has(language) ? known.set(language, text) : known;
}

function unknown(name: 'survey' | 'choices', sheet: XlsxSheet | undefined, columns: ReadonlyMap<number, Column> | undefined): readonly string[] {
  return [...new Set(usedColumns(sheet, columns).filter(([, column]) => !READ[name].has(column.name)).map(([, column]) => `${name}.${column.name}`))];
}

/** Columns with a cell that is not empty. */
function usedColumns(sheet: XlsxSheet | undefined, columns: ReadonlyMap<number, Column> | undefined): readonly (readonly [number, Column])[] {
  const used = new Set((sheet?.rows.slice(1) ?? []).flatMap(({ cells }) => [...cells.keys()]));
  return [...(columns ?? [])].filter(([index]) => used.has(index));
}
