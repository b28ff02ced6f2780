import { codedVariables, NOT_SHOWN } from '@stadtteilstimme/domain';
import type { Answers, AnswerValue, Codebook, CodebookQuestion, ConsentGiven, ProblemDetail } from '@stadtteilstimme/domain';
import { isRecord } from '../codebook/json-value.js';
import { ProblemList, UNKNOWN_PLACE } from './answer-problem.js';
import { acceptFreeText } from './free-text.js';
import { questionRule } from './question-rule.js';
import type { QuestionRule } from './question-rule.js';
import { compileExpression, expressionValues } from './visibility.js';
import type { CompiledExpression, ExpressionValues } from './visibility.js';

export type CheckResult =
  | {
      readonly ok: true;
      /** Normal form: known keys in codebook order, ticks in codebook order, texts trimmed, nothing empty. */
      readonly answers: Answers;
      /** One byte per coded variable in `codedVariables` order: 0 not answered, 255 not shown, else the code's position. */
      readonly vector: Uint8Array;
      /** Code of the district question as chosen: a district id or a special option; null = not asked or not answered. */
      readonly district: string | null;
    }
  | { readonly ok: false; readonly problems: readonly ProblemDetail[] };

/** Checks one answer. `answers` is whatever came over the wire. Never throws, never repeats anything it was given. */
export type AnswerCheck = (answers: unknown, context: { readonly consent: ConsentGiven }) => CheckResult;

/**
 * Compiles the codebook of a published version to its answer check. Do it once per version: a check then takes
 * microseconds. Stricter than survey-core on purpose (the README lists where).
 * @throws {Error} when the codebook contradicts itself or holds an expression that cannot be parsed.
 */
export function compileCheck(codebook: Codebook): AnswerCheck {
  const compiled = compileRules(codebook);
  return (answers, { consent }) => {
    const problems = new ProblemList();
    if (consent.agree !== true) problems.add('missing-consent', 'consent.agree');
    if (!isRecord(answers)) {
      problems.add('wrong-type', UNKNOWN_PLACE);
      return { ok: false, problems: problems.all };
    }
    const accepted = acceptAnswers(answers, compiled, problems);
    if (!problems.isEmpty) return { ok: false, problems: problems.all };
    // Last, because visibility may only be computed from answers that are valid.
    const values = expressionValues(accepted, consent.art9 === true);
    const hidden = rulesWhere(compiled.visibility, values, false);
    refuseHidden(hidden, accepted, problems);
    if (problems.isEmpty && consent.art9 !== true) refuseWithoutConsent(compiled.art9Keys, accepted, problems);
    if (!problems.isEmpty) return { ok: false, problems: problems.all };
    demandAnswers(accepted, hidden, rulesWhere(compiled.requirement, values, true), compiled, problems);
    if (!problems.isEmpty) return { ok: false, problems: problems.all };
    const district = compiled.districtKey === null ? undefined : accepted[compiled.districtKey];
    return {
      ok: true,
      answers: accepted,
      vector: encode(accepted, hidden, compiled),
      district: typeof district === 'string' ? district : null,
    };
  };
}

/** One expression with the questions that have it. */
interface Condition {
  readonly expression: CompiledExpression;
  readonly rules: readonly QuestionRule[];
}

interface CompiledRules {
  readonly rules: readonly QuestionRule[];
  readonly knownKeys: ReadonlySet<string>;
  /** Each different expression once. */
  readonly visibility: readonly Condition[];
  readonly requirement: readonly Condition[];
  readonly districtKey: string | null;
  /** Keys of answers under Art. 9 GDPR. */
  readonly art9Keys: readonly string[];
  readonly vectorLength: number;
}

function compileRules(codebook: Codebook): CompiledRules {
  const columns = codedVariables(codebook).map((variable, index) => ({ variable, index }));
  const rules = codebook.questions.map((question) => questionRule(question, codebook, columns));
  return {
    rules,
    knownKeys: new Set(codebook.questions.flatMap(({ name, commentKey }) => (commentKey === null ? [name] : [name, commentKey]))),
    visibility: conditionsOf(rules, (question) => question.visibleIf),
    requirement: conditionsOf(rules, (question) => question.requiredIf ?? null),
    districtKey: codebook.variables.find((variable) => variable.name === codebook.districtVariable)?.question ?? null,
    art9Keys: [...new Set(codebook.variables.filter(({ art9 }) => art9).map(({ question }) => question))],
    vectorLength: columns.length,
  };
}

function conditionsOf(rules: readonly QuestionRule[], expressionOf: (question: CodebookQuestion) => string | null): readonly Condition[] {
  const byExpression = new Map<string, QuestionRule[]>();
  for (const rule of rules) {
    const expression = expressionOf(rule.question);
    if (expression === null) continue;
    const known = byExpression.get(expression);
    if (known) known.push(rule);
    else byExpression.set(expression, [rule]);
  }
  return [...byExpression].map(([expression, having]) => ({ expression: compileExpression(expression), rules: having }));
}

/** Only own keys count: `__proto__` from a JSON body is an own, unknown key, and inherited ones are never read. */
function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function acceptAnswers(
  answers: Readonly<Record<string, unknown>>,
  { rules, knownKeys }: CompiledRules,
  problems: ProblemList,
): Record<string, AnswerValue> {
  if (Object.keys(answers).some((key) => !knownKeys.has(key))) problems.add('unknown-question', UNKNOWN_PLACE);
  const accepted: Record<string, AnswerValue> = {};
  for (const rule of rules) {
    const { name, commentKey, commentMaxLength } = rule.question;
    const value = rule.accept(own(answers, name), problems);
    if (value !== undefined) accepted[name] = value;
    if (commentKey === null) continue;
    const text = acceptFreeText(own(answers, commentKey), commentKey, commentMaxLength, problems);
    if (text === undefined) continue;
    if (rule.commentOption === null || hasChosen(value, rule.commentOption)) accepted[commentKey] = text;
    else problems.add('comment-without-choice', commentKey);
  }
  return accepted;
}

function hasChosen(value: AnswerValue | undefined, option: string | number): boolean {
  return Array.isArray(value) ? value.includes(option) : value === option;
}

function rulesWhere(conditions: readonly Condition[], values: ExpressionValues, holds: boolean): ReadonlySet<QuestionRule> {
  const found = new Set<QuestionRule>();
  for (const { expression, rules } of conditions) {
    if (expression.isTrue(values) !== holds) continue;
    for (const rule of rules) found.add(rule);
  }
  return found;
}

function refuseHidden(hidden: ReadonlySet<QuestionRule>, accepted: Answers, problems: ProblemList): void {
  for (const { question } of hidden) {
    if (Object.hasOwn(accepted, question.name)) problems.add('hidden-answer', question.name);
    // A text that needs no choice can come alone; any other was refused with its missing choice.
    else if (question.commentKey !== null && Object.hasOwn(accepted, question.commentKey)) problems.add('hidden-answer', question.commentKey);
  }
}

/** Without the consent such a question is hidden; should its condition forget the consent, nothing is taken all the same. */
function refuseWithoutConsent(art9Keys: readonly string[], accepted: Answers, problems: ProblemList): void {
  if (art9Keys.some((key) => Object.hasOwn(accepted, key))) problems.add('missing-consent', 'consent.art9');
}

/** Nothing is demanded of a question that is not shown. */
function demandAnswers(
  accepted: Answers,
  hidden: ReadonlySet<QuestionRule>,
  demanded: ReadonlySet<QuestionRule>,
  { rules }: CompiledRules,
  problems: ProblemList,
): void {
  for (const rule of rules) {
    if (hidden.has(rule)) continue;
    const { name, commentKey, commentRequired, eachRowRequired, required } = rule.question;
    const value = accepted[name];
    const isDemanded = required === true || eachRowRequired === true || demanded.has(rule);
    if (isDemanded && !(rule.isAnswered?.(value) ?? value !== undefined)) problems.add('answer-required', name);
    if (commentRequired !== true || commentKey === null || Object.hasOwn(accepted, commentKey)) continue;
    if (rule.commentOption === null || hasChosen(value, rule.commentOption)) problems.add('answer-required', commentKey);
  }
}

function encode(accepted: Answers, hidden: ReadonlySet<QuestionRule>, { rules, vectorLength }: CompiledRules): Uint8Array {
  const vector = new Uint8Array(vectorLength);
  for (const rule of rules) {
    if (hidden.has(rule)) for (const { index } of rule.columns) vector[index] = NOT_SHOWN;
    else rule.encode(accepted[rule.question.name], vector);
  }
  return vector;
}
