import type { ElementJson } from '../survey-parts.js';
import { arrayElement, pairElements } from './lss-array-elements.js';
import { multipleElements, rankingElement, singleElements } from './lss-choice-elements.js';
import type { LssContext } from './lss-context.js';
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
  const type = lssTypeName(question.type);
  if (question.theme === 'browserdetect') {
    report.leftOut(question.code, 'device-data-not-offered', { type });
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
      report.leftOut(question.code, Object.hasOwn(LEFT_OUT_AS, question.type) ? (LEFT_OUT_AS[question.type] ?? 'type-not-offered') : 'type-not-offered', { type, was: type });
      return [];
  }
}

const LEFT_OUT_AS: Readonly<Record<string, 'file-not-offered' | 'calculation-not-offered' | 'setting-not-offered'>> = {
  '|': 'file-not-offered',
  '*': 'calculation-not-offered',
  I: 'setting-not-offered',
};
