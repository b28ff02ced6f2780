import type { Codebook, LanguageCode, ProblemDetail } from '@stadtteilstimme/domain';
import { createVariableNames } from '../compile/variable-names.js';
import { QuestionnaireError } from '../questionnaire-error.js';
import { commentKeyOf, freeTextVisibleIf } from '../survey-model/free-text-condition.js';
import { CONSENT_ART9_VARIABLE } from '../survey-model/stadtteil-properties.js';
import { ADVICE } from './advice.js';
import { isExpression, reportCondition } from './condition-problems.js';
import type { ReadableAnswer } from './condition-problems.js';
import { isOn, isRecord, propertyOf, textOf } from './json-value.js';
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
  if (!isRecord(surveyJson) || !hasElements(surveyJson) || isTooDeep(surveyJson)) throw new QuestionnaireError([{ code: 'invalid-survey', place: 'survey' }]);
  const unsupported = new UnsupportedFeatures();
  const problems: ProblemDetail[] = [];
  reportProperties(surveyJson, 'survey', 'survey', unsupported);
  const questions = questionsOf(surveyElements(surveyJson, unsupported), unsupported);
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
  reportConditions(questions, coded, unsupported);
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
  return ['pages', 'elements', 'questions'].some((name) => Array.isArray(propertyOf(survey, name)));
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

/** The elements that ask; information is passed over, other types are named. */
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
    unsupported.add(name, type.slice(0, 60), ADVICE.type);
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

function isUsableKey(name: string): boolean {
  if (name === '' || name.length > MAX_KEY_LENGTH || /[\p{Cc}\p{Cs}]/u.test(name)) return false;
  return !(name in Object.prototype) && name.toLowerCase() !== CONSENT_ART9_VARIABLE.toLowerCase();
}

function expressionsOf(element: SurveyElement): readonly string[] {
  const requiredIf = textOf(element.json, 'requiredIf');
  return [element.visibleIf, requiredIf].filter((expression) => expression !== null);
}

function expressionProblems(questions: readonly SurveyElement[]): readonly ProblemDetail[] {
  return questions
    .filter((element) => !expressionsOf(element).every(isExpression))
    .map(({ name }) => ({ code: 'invalid-expression', place: name }));
}

function reportConditions(questions: readonly SurveyElement[], coded: readonly CodedQuestion[], unsupported: UnsupportedFeatures): void {
  const answers = new Map<string, ReadableAnswer>();
  for (const { question, variables } of coded) {
    const rows = question.type === 'matrix' ? { rows: new Set(variables.flatMap(({ row }) => row ?? [])) } : {};
    answers.set(question.name, { type: question.type, ...rows, ...(question.yesNo === undefined ? {} : { yesNo: question.yesNo }) });
    if (question.commentKey !== null) answers.set(question.commentKey, { type: 'text' });
  }
  for (const element of questions) {
    for (const json of [...element.containers, element.json]) {
      for (const expression of [textOf(json, 'visibleIf'), textOf(json, 'requiredIf')]) {
        if (expression !== null) reportCondition(expression, element.name, answers, unsupported);
      }
    }
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
