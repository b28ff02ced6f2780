import type { Routes } from '@angular/router';

import { keepUnsaved } from '../shell/keep-unsaved.guard';

export const citySettingsRoutes: Routes = [
  { path: '', canDeactivate: [keepUnsaved], loadComponent: async () => (await import('./city-settings-page')).CitySettingsPage },
];
