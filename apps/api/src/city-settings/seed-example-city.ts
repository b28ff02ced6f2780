import { Injectable } from '@nestjs/common';
import type { CitySettings } from '@stadtteilstimme/domain';
import { readDataFile } from '../reference-data/index.js';
import { ChangeCitySettings } from './change-city-settings.js';
import { CurrentCitySettings } from './current-city-settings.js';

/** Demo only: invented imprint and contacts, marked as such; does nothing where somebody has saved settings. */
@Injectable()
export class SeedExampleCity {
  constructor(
    private readonly current: CurrentCitySettings,
    private readonly change: ChangeCitySettings,
  ) {}

  async run(): Promise<void> {
    if ((await this.current.newest()).version > 0) return;
    await this.change.run({ baseVersion: 0, settings: await readDataFile<CitySettings>('example-city') });
  }
}
