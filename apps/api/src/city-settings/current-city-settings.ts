import { Injectable } from '@nestjs/common';
import { type CitySettings, type CitySettingsVersion, EMPTY_CITY_SETTINGS } from '@stadtteilstimme/domain';
import { Subject } from 'rxjs';
import { CitySettingsRepository } from './city-settings.repository.js';

const NEVER_SAVED: CitySettingsVersion = { version: 0, createdOn: null, settings: EMPTY_CITY_SETTINGS };

/** What the city says about itself now, as other slices read it. */
@Injectable()
export class CurrentCitySettings {
  private readonly changed = new Subject<void>();

  /** Somebody saved other settings. Only within this process. */
  readonly changes = this.changed.asObservable();

  constructor(private readonly repository: CitySettingsRepository) {}

  /** Version 0 with nothing in it while the city has not said anything. */
  async newest(): Promise<CitySettingsVersion> {
    return (await this.repository.newest()) ?? NEVER_SAVED;
  }

  async settings(): Promise<CitySettings> {
    return (await this.newest()).settings;
  }

  /** Called by the use case that saves, after its commit. */
  announceChange(): void {
    this.changed.next();
  }
}
