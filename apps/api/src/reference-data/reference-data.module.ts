import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClockModule } from '../platform/clock/index.js';
import { ChangeTaxonomy } from './change-taxonomy.js';
import { DistrictUses } from './district-uses.js';
import { SeedReferenceData } from './seed-reference-data.js';
import { Taxonomies } from './taxonomies.js';
import { TaxonomyController } from './taxonomy.controller.js';
import { DistrictEntity, TaxonomyVersionEntity } from './taxonomy-version.entity.js';
import { TaxonomyRepository } from './taxonomy.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([TaxonomyVersionEntity, DistrictEntity]), ClockModule],
  controllers: [TaxonomyController],
  providers: [TaxonomyRepository, Taxonomies, DistrictUses, ChangeTaxonomy, SeedReferenceData],
  exports: [Taxonomies, DistrictUses, SeedReferenceData],
})
export class ReferenceDataModule {}
