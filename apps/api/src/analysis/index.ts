export { AnalysisModule } from './analysis.module.js';
export { CompareColumnsWithRecord } from './compare-columns-with-record.js';
export type { ColumnComparison } from './compare-columns.js';
export { FindSurvey } from './find-survey.js';
export { ReadReport } from './read-report.js';
export type { ReportQuery } from './report-filters.js';
export { ReportQueryDto } from './report-query.dto.js';
