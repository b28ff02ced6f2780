import type { AnswerCode } from '@stadtteilstimme/domain';
import { ArrayOperand, BinaryOperand, ConditionsParser, Const, FunctionOperand, UnaryOperand, Variable, type Operand } from 'survey-core';

/** What a value of the file is called here: a code, or `true` and `false` of a yes/no question. */
export type NewLiteral = AnswerCode | boolean;

/** A quoted text, a variable, or a word or number of an expression. */
const TOKENS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\{[^{}]*\}|[\p{L}\p{N}_.-]+/gsu;

/** What was renamed on the way in, and expressions with the new names. */
export class SurveyRenames {
  private readonly names = new Map<string, string>();
  private readonly codes = new Map<string, Map<string, NewLiteral>>();
  private readonly rows = new Map<string, Map<string, string>>();

  /** A question, or an input of one (`question.input`), by its name in the file; of two with one name the first counts. */
  question(foreign: string, now: string): void {
    if (foreign !== '' && !this.names.has(foreign)) this.names.set(foreign, now);
  }

  /** A changed code of an answer. @param question its name here */
  code(question: string, foreign: string, now: NewLiteral): void {
    noted(this.codes, question, foreign, now);
  }

  /** A changed code of a row. @param question its name here */
  row(question: string, foreign: string, now: string): void {
    noted(this.rows, question, foreign.trim(), now);
  }

  /** A code of the file as it is here. @param question its name here */
  codeNow(question: string, foreign: AnswerCode): AnswerCode {
    const now = this.codes.get(question)?.get(String(foreign));
    return now === undefined || typeof now === 'boolean' ? foreign : now;
  }

  /** What a variable of an expression or a placeholder of a text (`question`, `question.row`, `question[0]`) reads here. */
  variable(foreign: string): string {
    const whole = this.names.get(foreign);
    if (whole !== undefined) return whole;
    // A question's name may itself have a point.
    for (let end = foreign.length - 1; end > 0; end -= 1) {
      const mark = foreign[end];
      if (mark !== '.' && mark !== '[') continue;
      const owner = this.names.get(foreign.slice(0, end).trim());
      if (owner === undefined) continue;
      const rest = foreign.slice(end + 1);
      return mark === '[' ? `${owner}[${rest}` : `${owner}.${this.rows.get(owner)?.get(rest.trim()) ?? rest}`;
    }
    return foreign;
  }

  /** The expression with every new name and code; null where a changed code cannot be told from a text that stays. */
  expression(was: string): string | null {
    const root = new ConditionsParser().parseExpression(was);
    if (root === null || root === undefined) return was;
    const literals = new Map<string, Set<NewLiteral | null>>();
    this.collect(root, null, literals);
    let isSure = [...literals.values()].every((meanings) => meanings.size <= 1);
    const open = new Set([...literals].filter(([, meanings]) => [...meanings].some((meaning) => meaning !== null)).map(([value]) => value));
    const replaced = new Set<string>();
    const now = was.replaceAll(TOKENS, (token) => {
      if (token.startsWith('{')) {
        const name = token.slice(1, -1);
        const renamed = this.variable(name.trim());
        return renamed === name.trim() ? token : `{${renamed}}`;
      }
      const value = /^['"]/.test(token) ? token.slice(1, -1).replaceAll(/\\(['"])/g, '$1') : token;
      if (!open.has(value)) return token;
      const [meaning] = literals.get(value) ?? [];
      if (meaning === null || meaning === undefined) return token;
      replaced.add(value);
      if (typeof meaning !== 'string') return String(meaning);
      if (/[\\{}]/.test(meaning)) isSure = false;
      return `'${meaning.replaceAll("'", "\\'")}'`;
    });
    return isSure && replaced.size === open.size ? now : null;
  }

  /** Every value with what it means here (null: as it is), by what it is compared with. */
  private collect(operand: Operand, questions: readonly string[] | null, literals: Map<string, Set<NewLiteral | null>>): void {
    if (operand instanceof Variable) return;
    if (operand instanceof Const) {
      const value = String(operand.correctValue);
      const meanings = literals.get(value) ?? new Set();
      const readers = questions ?? [];
      for (const question of readers) meanings.add(this.codes.get(question)?.get(value) ?? null);
      if (readers.length === 0) meanings.add(null);
      literals.set(value, meanings);
      return;
    }
    const children = childrenOf(operand);
    const read = operand instanceof BinaryOperand && !operand.isConjunction ? children.flatMap((child) => (child instanceof Variable ? [this.owner(child.variable)] : [])) : null;
    for (const child of children) this.collect(child, read ?? (operand instanceof ArrayOperand ? questions : null), literals);
  }

  private owner(variable: string): string {
    const now = this.variable(variable);
    if (this.codes.has(now)) return now;
    return /^[^.[]+/.exec(now)?.[0] ?? now;
  }
}

function noted<T>(all: Map<string, Map<string, T>>, question: string, foreign: string, now: T): void {
  const known = all.get(question) ?? new Map<string, T>();
  known.set(foreign, now);
  all.set(question, known);
}

function childrenOf(operand: Operand): readonly Operand[] {
  if (operand instanceof BinaryOperand) return [operand.leftOperand, operand.rightOperand].filter((side): side is Operand => side instanceof Object);
  if (operand instanceof UnaryOperand) return [operand.expression];
  if (operand instanceof FunctionOperand) return operand.paramValues;
  return operand instanceof ArrayOperand ? operand.values : [];
}
