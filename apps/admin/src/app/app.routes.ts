import type { Routes } from '@angular/router';

import { mayOpen, signedIn } from './accounts/access.guards';

/** Every feature is a chunk of its own; guards hide what a role may not open, the server decides. */
export const routes: Routes = [
  { path: 'anmelden', loadComponent: async () => (await import('./accounts/sign-in-page')).SignInPage },
  { path: 'einrichtung', loadComponent: async () => (await import('./accounts/setup-page')).SetupPage },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./shell/shell-page')).ShellPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'fragebogen' },
      { path: 'fragebogen', canActivate: [mayOpen('read questionnaires')], loadChildren: async () => (await import('./questionnaires/questionnaires.routes')).questionnaireRoutes },
      { path: 'fragenkatalog', canActivate: [mayOpen('read item-bank')], loadChildren: async () => (await import('./item-bank/item-bank.routes')).itemBankRoutes },
      { path: 'auswertung', canActivate: [mayOpen('read reports')], loadChildren: async () => (await import('./reports/reports.routes')).reportRoutes },
      { path: 'stammdaten', canActivate: [mayOpen('read taxonomy')], loadChildren: async () => (await import('./reference-data/reference-data.routes')).referenceDataRoutes },
      { path: 'stadt', canActivate: [mayOpen('manage city-settings')], loadChildren: async () => (await import('./city-settings/city-settings.routes')).citySettingsRoutes },
      { path: 'konten', canActivate: [mayOpen('manage staff')], loadChildren: async () => (await import('./accounts/accounts.routes')).accountRoutes },
      { path: '**', loadComponent: async () => (await import('./shell/not-found-page')).NotFoundPage },
    ],
  },
];
