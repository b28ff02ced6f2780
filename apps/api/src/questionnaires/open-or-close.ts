import { Injectable } from '@nestjs/common';
import { ProblemException } from '../platform/errors/index.js';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

/** Stops a published questionnaire from taking answers, or lets it take them again. */
@Injectable()
export class OpenOrClose {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly published: PublishedVersions,
  ) {}

  /** @throws ProblemException `not-found` or `not-published` */
  async run(id: string, state: 'open' | 'closed'): Promise<void> {
    await this.repository.inTransaction(async (manager) => {
      const stored = await this.repository.lock(manager, id);
      if (stored === null) throw new ProblemException('not-found');
      if (stored.publishedVersion === null) throw new ProblemException('not-published');
      await this.repository.setState(manager, id, state);
    });
    this.published.stateChanged(id, state);
  }
}
