import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, localDay } from '../platform/clock/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { guardedProblems, compareNewVersion, type NewVersionInput } from './compare-new-version.js';
import { type PreparedVersion, PrepareVersion, type VersionSurroundings } from './prepare-version.js';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

/** What somebody confirmed before publishing. */
export interface Publication {
  /** Revision of the draft that was looked at; missing = whatever is saved. */
  readonly revision?: number;
  /** Id of the item or demographic question → why its wording changed. */
  readonly wordingNotes?: Readonly<Record<string, string>>;
}

/** Freezes a draft as the next version and opens the questionnaire for answers. */
@Injectable()
export class PublishQuestionnaire {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly prepare: PrepareVersion,
    private readonly published: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns id of the new version
   * @throws ProblemException `not-found`, `edit-conflict`, `nothing-to-publish`, or `wording-missing`,
   * `questionnaire-incomplete`, `new-version-refused`, `wording-note-missing` with every place; nothing is published then
   */
  async run(id: string, publication: Publication = {}): Promise<string> {
    const found = await this.repository.find(id, { kind: 'whole-city' });
    if (found === null) throw new ProblemException('not-found');
    const surroundings = await this.prepare.surroundings(found);
    const versionId = await this.repository.inTransaction((manager) => this.freeze(manager, id, publication, surroundings));
    this.published.stateChanged(id, 'open');
    return versionId;
  }

  private async freeze(manager: EntityManager, id: string, { revision, wordingNotes = {} }: Publication, surroundings: VersionSurroundings): Promise<string> {
    const stored = await this.repository.lock(manager, id);
    if (stored === null) throw new ProblemException('not-found');
    if (revision !== undefined && stored.revision !== revision) throw new ProblemException('edit-conflict');
    const version = await this.prepare.run(manager, stored, surroundings);
    if (version.isUnchanged) throw new ProblemException('nothing-to-publish');
    refuseUnreadable(comparisonInput(version), wordingNotes);
    await this.repository.insertVersion(manager, {
      id: version.content.versionId,
      questionnaireId: id,
      number: version.number,
      publishedOn: localDay(this.clock.now()),
      taxonomyVersion: stored.taxonomyVersion,
      draft: stored.draft,
      content: version.content,
      wordingNotes: notesOnChanges(comparisonInput(version), wordingNotes),
    });
    await this.repository.setState(manager, id, 'open');
    return version.content.versionId;
  }
}

/** What is compared: the version to come with all there are. */
export function comparisonInput({ published, content, itemBank, hasAnswers }: PreparedVersion): NewVersionInput {
  return { published: published.map((version) => version.content), next: content, itemBank, hasAnswers };
}

function refuseUnreadable(input: NewVersionInput, wordingNotes: Readonly<Record<string, string>>): void {
  const problems = guardedProblems(input, wordingNotes);
  if (problems.length === 0) return;
  const onlyNotes = problems.every((problem) => problem.code === 'wording-note-missing');
  throw new ProblemException(onlyNotes ? 'wording-note-missing' : 'new-version-refused', problems);
}

/** Reasons about questions that did not change are not kept. */
function notesOnChanges(input: NewVersionInput, wordingNotes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const changed = compareNewVersion(input).questions.filter(({ changes }) => changes.length > 0);
  return Object.fromEntries(
    changed.flatMap(({ id }) => {
      const note = Object.hasOwn(wordingNotes, id) ? (wordingNotes[id] ?? '').trim() : '';
      return note === '' ? [] : [[id, note]];
    }),
  );
}
