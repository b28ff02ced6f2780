import { isDeepStrictEqual } from 'node:util';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CitySettings, ItemBank, ProblemDetail, Taxonomy } from '@stadtteilstimme/domain';
import { checkReadiness } from '@stadtteilstimme/questionnaire';
import type { EntityManager } from 'typeorm';
import { CurrentCitySettings } from '../city-settings/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { Taxonomies } from '../reference-data/index.js';
import { cityProblems } from './city-problems.js';
import { freezeContent } from './frozen-content.js';
import { ItemBankRepository } from './item-bank.repository.js';
import type { FrozenContent, QuestionnaireVersionEntity } from './questionnaire.entity.js';
import { QuestionnaireRepository, type StoredQuestionnaire } from './questionnaire.repository.js';
import { ResponseCounts } from './response-counts.js';

/** A version as it would be published now, beside the versions there are. */
export interface PreparedVersion {
  readonly number: number;
  readonly content: FrozenContent;
  /** Oldest first. */
  readonly published: readonly QuestionnaireVersionEntity[];
  readonly itemBank: ItemBank;
  /** Some version was answered. Old versions stay open, so any of them may be answered at any time. */
  readonly hasAnswers: boolean;
  /** Residents would read and be asked the same, and the draft is the one of the newest version. */
  readonly isUnchanged: boolean;
}

/** What a version takes from other slices. */
export interface VersionSurroundings {
  readonly taxonomy: Taxonomy;
  readonly settings: CitySettings;
  readonly hasAnswers: boolean;
}

/** Compiles the saved draft to the version it would become: the same for looking at it and for publishing it. */
@Injectable()
export class PrepareVersion {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly itemBank: ItemBankRepository,
    private readonly taxonomies: Taxonomies,
    private readonly city: CurrentCitySettings,
    private readonly counts: ResponseCounts,
  ) {}

  /**
   * To be read before the transaction begins: whoever holds a connection and waits for another one of the same pool waits for
   * ever once all of them do so. The master data a questionnaire pins never change.
   */
  async surroundings({ id, taxonomyVersion }: Pick<StoredQuestionnaire, 'id' | 'taxonomyVersion'>): Promise<VersionSurroundings> {
    const pinned = await this.taxonomies.version(taxonomyVersion);
    if (pinned === null) throw new Error('A questionnaire pins master data that do not exist.');
    const settings = await this.city.settings();
    return { taxonomy: pinned.taxonomy, settings, hasAnswers: ((await this.counts.byQuestionnaire()).get(id) ?? 0) > 0 };
  }

  /** @throws ProblemException `wording-missing`, `questionnaire-incomplete` or `new-version-refused` with every place */
  async run(manager: EntityManager, stored: StoredQuestionnaire, { taxonomy, settings, hasAnswers }: VersionSurroundings): Promise<PreparedVersion> {
    const parts = { draft: stored.draft, taxonomy, itemBank: await this.itemBank.read(manager) };
    refuseUnready([...checkReadiness(parts).problems, ...cityProblems(settings)]);
    const published = await this.repository.versionsOf(manager, stored.id);
    const content = freezeContent({
      ...parts,
      versionId: randomUUID(),
      settings,
      published: published.map((version) => version.content.codebook),
    });
    const newest = published.at(-1);
    return {
      number: (newest?.number ?? 0) + 1,
      content,
      published,
      itemBank: parts.itemBank,
      hasAnswers,
      isUnchanged: newest !== undefined && isDeepStrictEqual(newest.draft, stored.draft) && isSameContent(newest.content, content),
    };
  }
}

function refuseUnready(problems: readonly ProblemDetail[]): void {
  if (problems.length === 0) return;
  const onlyWordings = problems.every((problem) => problem.code === 'wording-missing');
  throw new ProblemException(onlyWordings ? 'wording-missing' : 'questionnaire-incomplete', problems);
}

/** Whatever order their keys have; the id is a version's own. */
function isSameContent(published: FrozenContent, content: FrozenContent): boolean {
  const asStored = JSON.parse(JSON.stringify({ ...content, versionId: published.versionId })) as unknown;
  return isDeepStrictEqual(published, asStored);
}
