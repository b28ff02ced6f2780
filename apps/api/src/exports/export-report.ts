import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { csvChunks, type CsvFormat } from '@stadtteilstimme/questionnaire/export';
import { FindSurvey, ReadReport, type ReportQuery } from '../analysis/index.js';
import type { CsvFile } from './csv-file.js';
import { exportFilters } from './export-filters.js';
import { germanLabel } from './german-label.js';
import { NameExport } from './name-export.js';
import { reportHeader, reportRows } from './report-rows.js';

/** The protected report as a file: the numbers of the screen and nothing else. */
@Injectable()
export class ExportReport {
  constructor(
    private readonly readReport: ReadReport,
    private readonly surveys: FindSurvey,
    private readonly name: NameExport,
  ) {}

  /** @throws ProblemException as `ReadReport.run`. */
  async run(questionnaireId: string, { format, ...filters }: ReportQuery & { readonly format: CsvFormat }, scope: DistrictScope): Promise<CsvFile> {
    const survey = await this.surveys.newest(questionnaireId, scope);
    const report = await this.readReport.run(questionnaireId, filters, scope);
    const groups = new Map(survey.taxonomy.targetGroups.map(({ id, names }) => [id, germanLabel(names, id)]));
    const chosen = exportFilters(report, (id) => groups.get(id) ?? id);
    return {
      name: this.name.of(survey, { content: 'report', format, filters: chosen }),
      chunks: csvChunks({ format, header: reportHeader(report, format), rows: reportRows(report, format) }),
    };
  }
}
