import { Module } from '@nestjs/common';
import { AnalysisModule } from '../analysis/index.js';
import { ClockModule } from '../platform/clock/index.js';
import { ResponsesModule } from '../responses/index.js';
import { ExportCodebook } from './export-codebook.js';
import { ExportReport } from './export-report.js';
import { ExportResponses } from './export-responses.js';
import { ExportsController } from './exports.controller.js';
import { NameExport } from './name-export.js';

/** Taking data away as files. */
@Module({
  imports: [AnalysisModule, ClockModule, ResponsesModule],
  controllers: [ExportsController],
  providers: [ExportResponses, ExportReport, ExportCodebook, NameExport],
})
export class ExportsModule {}
