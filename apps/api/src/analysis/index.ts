export { AnalysisModule } from './analysis.module.js';
export { CompareColumnsWithRecord } from './compare-columns-with-record.js';
export type { ColumnComparison } from './compare-columns.js';
export { FindSurvey, type Survey } from './find-survey.js';
export { ReadReport } from './read-report.js';
export type { ReportQuery } from './report-filters.js';
export { ReportQueryDto } from './report-query.dto.js';
export { SeriesRecord } from './series-record.js';
