import type { Codebook, CodebookQuestion, LanguageCode, ProblemDetail, Variable } from '@stadtteilstimme/domain';
import { createVariableNames } from '../compile/variable-names.js';
import { QuestionnaireError } from '../questionnaire-error.js';
import { commentKeyOf, freeTextVisibleIf } from '../survey-model/free-text-condition.js';
import { CONSENT_ART9_VARIABLE } from '../survey-model/stadtteil-properties.js';
import { ADVICE } from './advice.js';
import { conditionFindings, demandsConsent, isExpression, LONGEST_EXPRESSION, namesInExpression } from './condition-problems.js';
import type { ConditionFinding, ReadableAnswer } from './condition-problems.js';
import { isBlank, isOn, isRecord, listIn, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import { INFORMATION_TYPES, QUESTION_TYPES, reportProperties } from './supported-properties.js';
import type { QuestionTypeName } from './supported-properties.js';
import { surveyElements } from './survey-elements.js';
import type { SurveyElement } from './survey-elements.js';
import { codedQuestion, isMultiple } from './survey-question.js';
import type { CodedQuestion, QuestionContext } from './survey-question.js';
import { textReader } from './survey-text.js';
import { UnsupportedFeatures } from './unsupported-feature.js';
import type { UnsupportedFeature } from './unsupported-feature.js';

export interface CodebookFromSurveyOptions {
  /** Languages of the labels, in order; left out: every language the survey has. */
  readonly languages?: readonly LanguageCode[];
  /** Language of texts without a language; left out: the survey's `locale`, else English as in survey-core. */
  readonly defaultLanguage?: LanguageCode;
}

export interface SurveyCodebook {
  readonly codebook: Codebook;
  /** Everything of the survey that the codebook cannot keep; empty = the codebook says all. */
  readonly unsupported: readonly UnsupportedFeature[];
}

/**
 * Codebook of a SurveyJS definition (JSON of version 1 or 2), read without loading it: every question becomes variables
 * with names legal in SPSS, R and SQL, codes with positions from 1, labels per language, limits and conditions. Question
 * keys stay as they are. The same definition always gives the same codebook.
 *
 * What has no place in the codebook is named in `unsupported`, with what to do; questions of other types are left out.
 * @throws {QuestionnaireError} `invalid-survey` (no survey, nested too deeply, more than 2000 questions, a question without a usable name),
 * `duplicate-name` (without regard to case), `duplicate-code`, `invalid-expression`.
 */
export function codebookFromSurvey(surveyJson: unknown, options: CodebookFromSurveyOptions = {}): SurveyCodebook {
  if (!isRecord(surveyJson) || !hasElements(surveyJson) || hasTwoContents(surveyJson) || isTooDeep(surveyJson)) throw new QuestionnaireError([{ code: 'invalid-survey', place: 'survey' }]);
  const unsupported = new UnsupportedFeatures();
  const problems: ProblemDetail[] = [];
  reportProperties(surveyJson, 'survey', 'survey', unsupported);
  const elements = surveyElements(surveyJson, unsupported);
  if (elements.some(({ containers }) => containers.some(hasTwoContents))) throw new QuestionnaireError([{ code: 'invalid-survey', place: 'survey' }]);
  const questions = questionsOf(elements, unsupported);
  if (questions.length > MOST_QUESTIONS) throw new QuestionnaireError([{ code: 'invalid-survey', place: 'survey' }]);
  const freeTexts = freeTextsOf(questions);
  const asked = questions.filter((element) => !freeTexts.attached.has(element));
  problems.push(...nameProblems(questions));
  problems.push(...expressionProblems(questions));
  if (problems.length > 0) throw new QuestionnaireError(problems);

  const names = createVariableNames();
  const claimed = new Map(asked.map((element, index) => [element, names.claim(element.name, `question_${index + 1}`)]));
  const defaultLanguage = options.defaultLanguage ?? textOf(surveyJson, 'locale') ?? 'en';
  const texts = textReader(surveyJson, options.languages ?? null, defaultLanguage);
  const context: QuestionContext = { survey: surveyJson, texts, names, unsupported, problems };
  const coded = asked.flatMap((element) => codedQuestion(element, claimed.get(element) ?? '', freeTexts.byOwner.get(element) ?? null, context) ?? []);
  if (problems.length > 0) throw new QuestionnaireError(problems);
  reportConditions(elements, coded, unsupported);
  reportTags(questions, unsupported);
  reportClearing(surveyJson, questions, unsupported);
  return {
    codebook: {
      questions: coded.map(({ question }) => question),
      variables: coded.flatMap(({ variables }) => variables),
      districtVariable: districtVariable(coded, unsupported),
    },
    unsupported: unsupported.all,
  };
}

function hasElements(survey: Json): boolean {
  return CONTENTS.some((name) => Array.isArray(propertyOf(survey, name)));
}

/** Where a survey keeps its elements; a page or panel has no pages. */
const CONTENTS = ['pages', 'elements', 'questions'] as const;

/** Two lists of elements in one place: survey-core would show only the last of them. */
function hasTwoContents(json: Json): boolean {
  return CONTENTS.filter((name) => listIn(json, name).length > 0).length > 1;
}

/** Deeper than any survey: pages, panels in panels, questions, choices, texts. */
const DEEPEST = 60;

function isTooDeep(survey: Json): boolean {
  let level: readonly unknown[] = [survey];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

/** The elements that ask; information is passed over, other types and computed results are named. */
function questionsOf(elements: readonly SurveyElement[], unsupported: UnsupportedFeatures): readonly SurveyElement[] {
  return elements.filter(({ json, name, type }) => {
    if (INFORMATION_TYPES.includes(type)) {
      reportProperties(json, 'information', name, unsupported);
      return false;
    }
    if (isQuestionType(type)) {
      reportProperties(json, type, name, unsupported);
      return true;
    }
    unsupported.add(name, type.slice(0, 60) || 'type', type === 'expression' ? ADVICE.computedAnswer : ADVICE.type);
    return false;
  });
}

function isQuestionType(type: string): type is QuestionTypeName {
  return (QUESTION_TYPES as readonly string[]).includes(type);
}

/** Text questions that are nothing but the free text of an option: named and shown as such. */
function freeTextsOf(questions: readonly SurveyElement[]): { readonly byOwner: ReadonlyMap<SurveyElement, SurveyElement>; readonly attached: ReadonlySet<SurveyElement> } {
  const byKey = new Map(questions.map((element) => [commentKeyOf(element.name), element]));
  const byOwner = new Map<SurveyElement, SurveyElement>();
  for (const element of questions) {
    const owner = byKey.get(element.name);
    const option = propertyOf(element.json, 'option');
    if (owner === undefined || element.type !== 'comment' || (typeof option !== 'string' && typeof option !== 'number')) continue;
    if (owner.containers.at(-1) !== element.containers.at(-1) || isOn(owner.json, 'hasOther', 'showOtherItem', 'hasComment', 'showCommentArea')) continue;
    const expected = freeTextVisibleIf(owner.name, isMultiple(owner), option, textOf(owner.json, 'visibleIf'));
    if (textOf(element.json, 'visibleIf') === expected) byOwner.set(owner, element);
  }
  return { byOwner, attached: new Set(byOwner.values()) };
}

/** More than any person answers; a file with more is no questionnaire. */
const MOST_QUESTIONS = 2000;

/** Longest key of an answer in UTF-16 code units. */
const MAX_KEY_LENGTH = 200;

function nameProblems(questions: readonly SurveyElement[]): readonly ProblemDetail[] {
  const seen = new Set<string>();
  const problems: ProblemDetail[] = [];
  const claim = (key: string): void => {
    const folded = key.toLowerCase();
    if (seen.has(folded)) problems.push({ code: 'duplicate-name', place: key.slice(0, MAX_KEY_LENGTH) });
    seen.add(folded);
  };
  for (const { name, json } of questions) {
    if (!isUsableKey(name)) problems.push({ code: 'invalid-survey', place: name.slice(0, 60) || 'name' });
    claim(name);
    if (isOn(json, 'hasOther', 'showOtherItem', 'hasComment', 'showCommentArea')) claim(commentKeyOf(name));
  }
  return problems;
}

/** survey-core takes braces and white space round a name away: the answer would come under another key. */
function isUsableKey(name: string): boolean {
  if (name === '' || name.trim() !== name || name.length > MAX_KEY_LENGTH || /[\p{Cc}\p{Cs}{}]/u.test(name)) return false;
  return !(name in Object.prototype) && name.toLowerCase() !== CONSENT_ART9_VARIABLE.toLowerCase();
}

/** Conditions are looked at one by one: those of a page stand above many questions. */
function expressionProblems(questions: readonly SurveyElement[]): readonly ProblemDetail[] {
  const known = new Map<string, boolean>();
  const isValid = (expression: string): boolean => {
    const valid = known.get(expression) ?? isExpression(expression);
    known.set(expression, valid);
    return valid;
  };
  const ofElement = ({ json, containers }: SurveyElement): readonly (string | null)[] =>
    [...containers.map((container) => textOf(container, 'visibleIf')), textOf(json, 'visibleIf'), textOf(json, 'requiredIf')];
  return questions
    .filter((element) => (element.visibleIf?.length ?? 0) > LONGEST_EXPRESSION || !ofElement(element).every((expression) => expression === null || isValid(expression)))
    .map(({ name }) => ({ code: 'invalid-expression', place: name }));
}

function reportConditions(elements: readonly SurveyElement[], coded: readonly CodedQuestion[], unsupported: UnsupportedFeatures): void {
  const answers = new Map<string, ReadableAnswer>();
  for (const { question, variables } of coded) {
    answers.set(question.name, readableAnswer(question, variables));
    if (question.commentKey !== null) answers.set(question.commentKey, { type: 'text' });
  }
  const ofContainers = new Map<string, readonly ConditionFinding[]>();
  const findingsOf = (expression: string, owner: ReadableAnswer | null): readonly ConditionFinding[] => {
    // An information that cannot be hidden is no reason to refuse the survey.
    const found = () => (isExpression(expression) ? conditionFindings(expression, answers, owner) : [{ feature: 'visibleIf', advice: ADVICE.notACondition }]);
    if (owner !== null) return found();
    const known = ofContainers.get(expression) ?? found();
    ofContainers.set(expression, known);
    return known;
  };
  for (const element of elements) {
    for (const json of [...element.containers, element.json]) {
      for (const name of ['visibleIf', 'requiredIf'] as const) {
        const expression = textOf(json, name);
        if (expression === null && !isBlank(propertyOf(json, name))) unsupported.add(element.name, name, ADVICE.notACondition);
        if (expression === null) continue;
        const owner = json === element.json ? (answers.get(element.name) ?? null) : null;
        for (const { feature, advice } of findingsOf(expression, owner)) unsupported.add(element.name, feature, advice);
      }
    }
  }
}

function readableAnswer({ type, yesNo, visibleIf }: CodebookQuestion, variables: readonly Variable[]): ReadableAnswer {
  const coded = variables.filter(({ codes }) => codes.length > 0);
  const numeric = coded.every(({ codes, option }) => (option === null ? codes.every(({ code }) => typeof code === 'number') : option.numeric === true));
  return {
    type,
    numeric: numeric && yesNo !== true,
    ...(yesNo === undefined ? {} : { yesNo }),
    ...(type === 'matrix' ? { rows: new Set(variables.flatMap(({ row }) => row ?? [])) } : {}),
    ...(visibleIf === null || type !== 'matrix' ? {} : { shownBy: namesInExpression(visibleIf) }),
  };
}

/** Tags that say something about single questions; `itemId` and `kind` of a page or panel say what stands together. */
const TAGS_OF_QUESTIONS = ['part', 'criterion', 'fieldOfAction', 'twinOf', 'reverse', 'art9', 'sensitive', 'scaleId', 'demographicId', 'measurement', 'asksDistrict', 'option'] as const;

/** Names tags of pages and panels that a question below them does not have, and questions of Art. 9 GDPR that need no consent. */
function reportTags(questions: readonly SurveyElement[], unsupported: UnsupportedFeatures): void {
  for (const { json, name, containers, visibleIf } of questions) {
    for (const container of containers) {
      const place = `pages.${textOf(container, 'name') ?? '?'}`;
      for (const tag of TAGS_OF_QUESTIONS) {
        const value = propertyOf(container, tag);
        if (!isBlank(value) && propertyOf(json, tag) === undefined) unsupported.add(place, tag, ADVICE.containerTag);
      }
    }
    if (isOn(json, 'art9') && (visibleIf === null || !demandsConsent(visibleIf))) unsupported.add(name, 'art9', ADVICE.artNineConsent);
  }
}

/** The check judges conditions on what was sent; a screen that keeps hidden answers would judge on more. */
function reportClearing(survey: Json, questions: readonly SurveyElement[], unsupported: UnsupportedFeatures): void {
  const mode = textOf(survey, 'clearInvisibleValues') ?? 'onComplete';
  const byContainer = questions.some(({ containers }) => containers.some((container) => textOf(container, 'visibleIf') !== null));
  const isConditional = questions.some(({ visibleIf }) => visibleIf !== null);
  const enough = byContainer ? ['onHiddenContainer'] : isConditional ? ['onHidden', 'onHiddenContainer'] : [mode];
  if (!enough.includes(mode)) unsupported.add('survey', 'clearInvisibleValues', ADVICE.clearing);
}

function districtVariable(coded: readonly CodedQuestion[], unsupported: UnsupportedFeatures): string | null {
  const asking = coded.filter(({ asksDistrict }) => asksDistrict);
  for (const { question } of asking.filter((entry, index) => index > 0 || entry.question.type !== 'single')) {
    unsupported.add(question.name, 'asksDistrict', ADVICE.tag);
  }
  const [first] = asking;
  return first?.question.type === 'single' ? (first.variables[0]?.name ?? null) : null;
}
