import { UntranslatableCondition, type Comparison, type Condition, type ConditionSource } from '../condition/condition.js';
import { ExpressionBudget } from '../condition/expression-budget.js';
import type { ConditionLanguage, ConditionToken } from '../condition/condition-parser.js';

const OPERATORS: Readonly<Record<string, Comparison>> = {
  '==': '=', '=': '=', eq: '=', '!=': '<>', '<>': '<>', ne: '<>', '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=',
};
const LOGIC: Readonly<Record<string, 'and' | 'or' | 'not'>> = { and: 'and', '&&': 'and', or: 'or', '||': 'or', '!': 'not', not: 'not' };

/** One word of an expression of LimeSurvey's Expression Manager; the first group that matches says which. */
const WORD = /\s*(?:"([^"\\]*)"|'([^'\\]*)'|(-?\d+(?:\.\d+)?)(?![\w.])|(==|!=|<>|<=|>=|=|<|>|&&|\|\||!)|([(),])|([A-Za-z_]\w*(?:\.\w+)*|\d+X\d+X\w+(?:\.\w+)*))/y;

/** Parts of an answer that mean the answer itself; `.NAOK` also allows it to be missing. */
const SUFFIX = /\.(NAOK|value|code|valueNAOK)$/i;

/**
 * LimeSurvey's Expression Manager, its simple kind: answers (`Q1.NAOK`, `Q1_SQ001.NAOK`) compared with fixed values,
 * `is_empty()`, and, or, not. Everything that counts, formats or looks elsewhere is not translated.
 * @param source what a reference reads, by its code without suffix; undefined = not taken over
 */
export function relevanceLanguage(source: (code: string) => ConditionSource | undefined): ConditionLanguage {
  const find = (reference: string): ConditionSource => {
    if (/\.\w+$/.test(reference)) throw new UntranslatableCondition('not-understood');
    const found = source(reference);
    if (found === undefined) throw new UntranslatableCondition('without-source');
    return found;
  };
  return { tokens: relevanceTokens, source: find, call: (name, parameters) => relevanceCall(name, parameters, find), budget: new ExpressionBudget(), tick: 'Y' };
}

function relevanceTokens(expression: string): readonly ConditionToken[] {
  const tokens: ConditionToken[] = [];
  WORD.lastIndex = 0;
  const trimmed = expression.trim();
  while (WORD.lastIndex < trimmed.length) {
    const match = WORD.exec(trimmed);
    if (match === null) throw new UntranslatableCondition('not-understood');
    tokens.push(tokenOf(match, trimmed.slice(WORD.lastIndex)));
  }
  return tokens;
}

function tokenOf([, double, single, number, sign, bracket, word = '']: RegExpExecArray, rest: string): ConditionToken {
  if (double !== undefined || single !== undefined) return { kind: 'text', value: double ?? single ?? '' };
  if (number !== undefined) return { kind: 'number', value: number };
  if (bracket === '(' || bracket === ')' || bracket === ',') return { kind: 'bracket', value: bracket };
  const lower = (sign ?? word).toLowerCase();
  const logic = Object.hasOwn(LOGIC, lower) ? LOGIC[lower] : undefined;
  if (logic !== undefined) return { kind: 'logic', value: logic };
  const operator = Object.hasOwn(OPERATORS, lower) ? OPERATORS[lower] : undefined;
  if (operator !== undefined) return { kind: 'operator', value: operator };
  if (/^\s*\(/.test(rest)) return { kind: 'word', value: lower };
  return { kind: 'reference', value: word.replace(SUFFIX, '') };
}

function relevanceCall(name: string, parameters: readonly (readonly ConditionToken[])[], find: (reference: string) => ConditionSource): Condition {
  const [token, ...more] = parameters[0] ?? [];
  if (parameters.length !== 1 || token?.kind !== 'reference' || more.length > 0) throw new UntranslatableCondition('not-understood');
  if (name === 'is_empty') return { kind: 'answered', source: find(token.value), value: false };
  throw new UntranslatableCondition('not-understood');
}
