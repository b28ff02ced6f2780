import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { AnalysisController } from './analysis.controller.js';
import { ANSWER_RECORD } from './answer-record.js';
import { ColumnCache } from './column-cache.js';
import { CompareColumnsWithRecord } from './compare-columns-with-record.js';
import { FindSurvey } from './find-survey.js';
import { ReadReport } from './read-report.js';
import { createReportCounter, REPORT_COUNTER } from './report-counter.js';
import { ReportSeriesCache } from './report-series.js';
import { SeriesRecord } from './series-record.js';

/** Counting, scoring and protecting. Raw counts stay inside. */
@Module({
  imports: [ReferenceDataModule, QuestionnairesModule, ResponsesModule],
  controllers: [AnalysisController],
  providers: [
    ReportSeriesCache,
    SeriesRecord,
    { provide: ANSWER_RECORD, useExisting: SeriesRecord },
    { provide: REPORT_COUNTER, useFactory: createReportCounter },
    ColumnCache,
    FindSurvey,
    ReadReport,
    CompareColumnsWithRecord,
  ],
  exports: [ReadReport, FindSurvey, SeriesRecord, CompareColumnsWithRecord],
})
export class AnalysisModule {}
