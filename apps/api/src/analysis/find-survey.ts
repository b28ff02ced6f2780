import { Injectable } from '@nestjs/common';
import type { DistrictScope, TaxonomyVersion } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import { type PublishedSeries, type PublishedVersion, PublishedVersions, Questionnaires } from '../questionnaires/index.js';
import { Taxonomies } from '../reference-data/index.js';
import { type ReportSeries, ReportSeriesCache } from './report-series.js';

/** A published questionnaire: its newest version, all versions as one, and the master data they were made with. */
export interface Survey {
  readonly version: PublishedVersion;
  /** Codebook, texts and answers of all versions together. */
  readonly series: PublishedSeries;
  /** The same as it is counted. */
  readonly counted: ReportSeries;
  readonly taxonomy: TaxonomyVersion['taxonomy'];
}

/** Finds what a report or an export is about. */
@Injectable()
export class FindSurvey {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly published: PublishedVersions,
    private readonly taxonomies: Taxonomies,
    private readonly reports: ReportSeriesCache,
  ) {}

  /**
   * A questionnaire within the scope, all its versions together.
   * @throws ProblemException `not-found`, `not-published`.
   */
  async newest(questionnaireId: string, scope: DistrictScope): Promise<Survey> {
    const [newest] = await this.questionnaires.versions(questionnaireId, scope);
    if (newest === undefined) throw new ProblemException('not-published');
    return this.surveyOf(this.published.knownSeries(newest.id) ?? (await this.published.series(questionnaireId)));
  }

  /** The questionnaire that any of its versions belongs to. @throws ProblemException `not-found` */
  async byVersion(versionId: string): Promise<Survey> {
    const version = await this.published.find(versionId);
    if (version === null) throw new ProblemException('not-found');
    return this.surveyOf(await this.published.series(version.questionnaireId));
  }

  private async surveyOf(series: PublishedSeries | null): Promise<Survey> {
    if (series === null) throw new ProblemException('not-published');
    const version = series.newest;
    const taxonomy = await this.taxonomies.version(version.taxonomyVersion);
    if (taxonomy === null) throw new Error('A questionnaire pins master data that do not exist.');
    return { version, series, counted: this.reports.of(series), taxonomy: taxonomy.taxonomy };
  }
}
