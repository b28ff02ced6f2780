/** Longest expression of a person, and of all of a questionnaire together, in UTF-16 code units. */
const LONGEST = 2000;
const ALL_TOGETHER = 200_000;

/** Most brackets and negations in one expression; survey-core reads them by recursion. */
const MOST_BRACKETS = 40;

/** Keeps the time bounded that a file can make the readers of expressions spend. One per import. */
export class ExpressionBudget {
  private left = ALL_TOGETHER;

  /** Whether the expression may still be read. */
  allows(expression: string): boolean {
    if (expression.length > LONGEST || expression.length > this.left) return false;
    this.left -= expression.length;
    return (expression.match(/[([!]/g) ?? []).length <= MOST_BRACKETS;
  }
}
