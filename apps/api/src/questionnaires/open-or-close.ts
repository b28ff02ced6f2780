import { Injectable } from '@nestjs/common';
import { Clock, localDay } from '../platform/clock/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

/** Stops a published questionnaire from taking answers, or lets it take them again. */
@Injectable()
export class OpenOrClose {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly published: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException `not-found` or `not-published` */
  async run(id: string, state: 'open' | 'closed'): Promise<void> {
    await this.repository.inTransaction(async (manager) => {
      const stored = await this.repository.lock(manager, id);
      if (stored === null) throw new ProblemException('not-found');
      if (stored.publishedVersion === null) throw new ProblemException('not-published');
      // The period after which free texts are deleted begins; closing what is closed begins none.
      if (state === 'closed' && stored.state === 'open') await this.repository.recordClosing(manager, id, localDay(this.clock.now()));
      await this.repository.setState(manager, id, state);
    });
    this.published.stateChanged(id, state);
  }
}
