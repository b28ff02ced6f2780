import type { CodebookQuestion, LocalizedText, MeasurementLevel, ProblemDetail, Variable } from '@stadtteilstimme/domain';
import type { VariableNames } from '../compile/variable-names.js';
import { commentKeyOf } from '../survey-model/free-text-condition.js';
import { ADVICE } from './advice.js';
import { choicesOf, itemsOf, MOST_CODES, OTHER_CODE, ratingChoices, yesNoChoices } from './choice-codes.js';
import type { ChoiceContext, SurveyChoice } from './choice-codes.js';
import { isOn, listIn, numberOf, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import { questionTags } from './question-tags.js';
import { commentVariable, rankVariables, rowVariables, singleVariable, tickVariables, valueVariable } from './question-variables.js';
import type { VariableSource } from './question-variables.js';
import type { SurveyElement } from './survey-elements.js';
import type { TextReader } from './survey-text.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';
import { commentLimit, highest, lowest, validatorLimits, valueRule } from './value-rules.js';

/** What reading a question needs to know about its survey. */
export interface QuestionContext {
  readonly survey: Json;
  readonly texts: TextReader;
  readonly names: VariableNames;
  readonly unsupported: UnsupportedFeatures;
  /** Collects what makes the whole survey unreadable. */
  readonly problems: ProblemDetail[];
}

/** A question as the codebook knows it. */
export interface CodedQuestion {
  readonly question: CodebookQuestion;
  readonly variables: readonly Variable[];
  readonly asksDistrict: boolean;
}

/** The type-specific half of a question. */
interface Coding {
  readonly type: CodebookQuestion['type'];
  readonly more: Partial<CodebookQuestion>;
  readonly choices: readonly SurveyChoice[];
  readonly write: (source: VariableSource) => readonly Variable[];
}

/**
 * Codes one question; null when it has to be left out (the reason is named).
 * @param name legal name already claimed for it
 * @param freeText the text question that belongs to one of its options; null = none
 */
export function codedQuestion(element: SurveyElement, name: string, freeText: SurveyElement | null, context: QuestionContext): CodedQuestion | null {
  const tags = questionTags(element, context.unsupported);
  const coding = codingOf(element, tags.measurement, tags.scaleId, context);
  if (coding === null || !isCodable(coding, element.name, context)) return null;
  if (tags.measurement !== null && !LEVELS_OF[coding.type].includes(tags.measurement)) context.unsupported.add(element.name, 'measurement', ADVICE.measurement);
  const source: VariableSource = { question: element.name, name, tags, label: labelOf(element, tags.itemId, context.texts), visibleIf: element.visibleIf };
  const variables = coding.write(source);
  const comment = commentOf(element, coding, source, freeText, context);
  return {
    asksDistrict: tags.asksDistrict,
    variables: comment === null ? variables : [...variables, comment.variable],
    question: {
      name: element.name,
      type: coding.type,
      max: null,
      ...coding.more,
      ...requirement(element),
      commentKey: comment?.variable.question ?? null,
      commentMaxLength: comment?.maxLength ?? 0,
      ...(comment?.required === true ? { commentRequired: true } : {}),
      visibleIf: element.visibleIf,
    },
  };
}

/** Measurement levels a question may claim; its type decides all others. */
const LEVELS_OF: Readonly<Record<CodebookQuestion['type'], readonly MeasurementLevel[]>> = {
  single: ['nominal', 'ordinal'], matrix: ['nominal', 'ordinal'], multiple: ['nominal'], ranking: ['ordinal'], number: ['scale'], date: [], text: [],
};

/**
 * survey-core lets the condition decide where there is one; a least number of answers demands them in any case
 * (`minSelectedChoices`, not the validator).
 */
function requirement({ json, type }: SurveyElement): Pick<CodebookQuestion, 'required' | 'requiredIf'> {
  const requiredIf = textOf(json, 'requiredIf');
  const isCounted = type === 'checkbox' || type === 'tagbox' || (type === 'ranking' && isOn(json, 'selectToRankEnabled'));
  const required = (isOn(json, 'isRequired') && requiredIf === null) || (isCounted && (numberOf(json, 'minSelectedChoices') ?? 0) >= 1);
  return { ...(required ? { required } : {}), ...(requiredIf === null ? {} : { requiredIf }) };
}

/** The statement that stands above a question with the same identity, else its own title. */
function labelOf({ json, name, containers }: SurveyElement, itemId: string | null, texts: TextReader): LocalizedText {
  const statement = itemId === null ? undefined : containers.findLast((container) => textOf(container, 'itemId') === itemId && propertyOf(container, 'title') !== undefined);
  const title = propertyOf(statement ?? json, 'title');
  return title === undefined ? texts.everywhere(name) : texts.read(title);
}

function codingOf(element: SurveyElement, level: string | null, scaleId: string | null, context: QuestionContext): Coding | null {
  const { json, name, type } = element;
  const inList: ChoiceContext = { place: name, texts: context.texts, unsupported: context.unsupported };
  const isOrdered = (byNature: boolean): boolean => (level === null ? byNature || scaleId !== null : level !== 'nominal');
  const single = (choices: readonly SurveyChoice[], byNature: boolean, more: Partial<CodebookQuestion> = {}): Coding => ({
    type: 'single', more, choices, write: (source) => [singleVariable(source, choices, isOrdered(byNature))],
  });
  if (type === 'text' || type === 'comment') {
    const value = valueRule(json, context.survey, name, context.unsupported);
    return { type: value.kind, more: { value }, choices: [], write: (source) => [valueVariable(source, value)] };
  }
  if (type === 'ranking') return rankingCoding(element, choicesOf(json, type, inList), context);
  if (!isMultiple(element)) validatorLimits(json, name, null, context.unsupported);
  if (type === 'matrix') return matrixCoding(json, inList, isOrdered, context);
  if (type === 'rating') return single(ratingChoices(json, inList), true);
  if (type === 'boolean') {
    const { choices, isBoolean } = yesNoChoices(json, inList);
    return single(choices, false, isBoolean ? { yesNo: true } : {});
  }
  const choices = choicesOf(json, type, inList);
  if (!isMultiple(element)) return single(choices, false);
  return { type: 'multiple', more: atLeast(countLimits(element, choices, context.unsupported)), choices, write: (source) => tickVariables(source, choices, context.names) };
}

/** Whether a choice question takes several answers. */
export function isMultiple({ json, type }: SurveyElement): boolean {
  return type === 'checkbox' || type === 'tagbox' || (type === 'imagepicker' && isOn(json, 'multiSelect'));
}

interface CountLimits {
  readonly max: number | null;
  readonly min: number | null;
}

/** How many answers may be given; survey-core counts images only by a validator, and a ranking only where it may be partial. */
function countLimits({ json, name, type }: SurveyElement, choices: readonly SurveyChoice[], unsupported: UnsupportedFeatures): CountLimits {
  const limits = validatorLimits(json, name, 'answercount', unsupported);
  if ((limits.minCount ?? 1) > 1 && choices.some(({ exclusive }) => exclusive)) unsupported.add(name, 'validators.answercount', ADVICE.countedExclusive);
  const own = (property: string): number | null => (type === 'imagepicker' ? null : positive(numberOf(json, property)));
  return {
    max: lowest(own('maxSelectedChoices'), positive(limits.maxCount)),
    min: highest(own('minSelectedChoices'), positive(limits.minCount)),
  };
}

function rankingCoding(element: SurveyElement, choices: readonly SurveyChoice[], { names, unsupported }: QuestionContext): Coding {
  const { json, name } = element;
  const isPartial = isOn(json, 'selectToRankEnabled');
  if (!isPartial) validatorLimits(json, name, null, unsupported);
  const more = atLeast(isPartial ? countLimits(element, choices, unsupported) : { max: null, min: choices.length });
  return { type: 'ranking', more, choices, write: (source) => rankVariables(source, choices, names) };
}

function positive(value: number | null): number | null {
  return value !== null && value >= 1 ? Math.floor(value) : null;
}

/** One answer is the least of any answer that is given, so only more is said. */
function atLeast({ max, min }: CountLimits): Pick<CodebookQuestion, 'max' | 'min'> {
  return min !== null && min > 1 ? { max, min } : { max };
}

function matrixCoding(json: Json, inList: ChoiceContext, isOrdered: (byNature: boolean) => boolean, context: QuestionContext): Coding | null {
  const cellType = textOf(json, 'cellType') ?? 'radio';
  if (cellType !== 'radio') {
    context.unsupported.add(inList.place, `cellType: ${cellType.slice(0, 30)}`, ADVICE.type);
    return null;
  }
  const rows = itemsOf(listIn(json, 'rows'), 'rows', inList);
  const columns = itemsOf(listIn(json, 'columns'), 'columns', inList);
  reportDuplicates(rows, inList.place, context);
  if (rows.length === 0 || rows.length > MOST_CODES) {
    context.unsupported.add(inList.place, 'rows', rows.length === 0 ? ADVICE.noCodes : ADVICE.tooManyCodes);
    return null;
  }
  const isNumeric = columns.every((column) => typeof column.code === 'number');
  return {
    type: 'matrix',
    more: isOn(json, 'eachRowRequired', 'isAllRowRequired') ? { eachRowRequired: true } : {},
    choices: columns,
    write: (source) => rowVariables(source, rows, columns, isOrdered(isNumeric), context.names),
  };
}

function isCodable({ type, choices }: Coding, place: string, context: QuestionContext): boolean {
  if (type === 'number' || type === 'date' || type === 'text') return true;
  reportDuplicates(choices, place, context);
  if (choices.length === 0) context.unsupported.add(place, 'choices', ADVICE.noCodes);
  if (choices.length > MOST_CODES) context.unsupported.add(place, 'choices', ADVICE.tooManyCodes);
  return choices.length > 0 && choices.length <= MOST_CODES;
}

/** survey-core takes `1` and `'1'` for the same code. */
function reportDuplicates(choices: readonly SurveyChoice[], place: string, { problems }: QuestionContext): void {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const { code } of choices) (seen.has(String(code)) ? doubled : seen).add(String(code));
  for (const code of doubled) problems.push({ code: 'duplicate-code', place: `${place}.${code.slice(0, 60)}` });
}

interface CommentPart {
  readonly variable: Variable;
  readonly maxLength: number;
  readonly required: boolean;
}

function commentOf(
  { json, name }: SurveyElement,
  { choices }: Coding,
  source: VariableSource,
  freeText: SurveyElement | null,
  context: QuestionContext,
): CommentPart | null {
  const { names, texts, unsupported } = context;
  const key = commentKeyOf(name);
  const hasOther = choices.some(({ code }) => code === OTHER_CODE) && isOn(json, 'hasOther', 'showOtherItem');
  const hasArea = isOn(json, 'hasComment', 'showCommentArea');
  if (hasOther && hasArea) unsupported.add(name, 'showCommentArea', ADVICE.twoComments);
  if (freeText !== null) {
    const rule = valueRule(freeText.json, context.survey, key, unsupported);
    const option = choices.find(({ code }) => code === propertyOf(freeText.json, 'option')) ?? null;
    const maxLength = rule.kind === 'text' ? rule.maxLength : 0;
    return { variable: commentVariable(source, key, option, option?.labels ?? {}, names), maxLength, required: isOn(freeText.json, 'isRequired') };
  }
  if (!hasOther && !hasArea) return null;
  const option = hasOther ? (choices.find(({ code }) => code === OTHER_CODE) ?? null) : null;
  const label = option === null ? texts.read(propertyOf(json, 'commentText') ?? propertyOf(json, 'title') ?? name) : option.labels;
  return { variable: commentVariable(source, key, option, label, names), maxLength: commentLimit(context.survey, name, unsupported), required: hasOther };
}
