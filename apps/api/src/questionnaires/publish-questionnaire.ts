import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProblemDetail } from '@stadtteilstimme/domain';
import { checkReadiness } from '@stadtteilstimme/questionnaire';
import type { EntityManager } from 'typeorm';
import { Clock, localDay } from '../platform/clock/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { Taxonomies } from '../reference-data/index.js';
import { freezeContent } from './frozen-content.js';
import { ItemBankRepository } from './item-bank.repository.js';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

/** Freezes a draft as the next version and opens the questionnaire for answers. */
@Injectable()
export class PublishQuestionnaire {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly itemBank: ItemBankRepository,
    private readonly taxonomies: Taxonomies,
    private readonly published: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns id of the new version
   * @throws ProblemException `not-found`, `wording-missing` or `questionnaire-incomplete` with every place; nothing is published then
   */
  async run(id: string): Promise<string> {
    const versionId = await this.repository.inTransaction((manager) => this.freeze(manager, id));
    this.published.stateChanged(id, 'open');
    return versionId;
  }

  private async freeze(manager: EntityManager, id: string): Promise<string> {
    const stored = await this.repository.lock(manager, id);
    if (stored === null) throw new ProblemException('not-found');
    const pinned = await this.taxonomies.version(stored.taxonomyVersion);
    if (pinned === null) throw new Error('A questionnaire pins master data that do not exist.');
    const parts = { draft: stored.draft, taxonomy: pinned.taxonomy, itemBank: await this.itemBank.read(manager) };
    refuseUnready(checkReadiness(parts).problems);
    const versionId = randomUUID();
    await this.repository.insertVersion(manager, {
      id: versionId,
      questionnaireId: id,
      number: (stored.publishedVersion ?? 0) + 1,
      publishedOn: localDay(this.clock.now()),
      taxonomyVersion: stored.taxonomyVersion,
      draft: stored.draft,
      content: freezeContent({ ...parts, versionId, city: await this.itemBank.city(manager) }),
    });
    await this.repository.setState(manager, id, 'open');
    return versionId;
  }
}

function refuseUnready(problems: readonly ProblemDetail[]): void {
  if (problems.length === 0) return;
  const onlyWordings = problems.every((problem) => problem.code === 'wording-missing');
  throw new ProblemException(onlyWordings ? 'wording-missing' : 'questionnaire-incomplete', problems);
}
