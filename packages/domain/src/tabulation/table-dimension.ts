import { codedVariables, NOT_ANSWERED, NOT_SHOWN, type Codebook, type Variable } from '../survey/codebook.js';
import type { CodedColumns } from './coded-columns.js';
import { BYTES } from './counts.js';

/**
 * What a category of a dimension is.
 * `valid`: an answer that is a judgement, part of the base · `tick`: one option of a multiple choice, a detail of `valid` people
 * and never part of a sum · `dont-know`, `prefer-not`, `not-answered`, `not-shown`: the four kinds of missing.
 * A dimension's total is the sum of every category that is no `tick`: people, each once.
 */
export type CategoryKind = 'valid' | 'tick' | 'dont-know' | 'prefer-not' | 'not-answered' | 'not-shown';

/** Category id of everyone with a judgement on a multiple choice: the base of its ticks. */
export const ANSWERED = 'answered';
export const NOT_ANSWERED_CATEGORY = 'not-answered';
export const NOT_SHOWN_CATEGORY = 'not-shown';

/** Category id of a code of a variable or an option of a multiple choice. */
export function codeCategory(code: number | string): string {
  return `code:${String(code)}`;
}

/** One way to read a dimension: the category of each byte; `categories.length` = this answer has none here. */
export interface CategoryView {
  readonly values: Uint8Array;
  readonly categoryOf: Uint8Array;
}

/** A dimension to tabulate by. Made by `indexDimension`, `variableDimension` or `multipleChoiceDimension`. */
export interface TableDimension {
  readonly id: string;
  /** Unique ids without the total, at most 255. */
  readonly categories: readonly string[];
  /** One per category. */
  readonly kinds: readonly CategoryKind[];
  /** The first view puts every answer into exactly one category that is no `tick`; each further view is one `tick`. */
  readonly views: readonly CategoryView[];
}

const MOST_CATEGORIES = BYTES - 1;

function newDimension(id: string, categories: readonly string[], kinds: readonly CategoryKind[], views: readonly CategoryView[]): TableDimension {
  if (categories.length > MOST_CATEGORIES) {
    throw new RangeError(`The dimension "${id}" has ${categories.length} categories; a table takes at most ${MOST_CATEGORIES}.`);
  }
  if (new Set(categories).size < categories.length) throw new RangeError(`The dimension "${id}" has a category twice.`);
  return { id, categories, kinds, views };
}

/** A column of bytes; larger indexes become one that no category has, so that they are found and never counted elsewhere. */
function asBytes(values: Uint8Array | Uint16Array): Uint8Array {
  return values instanceof Uint8Array ? values : Uint8Array.from(values, (value) => Math.min(value, MOST_CATEGORIES));
}

/**
 * A dimension whose column holds the index of the category: Stadtteil (`rowIndex`), collection mode, week, target group.
 * @param categories ids in the order of the indexes, at most 255.
 * @throws RangeError with more categories or with one twice.
 */
export function indexDimension(id: string, values: Uint8Array | Uint16Array, categories: readonly string[]): TableDimension {
  const categoryOf = Uint8Array.from({ length: BYTES }, (_, byte) => Math.min(byte, categories.length));
  const kinds = categories.map((): CategoryKind => 'valid');
  return newDimension(id, categories, kinds, [{ values: asBytes(values), categoryOf }]);
}

function categoryTable(size: number, pairs: readonly (readonly [byte: number, category: number])[]): Uint8Array {
  const table = new Uint8Array(BYTES).fill(size);
  for (const [byte, category] of pairs) table[byte] = category;
  return table;
}

/**
 * A variable with one code per answer: its codes in the order of the codebook (valid or one of the two missing codes), then
 * not answered, then not shown. The ticks of a multiple choice are no such variable: alone they cannot tell a person without a
 * judgement from one who did not tick, so their base would be too large.
 * @throws RangeError when the codebook has no such coded variable, it is an option of a multiple choice (`multipleChoiceDimension`
 * takes the whole question), or the columns do not fit the codebook.
 */
export function variableDimension(columns: CodedColumns, codebook: Codebook, name: string): TableDimension {
  const [index, variable] = codedVariable(codebook, ({ name: candidate }) => candidate === name, name);
  if (variable.part === 'option') throw new RangeError(`"${name}" is an option; tabulate the whole multiple choice "${variable.question}".`);
  const size = variable.codes.length;
  const bytes = variable.codes.map(({ position }, category) => [position, category] as const);
  return newDimension(
    name,
    [...variable.codes.map(({ code }) => codeCategory(code)), NOT_ANSWERED_CATEGORY, NOT_SHOWN_CATEGORY],
    [...variable.codes.map(({ missing }) => missing ?? 'valid'), 'not-answered', 'not-shown'],
    [{ values: columnAt(columns, index), categoryOf: categoryTable(size + 2, [...bytes, [NOT_ANSWERED, size], [NOT_SHOWN, size + 1]]) }],
  );
}

function codedVariable(codebook: Codebook, wanted: (variable: Variable) => boolean, name: string): readonly [number, Variable] {
  const variables = codedVariables(codebook);
  const index = variables.findIndex(wanted);
  const variable = variables[index];
  if (variable === undefined) throw new RangeError(`The codebook has no coded variable "${name}".`);
  return [index, variable];
}

function columnAt(columns: CodedColumns, index: number): Uint8Array {
  const values = columns.variables[index];
  if (values === undefined) throw new RangeError('The columns do not fit the codebook.');
  return values;
}

interface OptionColumn {
  readonly variable: Variable;
  readonly values: Uint8Array;
  /** Byte of a tick. */
  readonly on: number;
}

function optionColumns(columns: CodedColumns, codebook: Codebook, question: string): readonly OptionColumn[] {
  const options = codedVariables(codebook).flatMap((variable, index): readonly OptionColumn[] => {
    const on = variable.codes.find(({ code }) => code === 1)?.position;
    if (variable.question !== question || variable.part !== 'option' || on === undefined) return [];
    return [{ variable, values: columnAt(columns, index), on }];
  });
  if (options.length === 0) throw new RangeError(`The codebook has no multiple choice "${question}".`);
  return options;
}

const STATES = [ANSWERED, 'dont-know', 'prefer-not', NOT_ANSWERED_CATEGORY, NOT_SHOWN_CATEGORY] as const;
const STATE_KINDS: readonly CategoryKind[] = ['valid', 'dont-know', 'prefer-not', 'not-answered', 'not-shown'];

/** What the options of one person say together, as bits; the low three exclude each other. */
const SEEN = { notAnswered: 1, notShown: 2, given: 4, judgement: 8, dontKnow: 16, preferNot: 32, unknown: 64 } as const;

function isTick({ variable }: OptionColumn): boolean {
  return variable.option === null || variable.option.missing === null;
}

function bitsOfBytes(option: OptionColumn): Uint8Array {
  const bits = new Uint8Array(BYTES).fill(SEEN.unknown);
  bits[NOT_ANSWERED] = SEEN.notAnswered;
  bits[NOT_SHOWN] = SEEN.notShown;
  for (const { position } of option.variable.codes) bits[position] = SEEN.given;
  const missing = option.variable.option?.missing === 'dont-know' ? SEEN.dontKnow : SEEN.preferNot;
  bits[option.on] = SEEN.given | (isTick(option) ? SEEN.judgement : missing);
  return bits;
}

/** Index of the state in `STATES`; a byte beyond them when the options contradict each other. */
function stateOfBits(bits: number): number {
  const answered = bits & (SEEN.notAnswered | SEEN.notShown | SEEN.given | SEEN.unknown);
  if (answered === SEEN.notAnswered) return 3;
  if (answered === SEEN.notShown) return 4;
  if (answered !== SEEN.given) return MOST_CATEGORIES;
  if ((bits & SEEN.judgement) > 0) return 0;
  if ((bits & SEEN.dontKnow) > 0) return 1;
  return (bits & SEEN.preferNot) > 0 ? 2 : 0;
}

/**
 * How a person answered the question as a whole. A tick of a valid option, or no tick at all in an answer that was given, is
 * an answer; only who ticked nothing but "don't know" or "prefer not" has none. Options disagree on being shown or answered
 * only in damaged data: such a person keeps a byte that is no category and is refused by the count.
 */
function answerStates(options: readonly OptionColumn[], length: number): Uint8Array {
  const states = new Uint8Array(length);
  for (const option of options) {
    const bits = bitsOfBytes(option);
    const { values } = option;
    for (let i = 0; i < length; i += 1) (states[i] as number) |= bits[values[i] as number] as number;
  }
  const stateOf = Uint8Array.from({ length: BYTES }, (_, bits) => stateOfBits(bits));
  for (let i = 0; i < length; i += 1) states[i] = stateOf[states[i] as number] as number;
  return states;
}

/**
 * A multiple choice. Its options are categories of kind `tick`: people who ticked them, so that they may add up to more than
 * everyone; beside them stands everyone once: `answered` (the base), don't know, prefer not, not answered, not shown.
 * Options that mean don't know or prefer not are no ticks but people in those two categories.
 * @throws RangeError when the codebook has no such multiple choice or the columns do not fit the codebook.
 */
export function multipleChoiceDimension(columns: CodedColumns, codebook: Codebook, question: string): TableDimension {
  const options = optionColumns(columns, codebook, question);
  const ticks = options.filter(isTick);
  const size = ticks.length + STATES.length;
  const states = STATES.map((_, state) => [state, ticks.length + state] as const);
  return newDimension(
    question,
    [...ticks.map(({ variable }) => codeCategory(variable.option?.code ?? variable.name)), ...STATES],
    [...ticks.map((): CategoryKind => 'tick'), ...STATE_KINDS],
    [
      { values: answerStates(options, columns.length), categoryOf: categoryTable(size, states) },
      ...ticks.map(({ values, on }, category) => ({ values, categoryOf: categoryTable(size, [[on, category]]) })),
    ],
  );
}
