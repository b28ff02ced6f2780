import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { ResponseRecord, ResponsesModule } from '../responses/index.js';
import { AnalysisController } from './analysis.controller.js';
import { ANSWER_RECORD, type AnswerRecord } from './answer-record.js';
import { ColumnCache } from './column-cache.js';
import { CompareColumnsWithRecord } from './compare-columns-with-record.js';
import { FindSurvey } from './find-survey.js';
import { ReadReport } from './read-report.js';
import { createReportCounter, REPORT_COUNTER } from './report-counter.js';

/** Counting, scoring and protecting. Raw counts stay inside. */
@Module({
  imports: [ReferenceDataModule, QuestionnairesModule, ResponsesModule],
  controllers: [AnalysisController],
  providers: [
    { provide: ANSWER_RECORD, useFactory: (record: ResponseRecord): AnswerRecord => record, inject: [ResponseRecord] },
    { provide: REPORT_COUNTER, useFactory: createReportCounter },
    ColumnCache,
    FindSurvey,
    ReadReport,
    CompareColumnsWithRecord,
  ],
  exports: [ReadReport, FindSurvey, CompareColumnsWithRecord],
})
export class AnalysisModule {}
