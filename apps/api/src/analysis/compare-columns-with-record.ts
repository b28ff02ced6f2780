import { Injectable } from '@nestjs/common';
import { ColumnCache } from './column-cache.js';
import { type ColumnComparison, compareColumns } from './compare-columns.js';
import { FindSurvey } from './find-survey.js';
import { reportSubject } from './report-subject.js';

/** Builds the columns of a questionnaire anew from the record and compares them with the live ones; for operators and tests. */
@Injectable()
export class CompareColumnsWithRecord {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly columns: ColumnCache,
  ) {}

  /** @param versionId any version of it @throws ProblemException `not-found` */
  async run(versionId: string): Promise<ColumnComparison> {
    const { version, counted, taxonomy } = await this.surveys.byVersion(versionId);
    const { about } = reportSubject(counted, taxonomy);
    const { live, record } = await this.columns.besideRecord({ versionId: version.id, codebook: counted.codebook, rows: about.rows.map(({ row }) => row) });
    return compareColumns(live, record);
  }
}
