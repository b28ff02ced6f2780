import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { codebookRows, csvChunks, type CsvFormat } from '@stadtteilstimme/questionnaire/export';
import { FindSurvey } from '../analysis/index.js';
import type { CsvFile } from './csv-file.js';
import { NameExport } from './name-export.js';
import { exportTable } from './export-table.js';

/**
 * The key to the single answers: every column with every code it can hold, the codes of missing answers too. It stands in a file
 * of its own, because a line of explanation among the answers would be read as an answer by every program.
 */
@Injectable()
export class ExportCodebook {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly name: NameExport,
  ) {}

  /** Names and words are those of `responses.csv` in the same format. @throws ProblemException `not-found`, `not-published`. */
  async run(questionnaireId: string, { format }: { readonly format: CsvFormat }, scope: DistrictScope): Promise<CsvFile> {
    const survey = await this.surveys.newest(questionnaireId, scope);
    const table = exportTable(survey, { format, values: 'codes' });
    const { header, rows } = codebookRows(format === 'german-excel' ? table : { ...table, language: 'en' });
    return { name: this.name.of(survey, { content: 'codebook', format }), chunks: csvChunks({ format, header, rows }) };
  }
}
