import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { csvChunks, type CsvFormat } from '@stadtteilstimme/questionnaire/export';
import { FindSurvey, ReadReport, type ReportQuery } from '../analysis/index.js';
import { type CsvFile, exportFileName } from './csv-file.js';
import { reportHeader, reportRows } from './report-rows.js';

/** The protected report as a file: the numbers of the screen and nothing else. */
@Injectable()
export class ExportReport {
  constructor(
    private readonly readReport: ReadReport,
    private readonly surveys: FindSurvey,
  ) {}

  /** @throws ProblemException as `ReadReport.run`. */
  async run(questionnaireId: string, { format, ...filters }: ReportQuery & { readonly format: CsvFormat }, scope: DistrictScope): Promise<CsvFile> {
    const { version } = await this.surveys.newest(questionnaireId, scope);
    const report = await this.readReport.run(questionnaireId, filters, scope);
    return {
      name: exportFileName(version.slug, 'auswertung', report.synthetic),
      chunks: csvChunks({ format, header: reportHeader(report), rows: reportRows(report) }),
    };
  }
}
