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
      nature: NATURE[column.measurement],
      representationType: representation(column),
    },
    ...labelled(labels, column, context),
    ...(variable?.art9 ? [element('security', { 'xml:lang': 'de' }, text('Besondere Kategorie personenbezogener Daten (Art. 9 DSGVO)'))] : []),
    ...question(column, context),
    ...validValues(column),
    ...missingValues(column),
    ...universe(column),
    ...column.codes.map((code) => category(code, column, context)),
    ...(variable?.criterion === null || variable === null ? [] : [element('concept', {}, text(variable.criterion))]),
    element('varFormat', { type: isNumeric ? 'numeric' : 'character', category: column.measurement === 'date' ? 'date' : null }),
    ...(variable?.itemId ? [element('notes', { type: 'itemId' }, text(variable.itemId))] : []),
  );
}

function labelled(labels: LocalizedText, column: TableColumn, { languages, language }: DdiVariableContext): readonly Xml[] {
  const written = inLanguages('labl', labels, [...new Set([...languages, ...(column.variable === null ? [language] : [])])], { level: 'variable' });
  return written.length > 0 ? written : [element('labl', { level: 'variable', 'xml:lang': language }, text(column.label))];
}

function representation(column: TableColumn): string {
  if (column.kind !== 'value') return 'code';
  return { number: 'numeric', date: 'datetime', text: 'text' }[column.value.kind];
}

const RESPONSE_DOMAIN = { number: 'numeric', date: 'datetime', text: 'text' } as const;

function question(column: TableColumn, { wordings, languages }: DdiVariableContext): readonly Xml[] {
  const { variable } = column;
  const wording = variable === null ? undefined : wordings.get(variable.question);
  if (variable === null || wording === undefined) return [];
  const domain = variable.part === 'option' || variable.part === 'rank' ? 'multiple' : column.kind === 'value' ? RESPONSE_DOMAIN[column.value.kind] : 'code';
  return [element('qstn', { responseDomainType: domain }, ...inLanguages('qstnLit', wording, languages, {}))];
}

/** Limits of a number; dates and codes need none. */
function validValues(column: TableColumn): readonly Xml[] {
  if (column.kind !== 'value' || column.value.kind !== 'number') return [];
  const { min, max, whole } = column.value;
  return min === null && max === null ? [] : [element('valrng', {}, element('range', { UNITS: whole ? 'INT' : 'REAL', min, max }))];
}

function missingValues({ codes }: TableColumn): readonly Xml[] {
  const missing = codes.filter((code) => code.missing !== null);
  return missing.length === 0 ? [] : [element('invalrng', {}, ...missing.map(({ code }) => element('item', { VALUE: code })))];
}

/** Who was asked: everybody, unless the question has a condition (a SurveyJS expression over the names of questions). */
function universe({ variable }: TableColumn): readonly Xml[] {
  if (!variable || variable.visibleIf === null) return [];
  const { visibleIf } = variable;
  return inLanguages('universe', { de: `Nur gezeigt, wenn ${visibleIf}`, en: `Shown only if ${visibleIf}` }, ['de', 'en'], { level: 'variable', clusion: 'I' });
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
