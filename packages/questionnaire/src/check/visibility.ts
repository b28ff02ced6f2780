import { ExpressionRunner } from 'survey-core';
import { CONSENT_ART9_VARIABLE } from '../survey-model/stadtteil-properties.js';

/** Answers and variables an expression may read. */
export type ExpressionValues = Readonly<Record<string, unknown>>;

/** Evaluates one expression; compiled once, run for every answer. */
export interface CompiledExpression {
  readonly isTrue: (values: ExpressionValues) => boolean;
}

/**
 * Compiles a SurveyJS expression with survey-core's own parser and runner, so that server and screen cannot disagree.
 * As in a survey it holds only when its result is `true` itself: survey-core's ConditionRunner would also take 1 for it.
 * One that fails while it runs does not hold.
 * @throws {Error} when the expression cannot be parsed; survey-core itself would silently take it as "shown".
 */
export function compileExpression(expression: string): CompiledExpression {
  const runner = new ExpressionRunner(expression);
  if (!runner.canRun()) throw new Error(`Not a SurveyJS expression: ${expression}`);
  return {
    isTrue: (values) => {
      try {
        return runner.runValues({ ...values }) === true;
      } catch {
        // survey-core's sum and avg fail on texts; codebookFromSurvey names such conditions.
        return false;
      }
    },
  };
}

/** What expressions may read beside the answers; survey-core knows variables in lower case. */
export function expressionValues(answers: ExpressionValues, consentArt9: boolean): ExpressionValues {
  return { ...answers, [CONSENT_ART9_VARIABLE]: consentArt9, [CONSENT_ART9_VARIABLE.toLowerCase()]: consentArt9 };
}
