import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuestionnaireDraft } from '@stadtteilstimme/domain';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { ProblemException } from '../platform/errors/index.js';
import { Taxonomies } from '../reference-data/index.js';
import { QuestionnaireRepository, type StoredQuestionnaire } from './questionnaire.repository.js';

const UNIQUE_VIOLATION = '23505';

/** Creates, changes and deletes drafts. A draft may be incomplete: readiness says what is missing. */
@Injectable()
export class ComposeQuestionnaire {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly taxonomies: Taxonomies,
  ) {}

  /**
   * Makes a draft on the newest master data.
   * @returns its id
   * @throws ProblemException `slug-taken`
   */
  async create(draft: QuestionnaireDraft, synthetic = false): Promise<string> {
    const { version } = await this.taxonomies.newest();
    const id = randomUUID();
    await this.write((manager) =>
      this.repository.insert(manager, { id, slug: draft.slug, draft, revision: 1, state: 'draft', taxonomyVersion: version, synthetic }),
    );
    return id;
  }

  /**
   * Saves a draft over the revision it was read at.
   * @throws ProblemException `not-found`, `edit-conflict`, `slug-taken`, or `invalid-request` where a published address would change
   */
  async save(id: string, revision: number, draft: QuestionnaireDraft): Promise<void> {
    await this.write(async (manager) => {
      const stored = await this.locked(manager, id);
      if (stored.revision !== revision) throw new ProblemException('edit-conflict');
      // The address is on posters by now.
      if (stored.publishedVersion !== null && stored.slug !== draft.slug) {
        throw new ProblemException('invalid-request', [{ code: 'invalid-request', place: 'draft.slug' }]);
      }
      await this.repository.saveDraft(manager, { ...stored, slug: draft.slug, draft, revision: revision + 1 });
    });
  }

  /**
   * Gives up a next version: the draft is again what the newest version was made from.
   * @throws ProblemException `not-found`, `edit-conflict` or `not-published`
   */
  async discardChanges(id: string, revision: number): Promise<void> {
    await this.write(async (manager) => {
      const stored = await this.locked(manager, id);
      if (stored.revision !== revision) throw new ProblemException('edit-conflict');
      const newest = (await this.repository.versionsOf(manager, id)).at(-1);
      if (newest === undefined) throw new ProblemException('not-published');
      await this.repository.saveDraft(manager, { ...stored, draft: newest.draft, revision: revision + 1 });
    });
  }

  /** @throws ProblemException `not-found` or `already-published` */
  async remove(id: string): Promise<void> {
    await this.write(async (manager) => {
      const stored = await this.locked(manager, id);
      if (stored.publishedVersion !== null) throw new ProblemException('already-published');
      await this.repository.remove(manager, id);
    });
  }

  private async locked(manager: EntityManager, id: string): Promise<StoredQuestionnaire> {
    const stored = await this.repository.lock(manager, id);
    if (stored === null) throw new ProblemException('not-found');
    return stored;
  }

  private async write(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.repository.inTransaction(work);
    } catch (error) {
      if (error instanceof QueryFailedError && error.driverError.code === UNIQUE_VIOLATION) throw new ProblemException('slug-taken');
      throw error;
    }
  }
}
