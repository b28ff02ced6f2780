import { Injectable } from '@nestjs/common';
import { type Taxonomy, validateTaxonomy } from '@stadtteilstimme/domain';
import { Clock, localDay } from '../platform/clock/index.js';
import { readDataFile } from './data-file.js';
import { TaxonomyRepository } from './taxonomy.repository.js';

/** Gives a new installation its first master data; does nothing where there are some. */
@Injectable()
export class SeedReferenceData {
  constructor(
    private readonly repository: TaxonomyRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Error naming the places when the city's file contradicts itself. */
  async run(): Promise<void> {
    const taxonomy = await readDataFile<Taxonomy>('taxonomy');
    await this.repository.inTransaction(async (manager) => {
      if ((await this.repository.newest(manager)) !== null) return;
      const problems = validateTaxonomy(taxonomy);
      if (problems.length > 0) throw new Error(`data/taxonomy.json is not valid: ${problems.map((problem) => problem.place).join(', ')}.`);
      await this.repository.insert(manager, {
        version: 1,
        createdOn: localDay(this.clock.now()),
        comment: 'Erste Stammdaten dieser Installation',
        taxonomy,
      });
    });
  }
}
