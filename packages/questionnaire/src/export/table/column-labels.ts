import type { Codebook, LanguageCode, LocalizedText, Variable } from '@stadtteilstimme/domain';
import { surveyTexts } from '../../parity/survey-texts.js';
import { exportWords } from './export-words.js';
import { labelIn } from './label-language.js';
import type { AnswerTableInput } from './table-column.js';

/** What tells a column from the others. */
export interface ColumnLabel {
  readonly label: string;
  readonly questionTitle: string | null;
}

/**
 * Titles of the questions of a SurveyJS definition by the name of the question, for the labels of its columns. Pages and panels
 * may have the name of a question; their titles are not its title.
 */
export function questionTitles(survey: Readonly<Record<string, unknown>>): ReadonlyMap<string, LocalizedText> {
  const titles = surveyTexts(survey).filter(({ property, value, path }) => property === 'title' && value === null && isQuestion(survey, path.slice(0, -1)));
  return new Map(titles.flatMap(({ owner, texts }) => (owner === null ? [] : [[owner, texts] as const])));
}

/** @param path way to an entry of a list of pages or elements */
function isQuestion(survey: unknown, path: readonly (string | number)[]): boolean {
  const entry = path.reduce<unknown>((held, step) => (held as Readonly<Record<string | number, unknown>>)[step], survey);
  return path.at(-2) === 'elements' && (entry as { readonly type?: unknown }).type !== 'panel';
}

/**
 * Labels of the columns of one table. "Sport" alone says nothing in a list of an SPSS file, and two questions may both have
 * it: a tick, rank, matrix row or free text of an option has the title of its question behind it (behind, because programs cut
 * long labels at the end); the halves of a pair, which share their statement, say which half they are.
 */
export function columnLabels({ codebook, language, questionTitles: titles }: Pick<AnswerTableInput, 'codebook' | 'language' | 'questionTitles'>): (variable: Variable) => ColumnLabel {
  const { parts } = exportWords(language);
  const paired = pairedNames(codebook);
  return (variable) => {
    const own = labelIn(variable.labels, language, variable.name);
    const title = isPartOfQuestion(variable) ? titleOf(variable, codebook, titles, language) : null;
    const behind = paired.has(variable.name) ? parts[variable.part] : title;
    return { label: behind === null || behind === own ? own : `${own} – ${behind}`, questionTitle: title };
  };
}

function isPartOfQuestion({ option, row, part, codes }: Variable): boolean {
  return option !== null || row !== undefined || (part === 'text' && codes.length === 0);
}

function titleOf({ question }: Variable, { questions }: Codebook, titles: AnswerTableInput['questionTitles'], language: LanguageCode): string | null {
  const owner = questions.find(({ name, commentKey }) => name === question || commentKey === question)?.name ?? question;
  const title = labelIn(titles?.get(owner) ?? {}, language, '').trim();
  return title === '' ? null : title;
}

/** Variables of items that are asked twice, as they are today and as they should be. */
function pairedNames({ variables }: Codebook): ReadonlySet<string> {
  const halves = new Map<string, Variable[]>();
  for (const variable of variables) {
    if (variable.itemId !== null && (variable.part === 'bestand' || variable.part === 'bedarf')) halves.set(variable.itemId, [...(halves.get(variable.itemId) ?? []), variable]);
  }
  return new Set([...halves.values()].filter((pair) => new Set(pair.map(({ part }) => part)).size > 1).flatMap((pair) => pair.map(({ name }) => name)));
}
