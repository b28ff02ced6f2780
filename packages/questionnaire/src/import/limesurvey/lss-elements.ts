import type { ElementJson } from '../survey-parts.js';
import { arrayElement, pairElements } from './lss-array-elements.js';
import { multipleElements, rankingElement, singleElements } from './lss-choice-elements.js';
import { attributeOf, type LssContext } from './lss-context.js';
import type { LssQuestion } from './lss-survey.js';
import { dateElement, informationElement, inputPanel, numberElement, textElement } from './lss-text-elements.js';

/** LimeSurvey's one-letter types with their names, as the manual lists them. */
export const LSS_TYPES: Readonly<Record<string, string>> = {
  L: 'List (radio)', '!': 'List (dropdown)', O: 'List with comment', M: 'Multiple choice', P: 'Multiple choice with comments',
  F: 'Array', A: 'Array (5 point choice)', B: 'Array (10 point choice)', C: 'Array (Yes/No/Uncertain)', E: 'Array (Increase/Same/Decrease)',
  H: 'Array by column', '1': 'Array dual scale', Y: 'Yes/No', G: 'Gender', '5': '5 point choice', S: 'Short free text', T: 'Long free text',
  U: 'Huge free text', N: 'Numerical input', K: 'Multiple numerical input', Q: 'Multiple short text', R: 'Ranking', D: 'Date/Time',
  X: 'Text display', '|': 'File upload', ':': 'Array (Numbers)', ';': 'Array (Texts)', '*': 'Equation', I: 'Language switch',
};

/** `L: List (radio)`, as reports name the type. */
export function lssTypeName(type: string): string {
  return Object.hasOwn(LSS_TYPES, type) ? `${type}: ${LSS_TYPES[type] ?? ''}` : type;
}

/**
 * The elements that one LimeSurvey question becomes, without its condition; empty when it is left out (the reason is in the
 * report).
 */
export function lssElements(context: LssContext): readonly ElementJson[] {
  const { question, report } = context;
  const reason = reasonToLeaveOut(question);
  if (reason !== null) {
    const type = lssTypeName(question.type);
    report.leftOut(question.code, reason, { type, was: type });
    return [];
  }
  switch (question.type) {
    case 'L': case '!': case 'O': case 'Y': case 'G': case '5':
      return singleElements(context);
    case 'M': case 'P':
      return multipleElements(context);
    case 'F': case 'A': case 'B': case 'C': case 'E': case 'H':
      return arrayElement(context);
    case '1':
      return pairElements(context);
    case 'R':
      return rankingElement(context);
    case 'S': case 'T': case 'U':
      return textElement(context);
    case 'N':
      return numberElement(context);
    case 'K': case 'Q':
      return inputPanel(context);
    case 'D':
      return dateElement(context);
    case 'X':
      return informationElement(context);
    default:
      return [];
  }
}

type Reason = 'file-not-offered' | 'calculation-not-offered' | 'setting-not-offered' | 'device-data-not-offered' | 'place-not-offered' | 'type-not-offered';

const LEFT_OUT_AS: Readonly<Record<string, Reason>> = {
  '|': 'file-not-offered',
  '*': 'calculation-not-offered',
  I: 'setting-not-offered',
};

const TAKEN_TYPES: ReadonlySet<string> = new Set([...'L!OYG5MPFABCEH1RSTUNKQDX']);

/** What a date format must have so that a day is asked for; LimeSurvey's type can also ask for the time of day alone. */
const DAY_FORMAT = /[dmyj]/;

/**
 * Why a question is not asked here, whatever else it holds; null when it may be. A short text can be a map that asks for a
 * position, or read what browser somebody uses; older versions say so in the attribute `question_template`.
 */
export function reasonToLeaveOut(question: LssQuestion): Reason | null {
  if (question.theme === 'browserdetect' || attributeOf(question, 'question_template') === 'browserdetect') return 'device-data-not-offered';
  if (question.type === 'S' && !['', '0'].includes(attributeOf(question, 'location_mapservice'))) return 'place-not-offered';
  const format = attributeOf(question, 'date_format');
  if (question.type === 'D' && format !== '' && !DAY_FORMAT.test(format)) return 'type-not-offered';
  if (TAKEN_TYPES.has(question.type)) return null;
  return Object.hasOwn(LEFT_OUT_AS, question.type) ? (LEFT_OUT_AS[question.type] ?? 'type-not-offered') : 'type-not-offered';
}
