import type { LocalizedText, Variable } from '@stadtteilstimme/domain';
import { questionHolders } from '../parity/question-holders.js';
import { surveyPictures, surveyTexts } from '../parity/survey-texts.js';
import type { SurveyText } from '../parity/survey-texts.js';
import type { PublishedVersion } from './published-version.js';

/** Everything residents read around one variable: field → text. Fields are the same in every version. */
export type VariableTexts = ReadonlyMap<string, LocalizedText>;

/**
 * Reads the texts around each variable from a version's survey: title, help and prompts of its question and of the
 * pages and panels it stands on, and the options, pictures or rows that concern it. What the survey does not write out
 * (answers given by their code alone, `code|label`, survey-core's own “yes”) is taken from the codebook's labels.
 */
export function variableTextReader(version: Pick<PublishedVersion, 'survey'>): (variable: Variable) => VariableTexts {
  const byOwner = new Map<string, SurveyText[]>();
  for (const text of [...surveyTexts(version.survey), ...surveyPictures(version.survey)]) {
    if (text.owner !== null) byOwner.set(text.owner, [...(byOwner.get(text.owner) ?? []), text]);
  }
  const holders = questionHolders(version.survey);
  return (variable) => {
    const texts = new Map<string, LocalizedText>();
    const own = byOwner.get(variable.question) ?? [];
    for (const text of own) {
      if (concerns(text, variable)) texts.set(text.key.slice(variable.question.length + 1), text.texts);
    }
    for (const holder of holders.get(variable.question) ?? []) {
      for (const text of byOwner.get(holder.name) ?? []) {
        if (text.value === null) texts.set(`${holder.kind}.${text.property}`, text.texts);
      }
    }
    if (own.length === 0) texts.set('label', variable.labels);
    addUnwrittenLabels(variable, own, texts);
    return texts;
  };
}

function concerns(text: SurveyText, variable: Variable): boolean {
  if (text.value === null) return true;
  if (text.key.includes('.rows.')) return variable.row === undefined || text.value === variable.row;
  if (variable.option !== null) return text.value === variable.option.code;
  return true;
}

/** Labels of answers and rows that stand nowhere among the texts of their question. */
function addUnwrittenLabels(variable: Variable, own: readonly SurveyText[], texts: Map<string, LocalizedText>): void {
  const written = new Set(own.flatMap((text) => Object.values(text.texts).map((words) => words.trim())));
  const add = (list: string, code: string, labels: LocalizedText): void => {
    if (!Object.values(labels).every((label) => written.has(label))) texts.set(`${list}.${code}.text`, labels);
  };
  const { part, option, row, codes, labels } = variable;
  if (part === 'text' || part === 'number' || part === 'date') return;
  if (row !== undefined) add('rows', row, labels);
  if (option !== null) add('choices', option.code, labels);
  else for (const code of codes) add(row === undefined ? 'choices' : 'columns', String(code.code), code.labels);
}
