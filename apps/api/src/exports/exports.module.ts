import { Module } from '@nestjs/common';
import { AnalysisModule } from '../analysis/index.js';
import { ResponsesModule } from '../responses/index.js';
import { ExportReport } from './export-report.js';
import { ExportResponses } from './export-responses.js';
import { ExportsController } from './exports.controller.js';

/** Taking data away as files. */
@Module({
  imports: [AnalysisModule, ResponsesModule],
  controllers: [ExportsController],
  providers: [ExportResponses, ExportReport],
})
export class ExportsModule {}
