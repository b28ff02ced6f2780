import { isCalendarDate } from '../../calendar-value.js';
import type { ReportBuilder } from '../import-report.js';
import type { LssQuestion } from './lss-survey.js';
import { attributeOf } from './lss-context.js';

/** Attributes that the elements take over themselves. */
const TAKEN = new Set(['hidden', 'other_replace_text', 'dualscale_headerA', 'dualscale_headerB', 'exclude_all_others']);

/** Values of attributes that say the same as no value. */
const NOTHING = new Set(['', '0', 'N', 'default', 'inherit']);

/** Attributes that have another value when nobody has touched them. */
const UNTOUCHED: Readonly<Record<string, string>> = {
  statistics_showgraph: '1', save_as_default: 'Y', time_limit_action: '1', time_limit_timer_style: '1', display_type: '1', answer_order: 'normal',
  showpopups: '1', slider_min: '0', slider_max: '100', page_break: '1', hide_tip: '1', public_statistics: '1',
  subquestion_order: 'normal', question_template: 'core', display_columns: '1', assessment_value: '1', commented_checkbox: 'checked', commented_checkbox_auto: '1',
  value_range_allows_missing: '1', slider_separator: '|', slider_custom_handle: 'f1ae', slider_default_set: '1', location_mapheight: '300', location_mapwidth: '500',
  location_mapzoom: '11', dropdown_dates_minute_step: '1', samechoiceheight: '1', samelistheight: '1', statistics_showmap: '1', add_platform_info: 'yes',
};

const RANDOM = new Set(['random_order', 'random_group', 'answer_order', 'subquestion_order', 'parent_order', 'keep_codes_order']);
const FILTERS = new Set(['array_filter', 'array_filter_exclude']);
const RULES = new Set([
  'em_validation_q', 'em_validation_sq', 'equals_num_value', 'min_num_value', 'max_num_value', 'input_boxes_max', 'multiflexible_min', 'multiflexible_max',
  'equation', 'max_subquestions',
]);

/** Attributes each type of question turns into limits. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  M: ['min_answers', 'max_answers'], P: ['min_answers', 'max_answers'], R: ['min_answers', 'max_answers'],
  N: ['min_num_value_n', 'max_num_value_n', 'num_value_int_only', 'maximum_chars'],
  K: ['min_num_value_n', 'max_num_value_n', 'num_value_int_only', 'maximum_chars'],
  S: ['maximum_chars', 'numbers_only'], T: ['maximum_chars'], U: ['maximum_chars'], Q: ['maximum_chars', 'numbers_only'],
  D: ['date_min', 'date_max', 'date_format'],
};

/** Says of every attribute that has a value and is not taken over what that means. */
export function reportAttributes(question: LssQuestion, report: ReportBuilder): void {
  const limits = Object.hasOwn(LIMITS, question.type) ? (LIMITS[question.type] ?? []) : [];
  for (const name of question.attributes.keys()) {
    const place = `${question.code}.${name}`;
    const was = [...(question.attributes.get(name)?.values() ?? [])].find((text) => text !== '') ?? '';
    if (NOTHING.has(was) || UNTOUCHED[name] === was || TAKEN.has(name) || limits.includes(name)) continue;
    if (RANDOM.has(name)) report.leftOut(place, 'order-random', { type: name });
    else if (FILTERS.has(name)) report.leftOut(place, 'choice-filter-not-offered', { type: name });
    else if (RULES.has(name)) report.leftOut(place, 'rule-not-understood', { type: name, was });
    else report.leftOut(place, 'setting-not-offered', { type: name, was: `${name} = ${was}` });
  }
}

/** A whole number of at least 1 from an attribute; what is not a fixed number (an equation) is reported. */
export function countAttribute(question: LssQuestion, name: string, report: ReportBuilder): number | null {
  const was = attributeOf(question, name);
  if (NOTHING.has(was)) return null;
  if (/^[1-9]\d{0,5}$/.test(was)) return Number(was);
  report.leftOut(`${question.code}.${name}`, 'rule-not-understood', { type: name, was });
  return null;
}

/** A number from an attribute, with point or comma. */
export function numberAttribute(question: LssQuestion, name: string, report: ReportBuilder): number | null {
  const was = attributeOf(question, name);
  if (was === '') return null;
  if (/^-?\d{1,12}([.,]\d{1,8})?$/.test(was)) return Number(was.replace(',', '.'));
  report.leftOut(`${question.code}.${name}`, 'rule-not-understood', { type: name, was });
  return null;
}

/** A calendar date from an attribute; a bare year is its first or last day. */
export function dateAttribute(question: LssQuestion, name: 'date_min' | 'date_max', report: ReportBuilder): string | null {
  const was = attributeOf(question, name);
  if (was === '') return null;
  const date = /^\d{4}$/.test(was) ? `${was}${name === 'date_min' ? '-01-01' : '-12-31'}` : was;
  if (isCalendarDate(date)) {
    if (date !== was) report.changed(`${question.code}.${name}`, 'limit-changed', { type: name, was, now: date });
    return date;
  }
  report.leftOut(`${question.code}.${name}`, 'rule-not-understood', { type: name, was });
  return null;
}
