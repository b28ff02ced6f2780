import { answerTable, type AnswerTable, type CsvFormat, type ExportValues, questionTitles } from '@stadtteilstimme/questionnaire/export';
import type { Survey } from '../analysis/index.js';
import { germanLabel } from './german-label.js';

/** Names of the columns about the answer as a whole, for people who open the file in a German spreadsheet. */
const GERMAN_NAMES: Readonly<Record<string, string>> = {
  synthetic: 'Beispieldaten',
  district_row: 'Stadtteil',
  target_group: 'Zielgruppe',
  mode: 'Erhebungsweg',
  week: 'Kalenderwoche',
};

/** How a table names its columns. */
export interface ExportTableNames {
  readonly format: CsvFormat;
  /** `labels` puts the words of the question behind the name; the codebook is written with `codes`, the names alone. */
  readonly values: ExportValues;
}

/**
 * The columns of single answers with German labels. For programs they have the names of the codebook. For a German spreadsheet
 * the columns about the whole answer have German names, and beside answers in words each column says what was asked:
 * `K1_1_bestand: Die Einrichtungen helfen mir. – Bestand`.
 */
export function exportTable({ version, series, taxonomy }: Survey, { format, values }: ExportTableNames): AnswerTable {
  const { codebook, survey } = series;
  const table = answerTable({
    codebook,
    language: 'de',
    synthetic: version.synthetic,
    districtNames: new Map(taxonomy.districts.map(({ id, name }) => [id, name])),
    targetGroupNames: new Map(taxonomy.targetGroups.map(({ id, names }) => [id, germanLabel(names, id)])),
    questionTitles: questionTitles(survey),
  });
  return format === 'german-excel' ? withGermanNames(table, values) : table;
}

function withGermanNames(table: AnswerTable, values: ExportValues): AnswerTable {
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const nameOf = ({ name, label, variable }: AnswerTable['columns'][number]): string => {
    if (variable !== null) return values === 'labels' ? `${name}: ${label}` : name;
    const german = GERMAN_NAMES[name] ?? name;
    // A question of the questionnaire may have that very name; then the column keeps its own.
    return taken.has(german.toLowerCase()) ? name : german;
  };
  return { ...table, columns: table.columns.map((column) => ({ ...column, name: nameOf(column) })) };
}
