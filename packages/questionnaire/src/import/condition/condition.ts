import type { AnswerCode } from '@stadtteilstimme/domain';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Codes of a question: as they are in the file → as they are here. */
export type NewCodes = ReadonlyMap<string, AnswerCode>;

/** What a condition may read. Names are those of the new questionnaire. */
export type ConditionSource =
  /** The answer of a question. */
  | { readonly kind: 'answer'; readonly question: string; readonly numeric: boolean; readonly codes?: NewCodes }
  /** The ticks of a multiple choice together: only whether there are any can be asked. */
  | { readonly kind: 'list'; readonly question: string }
  /** One row of a matrix. */
  | { readonly kind: 'row'; readonly question: string; readonly row: string; readonly numeric: boolean; readonly codes?: NewCodes }
  /** Whether one option of a multiple choice is ticked. */
  | { readonly kind: 'option'; readonly question: string; readonly code: AnswerCode };

/** A condition between the languages of LimeSurvey, XLSForm and SurveyJS. */
export type Condition =
  | { readonly kind: 'always'; readonly value: boolean }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'compare'; readonly source: ConditionSource; readonly operator: Comparison; readonly value: AnswerCode }
  | { readonly kind: 'answered'; readonly source: ConditionSource; readonly value: boolean };

/**
 * Why a condition cannot be translated: it says something we cannot (`not-understood`) or reads what was not taken
 * (`without-source`), or it never holds (`never`).
 */
export class UntranslatableCondition extends Error {
  override readonly name = 'UntranslatableCondition';

  constructor(readonly why: 'not-understood' | 'without-source' | 'never') {
    super(why);
  }
}

/**
 * The condition as a SurveyJS expression; `null` when it always holds.
 *
 * Unanswered questions: `<>` holds for them in all three languages, the other comparisons do not. A multiple choice
 * contains no option while it is unanswered.
 * @throws {UntranslatableCondition} when it never holds or a text cannot be quoted
 */
export function surveyExpression(condition: Condition): string | null {
  const simple = simplified(condition);
  if (simple.kind !== 'always') return written(simple, false);
  if (simple.value) return null;
  throw new UntranslatableCondition('never');
}

function simplified(condition: Condition): Condition {
  if (condition.kind === 'not') {
    const inner = simplified(condition.inner);
    return inner.kind === 'always' ? { kind: 'always', value: !inner.value } : { kind: 'not', inner };
  }
  if (condition.kind !== 'and' && condition.kind !== 'or') return condition;
  const left = simplified(condition.left);
  const right = simplified(condition.right);
  const neutral = condition.kind === 'and';
  if (left.kind === 'always') return left.value === neutral ? right : left;
  if (right.kind === 'always') return right.value === neutral ? left : right;
  return { kind: condition.kind, left, right };
}

function written(condition: Condition, inBrackets: boolean): string {
  switch (condition.kind) {
    case 'always':
      return condition.value ? '(1 = 1)' : '(1 = 2)';
    case 'and':
    case 'or': {
      const joined = [condition.left, condition.right]
        .map((part) => written(part, part.kind !== condition.kind))
        .join(` ${condition.kind} `);
      return inBrackets ? `(${joined})` : joined;
    }
    case 'not':
      return `!(${written(condition.inner, false)})`;
    case 'answered':
      return answeredExpression(condition.source, condition.value);
    case 'compare':
      return compareExpression(condition.source, condition.operator, condition.value);
  }
}

function answeredExpression(source: ConditionSource, answered: boolean): string {
  if (source.kind === 'option') return `{${source.question}} ${answered ? 'contains' : 'notcontains'} ${literal(source.code)}`;
  return `${reference(source)} ${answered ? 'notempty' : 'empty'}`;
}

function compareExpression(source: ConditionSource, operator: Comparison, value: AnswerCode): string {
  if (source.kind === 'option' || source.kind === 'list') throw new UntranslatableCondition('not-understood');
  const ordered = operator !== '=' && operator !== '<>';
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (ordered && typeof number !== 'number') throw new UntranslatableCondition('not-understood');
  // Codes that are numbers are compared with numbers, everything else with texts, as the answer check knows them.
  const compared = ordered ? number : (source.codes?.get(String(value)) ?? (source.numeric ? number : String(value)));
  return `${reference(source)} ${operator} ${literal(compared)}`;
}

function reference(source: ConditionSource): string {
  if (source.kind !== 'row') return `{${source.question}}`;
  if (!/^[\p{L}\p{N}_-]+$/u.test(source.row)) throw new UntranslatableCondition('not-understood');
  return `{${source.question}.${source.row}}`;
}

/** A number or a text in single quotes (survey-core reads no apostrophe in double ones, nor a sure backslash or brace). */
function literal(value: AnswerCode): string {
  if (typeof value === 'number') return String(value);
  if (/[\\{}\p{Cc}]/u.test(value)) throw new UntranslatableCondition('not-understood');
  return `'${value.replaceAll("'", "\\'")}'`;
}

/** The opposite comparison when both sides change places: `5 < a` is `a > 5`. */
export const MIRRORED: Readonly<Record<Comparison, Comparison>> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
