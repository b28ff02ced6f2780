import { Injectable, computed, inject, resource } from '@angular/core';

import { SessionClient } from '../backend/session-client';

/** What the installation says about itself; asked once. */
@Injectable({ providedIn: 'root' })
export class InstallationInfo {
  private readonly client = inject(SessionClient);
  private readonly loaded = resource({ loader: () => this.client.installation() });

  readonly installation = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
}
