import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { answerCsv, type CsvFormat, type ExportValues } from '@stadtteilstimme/questionnaire/export';
import { FindSurvey, SeriesRecord } from '../analysis/index.js';
import type { CsvFile } from './csv-file.js';
import { exportTable } from './export-table.js';
import { NameExport } from './name-export.js';

/** Single answers as a file, with German labels. */
@Injectable()
export class ExportResponses {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly record: SeriesRecord,
    private readonly name: NameExport,
  ) {}

  /** @throws ProblemException `not-found`, `not-published`. */
  async run(
    questionnaireId: string,
    { format, values }: { readonly format: CsvFormat; readonly values: ExportValues },
    scope: DistrictScope,
  ): Promise<CsvFile> {
    const survey = await this.surveys.newest(questionnaireId, scope);
    const table = exportTable(survey, { format, values });
    return {
      name: this.name.of(survey, { content: 'responses', format, values }),
      chunks: answerCsv({ table, format, values, pages: this.record.singleAnswers(survey.series, scope, table.answerKeys) }),
    };
  }
}
