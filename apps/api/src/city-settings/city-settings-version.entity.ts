import type { CitySettings } from '@stadtteilstimme/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable state of what the city says about itself. */
@Entity('city_settings_version')
export class CitySettingsVersionEntity {
  @PrimaryColumn('integer')
  version: number;

  @Column('date', { name: 'created_on' })
  createdOn: string;

  @Column('jsonb')
  settings: CitySettings;
}
