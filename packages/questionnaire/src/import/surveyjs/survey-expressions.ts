import { isExpression, reportCondition, type ReadableAnswers } from '../../codebook/condition-problems.js';
import { UnsupportedFeatures } from '../../codebook/unsupported-feature.js';
import { ExpressionBudget } from '../condition/expression-budget.js';
import type { ReportBuilder } from '../import-report.js';
import { isStorable } from './survey-json-values.js';
import type { SurveyRenames } from './survey-renames.js';

/** Takes over conditions: with new names and codes where they changed, left out where they read what is not there. */
export class SurveyExpressions {
  private readonly budget = new ExpressionBudget();

  /**
   * @param renames names and codes of the file → here
   * @param answers keys of the answers that were taken over; both filled before the first condition is read
   */
  constructor(
    private readonly renames: SurveyRenames,
    private readonly answers: ReadableAnswers,
    private readonly report: ReportBuilder,
  ) {}

  /** The expression as it is valid here; null when it is left out (reported). */
  taken(expression: unknown, place: string, property: 'visibleIf' | 'requiredIf'): string | null {
    if (expression === undefined || expression === null || (typeof expression === 'string' && expression.trim() === '')) return null;
    const was = typeof expression === 'string' ? expression : JSON.stringify(expression);
    const fail = (why: 'not-understood' | 'without-source'): null => {
      const reason = property === 'requiredIf' ? 'rule-not-understood' : why === 'not-understood' ? 'condition-not-understood' : 'condition-without-source';
      this.report.leftOut(place, reason, { type: property, was });
      return null;
    };
    if (typeof expression !== 'string' || !isStorable(expression) || !this.budget.allows(was) || !isExpression(was)) return fail('not-understood');
    const now = this.renames.expression(was);
    if (now === null || !isExpression(now)) return fail('not-understood');
    const unsupported = new UnsupportedFeatures();
    reportCondition(now, place, this.answers, unsupported);
    if (unsupported.all.some(({ feature }) => feature.startsWith('{'))) return fail('without-source');
    if (unsupported.all.length > 0) return fail('not-understood');
    if (now !== was) this.report.changed(place, 'condition-translated', { type: property, was, now });
    return now;
  }
}
