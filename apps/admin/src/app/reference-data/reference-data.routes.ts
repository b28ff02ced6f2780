import type { Routes } from '@angular/router';

import { keepUnsaved } from '../shell/keep-unsaved.guard';

export const referenceDataRoutes: Routes = [
  { path: '', canDeactivate: [keepUnsaved], loadComponent: async () => (await import('./reference-data-page')).ReferenceDataPage },
];
