import type { Figure, VariablePart, WithheldReason } from '@stadtteilstimme/domain';
import type { CsvFormat } from '@stadtteilstimme/questionnaire/export';

/** Columns of the report in long form, in their fixed order. */
export const REPORT_COLUMNS = [
  'item', 'part', 'variable', 'text', 'row', 'row_name', 'measure', 'code', 'label', 'count', 'percent', 'base', 'share', 'lower', 'upper',
  'mean', 'value', 'tendency', 'withheld',
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** What a row of the long form holds. */
export const REPORT_MEASURES = ['participants', 'count', 'not-answered', 'not-shown', 'share', 'mean', 'gap', 'share-gap', 'index', 'balance'] as const;
export type ReportMeasure = (typeof REPORT_MEASURES)[number];

/** The part of an item a row is about; `pair`: both halves together. */
export type ReportPart = VariablePart | 'pair';
export type TendencyLevel = Extract<Figure, { kind: 'tendency' }>['level'];

/** Names and words of one format of the long form. */
export interface ReportWords {
  readonly synthetic: string;
  readonly column: (column: ReportColumn) => string;
  readonly part: (part: ReportPart) => string;
  readonly measure: (measure: ReportMeasure) => string;
  readonly tendency: (level: TendencyLevel) => string;
  readonly withheld: (reason: WithheldReason) => string;
}

const COLUMNS: Readonly<Record<ReportColumn, string>> = {
  item: 'Nummer', part: 'Teil', variable: 'Variable', text: 'Frage', row: 'Kennung Stadtteil', row_name: 'Stadtteil', measure: 'Kennzahl', code: 'Code',
  label: 'Antwort', count: 'Anzahl', percent: 'Prozent', base: 'Basis (n)', share: 'Anteil', lower: 'Untergrenze', upper: 'Obergrenze', mean: 'Mittelwert',
  value: 'Wert', tendency: 'Tendenz', withheld: 'Zurückgehalten',
};
const PARTS: Readonly<Record<ReportPart, string>> = {
  bestand: 'stimmt heute', bedarf: 'ist wichtig', pair: 'beide', choice: 'Auswahl', option: 'Mehrfachauswahl', rank: 'Rang', number: 'Zahl', date: 'Datum',
  text: 'Freitext', demographic: 'zur Person',
};
const MEASURES: Readonly<Record<ReportMeasure, string>> = {
  participants: 'Antworten', count: 'Anzahl', 'not-answered': 'nicht beantwortet', 'not-shown': 'nicht gezeigt', share: 'Anteil', mean: 'Mittelwert',
  gap: 'Lücke je Person', 'share-gap': 'Lücke der Anteile', index: 'Kriterienindex', balance: 'Zustimmungssaldo',
};
const TENDENCIES: Readonly<Record<TendencyLevel, string>> = { low: 'niedrig', medium: 'mittel', high: 'hoch' };
const REASONS: Readonly<Record<WithheldReason, string>> = {
  'too-few': 'zu wenige', 'base-too-small': 'zu wenige insgesamt', homogeneous: 'fast alle gleich', protected: 'geschützt',
};

const GERMAN: ReportWords = {
  synthetic: 'Beispieldaten',
  column: (column) => COLUMNS[column],
  part: (part) => PARTS[part],
  measure: (measure) => MEASURES[measure],
  tendency: (level) => TENDENCIES[level],
  withheld: (reason) => REASONS[reason],
};
const same = <Word extends string>(word: Word): Word => word;
const PLAIN: ReportWords = { synthetic: 'synthetic', column: same, part: same, measure: same, tendency: same, withheld: same };

/** German words for a German spreadsheet; the stable English ones for programs. */
export function reportWords(format: CsvFormat): ReportWords {
  return format === 'german-excel' ? GERMAN : PLAIN;
}
