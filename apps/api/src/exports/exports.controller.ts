import { Controller, Get, Header, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, Requires, type SignedInStaff } from '../platform/access/index.js';
import { csvAttachment } from './csv-file.js';
import { CodebookExportQueryDto, ReportExportQueryDto, ResponsesExportQueryDto } from './export-query.dto.js';
import { ExportCodebook } from './export-codebook.js';
import { ExportReport } from './export-report.js';
import { ExportResponses } from './export-responses.js';

const CSV = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('exports')
@ApiProduces('text/csv')
@Controller('questionnaires/:id/exports')
export class ExportsController {
  constructor(
    private readonly exportResponses: ExportResponses,
    private readonly exportReport: ExportReport,
    private readonly exportCodebook: ExportCodebook,
  ) {}

  @Get('responses.csv')
  @Requires('export responses')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ ...CSV, description: 'Single answers to all published versions in the columns of one table, without ids and times.' })
  async responses(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ResponsesExportQueryDto,
    @CurrentStaff() staff: SignedInStaff,
  ): Promise<StreamableFile> {
    return csvAttachment(await this.exportResponses.run(id, query, staff.scope));
  }

  @Get('codebook.csv')
  @Requires('export responses')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ ...CSV, description: 'Key to responses.csv: every column with every code it can hold, those of missing answers too.' })
  async codebook(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CodebookExportQueryDto,
    @CurrentStaff() staff: SignedInStaff,
  ): Promise<StreamableFile> {
    return csvAttachment(await this.exportCodebook.run(id, query, staff.scope));
  }

  @Get('report.csv')
  @Requires('export reports')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ ...CSV, description: 'The protected report in long form, with the same filters and rows as on the screen.' })
  async report(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReportExportQueryDto,
    @CurrentStaff() staff: SignedInStaff,
  ): Promise<StreamableFile> {
    return csvAttachment(await this.exportReport.run(id, query, staff.scope));
  }
}
