import { Injectable } from '@nestjs/common';
import type { DistrictScope, QuestionnaireDetail, QuestionnaireSummary, QuestionnaireVersionSummary, Readiness } from '@stadtteilstimme/domain';
import { checkReadiness } from '@stadtteilstimme/questionnaire';
import { CurrentCitySettings } from '../city-settings/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { Taxonomies } from '../reference-data/index.js';
import { cityProblems } from './city-problems.js';
import { ItemBankRepository } from './item-bank.repository.js';
import { QuestionnaireRepository, type ScopedQuestionnaire } from './questionnaire.repository.js';
import { ResponseCounts } from './response-counts.js';

/** What staff see of questionnaires, within their scope. What is out of scope does not exist for them. */
@Injectable()
export class Questionnaires {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly itemBank: ItemBankRepository,
    private readonly taxonomies: Taxonomies,
    private readonly counts: ResponseCounts,
    private readonly city: CurrentCitySettings,
  ) {}

  async all(scope: DistrictScope): Promise<QuestionnaireSummary[]> {
    const counts = await this.countsFor(scope);
    return (await this.repository.inScope(scope)).map((stored) => summaryOf(stored, counts));
  }

  /** How many questionnaires are example data and how many are in real use. */
  kinds(): Promise<{ readonly synthetic: number; readonly real: number }> {
    return this.repository.kinds();
  }

  /** @throws ProblemException `not-found` */
  async detail(id: string, scope: DistrictScope): Promise<QuestionnaireDetail> {
    const stored = await this.found(id, scope);
    return {
      ...summaryOf(stored, await this.countsFor(scope)),
      draft: stored.draft,
      revision: stored.revision,
      taxonomyVersion: stored.taxonomyVersion,
    };
  }

  /** @throws ProblemException `not-found` */
  async readiness(id: string, scope: DistrictScope): Promise<Readiness> {
    const stored = await this.found(id, scope);
    const taxonomy = await this.taxonomies.version(stored.taxonomyVersion);
    if (taxonomy === null) throw new Error('A questionnaire pins master data that do not exist.');
    const readiness = checkReadiness({ draft: stored.draft, taxonomy: taxonomy.taxonomy, itemBank: await this.itemBank.read() });
    return { ...readiness, problems: [...readiness.problems, ...cityProblems(await this.city.settings())] };
  }

  /** @throws ProblemException `not-found` */
  async versions(id: string, scope: DistrictScope): Promise<QuestionnaireVersionSummary[]> {
    await this.found(id, scope);
    return this.repository.versions(id);
  }

  private async found(id: string, scope: DistrictScope): Promise<ScopedQuestionnaire> {
    const stored = await this.repository.find(id, scope);
    if (stored === null) throw new ProblemException('not-found');
    return stored;
  }

  /** An exact total of the whole city would let a team subtract what it may see: it gets none. */
  private async countsFor(scope: DistrictScope): Promise<ReadonlyMap<string, number> | null> {
    return scope.kind === 'whole-city' ? this.counts.byQuestionnaire() : null;
  }
}

function summaryOf(stored: ScopedQuestionnaire, counts: ReadonlyMap<string, number> | null): QuestionnaireSummary {
  return {
    id: stored.id,
    slug: stored.slug,
    title: stored.draft.title,
    state: stored.state,
    targetGroupId: stored.draft.targetGroupId,
    samplingDesign: stored.draft.samplingDesign,
    languages: stored.draft.languages,
    itemCount: stored.draft.itemIds.length,
    publishedVersion: stored.publishedVersion,
    newVersionBegun: stored.newVersionBegun,
    responseCount: counts === null ? null : (counts.get(stored.id) ?? 0),
    synthetic: stored.synthetic,
  };
}
