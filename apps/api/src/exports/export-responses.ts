import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { answerCsv, answerTable, type CsvFormat, type ExportValues } from '@stadtteilstimme/questionnaire/export';
import { FindSurvey } from '../analysis/index.js';
import { ResponseRecord } from '../responses/index.js';
import { type CsvFile, exportFileName } from './csv-file.js';
import { germanLabel } from './german-label.js';

/** Single answers as a file, with German labels. */
@Injectable()
export class ExportResponses {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly record: ResponseRecord,
  ) {}

  /** @throws ProblemException `not-found`, `not-published`. */
  async run(
    questionnaireId: string,
    { format, values }: { readonly format: CsvFormat; readonly values: ExportValues },
    scope: DistrictScope,
  ): Promise<CsvFile> {
    const { version, taxonomy } = await this.surveys.newest(questionnaireId, scope);
    const table = answerTable({
      codebook: version.content.codebook,
      language: 'de',
      synthetic: version.synthetic,
      districtNames: new Map(taxonomy.districts.map(({ id, name }) => [id, name])),
      targetGroupNames: new Map(taxonomy.targetGroups.map(({ id, names }) => [id, germanLabel(names, id)])),
    });
    return {
      name: exportFileName(version.slug, 'antworten', version.synthetic),
      chunks: answerCsv({ table, format, values, pages: this.record.singleAnswers(version.id, scope, table.answerKeys) }),
    };
  }
}
