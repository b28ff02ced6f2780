import { VALUE_GIVEN } from '@stadtteilstimme/domain';
import type { AnswerCode, LocalizedText, MeasurementLevel, ValueRule, Variable, VariableCode, VariablePart } from '@stadtteilstimme/domain';
import { partName } from '../compile/variable-names.js';
import type { VariableNames } from '../compile/variable-names.js';
import type { SurveyChoice } from './choice-codes.js';
import { originOf, rowOrigin } from './question-tags.js';
import type { QuestionTags } from './question-tags.js';

/**
 * Labels of bytes that no respondent ever sees; readers of data and reports do, so they exist in the languages of the
 * admin app only.
 */
const TICK_LABELS = [
  { code: 0, labels: { de: 'nicht gewählt', en: 'not chosen' } },
  { code: 1, labels: { de: 'gewählt', en: 'chosen' } },
] as const;
const GIVEN_LABELS: LocalizedText = { de: 'Angabe vorhanden', en: 'value given' };

/** A question whose variables are written. */
export interface VariableSource {
  /** Key of the answer. */
  readonly question: string;
  /** Legal name claimed for the question; names of its parts are claimed from it. */
  readonly name: string;
  readonly tags: QuestionTags;
  readonly label: LocalizedText;
  readonly visibleIf: string | null;
}

/** What all variables of a question have in common. */
function base({ question, tags, label, visibleIf }: VariableSource, part: VariablePart) {
  return { ...originOf(tags), question, part, labels: label, visibleIf, scale: null, option: null } as const;
}

/** One answer from a list. */
export function singleVariable(source: VariableSource, choices: readonly SurveyChoice[], ordered: boolean): Variable {
  return {
    ...base(source, source.tags.part),
    name: source.name,
    measurement: ordered ? 'ordinal' : 'nominal',
    scale: ordered ? scaleOf(source, choices) : null,
    codes: choices.map((choice, index) => ({ code: choice.code, position: index + 1, missing: choice.missing, labels: choice.labels })),
  };
}

/** From the lowest to the highest number that counts as a judgement; codes that are words have no scores. */
function scaleOf({ name, tags }: VariableSource, choices: readonly SurveyChoice[]): Variable['scale'] {
  const codes: readonly AnswerCode[] = choices.filter((choice) => choice.missing === null).map((choice) => choice.code);
  const numbers = codes.filter((code) => typeof code === 'number');
  if (numbers.length === 0 || numbers.length < codes.length) return null;
  return { id: tags.scaleId ?? name, min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** One variable per option, ticked or not. */
export function tickVariables(source: VariableSource, choices: readonly SurveyChoice[], names: VariableNames): readonly Variable[] {
  return choices.map((choice, index) => ({
    ...base(source, 'option'),
    name: names.claim(partName(source.name, choice.code, index)),
    measurement: 'nominal',
    codes: TICK_LABELS.map((tick, place) => ({ code: tick.code, position: place + 1, missing: null, labels: tick.labels })),
    option: optionOf(choice),
    labels: choice.labels,
  }));
}

/** One variable per option: its place, 1 = first. An option left out of a partial ranking has no answer. */
export function rankVariables(source: VariableSource, choices: readonly SurveyChoice[], names: VariableNames): readonly Variable[] {
  const codes = choices.map((_, index): VariableCode => {
    const rank = index + 1;
    return { code: rank, position: rank, missing: null, labels: { de: `Platz ${rank}`, en: `rank ${rank}` } };
  });
  return choices.map((choice, index) => ({
    ...base(source, 'rank'),
    name: names.claim(partName(source.name, choice.code, index)),
    measurement: 'ordinal',
    codes,
    option: optionOf(choice),
    labels: choice.labels,
  }));
}

function optionOf(choice: SurveyChoice): NonNullable<Variable['option']> {
  const option = { code: String(choice.code), exclusive: choice.exclusive, missing: choice.missing };
  return typeof choice.code === 'number' ? { ...option, numeric: true } : option;
}

/** One variable per row of a matrix, each an answer from its columns. */
export function rowVariables(
  source: VariableSource,
  rows: readonly SurveyChoice[],
  columns: readonly SurveyChoice[],
  ordered: boolean,
  names: VariableNames,
): readonly Variable[] {
  return rows.map((row, index) => ({
    ...singleVariable(source, columns, ordered),
    ...rowOrigin(row.json, source.tags),
    name: names.claim(partName(source.name, row.code, index)),
    row: String(row.code),
    labels: row.labels,
  }));
}

const VALUE_LEVEL = { number: 'scale', date: 'date', text: 'text' } as const satisfies Record<ValueRule['kind'], MeasurementLevel>;

/** A number, date or text: its byte only says that there is a value. */
export function valueVariable(source: VariableSource, rule: ValueRule): Variable {
  return {
    ...base(source, rule.kind),
    name: source.name,
    measurement: VALUE_LEVEL[rule.kind],
    codes: [{ code: VALUE_GIVEN, position: 1, missing: null, labels: GIVEN_LABELS }],
  };
}

/** The free text of an option, or of the whole question (`option` null). */
export function commentVariable(source: VariableSource, key: string, option: SurveyChoice | null, label: LocalizedText, names: VariableNames): Variable {
  return {
    ...base(source, 'text'),
    name: names.claim(`${source.name}_text`),
    question: key,
    measurement: 'text',
    codes: [],
    option: option === null ? null : { ...optionOf(option), exclusive: false, missing: null },
    labels: label,
  };
}
