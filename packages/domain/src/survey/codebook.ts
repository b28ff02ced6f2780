import type { AnswerCode, MissingKind } from '../contract/item-bank.js';
import type { LocalizedText } from '../contract/language.js';

/**
 * What a variable measures.
 * `bestand`/`bedarf`: the two halves of a pair or a lone scale item · `choice`: one answer from a list ·
 * `option`: one tick of a multiple choice (0/1) · `text`: free text, never counted · `demographic`: about the person.
 */
export type VariablePart = 'bestand' | 'bedarf' | 'choice' | 'option' | 'text' | 'demographic';

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
  readonly measurement: 'nominal' | 'ordinal' | 'text';
  /** Ordered scale from `min` to `max`; null for anything without scores. */
  readonly scale: { readonly id: string; readonly min: number; readonly max: number } | null;
  /** Empty for `text`. For `option`: codes 0 and 1. */
  readonly codes: readonly VariableCode[];
  /** The option this tick or text belongs to. */
  readonly option: { readonly code: string; readonly exclusive: boolean; readonly missing: MissingKind | null } | null;
  readonly labels: LocalizedText;
  readonly criterion: string | null;
  readonly fieldOfAction: string | null;
  readonly reverse: boolean;
  readonly art9: boolean;
  readonly sensitive: boolean;
  /** SurveyJS expression; null = always shown. */
  readonly visibleIf: string | null;
}

/** A question as the answer check sees it. */
export interface CodebookQuestion {
  readonly name: string;
  readonly type: 'single' | 'multiple';
  /** Most ticks; null = no limit. */
  readonly max: number | null;
  /** Key of the free text that goes with a choice, for example `K2_3-Comment`; null = none. */
  readonly commentKey: string | null;
  readonly commentMaxLength: number;
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

/** Variables that have a byte in the coded vector, in this order. Free text has none. */
export function codedVariables(codebook: Codebook): readonly Variable[] {
  return codebook.variables.filter((variable) => variable.part !== 'text');
}
