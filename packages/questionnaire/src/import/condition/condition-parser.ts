import type { ExpressionBudget } from './expression-budget.js';
import { MIRRORED, UntranslatableCondition, type Comparison, type Condition, type ConditionSource } from './condition.js';

/** A word of a foreign expression. */
export type ConditionToken =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  /** A reference to an answer, without its brackets or signs. */
  | { readonly kind: 'reference'; readonly value: string }
  /** A bare word: `and`, `or`, `not`, or the name of a function. */
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'operator'; readonly value: Comparison }
  | { readonly kind: 'logic'; readonly value: 'and' | 'or' | 'not' }
  | { readonly kind: 'bracket'; readonly value: '(' | ')' | ',' };

/** What a foreign language has of its own. */
export interface ConditionLanguage {
  /** @throws {UntranslatableCondition} for a sign the language does not have */
  readonly tokens: (expression: string) => readonly ConditionToken[];
  /** What a reference reads. @throws {UntranslatableCondition} `without-source` when it was not taken */
  readonly source: (reference: string) => ConditionSource;
  /** A function call as a condition; the arguments are tokens between commas. */
  readonly call: (name: string, parameters: readonly (readonly ConditionToken[])[]) => Condition;
  /** How much of the file's expressions may be read. */
  readonly budget: ExpressionBudget;
  /** Texts that say an option is ticked; in LimeSurvey `Y`. */
  readonly tick: string | null;
}

/** Most brackets inside each other. */
const MAX_DEPTH = 50;

/**
 * Reads a condition: comparisons of an answer with a fixed value, joined by and, or, not and brackets. `and` binds stronger
 * than `or`, in LimeSurvey as in XPath.
 * @throws {UntranslatableCondition} for everything else
 */
export function parseCondition(expression: string, language: ConditionLanguage): Condition {
  if (!language.budget.allows(expression)) throw new UntranslatableCondition('not-understood');
  const reader = new ConditionReader(language.tokens(expression), language);
  return reader.whole();
}

type Operand =
  | { readonly kind: 'value'; readonly value: string; readonly quoted: boolean }
  | { readonly kind: 'source'; readonly source: ConditionSource }
  | { readonly kind: 'condition'; readonly condition: Condition };

class ConditionReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly ConditionToken[],
    private readonly language: ConditionLanguage,
  ) {}

  whole(): Condition {
    const condition = this.either();
    if (this.at < this.tokens.length) throw new UntranslatableCondition('not-understood');
    return condition;
  }

  private either(): Condition {
    let left = this.both();
    while (this.takesLogic('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Condition {
    let left = this.negated();
    while (this.takesLogic('and')) left = { kind: 'and', left, right: this.negated() };
    return left;
  }

  private negated(): Condition {
    if (!this.takesLogic('not')) return this.comparison();
    this.descend();
    const inner = this.negated();
    this.depth -= 1;
    return { kind: 'not', inner };
  }

  private comparison(): Condition {
    const left = this.operand();
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator') return asCondition(left);
    this.at += 1;
    const right = this.operand();
    if (left.kind === 'source' && right.kind === 'value') return compared(left.source, token.value, right, this.language.tick);
    if (left.kind === 'value' && right.kind === 'source') return compared(right.source, MIRRORED[token.value], left, this.language.tick);
    throw new UntranslatableCondition('not-understood');
  }

  private operand(): Operand {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'text') return { kind: 'value', value: token.value, quoted: true };
    if (token?.kind === 'number') return { kind: 'value', value: token.value, quoted: false };
    if (token?.kind === 'reference') return { kind: 'source', source: this.language.source(token.value) };
    if (token?.kind === 'word') return this.call(token.value);
    if (token?.kind === 'bracket' && token.value === '(') return this.inBrackets();
    throw new UntranslatableCondition('not-understood');
  }

  /** A bracket holds a condition, or a single value somebody put into brackets. */
  private inBrackets(): Operand {
    this.descend();
    const [inside, close] = [this.tokens[this.at], this.tokens[this.at + 1]];
    const single = close?.kind === 'bracket' && close.value === ')' && inside !== undefined && inside.kind !== 'bracket';
    const operand: Operand = single ? this.operand() : { kind: 'condition', condition: this.either() };
    this.expectBracket(')');
    this.depth -= 1;
    return operand;
  }

  private call(name: string): Operand {
    this.expectBracket('(');
    const parameters: ConditionToken[][] = [[]];
    let open = 1;
    while (open > 0) {
      const token = this.tokens[this.at];
      if (token === undefined) throw new UntranslatableCondition('not-understood');
      this.at += 1;
      if (token.kind === 'bracket' && token.value !== ',') open += token.value === '(' ? 1 : -1;
      if (open === 0) break;
      if (open === 1 && token.kind === 'bracket' && token.value === ',') parameters.push([]);
      else parameters.at(-1)?.push(token);
    }
    return { kind: 'condition', condition: this.language.call(name, parameters) };
  }

  private takesLogic(word: 'and' | 'or' | 'not'): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'logic' || token.value !== word) return false;
    this.at += 1;
    return true;
  }

  private expectBracket(bracket: '(' | ')'): void {
    const token = this.tokens[this.at];
    if (token?.kind !== 'bracket' || token.value !== bracket) throw new UntranslatableCondition('not-understood');
    this.at += 1;
  }

  private descend(): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new UntranslatableCondition('not-understood');
  }
}

/** A lone `1` or `0` is true or false; a lone ticked option is a condition. Everything else has to be compared. */
function asCondition(operand: Operand): Condition {
  if (operand.kind === 'condition') return operand.condition;
  if (operand.kind === 'value' && !operand.quoted && (operand.value === '1' || operand.value === '0')) {
    return { kind: 'always', value: operand.value === '1' };
  }
  throw new UntranslatableCondition('not-understood');
}

function compared(source: ConditionSource, operator: Comparison, { value }: { readonly value: string }, tick: string | null): Condition {
  const equal = operator === '=';
  if (operator !== '=' && operator !== '<>') return { kind: 'compare', source, operator, value };
  if (value === '') return { kind: 'answered', source, value: !equal };
  if (source.kind !== 'option') return { kind: 'compare', source, operator, value };
  if (value === tick) return { kind: 'answered', source, value: equal };
  throw new UntranslatableCondition('not-understood');
}
