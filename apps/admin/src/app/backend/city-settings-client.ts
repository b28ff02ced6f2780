import { Injectable, inject } from '@angular/core';
import type { CitySettings, CitySettingsVersion } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class CitySettingsClient {
  private readonly api = inject(Api);

  readonly newest = (): Promise<CitySettingsVersion> => this.api.get('/city-settings');
  /** Makes a new version; refused with `edit-conflict` when `baseVersion` is no longer the newest. */
  readonly save = (baseVersion: number, settings: CitySettings): Promise<CitySettingsVersion> =>
    this.api.post('/city-settings/versions', { baseVersion, settings });
}
