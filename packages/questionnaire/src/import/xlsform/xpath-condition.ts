import { UntranslatableCondition, type Comparison, type Condition, type ConditionSource } from '../condition/condition.js';
import { ExpressionBudget } from '../condition/expression-budget.js';
import type { ConditionLanguage, ConditionToken } from '../condition/condition-parser.js';

/** What `${name}` is, when it was taken over. */
export interface FormAnswer {
  readonly source: ConditionSource & { readonly kind: 'answer' };
  /** A list of answers: only `selected()` may look into it. */
  readonly isMultiple: boolean;
}

/** One word of an expression as ODK's forms have it (XPath 1.0); the first group that matches says which. */
const WORD = /\s*(?:"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?)(?![\w.])|(!=|<=|>=|=|<|>)|([(),])|\$\{\s*([^{}\s]{1,200})\s*\}|([A-Za-z][\w-]*))/y;

const OPERATORS: Readonly<Record<string, Comparison>> = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };

/**
 * The simple kind of XLSForm's expressions: `${q} = 'x'`, other comparisons with fixed values, `selected(${q}, 'x')`, and, or,
 * `not()`, `true()`, `false()`, tests for `''`. Everything that counts, computes or walks through the form is not translated.
 * @param answer what a name in `${}` is; undefined = not taken over
 */
export function xpathLanguage(answer: (name: string) => FormAnswer | undefined): ConditionLanguage {
  const find = (name: string): FormAnswer => {
    const found = answer(name);
    if (found === undefined) throw new UntranslatableCondition('without-source');
    return found;
  };
  return {
    tokens: xpathTokens,
    source: (name) => {
      const { source, isMultiple } = find(name);
      return isMultiple ? { kind: 'list', question: source.question } : source;
    },
    call: (name, parameters) => xpathCall(name, parameters, find),
    budget: new ExpressionBudget(),
    tick: null,
  };
}

function xpathTokens(expression: string): readonly ConditionToken[] {
  const tokens: ConditionToken[] = [];
  // Word processors write „typographic“ quotes; ODK's own tools read them as plain ones.
  const trimmed = expression.trim().replaceAll(/[\u2018\u2019]/g, "'").replaceAll(/[\u201c\u201d]/g, '"');
  WORD.lastIndex = 0;
  while (WORD.lastIndex < trimmed.length) {
    const match = WORD.exec(trimmed);
    if (match === null) throw new UntranslatableCondition('not-understood');
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf([, double, single, number, sign, bracket, reference, word = '']: RegExpExecArray): ConditionToken {
  if (double !== undefined || single !== undefined) return { kind: 'text', value: double ?? single ?? '' };
  if (number !== undefined) return { kind: 'number', value: number };
  if (bracket === '(' || bracket === ')' || bracket === ',') return { kind: 'bracket', value: bracket };
  if (reference !== undefined) return { kind: 'reference', value: reference };
  const operator = sign === undefined ? undefined : OPERATORS[sign];
  if (operator !== undefined) return { kind: 'operator', value: operator };
  const lower = word.toLowerCase();
  if (lower === 'and' || lower === 'or' || lower === 'not') return { kind: 'logic', value: lower };
  return { kind: 'word', value: lower };
}

function xpathCall(name: string, parameters: readonly (readonly ConditionToken[])[], find: (name: string) => FormAnswer): Condition {
  const [first = [], second = []] = parameters;
  if ((name === 'true' || name === 'false') && parameters.length === 1 && first.length === 0) return { kind: 'always', value: name === 'true' };
  const [reference, ...more] = first;
  const [option, ...evenMore] = second;
  const isSelected = name === 'selected' && parameters.length === 2 && more.length === 0 && evenMore.length === 0;
  if (!isSelected || reference?.kind !== 'reference' || (option?.kind !== 'text' && option?.kind !== 'number')) {
    throw new UntranslatableCondition('not-understood');
  }
  const { source, isMultiple } = find(reference.value);
  if (!isMultiple) return { kind: 'compare', source, operator: '=', value: option.value };
  return { kind: 'answered', source: { kind: 'option', question: source.question, code: source.codes?.get(option.value) ?? option.value }, value: true };
}
