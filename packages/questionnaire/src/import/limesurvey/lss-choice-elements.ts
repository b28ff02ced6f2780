import type { LocalizedText } from '@stadtteilstimme/domain';
import { COMMENT_MAX_LENGTH } from '../../compile/comment-length.js';
import { commentKeyOf } from '../../survey-model/free-text-condition.js';
import { expressionOf } from '../condition/translate-condition.js';
import { MOST_CODES } from '../../codebook/choice-codes.js';
import { codedChoices, newCodes, type CodedChoice, type ForeignChoice } from '../legal-codes.js';
import { flag, textProperty, valueProperty, type ElementJson } from '../survey-parts.js';
import { commentTitle, FIXED_ANSWERS } from './fixed-answers.js';
import { countAttribute } from './lss-attributes.js';
import { attributeOf, attributeTexts, choicesJson, headOf, isNumeric, requirement, type LssContext } from './lss-context.js';
import type { LssAnswer } from './lss-survey.js';

/** Code survey-core uses for "other", and the one LimeSurvey uses. */
const OTHER = 'other';
const LSS_OTHER = '-oth-';

/** One answer from a list: radio, dropdown, with comment, yes/no, gender, five points. */
export function singleElements(context: LssContext): readonly ElementJson[] {
  const { question, name, languages } = context;
  const hasOther = question.other && (question.type === 'L' || question.type === '!');
  const coded = answerCodes(context, question.answers, 0, hasOther);
  if (coded === null) return [];
  const source = { kind: 'answer', question: name, numeric: isNumeric(coded), codes: new Map([...newCodes(coded), ...(hasOther ? [[LSS_OTHER, OTHER] as const] : [])]) } as const;
  context.means(question.code, source);
  if (hasOther) context.means(`${question.code}_other`, { kind: 'answer', question: commentKeyOf(name), numeric: false });
  const element: ElementJson = {
    type: question.type === '!' ? 'dropdown' : 'radiogroup',
    name,
    ...headOf(context),
    ...requirement(context),
    choices: choicesJson(coded),
    ...otherProperties(context, hasOther),
  };
  if (question.type !== 'O') return [element];
  const comment = context.claim(`${question.code}_comment`);
  context.report.changed(question.code, 'comment-as-question', { now: comment });
  context.means(`${question.code}_comment`, { kind: 'answer', question: comment, numeric: false });
  return [element, commentQuestion(comment, commentTitle(languages.languages), null)];
}

/** Codes of the listed or the built-in answers of one scale; null when there are none or too many (reported). */
export function answerCodes(
  context: LssContext,
  answers: readonly LssAnswer[],
  scale: number,
  hasOther: boolean,
): readonly CodedChoice<LocalizedText>[] | null {
  const { question, texts, languages, report } = context;
  const fixed = FIXED_ANSWERS[question.type];
  const choices: readonly ForeignChoice<LocalizedText>[] =
    fixed?.map(({ code, text }) => ({ code, data: text(languages.languages) })) ??
    answers.filter((answer) => answer.scale === scale).map((answer) => ({ code: answer.code, data: texts.label(answer.texts, `${question.code}.${answer.code}`, answer.code) }));
  if (fixed !== undefined) report.changed(question.code, 'codes-fixed', { type: question.type, detail: fixed.map(({ code }) => code).join(', ') });
  if (!isCountable(context, choices.length)) return null;
  for (const { code, assessment } of answers) {
    if (!['', '0'].includes(assessment)) report.leftOut(`${question.code}.${code}`, 'assessment-not-offered', { was: `${code} = ${assessment}` });
  }
  return codedChoices(choices, question.code, report, { reserved: hasOther ? [OTHER] : [], digitsAreNumbers: true });
}

/** Several answers from a list; comments become questions of their own. */
export function multipleElements(context: LssContext): readonly ElementJson[] {
  const { question, name, texts, report } = context;
  if (!isCountable(context, question.subquestions.length)) return [];
  const coded = codedChoices(
    question.subquestions.map(({ code, texts: own }) => ({ code, data: texts.label(own, `${question.code}_${code}`, code) })),
    question.code,
    report,
    { reserved: question.other ? [OTHER] : [], digitsAreNumbers: true },
  );
  for (const { foreign, code } of coded) context.means(`${question.code}_${foreign}`, { kind: 'option', question: name, code });
  if (question.other) context.means(`${question.code}_other`, { kind: 'option', question: name, code: OTHER });
  reportRowConditions(context);
  const limits = { min: countAttribute(question, 'min_answers', report), max: countAttribute(question, 'max_answers', report) };
  const element: ElementJson = {
    type: 'checkbox',
    name,
    ...headOf(context),
    ...requirement(context),
    choices: choicesJson(coded, exclusiveCodes(context)),
    ...otherProperties(context, question.other),
    ...valueProperty('minSelectedChoices', limits.min),
    ...valueProperty('maxSelectedChoices', limits.max),
  };
  return question.type === 'P' ? [element, ...optionComments(context, coded)] : [element];
}

function optionComments(context: LssContext, coded: readonly CodedChoice<LocalizedText>[]): readonly ElementJson[] {
  const { question, name, report } = context;
  if (question.other) report.leftOut(`${question.code}_othercomment`, 'option-comment-left-out');
  return coded.flatMap(({ foreign, code, data }) => {
    const chosen = expressionOf({ kind: 'answered', source: { kind: 'option', question: name, code }, value: true });
    if (chosen === null) {
      report.leftOut(`${question.code}_${foreign}comment`, 'option-comment-left-out');
      return [];
    }
    const comment = context.claim(`${question.code}_${foreign}comment`);
    context.means(`${question.code}_${foreign}comment`, { kind: 'answer', question: comment, numeric: false });
    report.changed(`${question.code}_${foreign}comment`, 'comment-as-question', { now: comment });
    return [commentQuestion(comment, data, chosen)];
  });
}

function exclusiveCodes({ question, report }: LssContext): ReadonlySet<string> {
  const listed = attributeOf(question, 'exclude_all_others').split(/[;,]/).map((code) => code.trim()).filter((code) => code !== '');
  const known = new Set(question.subquestions.map(({ code }) => code));
  const exclusive = listed.filter((code) => known.has(code));
  for (const code of exclusive) report.taken(`${question.code}_${code}.exclude_all_others`, 'exclude_all_others');
  for (const code of listed) if (!known.has(code)) report.leftOut(`${question.code}.exclude_all_others`, 'rule-not-understood', { was: code });
  return new Set(exclusive);
}

/** LimeSurvey allows to rank only some unless its limits say otherwise. Its items are answers, in newer files subquestions. */
export function rankingElement(context: LssContext): readonly ElementJson[] {
  const { question, name, texts, report } = context;
  const items = question.answers.length > 0 ? question.answers : question.subquestions;
  if (!isCountable(context, items.length)) return [];
  const coded = codedChoices(
    items.map(({ code, texts: own }) => ({ code, data: texts.label(own, `${question.code}.${code}`, code) })),
    question.code,
    report,
    { digitsAreNumbers: true },
  );
  const max = countAttribute(question, 'max_answers', report);
  const min = countAttribute(question, 'min_answers', report);
  return [{
    type: 'ranking',
    name,
    ...headOf(context),
    ...requirement(context),
    choices: choicesJson(coded),
    selectToRankEnabled: true,
    ...valueProperty('minSelectedChoices', min),
    ...valueProperty('maxSelectedChoices', max),
  }];
}

/** Nothing to choose from, or more than a codebook holds: the question is left out. */
export function isCountable({ question, report }: LssContext, count: number): boolean {
  if (count === 0) report.leftOut(question.code, 'no-answers', { type: question.type });
  if (count > MOST_CODES) report.leftOut(question.code, 'too-many-answers', { type: question.type });
  return count > 0 && count <= MOST_CODES;
}

/** Conditions on single rows or ticks. */
export function reportRowConditions({ question, report }: LssContext): void {
  for (const { code, relevance } of question.subquestions) {
    if (!['', '1'].includes(relevance)) report.leftOut(`${question.code}_${code}`, 'choice-condition-not-offered', { was: relevance });
  }
}

function otherProperties(context: LssContext, hasOther: boolean): ElementJson {
  if (!hasOther) return {};
  const { question, texts, report } = context;
  report.changed(`${question.code}_other`, 'code-changed', { was: LSS_OTHER, now: OTHER });
  return { ...flag('showOtherItem', true), ...textProperty('otherText', texts.plain(attributeTexts(context, 'other_replace_text'), `${question.code}.other_replace_text`)) };
}

function commentQuestion(name: string, title: LocalizedText, visibleIf: string | null): ElementJson {
  return { type: 'comment', name, ...textProperty('title', title), ...valueProperty('visibleIf', visibleIf), maxLength: COMMENT_MAX_LENGTH };
}
