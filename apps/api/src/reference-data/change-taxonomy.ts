import { Injectable } from '@nestjs/common';
import { type DistrictId, type Taxonomy, type TaxonomyVersion, validateTaxonomy } from '@stadtteilstimme/domain';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { Clock, localDay } from '../platform/clock/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { DistrictUses } from './district-uses.js';
import { TaxonomyRepository } from './taxonomy.repository.js';

export interface TaxonomyChange {
  /** The version the change was made from. */
  readonly baseVersion: number;
  readonly comment: string;
  readonly taxonomy: Taxonomy;
}

const UNIQUE_VIOLATION = '23505';

/** Saves changed master data as the next version; older ones stay for the questionnaires made with them. */
@Injectable()
export class ChangeTaxonomy {
  constructor(
    private readonly repository: TaxonomyRepository,
    private readonly uses: DistrictUses,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException `invalid-taxonomy`, `edit-conflict` or `district-in-use`; nothing is saved then. */
  async run(change: TaxonomyChange): Promise<TaxonomyVersion> {
    const problems = validateTaxonomy(change.taxonomy);
    if (problems.length > 0) throw new ProblemException('invalid-taxonomy', problems);
    try {
      return await this.repository.inTransaction((manager) => this.save(manager, change));
    } catch (error) {
      // Two people saved from the same version at the same moment: the number is taken.
      if (error instanceof QueryFailedError && error.driverError.code === UNIQUE_VIOLATION) throw new ProblemException('edit-conflict');
      throw error;
    }
  }

  private async save(manager: EntityManager, change: TaxonomyChange): Promise<TaxonomyVersion> {
    const newest = await this.repository.newest(manager);
    if (newest === null || newest.version !== change.baseVersion) throw new ProblemException('edit-conflict');
    await this.refuseRemovalOfUsed(manager, removedDistricts(newest.taxonomy, change.taxonomy));
    const next = {
      version: newest.version + 1,
      createdOn: localDay(this.clock.now()),
      comment: change.comment,
      taxonomy: change.taxonomy,
    };
    await this.repository.insert(manager, next);
    return next;
  }

  private async refuseRemovalOfUsed(manager: EntityManager, removed: readonly DistrictId[]): Promise<void> {
    if (removed.length === 0) return;
    const used = new Set([...(await this.uses.among(removed)), ...(await this.repository.districtsWithStaff(manager, removed))]);
    if (used.size > 0) {
      throw new ProblemException('district-in-use', [...used].sort().map((id) => ({ code: 'district-in-use', place: `districts.${id}` })));
    }
  }
}

function removedDistricts(before: Taxonomy, after: Taxonomy): readonly DistrictId[] {
  const kept = new Set(after.districts.map((district) => district.id));
  return before.districts.map((district) => district.id).filter((id) => !kept.has(id));
}
