import { ArrayOperand, BinaryOperand, ConditionsParser, Const, UnaryOperand, Variable } from 'survey-core';
import type { Operand } from 'survey-core';

/** What a condition may read, by the name it has here. */
export type LssSource =
  /** One value: a choice, a row of a matrix, a number, a date or a text. `codes`: code here → code there. */
  | { readonly kind: 'value'; readonly code: string; readonly numeric: boolean; readonly codes: ReadonlyMap<string, string> | null }
  /** Ticks: code here → subquestion there. */
  | { readonly kind: 'ticks'; readonly code: string; readonly codes: ReadonlyMap<string, string> };

const OPERATORS: Readonly<Record<string, string>> = { equal: '==', notequal: '!=', less: '<', lessorequal: '<=', greater: '>', greaterorequal: '>=' };

/** The condition says something that LimeSurvey's simple kind of equation cannot. */
class Untranslatable extends Error {}

/**
 * A SurveyJS expression of the simple kind as a relevance equation of LimeSurvey (LimeSurvey manual: ExpressionScript):
 * answers compared with fixed values, ticks, answered or not, joined by and, or, not. Null for anything else.
 * @param source what a name reads; undefined = not in the file
 */
export function lssRelevance(expression: string, source: (name: string) => LssSource | undefined): string | null {
  const operand = new ConditionsParser().parseExpression(expression) as Operand | undefined;
  if (!operand) return null;
  try {
    return written(operand, source);
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}

type Sources = (name: string) => LssSource | undefined;

function written(operand: Operand, source: Sources): string {
  if (operand instanceof UnaryOperand) return unary(operand, source);
  if (!(operand instanceof BinaryOperand)) throw new Untranslatable();
  const left = operand.leftOperand as Operand;
  const right = operand.rightOperand as Operand;
  if (operand.operator === 'and' || operand.operator === 'or') return `(${written(left, source)}) ${operand.operator} (${written(right, source)})`;
  return comparison(operand.operator, left, right, source);
}

function unary(operand: UnaryOperand, source: Sources): string {
  if (operand.operator === 'negate') return `!(${written(operand.expression, source)})`;
  if (operand.operator !== 'empty' && operand.operator !== 'notempty') throw new Untranslatable();
  const read = sourceOf(operand.expression, source);
  const empty = read.kind === 'value' ? `is_empty(${read.code}.NAOK)` : [...read.codes.values()].map((code) => `${read.code}_${code}.NAOK != "Y"`).join(' and ');
  return operand.operator === 'empty' ? empty : `!(${empty})`;
}

function comparison(operator: string, left: Operand, right: Operand, source: Sources): string {
  const read = sourceOf(left, source);
  const values = valuesOf(right);
  if (operator === 'anyof') return values.map((value) => single(read, 'equal', value)).join(' or ');
  if (operator === 'allof') return values.map((value) => single(read, 'equal', value)).join(' and ');
  const [value, ...more] = values;
  if (value === undefined || more.length > 0) throw new Untranslatable();
  if (operator === 'contains' || operator === 'notcontains') {
    if (read.kind !== 'ticks') throw new Untranslatable();
    return single(read, operator === 'contains' ? 'equal' : 'notequal', value);
  }
  if (read.kind === 'ticks') throw new Untranslatable();
  return single(read, operator, value);
}

function single(read: LssSource, operator: string, value: string | number | boolean): string {
  // Yes and no are answers of a list there; a text or a tick is never `true`.
  if (typeof value === 'boolean' && (read.kind === 'ticks' || read.codes === null)) throw new Untranslatable();
  const sign = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (sign === undefined) throw new Untranslatable();
  if (read.kind === 'ticks') {
    const code = read.codes.get(String(value));
    if (code === undefined) throw new Untranslatable();
    return `${read.code}_${code}.NAOK ${sign} "Y"`;
  }
  const isOrder = sign !== '==' && sign !== '!=';
  const code = read.codes === null ? String(value) : read.codes.get(String(value));
  if (code === undefined || /["\\]/.test(code)) throw new Untranslatable();
  const isNumber = typeof value === 'number' && read.numeric && Number.isFinite(Number(code)) && value >= 0;
  // An order of words, or of codes that had to be renamed, would mean something else there.
  if (isOrder && (!isNumber || code !== String(value))) throw new Untranslatable();
  return `${read.code}.NAOK ${sign} ${isNumber ? code : `"${code}"`}`;
}

function sourceOf(operand: Operand, source: Sources): LssSource {
  const found = operand instanceof Variable ? source(operand.variable) : undefined;
  if (!found) throw new Untranslatable();
  return found;
}

function valuesOf(operand: Operand): readonly (string | number | boolean)[] {
  const operands: readonly Operand[] = operand instanceof ArrayOperand ? operand.values : [operand];
  return operands.map((entry) => {
    if (!(entry instanceof Const) || entry instanceof Variable) throw new Untranslatable();
    const value: unknown = entry.correctValue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw new Untranslatable();
    return value;
  });
}
