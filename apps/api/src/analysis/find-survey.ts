import { Injectable } from '@nestjs/common';
import type { DistrictScope, TaxonomyVersion } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import { type PublishedVersion, PublishedVersions, Questionnaires } from '../questionnaires/index.js';
import { Taxonomies } from '../reference-data/index.js';

/** A published version and the master data it was made with. */
export interface Survey {
  readonly version: PublishedVersion;
  readonly taxonomy: TaxonomyVersion['taxonomy'];
}

/** Finds what a report or an export is about. */
@Injectable()
export class FindSurvey {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly published: PublishedVersions,
    private readonly taxonomies: Taxonomies,
  ) {}

  /**
   * The newest published version of a questionnaire within the scope.
   * @throws ProblemException `not-found`, `not-published`.
   */
  async newest(questionnaireId: string, scope: DistrictScope): Promise<Survey> {
    const [newest] = await this.questionnaires.versions(questionnaireId, scope);
    if (newest === undefined) throw new ProblemException('not-published');
    return this.byVersion(newest.id);
  }

  /** @throws ProblemException `not-found` */
  async byVersion(versionId: string): Promise<Survey> {
    const version = await this.published.find(versionId);
    if (version === null) throw new ProblemException('not-found');
    const taxonomy = await this.taxonomies.version(version.taxonomyVersion);
    if (taxonomy === null) throw new Error('A questionnaire pins master data that do not exist.');
    return { version, taxonomy: taxonomy.taxonomy };
  }
}
