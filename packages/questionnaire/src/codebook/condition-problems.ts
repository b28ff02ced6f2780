import type { CodebookQuestion } from '@stadtteilstimme/domain';
import { ArrayOperand, BinaryOperand, ConditionsParser, Const, FunctionOperand, settings, UnaryOperand, Variable } from 'survey-core';
import type { Operand } from 'survey-core';
import { CONSENT_ART9_VARIABLE } from '../survey-model/stadtteil-properties.js';
import { ADVICE } from './advice.js';
import type { Advice, UnsupportedFeatures } from './unsupported-feature.js';

/** A question that conditions may read. */
export type ReadableAnswer = Pick<CodebookQuestion, 'type' | 'yesNo'> & {
  /** Codes of the rows of a matrix. */
  readonly rows?: ReadonlySet<string>;
  /** All its codes are numbers. */
  readonly numeric?: boolean;
  /** What its own visibility depends on. */
  readonly shownBy?: readonly string[];
};

/** What conditions may read: keys of answers with their questions. */
export type ReadableAnswers = ReadonlyMap<string, ReadableAnswer>;

/** Functions that calculate; with anything but numbers they join texts, fail, or depend on the order of ticks. */
const CALCULATING_FUNCTIONS: readonly string[] = ['sum', 'avg', 'min', 'max', 'round', 'trunc'];

/** Functions that depend on nothing but their arguments. */
const PURE_FUNCTIONS: readonly string[] = ['iif', ...CALCULATING_FUNCTIONS];

/** Names a survey answers itself before it looks for a question (survey-core 2.5.37, `SurveyValueGetterContext`), and `length`. */
const NAMES_OF_THE_SURVEY: ReadonlySet<string> = new Set([
  'locale', 'pageno', 'pagecount', 'correctedanswers', 'correctanswers', 'correctedanswercount', 'incorrectedanswers', 'incorrectanswers',
  'incorrectedanswercount', 'questioncount', 'length', ...Object.values(settings.expressionVariables).map((name) => name.toLowerCase()),
]);

/**
 * Tests with a fixed value that depend neither on the order of a list, nor on how survey-core keeps an empty one, nor on
 * white space round a text (kept on the screen, not here).
 */
const SAFE_TESTS: Readonly<Partial<Record<CodebookQuestion['type'], readonly string[]>>> = {
  multiple: ['equal', 'notequal', 'contains', 'notcontains', 'anyof', 'noneof', 'allof'],
  ranking: ['contains', 'notcontains', 'anyof', 'noneof', 'allof'],
  matrix: [],
  text: ['equal', 'notequal', 'contains', 'notcontains', 'anyof', 'noneof', 'allof'],
};

/** Longest expression in UTF-16 code units. */
export const LONGEST_EXPRESSION = 10_000;

/** Whether survey-core can read an expression; it silently takes one it cannot read as "shown". */
export function isExpression(expression: string): boolean {
  return parsed(expression) !== null;
}

function parsed(expression: string): Operand | null {
  if (expression.length > LONGEST_EXPRESSION) return null;
  try {
    return new ConditionsParser().parseExpression(expression) ?? null;
  } catch {
    // Brackets in brackets in brackets …: deeper than the stack.
    return null;
  }
}

/** Something in a condition that may go otherwise on the screen than here. */
export interface ConditionFinding {
  readonly feature: string;
  readonly advice: Advice;
}

/** Names what `conditionFindings` finds. */
export function reportCondition(expression: string, place: string, answers: ReadableAnswers, unsupported: UnsupportedFeatures): void {
  for (const { feature, advice } of conditionFindings(expression, answers)) unsupported.add(place, feature, advice);
}

/**
 * What a condition reads that is no answer or means something else on the screen, lists and texts that are compared by
 * order or with other answers, functions whose result is not the same everywhere, and whether it is neither true nor false:
 * survey-core shows a question only for `true` itself, but takes anything for true within `and`, `or` and where a panel is
 * around it. Nothing for what is no expression.
 * @param owner the question whose own condition it is, null for that of a page or panel: survey-core looks into the
 * question's own answer first
 */
export function conditionFindings(expression: string, answers: ReadableAnswers, owner: ReadableAnswer | null = null): readonly ConditionFinding[] {
  const root = parsed(expression);
  if (root === null) return [];
  const names = new Set(namesIn(root));
  return [
    ...[...names].flatMap((name) => referenceFinding(name, names, owner, answers) ?? []),
    ...unsafelyRead(root, answers).map((name) => ({ feature: `visibleIf: ${name.slice(0, 60)}`, advice: ADVICE.unsafeComparison })),
    ...operandsIn(root).filter((operand) => operand instanceof FunctionOperand).flatMap((call) => functionFinding(call, answers) ?? []),
    ...(isTrueOrFalse(root, answers) ? [] : [{ feature: 'visibleIf', advice: ADVICE.notTrueOrFalse }]),
  ];
}

function referenceFinding(name: string, names: ReadonlySet<string>, owner: ReadableAnswer | null, answers: ReadableAnswers): ConditionFinding | null {
  if (isAmbiguous(name, owner, answers)) return { feature: `{${name.slice(0, 60)}}`, advice: ADVICE.ambiguousReference };
  if (!isReadable(name, answers)) return { feature: `{${name.slice(0, 60)}}`, advice: ADVICE.unknownReference };
  return isOutdated(name, names, answers) ? { feature: `visibleIf: ${name.slice(0, 60)}`, advice: ADVICE.rowOfHidden } : null;
}

function functionFinding({ functionName, paramValues }: FunctionOperand, answers: ReadableAnswers): ConditionFinding | null {
  const feature = `${functionName.slice(0, 60)}()`;
  if (!PURE_FUNCTIONS.includes(functionName)) return { feature, advice: ADVICE.expressionFunction };
  const calculatesOther = CALCULATING_FUNCTIONS.includes(functionName) && paramValues.flatMap(namesIn).some((name) => !isNumeric(name, answers));
  return calculatesOther ? { feature, advice: ADVICE.calculation } : null;
}

/** Whether an expression can only hold with the consent to questions of Art. 9 GDPR: the consent itself or one side of an `and`. */
export function demandsConsent(expression: string): boolean {
  const root = parsed(expression);
  return root !== null && isConsentDemanded(root);
}

function isConsentDemanded(operand: Operand): boolean {
  if (operand instanceof Variable) return isConsent(operand.variable);
  if (!(operand instanceof BinaryOperand)) return false;
  const sides = childrenOf(operand);
  if (operand.isConjunction) return operand.operator === 'and' && sides.some(isConsentDemanded);
  const isTrue = (side: Operand): boolean => side instanceof Const && side.isBoolean() && side.correctValue === true;
  return operand.operator === 'equal' && sides.some((side) => side instanceof Variable && isConsent(side.variable)) && sides.some(isTrue);
}

/** Everything an expression reads; nothing when it cannot be read. */
export function namesInExpression(expression: string): readonly string[] {
  const root = parsed(expression);
  return root === null ? [] : namesIn(root);
}

function namesIn(operand: Operand): readonly string[] {
  const names: string[] = [];
  operand.setVariables(names);
  return names;
}

/** Lists (ticks, ranks, rows) and texts anywhere but in a test that is safe for them. */
function unsafelyRead(operand: Operand, answers: ReadableAnswers): readonly string[] {
  if (operand instanceof Variable) {
    const type = answers.get(operand.variable)?.type;
    return type !== undefined && SAFE_TESTS[type] !== undefined ? [operand.variable] : [];
  }
  if (operand instanceof UnaryOperand && ['empty', 'notempty'].includes(operand.operator.toLowerCase()) && operand.expression instanceof Variable) return [];
  if (operand instanceof BinaryOperand && operand.leftOperand instanceof Variable && operand.rightOperand instanceof Object && namesIn(operand.rightOperand as Operand).length === 0) {
    const type = answers.get(operand.leftOperand.variable)?.type;
    if (type !== undefined && SAFE_TESTS[type]?.includes(operand.operator) === true) return [];
  }
  return childrenOf(operand).flatMap((child) => unsafelyRead(child, answers));
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

/** The answer a reference begins with and what it asks of it: `{grid.row}`, `{ranks[0]}`; a question's name may itself have a point. */
function partOf(name: string, answers: ReadableAnswers): { readonly answer: ReadableAnswer; readonly sign: string; readonly part: string } | null {
  for (let end = name.length - 1; end > 0; end -= 1) {
    const sign = name[end] ?? '';
    const answer = sign === '.' || sign === '[' ? answers.get(name.slice(0, end)) : undefined;
    if (answer !== undefined) return { answer, sign, part: name.slice(end + 1) };
  }
  return null;
}

/**
 * An answer, a row of a matrix (`{question.row}`) or a place of a ranking (`{question[0]}`). Not a place among ticks: in
 * which order somebody ticked is not kept.
 */
function isReadable(name: string, answers: ReadableAnswers): boolean {
  if (answers.has(name) || isConsent(name)) return true;
  const found = partOf(name, answers);
  if (found === null) return false;
  const { answer, sign, part } = found;
  return sign === '[' ? answer.type === 'ranking' : answer.type === 'matrix' && (answer.rows === undefined || answer.rows.has(part));
}

/**
 * A reference that survey-core reads otherwise on the screen: a name of its own, one of the question's own rows or places, a
 * property (`$`), a place in a list where a question is called `q[0]`, a row where a question is called `grid.row`.
 */
function isAmbiguous(name: string, owner: ReadableAnswer | null, answers: ReadableAnswers): boolean {
  const first = (name.split(/[.[]/)[0] ?? '').toLowerCase();
  if (NAMES_OF_THE_SURVEY.has(first) || name.startsWith('$') || first.endsWith(settings.expressionVariables.unwrapPostfix)) return true;
  if (answers.has(name) && (name.endsWith(']') || partOf(name, answers) !== null)) return true;
  if (owner?.rows !== undefined) return [...owner.rows].some((row) => [name.toLowerCase(), first].includes(row.toLowerCase()));
  return (owner?.type === 'multiple' || owner?.type === 'ranking') && /^\d+$/.test(first);
}

/**
 * A row of a matrix that may itself be hidden: survey-core 2.5.37 takes its answers away but does not judge a condition on
 * one of its rows anew, unless the condition reads, too, what hides the matrix.
 */
function isOutdated(name: string, names: ReadonlySet<string>, answers: ReadableAnswers): boolean {
  const found = answers.has(name) ? null : partOf(name, answers);
  return found?.sign === '.' && found.answer.shownBy?.every((shown) => names.has(shown)) === false;
}

function isNumeric(name: string, answers: ReadableAnswers): boolean {
  const answer = answers.get(name);
  // A row of a matrix, a place of a ranking: numbers where all columns or options are; a whole list is none.
  if (answer === undefined) return partOf(name, answers)?.answer.numeric === true;
  return answer.type === 'number' || (answer.numeric === true && SAFE_TESTS[answer.type] === undefined);
}
