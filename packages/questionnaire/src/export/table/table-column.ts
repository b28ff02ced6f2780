import type {
  AnswerCode,
  Answers,
  Codebook,
  CollectionMode,
  DistrictId,
  LanguageCode,
  LocalizedText,
  MeasurementLevel,
  MissingKind,
  ValueRule,
  Variable,
} from '@stadtteilstimme/domain';

/** A stored answer as exports read it. No id, no time finer than the week. */
export interface ExportedResponse {
  readonly districtId: DistrictId | null;
  /** Lives or works outside, or stands for the whole city. */
  readonly elsewhere: boolean;
  readonly targetGroup: string;
  readonly mode: CollectionMode;
  /** ISO 8601 week, `2026-W10`. */
  readonly week: string;
  /** At least what stands under the table's `answerKeys`; coded answers are read from the vector. */
  readonly answers: Answers;
  readonly vector: Uint8Array;
}

/** Why a code is no answer that counts. */
export type MissingReason = 'not-answered' | 'not-shown' | MissingKind;

/** A code that can stand in a column, the two for "no answer" included. */
export interface TableCode {
  readonly code: AnswerCode;
  /** In the table's label language. */
  readonly label: string;
  readonly missing: MissingReason | null;
}

interface Column {
  /** Legal and unique in SPSS, R and SQL. */
  readonly name: string;
  /** Says which column it is, also without its neighbours: ticks, ranks and matrix rows with the title of their question behind them. */
  readonly label: string;
  /** Title of the question in the table's language, where several columns answer one question and the table knows it. */
  readonly questionTitle: string | null;
  readonly measurement: MeasurementLevel;
  /** Where the column comes from; null for the leading columns. */
  readonly variable: Variable | null;
  /** Every code the column can hold, answers first. Empty where any text may stand. */
  readonly codes: readonly TableCode[];
}

/** A column whose cells are codes of the codebook, read from the coded vector. */
export interface CodedColumn extends Column {
  readonly kind: 'coded';
  /** All codes are numbers. */
  readonly numeric: boolean;
  /** Place of the byte in the vector. */
  readonly byteIndex: number;
  /** Byte of the vector → its code; undefined where the codebook has no such position. */
  readonly codeOfByte: readonly (TableCode | undefined)[];
}

/** A column about the answer as a whole. Its list of codes is what is known beforehand; it may meet others. */
export interface LeadColumn extends Column {
  readonly kind: 'lead';
  readonly numeric: boolean;
  readonly read: (response: ExportedResponse) => AnswerCode;
}

/** A column of numbers, dates (`YYYY-MM-DD`) or texts; a cell without a value holds one of the column's codes. */
export interface ValueColumn extends Column {
  readonly kind: 'value';
  readonly variable: Variable;
  readonly value: ValueRule;
  /** A free text of an option that was not written is the empty text, and so is every text that was deleted since. @throws RangeError when vector and answers disagree. */
  readonly read: (response: ExportedResponse) => number | string | TableCode;
}

export type TableColumn = CodedColumn | LeadColumn | ValueColumn;

export interface AnswerTableInput {
  readonly codebook: Codebook;
  /** Language of all labels; German where a label does not exist in it. */
  readonly language: LanguageCode;
  /** Example data get a first column that says so. */
  readonly synthetic: boolean;
  /** All districts an answer may belong to. */
  readonly districtNames: ReadonlyMap<DistrictId, string>;
  readonly targetGroupNames: ReadonlyMap<string, string>;
  /** Question → its title (`questionTitles`); without it ticks, ranks and rows are labelled by their own words only. */
  readonly questionTitles?: ReadonlyMap<string, LocalizedText>;
}

/** What every file format is written from. */
export interface AnswerTable {
  readonly columns: readonly TableColumn[];
  readonly language: LanguageCode;
  /** Bytes of the coded vector of every answer. */
  readonly vectorLength: number;
  /** The keys of `answers` that any column reads: those of texts, numbers and dates. */
  readonly answerKeys: readonly string[];
}
