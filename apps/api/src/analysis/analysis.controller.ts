import { Controller, Get, Header, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Report } from '@stadtteilstimme/domain';
import { CurrentStaff, Requires, type SignedInStaff } from '../platform/access/index.js';
import { ReadReport } from './read-report.js';
import { ReportDto } from './report.dto.js';
import { ReportQueryDto } from './report-query.dto.js';

@ApiTags('analysis')
@Controller('questionnaires/:id/report')
export class AnalysisController {
  constructor(private readonly readReport: ReadReport) {}

  @Get()
  @Requires('read reports')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ReportDto, description: 'Protected report of the newest published version, in the rows you may see.' })
  read(@Param('id', ParseUUIDPipe) id: string, @Query() query: ReportQueryDto, @CurrentStaff() staff: SignedInStaff): Promise<Report> {
    return this.readReport.run(id, query, staff.scope);
  }
}
