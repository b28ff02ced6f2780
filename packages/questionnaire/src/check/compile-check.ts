import { codedVariables, NOT_SHOWN } from '@stadtteilstimme/domain';
import type { Answers, AnswerValue, Codebook, ConsentGiven, ProblemDetail } from '@stadtteilstimme/domain';
import { ProblemList, UNKNOWN_PLACE } from './answer-problem.js';
import { acceptFreeText } from './free-text.js';
import { questionRule } from './question-rule.js';
import type { QuestionRule } from './question-rule.js';
import { compileExpression, expressionValues } from './visibility.js';
import type { CompiledExpression } from './visibility.js';

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
    const hidden = hiddenRules(accepted, consent.art9 === true, compiled);
    refuseHidden(hidden, accepted, problems);
    if (!problems.isEmpty) return { ok: false, problems: problems.all };
    const district = codebook.districtVariable === null ? undefined : accepted[codebook.districtVariable];
    return {
      ok: true,
      answers: accepted,
      vector: encode(accepted, hidden, compiled),
      district: typeof district === 'string' ? district : null,
    };
  };
}

interface CompiledRules {
  readonly rules: readonly QuestionRule[];
  readonly knownKeys: ReadonlySet<string>;
  /** Each different expression once, with the questions it shows. */
  readonly conditions: readonly { readonly expression: CompiledExpression; readonly rules: readonly QuestionRule[] }[];
  readonly vectorLength: number;
}

function compileRules(codebook: Codebook): CompiledRules {
  const columns = codedVariables(codebook).map((variable, index) => ({ variable, index }));
  const rules = codebook.questions.map((question) => questionRule(question, codebook, columns));
  const expressions = new Set(codebook.questions.map((question) => question.visibleIf).filter((expression) => expression !== null));
  return {
    rules,
    knownKeys: new Set(codebook.questions.flatMap(({ name, commentKey }) => (commentKey === null ? [name] : [name, commentKey]))),
    conditions: [...expressions].map((expression) => ({
      expression: compileExpression(expression),
      rules: rules.filter((rule) => rule.question.visibleIf === expression),
    })),
    vectorLength: columns.length,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    if (hasChosen(value, rule.commentOption)) accepted[commentKey] = text;
    else problems.add('comment-without-choice', commentKey);
  }
  return accepted;
}

function hasChosen(value: AnswerValue | undefined, option: string | null): boolean {
  if (option === null) return false;
  return Array.isArray(value) ? value.includes(option) : value === option;
}

function hiddenRules(accepted: Answers, consentArt9: boolean, { conditions }: CompiledRules): ReadonlySet<QuestionRule> {
  const hidden = new Set<QuestionRule>();
  if (conditions.length === 0) return hidden;
  const values = expressionValues(accepted, consentArt9);
  for (const { expression, rules } of conditions) {
    if (expression.isTrue(values)) continue;
    for (const rule of rules) hidden.add(rule);
  }
  return hidden;
}

function refuseHidden(hidden: ReadonlySet<QuestionRule>, accepted: Answers, problems: ProblemList): void {
  for (const { question } of hidden) {
    if (Object.hasOwn(accepted, question.name)) problems.add('hidden-answer', question.name);
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
