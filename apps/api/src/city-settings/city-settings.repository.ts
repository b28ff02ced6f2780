import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CitySettingsVersionEntity } from './city-settings-version.entity.js';

/** All SQL of the slice. */
@Injectable()
export class CitySettingsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async newest(): Promise<CitySettingsVersionEntity | null> {
    const [newest] = await this.dataSource.getRepository(CitySettingsVersionEntity).find({ order: { version: 'DESC' }, take: 1 });
    return newest ?? null;
  }

  /** @returns false when the number is taken: somebody else has saved in the meantime */
  async insert({ version, createdOn, settings }: CitySettingsVersionEntity): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'INSERT INTO city_settings_version (version, created_on, settings) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING version',
      [version, createdOn, JSON.stringify(settings)],
    );
    return rows.length > 0;
  }
}
