export { answerTable } from './table/answer-table.js';
export { collectionModeName } from './table/export-words.js';
export { questionTitles } from './table/column-labels.js';
export { codebookRows } from './table/codebook-rows.js';
export type { CodebookCell, CodebookRows } from './table/codebook-rows.js';
export { isRightToLeft, labelIn } from './table/label-language.js';
export type {
  AnswerTable,
  AnswerTableInput,
  CodedColumn,
  ExportedResponse,
  LeadColumn,
  MissingReason,
  TableCode,
  TableColumn,
  ValueColumn,
} from './table/table-column.js';
export { answerCsv, EXPORT_VALUES } from './csv/answer-csv.js';
export type { AnswerCsv, ExportValues } from './csv/answer-csv.js';
export { csvChunks } from './csv/csv-chunks.js';
export type { CsvContent } from './csv/csv-chunks.js';
export { CSV_FORMATS } from './csv/csv-format.js';
export type { CsvCell, CsvFormat } from './csv/csv-format.js';
export { answerWorkbook } from './xlsx/answer-workbook.js';
export type { AnswerWorkbook } from './xlsx/answer-workbook.js';
export { answerSav } from './sav/answer-sav.js';
export type { AnswerSav } from './sav/answer-sav.js';
export { rScript } from './scripts/r-script.js';
export { stataDoFile } from './scripts/stata-do-file.js';
export { ddiCodebook } from './ddi/ddi-codebook.js';
export type { DdiCodebookInput } from './ddi/ddi-codebook.js';
export { limeSurveyFile } from './lss/limesurvey-file.js';
export type { LimeSurveyFile, LimeSurveyInput } from './lss/limesurvey-file.js';
export type { LssNote, LssReason } from './lss/lss-notes.js';
export { surveyJsonFile } from './survey-json/survey-json-file.js';
export { translationWorkbook } from './translation/translation-workbook.js';
export type { TranslationWorkbookInput } from './translation/translation-workbook.js';
export { translationXliff } from './translation/translation-xliff.js';
export type { TranslationXliffInput } from './translation/translation-xliff.js';
