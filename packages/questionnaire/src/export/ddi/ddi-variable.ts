import type { LanguageCode, LocalizedText, MeasurementLevel } from '@stadtteilstimme/domain';
import { questionHolders } from '../../parity/question-holders.js';
import { surveyTexts } from '../../parity/survey-texts.js';
import type { TableCode, TableColumn } from '../table/table-column.js';
import { element, text } from '../xml/write-xml.js';
import type { Xml, XmlAttributes } from '../xml/write-xml.js';

export interface DdiVariableContext {
  /** Question → what was literally asked, per language. */
  readonly wordings: ReadonlyMap<string, LocalizedText>;
  readonly languages: readonly LanguageCode[];
  /** Language of the labels that exist once only. */
  readonly language: LanguageCode;
}

/** DDI's words for the levels; it has none for dates and texts. */
const NATURE: Readonly<Partial<Record<MeasurementLevel, string>>> = { nominal: 'nominal', ordinal: 'ordinal', scale: 'interval' };

/** ID of a column's `var`; columns count from 0. */
export function variableId(index: number): string {
  return `V${index + 1}`;
}

/** One element per language that has a text, with `xml:lang`. */
export function inLanguages(name: string, texts: LocalizedText, languages: readonly LanguageCode[], attributes: XmlAttributes): readonly Xml[] {
  return languages.flatMap((language) => {
    const words = Object.hasOwn(texts, language) ? (texts[language] ?? '') : '';
    return words.trim() === '' ? [] : [element(name, { ...attributes, 'xml:lang': language }, text(words))];
  });
}

/** What people read before they answered a question: the statement of the page, then its own prompt or question. */
export function questionWordings(survey: Readonly<Record<string, unknown>>): ReadonlyMap<string, LocalizedText> {
  const titles = new Map(surveyTexts(survey).filter((entry) => entry.property === 'title' && entry.value === null).map((entry) => [entry.owner, entry.texts]));
  return new Map(
    [...questionHolders(survey)].map(([question, holders]) => {
      const parts = [...holders.map((holder) => holder.name), question].map((name) => titles.get(name)).filter((texts) => texts !== undefined);
      const languages = [...new Set(parts.flatMap((part) => Object.keys(part)))];
      return [question, Object.fromEntries(languages.map((language) => [language, parts.map((part) => part[language] ?? '').filter((words) => words !== '').join('\n')]))];
    }),
  );
}

/** The `var` of a column. */
export function ddiVariable(column: TableColumn, index: number, context: DdiVariableContext): Xml {
  const { variable } = column;
  const isNumeric = column.kind === 'value' ? column.value.kind === 'number' : column.numeric;
  const labels = variable === null ? { [context.language]: column.label } : variable.labels;
  return element(
    'var',
    {
      ID: variableId(index),
      name: column.name,
      intrvl: column.kind === 'value' && column.value.kind === 'number' ? 'contin' : 'discrete',
      dcml: column.kind === 'value' && column.value.kind === 'number' && column.value.whole ? 0 : null,
      nature: NATURE[column.measurement],
      temporal: column.measurement === 'date' ? 'Y' : null,
      representationType: representation(column),
    },
    ...labelled(labels, column, context),
    ...(variable?.art9 ? [element('security', { 'xml:lang': 'de' }, text('Besondere Kategorie personenbezogener Daten (Art. 9 DSGVO)'))] : []),
    ...question(column, context),
    ...validValues(column),
    ...missingValues(column),
    ...universe(column),
    ...column.codes.map((code) => category(code, column, context)),
    ...concepts(column),
    element('varFormat', { type: isNumeric ? 'numeric' : 'character', category: column.measurement === 'date' ? 'date' : null }),
    ...(variable?.itemId ? [element('notes', { type: 'itemId' }, text(variable.itemId))] : []),
  );
}

function labelled(labels: LocalizedText, column: TableColumn, { languages, language }: DdiVariableContext): readonly Xml[] {
  const written = inLanguages('labl', labels, [...new Set([...languages, ...(column.variable === null ? [language] : [])])], { level: 'variable' });
  return written.length > 0 ? written : [element('labl', { level: 'variable', 'xml:lang': language }, text(column.label))];
}

const REPRESENTATION = { number: 'numeric', date: 'datetime', text: 'text' } as const;

/** What the cells hold; a column without a list of codes holds texts. */
function representation(column: TableColumn): 'code' | (typeof REPRESENTATION)[keyof typeof REPRESENTATION] {
  if (column.kind === 'value') return REPRESENTATION[column.value.kind];
  return column.codes.length === 0 ? 'text' : 'code';
}

function question(column: TableColumn, { wordings, languages }: DdiVariableContext): readonly Xml[] {
  const { variable } = column;
  const wording = variable === null ? undefined : wordings.get(variable.question);
  if (variable === null || wording === undefined) return [];
  const domain = variable.part === 'option' ? 'multiple' : representation(column);
  const literal = variable.row === undefined ? wording : under(wording, variable.labels);
  return [element('qstn', { responseDomainType: domain }, ...inLanguages('qstnLit', literal, languages, {}))];
}

/** The question of a matrix with one of its rows under it: what was asked there. */
function under(question: LocalizedText, row: LocalizedText): LocalizedText {
  const languages = [...new Set([...Object.keys(question), ...Object.keys(row)])];
  return Object.fromEntries(languages.map((language) => [language, [question[language] ?? '', row[language] ?? ''].filter((words) => words.trim() !== '').join('\n')]));
}

/** Limits of a number; dates and codes need none. */
function validValues(column: TableColumn): readonly Xml[] {
  if (column.kind !== 'value' || column.value.kind !== 'number') return [];
  const { min, max, whole } = column.value;
  return min === null && max === null ? [] : [element('valrng', {}, element('range', { UNITS: whole ? 'INT' : 'REAL', min, max }))];
}

function missingValues({ codes }: TableColumn): readonly Xml[] {
  const missing = codes.filter((code) => code.missing !== null);
  return missing.length === 0 ? [] : [element('invalrng', {}, ...missing.map(({ code }) => element('item', { UNITS: unit(code), VALUE: code })))];
}

/** Integers are what the standard takes for granted; for words it has no unit. */
function unit(code: TableCode['code']): 'REAL' | null {
  return typeof code === 'number' && !Number.isInteger(code) ? 'REAL' : null;
}

/** Who was asked: everybody, unless the question has a condition (a SurveyJS expression over the names of questions). */
function universe({ variable }: TableColumn): readonly Xml[] {
  if (!variable || variable.visibleIf === null) return [];
  const { visibleIf } = variable;
  return inLanguages('universe', { de: `Nur gezeigt, wenn ${visibleIf}`, en: `Shown only if ${visibleIf}` }, ['de', 'en'], { level: 'variable', clusion: 'I' });
}

/** What the variable is about, as codes of the taxonomy. */
function concepts({ variable }: TableColumn): readonly Xml[] {
  const codes = { criterion: variable?.criterion, fieldOfAction: variable?.fieldOfAction };
  return Object.entries(codes).flatMap(([vocab, code]) => (code ? [element('concept', { vocab }, text(code))] : []));
}

function category(code: TableCode, { variable }: TableColumn, { languages, language }: DdiVariableContext): Xml {
  const known = variable?.codes.find((candidate) => candidate.code === code.code)?.labels;
  const labels = known && Object.keys(known).length > 0 ? known : { [language]: code.label };
  return element(
    'catgry',
    code.missing === null ? {} : { missing: 'Y', missType: code.missing },
    element('catValu', {}, text(String(code.code))),
    ...inLanguages('labl', labels, [...new Set([...languages, language, ...(known ? Object.keys(known) : [])])], { level: 'category' }),
  );
}
