import type { Taxonomy } from '@stadtteilstimme/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable state of the master data. */
@Entity('taxonomy_version')
export class TaxonomyVersionEntity {
  @PrimaryColumn('integer')
  version: number;

  @Column('date', { name: 'created_on' })
  createdOn: string;

  @Column('text')
  comment: string;

  @Column('jsonb')
  taxonomy: Taxonomy;
}

/** Registry of every district id that was ever used. */
@Entity('district')
export class DistrictEntity {
  @PrimaryColumn('text')
  id: string;
}
