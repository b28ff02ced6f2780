import { ConditionRunner } from 'survey-core';
import type { ReportBuilder } from '../import-report.js';
import { surveyExpression, UntranslatableCondition, type Condition } from './condition.js';
import { parseCondition, type ConditionLanguage } from './condition-parser.js';

/** A condition as it is here. */
export interface TranslatedCondition {
  /** SurveyJS expression; null = always shown. */
  readonly expression: string | null;
  /** The condition can never hold: what it belongs to is always hidden. */
  readonly never: boolean;
}

/**
 * Translates a foreign condition and reports it: as translated with both wordings, or left out with the reason. A condition
 * that always holds (`1`, empty) is none and needs no report; one that never holds is for the caller to report.
 * @param type the foreign word for it, for example `relevance`
 * @returns an expression that survey-core can run
 */
export function translatedCondition(
  expression: string,
  language: ConditionLanguage,
  place: string,
  type: string,
  report: ReportBuilder,
): TranslatedCondition {
  const was = expression.trim();
  const translation = tryTranslation(was, language);
  if (translation.expression !== null) report.changed(place, 'condition-translated', { type, was, now: translation.expression });
  if (translation.failure === 'not-understood') report.leftOut(place, 'condition-not-understood', { type, was });
  if (translation.failure === 'without-source') report.leftOut(place, 'condition-without-source', { type, was });
  return { expression: translation.expression, never: translation.failure === 'never' };
}

/** A condition of our own as an expression; null where its codes cannot be written in one. */
export function expressionOf(condition: Condition): string | null {
  try {
    const expression = surveyExpression(condition);
    return expression !== null && new ConditionRunner(expression).canRun() ? expression : null;
  } catch (error) {
    if (error instanceof UntranslatableCondition) return null;
    throw error;
  }
}

/** A translation without its report; expression and failure are both null for a condition that always holds. */
export function tryTranslation(
  expression: string,
  language: ConditionLanguage,
): { readonly expression: string | null; readonly failure: UntranslatableCondition['why'] | null } {
  if (expression === '') return { expression: null, failure: null };
  try {
    const translated = surveyExpression(parseCondition(expression, language));
    // survey-core takes an expression it cannot read as "shown"; such a condition must not get that far.
    if (translated !== null && !new ConditionRunner(translated).canRun()) throw new UntranslatableCondition('not-understood');
    return { expression: translated, failure: null };
  } catch (error) {
    if (!(error instanceof UntranslatableCondition)) throw error;
    return { expression: null, failure: error.why };
  }
}
