import type { Routes } from '@angular/router';

import { mayOpen } from '../accounts/access.guards';
import { keepUnsaved } from '../shell/keep-unsaved.guard';

export const questionnaireRoutes: Routes = [
  { path: '', loadComponent: async () => (await import('./overview-page')).OverviewPage },
  {
    path: 'neu',
    canActivate: [mayOpen('change questionnaires')],
    canDeactivate: [keepUnsaved],
    loadComponent: async () => (await import('./editor-page')).EditorPage,
  },
  {
    path: ':id/neue-fassung',
    canActivate: [mayOpen('publish questionnaires')],
    loadComponent: async () => (await import('./new-version-page')).NewVersionPage,
  },
  { path: ':id', canActivate: [mayOpen('read item-bank')], canDeactivate: [keepUnsaved], loadComponent: async () => (await import('./editor-page')).EditorPage },
];
