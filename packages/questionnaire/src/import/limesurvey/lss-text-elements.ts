import { LONGEST_TEXT } from '../../codebook/value-rules.js';
import { COMMENT_MAX_LENGTH } from '../../compile/comment-length.js';
import { textProperty, valueProperty, type ElementJson } from '../survey-parts.js';
import { countAttribute, dateAttribute, numberAttribute } from './lss-attributes.js';
import { isCountable, reportRowConditions } from './lss-choice-elements.js';
import { attributeOf, headOf, requirement, type LssContext } from './lss-context.js';

/** Short, long or huge free text; a short one that takes only numbers becomes a number. */
export function textElement(context: LssContext): readonly ElementJson[] {
  const { question, name } = context;
  const onlyNumbers = question.type === 'S' && attributeOf(question, 'numbers_only') === '1';
  context.means(question.code, { kind: 'answer', question: name, numeric: onlyNumbers });
  if (onlyNumbers) return numberElement(context);
  const type = question.type === 'S' ? 'text' : 'comment';
  return [{ type, name, ...headOf(context), ...requirement(context), ...lengthLimit(context) }];
}

/** Every text has a limit here; where LimeSurvey has none it is reported. */
function lengthLimit({ question, report }: LssContext): ElementJson {
  const stated = countAttribute(question, 'maximum_chars', report);
  const limit = Math.min(stated ?? COMMENT_MAX_LENGTH, LONGEST_TEXT);
  if (limit !== stated) report.changed(question.code, 'text-limit-set', { now: String(limit), ...(stated === null ? {} : { was: String(stated) }) });
  return { maxLength: limit };
}

/** A number with its limits. */
export function numberElement(context: LssContext): readonly ElementJson[] {
  const { question, name } = context;
  context.means(question.code, { kind: 'answer', question: name, numeric: true });
  return [{ type: 'text', inputType: 'number', name, ...headOf(context), ...requirement(context), ...numberLimits(context) }];
}

function numberLimits({ question, report }: LssContext): ElementJson {
  const min = numberAttribute(question, 'min_num_value_n', report);
  const max = numberAttribute(question, 'max_num_value_n', report);
  const isWhole = attributeOf(question, 'num_value_int_only') === '1';
  return { ...valueProperty('min', min), ...valueProperty('max', max), ...(isWhole ? { step: 1 } : {}) };
}

/** Several inputs under one heading: a panel with one question per subquestion. */
export function inputPanel(context: LssContext): readonly ElementJson[] {
  const { question, name, texts, report } = context;
  if (!isCountable(context, question.subquestions.length)) return [];
  reportRowConditions(context);
  const isNumber = question.type === 'K' || attributeOf(question, 'numbers_only') === '1';
  const limits = isNumber ? { inputType: 'number', ...numberLimits(context) } : lengthLimit(context);
  const required = requirement(context);
  report.changed(question.code, 'split-into-questions', { type: question.type, detail: String(question.subquestions.length) });
  const elements = question.subquestions.map(({ code, texts: own }): ElementJson => {
    const foreign = `${question.code}_${code}`;
    const input = context.claim(foreign);
    if (input !== foreign) report.changed(foreign, 'name-changed', { was: foreign, now: input });
    context.means(foreign, { kind: 'answer', question: input, numeric: isNumber });
    return { type: 'text', name: input, title: texts.label(own, foreign, code), ...required, ...limits };
  });
  return [{ type: 'panel', name, ...headOf(context), elements }];
}

/** A calendar date; LimeSurvey's type can also ask for the time of day, ours cannot. */
export function dateElement(context: LssContext): readonly ElementJson[] {
  const { question, name, report } = context;
  context.means(question.code, { kind: 'answer', question: name, numeric: false });
  const format = attributeOf(question, 'date_format');
  if (/[HM]{2}|[hi]:/.test(format.replaceAll(/mm/g, ''))) report.changed(`${question.code}.date_format`, 'time-left-out', { was: format });
  const min = dateAttribute(question, 'date_min', report);
  const max = dateAttribute(question, 'date_max', report);
  return [{ type: 'text', inputType: 'date', name, ...headOf(context), ...requirement(context), ...valueProperty('min', min), ...valueProperty('max', max) }];
}

/** Text for people; its help text joins it. */
export function informationElement({ question, name, texts, report }: LssContext): readonly ElementJson[] {
  const html = texts.html(question.texts, question.code);
  const help = texts.html(question.help, question.code);
  const joined = Object.fromEntries(
    [...new Set([...Object.keys(html), ...Object.keys(help)])].map((language) => [language, [html[language], help[language]].filter(Boolean).join('<br>')]),
  );
  if (Object.keys(joined).length === 0) {
    report.leftOut(question.code, 'no-content', { type: question.type });
    return [];
  }
  if (question.mandatory === 'Y') report.leftOut(`${question.code}.mandatory`, 'setting-not-offered', { was: 'mandatory = Y' });
  return [{ type: 'html', name, ...textProperty('html', joined) }];
}
