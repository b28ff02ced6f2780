import { Injectable } from '@nestjs/common';
import { ColumnCache } from './column-cache.js';
import { type ColumnComparison, compareColumns } from './compare-columns.js';
import { FindSurvey } from './find-survey.js';
import { reportSubject } from './report-subject.js';

/** Builds the columns of a version anew from the record and compares them with the live ones; for operators and tests. */
@Injectable()
export class CompareColumnsWithRecord {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly columns: ColumnCache,
  ) {}

  /** @throws ProblemException `not-found` */
  async run(versionId: string): Promise<ColumnComparison> {
    const { version, taxonomy } = await this.surveys.byVersion(versionId);
    const { codebook, survey } = version.content;
    const { about } = reportSubject({ draft: version.draft, codebook, survey }, taxonomy);
    const { live, record } = await this.columns.besideRecord({ versionId, codebook, rows: about.rows.map(({ row }) => row) });
    return compareColumns(live, record);
  }
}
