import type { AnswerCode, ItemKind, MissingKind } from '../contract/item-bank.js';
import type { LocalizedText } from '../contract/language.js';

/**
 * What a variable measures.
 * `bestand`/`bedarf`: the two halves of a pair or a lone scale item · `choice`: one answer from a list ·
 * `option`: one tick of a multiple choice (0/1) · `rank`: place of one option in a ranking (1 = first) ·
 * `number`, `date`: a value that is no code · `text`: free text, never counted · `demographic`: about the person.
 */
export type VariablePart = 'bestand' | 'bedarf' | 'choice' | 'option' | 'rank' | 'number' | 'date' | 'text' | 'demographic';

/** Measurement level; `scale` is metric (the word of SPSS), `date` an ISO calendar date. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'scale' | 'date' | 'text';

/**
 * The one code of a variable whose value is not a code (number, date, a text question): its byte says that there is a value,
 * the value itself stays in the answers.
 */
export const VALUE_GIVEN = 'given';

/** One code of a variable. `position` is its byte in the coded vector, 1 to 250, fixed for the life of the version. */
export interface VariableCode {
  readonly code: AnswerCode;
  readonly position: number;
  readonly missing: MissingKind | null;
  readonly labels: LocalizedText;
}

/** A column of the data: legal as a name in SPSS, R and SQL (`[A-Za-z][A-Za-z0-9_]*`, at most 64 characters, unique). */
export interface Variable {
  readonly name: string;
  /** Key of the answer in the SurveyJS result; options of one multiple choice share it. */
  readonly question: string;
  readonly itemId: string | null;
  readonly demographicId: string | null;
  readonly part: VariablePart;
  readonly measurement: MeasurementLevel;
  /** Ordered scale from `min` to `max`; null for anything without scores. */
  readonly scale: { readonly id: string; readonly min: number; readonly max: number } | null;
  /**
   * Empty for the free text of an option. For `option`: codes 0 and 1. For `rank`: 1 to the number of options.
   * For `number`, `date` and text questions: only `VALUE_GIVEN`.
   */
  readonly codes: readonly VariableCode[];
  /** Row of a matrix this variable is the answer to; the answer of the question is then an object keyed by rows. */
  readonly row?: string;
  /** The option this tick, rank or text belongs to; `numeric`: in the answers its code is a number (`[1, 2]`, not `['1', '2']`). */
  readonly option: { readonly code: string; readonly exclusive: boolean; readonly missing: MissingKind | null; readonly numeric?: boolean } | null;
  readonly labels: LocalizedText;
  readonly criterion: string | null;
  readonly fieldOfAction: string | null;
  /** How its item is asked, where it comes from one of the item bank. */
  readonly kind?: ItemKind;
  /** Item that asks the same of another audience (perception gap). */
  readonly twinOf?: string;
  readonly reverse: boolean;
  readonly art9: boolean;
  readonly sensitive: boolean;
  /** SurveyJS expression; null = always shown. */
  readonly visibleIf: string | null;
}

/**
 * How a question is answered: `single` one code (also yes/no, rating, image choice, place) · `multiple` a list of codes ·
 * `ranking` a list of codes in order · `matrix` an object of row → code · `number`, `date`, `text` a value.
 */
export type QuestionType = 'single' | 'multiple' | 'ranking' | 'matrix' | 'number' | 'date' | 'text';

/** Which values a `number`, `date` or `text` question takes; limits are inclusive, null = none. Dates are `YYYY-MM-DD`. */
export type ValueRule =
  | { readonly kind: 'number'; readonly whole: boolean; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'date'; readonly min: string | null; readonly max: string | null }
  | { readonly kind: 'text'; readonly multiline: boolean; readonly maxLength: number };

/** A question as the answer check sees it. */
export interface CodebookQuestion {
  readonly name: string;
  readonly type: QuestionType;
  /** Most ticks or ranked options; null = no limit. */
  readonly max: number | null;
  /** Least ticks or ranked options of an answer that is given. */
  readonly min?: number;
  /** Limits of a value that is no code. */
  readonly value?: ValueRule;
  /** An answer is demanded while the question is shown. */
  readonly required?: boolean;
  /** SurveyJS expression; an answer is demanded while it holds, beside `required`. */
  readonly requiredIf?: string;
  /** Every row of the matrix demands an answer while the question is shown. */
  readonly eachRowRequired?: boolean;
  /** Yes/no question whose answer is `true` (its code is 1) or `false` (its code is 0). */
  readonly yesNo?: boolean;
  /** Key of the free text that goes with a choice, for example `K2_3-Comment`; null = none. */
  readonly commentKey: string | null;
  readonly commentMaxLength: number;
  /** The free text is demanded once its option is chosen. */
  readonly commentRequired?: boolean;
  readonly visibleIf: string | null;
}

/** Describes every column of a published version; frozen with it. */
export interface Codebook {
  readonly questions: readonly CodebookQuestion[];
  readonly variables: readonly Variable[];
  /** Variable whose codes are district ids; null when the questionnaire does not ask. */
  readonly districtVariable: string | null;
}

/** Bytes of the coded vector: `0` not answered, `255` not shown, otherwise the position of the code. */
export const NOT_ANSWERED = 0;
export const NOT_SHOWN = 255;

/** Variables that have a byte in the coded vector, in this order. The free text of an option has none. */
export function codedVariables(codebook: Codebook): readonly Variable[] {
  return codebook.variables.filter((variable) => variable.codes.length > 0);
}
