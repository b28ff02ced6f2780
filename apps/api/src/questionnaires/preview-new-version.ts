import { Injectable } from '@nestjs/common';
import type { DistrictScope, NewVersionPreview } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import { compareNewVersion } from './compare-new-version.js';
import { PrepareVersion } from './prepare-version.js';
import { comparisonInput } from './publish-questionnaire.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

/** Shows what publishing the saved draft would mean for the answers there are. Stores nothing. */
@Injectable()
export class PreviewNewVersion {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly prepare: PrepareVersion,
  ) {}

  /** @throws ProblemException `not-found`, `wording-missing`, `questionnaire-incomplete` or `new-version-refused` */
  async run(id: string, scope: DistrictScope): Promise<NewVersionPreview> {
    const stored = await this.repository.find(id, scope);
    if (stored === null) throw new ProblemException('not-found');
    const surroundings = await this.prepare.surroundings(stored);
    // The draft is the one of `revision`: publishing another is refused.
    const version = await this.repository.inTransaction((manager) => this.prepare.run(manager, stored, surroundings));
    return {
      number: version.number,
      revision: stored.revision,
      hasAnswers: version.hasAnswers,
      isUnchanged: version.isUnchanged,
      ...compareNewVersion(comparisonInput(version)),
    };
  }
}
