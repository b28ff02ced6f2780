import type { LocalizedText, Variable } from '@stadtteilstimme/domain';
import { questionHolders } from '../parity/question-holders.js';
import { surveyTexts } from '../parity/survey-texts.js';
import type { SurveyText } from '../parity/survey-texts.js';
import type { PublishedVersion } from './published-version.js';

/** Everything residents read around one variable: field → text. Fields are the same in every version. */
export type VariableTexts = ReadonlyMap<string, LocalizedText>;

/**
 * Reads the texts around each variable from a version's survey: title, help and prompts of its question and of the
 * pages and panels it stands on, and the options or rows that concern it. Where the survey has no text for a question,
 * the codebook's labels stand in.
 */
export function variableTextReader(version: Pick<PublishedVersion, 'survey'>): (variable: Variable) => VariableTexts {
  const byOwner = new Map<string, SurveyText[]>();
  for (const text of surveyTexts(version.survey)) {
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
    if (own.length === 0) addCodebookLabels(variable, texts);
    return texts;
  };
}

function concerns(text: SurveyText, variable: Variable): boolean {
  if (text.value === null) return true;
  if (text.key.includes('.rows.')) return variable.row === undefined || text.value === variable.row;
  if (variable.option !== null) return text.value === variable.option.code;
  return true;
}

function addCodebookLabels(variable: Variable, texts: Map<string, LocalizedText>): void {
  texts.set('label', variable.labels);
  if (variable.part === 'option' || variable.part === 'rank') return;
  for (const code of variable.codes) texts.set(`codes.${String(code.code)}`, code.labels);
}
