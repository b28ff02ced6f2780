import type { CodebookQuestion } from '@stadtteilstimme/domain';
import { ArrayOperand, BinaryOperand, ConditionsParser, Const, FunctionOperand, UnaryOperand, Variable } from 'survey-core';
import type { Operand } from 'survey-core';
import { CONSENT_ART9_VARIABLE } from '../survey-model/stadtteil-properties.js';
import { ADVICE } from './advice.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** A question that conditions may read, with the codes of its rows if it is a matrix. */
export type ReadableAnswer = Pick<CodebookQuestion, 'type' | 'yesNo'> & { readonly rows?: ReadonlySet<string> };

/** What conditions may read: keys of answers with their questions. */
export type ReadableAnswers = ReadonlyMap<string, ReadableAnswer>;

/** Functions that depend on nothing but their arguments. */
const PURE_FUNCTIONS: readonly string[] = ['iif', 'sum', 'avg', 'min', 'max', 'round', 'trunc'];

/** Longest expression in UTF-16 code units. */
const MAX_LENGTH = 10_000;

/** Whether survey-core can read an expression; it silently takes one it cannot read as "shown". */
export function isExpression(expression: string): boolean {
  return parsed(expression) !== null;
}

function parsed(expression: string): Operand | null {
  if (expression.length > MAX_LENGTH) return null;
  try {
    return new ConditionsParser().parseExpression(expression) ?? null;
  } catch {
    // Brackets in brackets in brackets …: deeper than the stack.
    return null;
  }
}

/**
 * Names what a condition reads that is no answer, functions whose result is not the same everywhere, and conditions that
 * are neither true nor false: survey-core shows a question only for `true` itself, but takes anything for true within
 * `and`, `or` and where a panel is around it.
 */
export function reportCondition(expression: string, place: string, answers: ReadableAnswers, unsupported: UnsupportedFeatures): void {
  const root = parsed(expression);
  if (root === null) return;
  const variables: string[] = [];
  root.setVariables(variables);
  for (const name of variables) {
    if (!isReadable(name, answers)) unsupported.add(place, `{${name.slice(0, 60)}}`, ADVICE.unknownReference);
  }
  for (const { functionName } of operandsIn(root).filter((operand) => operand instanceof FunctionOperand)) {
    if (!PURE_FUNCTIONS.includes(functionName)) unsupported.add(place, `${functionName.slice(0, 60)}()`, ADVICE.expressionFunction);
  }
  if (!isTrueOrFalse(root, answers)) unsupported.add(place, 'visibleIf', ADVICE.notTrueOrFalse);
}

function operandsIn(root: Operand): readonly Operand[] {
  return [root, ...childrenOf(root).flatMap(operandsIn)];
}

function childrenOf(operand: Operand): readonly Operand[] {
  if (operand instanceof BinaryOperand) return [operand.leftOperand, operand.rightOperand].filter((side): side is Operand => side instanceof Object);
  if (operand instanceof UnaryOperand) return [operand.expression];
  if (operand instanceof FunctionOperand) return operand.paramValues;
  return operand instanceof ArrayOperand ? operand.values : [];
}

function isTrueOrFalse(operand: Operand, answers: ReadableAnswers): boolean {
  const all = (operands: readonly Operand[]): boolean => operands.every((child) => isTrueOrFalse(child, answers));
  if (operand instanceof BinaryOperand) return operand.isConjunction ? all(childrenOf(operand)) : !operand.isArithmetic;
  if (operand instanceof UnaryOperand) return true;
  if (operand instanceof FunctionOperand) return operand.functionName === 'iif' && all(operand.paramValues.slice(1));
  if (operand instanceof Variable) return isConsent(operand.variable) || answers.get(operand.variable)?.yesNo === true;
  return operand instanceof Const && operand.isBoolean();
}

function isConsent(name: string): boolean {
  return name.toLowerCase() === CONSENT_ART9_VARIABLE.toLowerCase();
}

/**
 * An answer, a row of a matrix (`{question.row}`) or a place of a ranking (`{question[0]}`). Not a place among ticks: in
 * which order somebody ticked is not kept.
 */
function isReadable(name: string, answers: ReadableAnswers): boolean {
  if (answers.has(name) || isConsent(name)) return true;
  // A question's name may itself have a point.
  for (let end = name.length - 1; end > 0; end -= 1) {
    const found = name[end] === '.' || name[end] === '[' ? answers.get(name.slice(0, end)) : undefined;
    if (found === undefined) continue;
    if (name[end] === '.') return found.type === 'matrix' && (found.rows === undefined || found.rows.has(name.slice(end + 1)));
    return found.type === 'ranking';
  }
  return false;
}
