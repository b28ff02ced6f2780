import type { Codebook, CodebookQuestion, Variable, VariableCode, VariablePart } from '@stadtteilstimme/domain';
import { COMMENT_MAX_LENGTH } from './comment-length.js';
import type { PlannedCode, PlannedPage, PlannedQuestion } from './question-plan.js';
import type { VariableNames } from './variable-names.js';

/**
 * Labels of a tick. Readers of data and reports see them, respondents never do, so they exist in the languages of
 * the admin app only.
 */
const TICK_LABELS = [
  { code: 0, labels: { de: 'nicht gewählt', en: 'not chosen' } },
  { code: 1, labels: { de: 'gewählt', en: 'chosen' } },
] as const;

/** Writes the codebook of the planned pages; question names are claimed already, names of ticks and texts are claimed here. */
export function codebookFromPlan(pages: readonly PlannedPage[], names: VariableNames): Codebook {
  const entries = pages.flatMap((page) => page.questions.map((question) => ({ page, question })));
  const variables = entries.flatMap(({ page, question }) => variablesOf(page, question, names));
  const district = entries.find(({ question }) => question.asksDistrict);
  return {
    questions: entries.map(({ question }) => codebookQuestion(question)),
    variables,
    districtVariable: district?.question.name ?? null,
  };
}

function codebookQuestion(question: PlannedQuestion): CodebookQuestion {
  return {
    name: question.name,
    type: question.multiple ? 'multiple' : 'single',
    max: question.max,
    commentKey: question.freeText?.key ?? null,
    commentMaxLength: question.freeText ? COMMENT_MAX_LENGTH : 0,
    visibleIf: question.visibleIf,
  };
}

function variablesOf(page: PlannedPage, question: PlannedQuestion, names: VariableNames): readonly Variable[] {
  const counted = question.multiple
    ? question.codes.map((code) => tickVariable(page, question, code, names))
    : [singleVariable(page, question)];
  return question.freeText === null ? counted : [...counted, textVariable(page, question, question.freeText, names)];
}

function singleVariable(page: PlannedPage, question: PlannedQuestion): Variable {
  const { scale } = question;
  return {
    ...origin(page, question, question.part),
    name: question.name,
    measurement: scale?.ordered ? 'ordinal' : 'nominal',
    scale: scale?.ordered ? { id: scale.id, min: scale.min, max: scale.max } : null,
    codes: question.codes.map((code, index) => variableCode(code, index)),
    option: null,
    labels: question.label,
  };
}

function tickVariable(page: PlannedPage, question: PlannedQuestion, code: PlannedCode, names: VariableNames): Variable {
  return {
    ...origin(page, question, 'option'),
    name: names.claim(`${question.name}_${code.code}`),
    measurement: 'nominal',
    scale: null,
    codes: TICK_LABELS.map((tick, index) => ({ code: tick.code, position: index + 1, missing: null, labels: tick.labels })),
    option: { code: String(code.code), exclusive: code.exclusive, missing: code.missing },
    labels: code.labels,
  };
}

function textVariable(
  page: PlannedPage,
  question: PlannedQuestion,
  freeText: NonNullable<PlannedQuestion['freeText']>,
  names: VariableNames,
): Variable {
  return {
    ...origin(page, question, 'text'),
    name: names.claim(`${question.name}_text`),
    question: freeText.key,
    measurement: 'text',
    scale: null,
    codes: [],
    option: { code: freeText.optionCode, exclusive: false, missing: null },
    labels: freeText.labels,
  };
}

function variableCode(code: PlannedCode, index: number): VariableCode {
  return { code: code.code, position: index + 1, missing: code.missing, labels: code.labels };
}

type Origin = Omit<Variable, 'name' | 'measurement' | 'scale' | 'codes' | 'option' | 'labels'>;

function origin(page: PlannedPage, question: PlannedQuestion, part: VariablePart): Origin {
  return {
    question: question.name,
    itemId: page.item?.id ?? null,
    demographicId: page.demographic?.id ?? null,
    part,
    criterion: page.criterion,
    fieldOfAction: page.fieldOfAction,
    reverse: page.item?.reverse ?? false,
    art9: page.item?.art9 ?? false,
    sensitive: page.item?.sensitive ?? false,
    visibleIf: question.visibleIf,
  };
}
