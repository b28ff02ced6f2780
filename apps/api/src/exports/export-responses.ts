import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { FindSurvey } from '../analysis/index.js';
import { ResponseRecord } from '../responses/index.js';
import type { CsvCell, CsvFormat } from './csv-format.js';
import { type CsvFile, exportFileName } from './csv-file.js';
import { germanLabel } from './german-label.js';
import { type ExportedResponse, type ExportValues, type ResponseColumn, responseColumns } from './response-columns.js';

/** Single answers as a file. */
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
    const columns = responseColumns({
      codebook: version.content.codebook,
      values,
      synthetic: version.synthetic,
      districtNames: new Map(taxonomy.districts.map(({ id, name }) => [id, name])),
      targetGroupNames: new Map(taxonomy.targetGroups.map(({ id, names }) => [id, germanLabel(names, id)])),
    });
    return {
      name: exportFileName(version.slug, 'antworten', version.synthetic),
      format,
      header: columns.map((column) => column.name),
      rows: responseRows(this.record.singleAnswers(version.id, scope), columns),
    };
  }
}

async function* responseRows(
  responses: AsyncIterable<ExportedResponse>,
  columns: readonly ResponseColumn[],
): AsyncGenerator<readonly CsvCell[]> {
  for await (const response of responses) yield columns.map((column) => column.cell(response));
}
