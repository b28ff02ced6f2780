import { Injectable } from '@nestjs/common';
import type { TaxonomyVersion } from '@stadtteilstimme/domain';
import { TaxonomyRepository } from './taxonomy.repository.js';

/** The master data as other slices read them. Versions never change, so each is read from the database once. */
@Injectable()
export class Taxonomies {
  private readonly known = new Map<number, TaxonomyVersion>();

  constructor(private readonly repository: TaxonomyRepository) {}

  /** @throws Error before `SeedReferenceData` has run. */
  async newest(): Promise<TaxonomyVersion> {
    const newest = await this.repository.newest();
    if (newest === null) throw new Error('There are no master data yet.');
    return newest;
  }

  /** All versions without their content, newest first. */
  summaries(): Promise<Omit<TaxonomyVersion, 'taxonomy'>[]> {
    return this.repository.summaries();
  }

  async version(version: number): Promise<TaxonomyVersion | null> {
    const known = this.known.get(version);
    if (known !== undefined) return known;
    const found = await this.repository.byVersion(version);
    if (found !== null) this.known.set(version, found);
    return found;
  }
}
