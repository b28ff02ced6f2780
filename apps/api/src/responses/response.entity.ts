import type { Answers, CollectionMode } from '@stadtteilstimme/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An answer. Nothing here tells who, from where, with what device or when within the week. */
@Entity('response')
export class ResponseEntity {
  /** Random UUID v4 made on the device. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'version_id' })
  versionId: string;

  @Column('text', { name: 'district_id', nullable: true })
  districtId: string | null;

  @Column('boolean')
  elsewhere: boolean;

  @Column('text', { name: 'target_group' })
  targetGroup: string;

  @Column('text')
  mode: CollectionMode;

  /** ISO week `YYYY-Www`. */
  @Column('text')
  week: string;

  @Column('jsonb')
  answers: Answers;

  /** One byte per coded variable, in codebook order. */
  @Column('bytea')
  vector: Buffer;
}
