export { importLimeSurvey } from './limesurvey/import-limesurvey.js';
export { importSurveyJs } from './surveyjs/import-surveyjs.js';
export { importXlsForm } from './xlsform/import-xlsform.js';
export type { ImportEntry, ImportOutcome, ImportReport } from './import-report.js';
export type { ImportReasonCode } from './import-reasons.js';
export type { ImportedQuestionnaire, ImportProblem, ImportProblemCode, ImportResult, SurveyJson } from './import-result.js';
export { importTranslation } from './translation/import-translation.js';
export type { TranslationFileProblem, TranslationImport, TranslationImportInput } from './translation/import-translation.js';
export type { JudgedTranslation, TranslationFinding, TranslationJudgement, TranslationOutcome, TranslationUpdate } from './translation/judge-translations.js';
