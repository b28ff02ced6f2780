import type { Routes } from '@angular/router';

/** Addresses are German because they are printed on posters; they never change once printed. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./respond/open-questionnaires-page').then((file) => file.OpenQuestionnairesPage),
  },
  { path: 'u/:slug', loadComponent: () => import('./respond/respond-page').then((file) => file.RespondPage) },
  { path: 'impressum', data: { page: 'imprint' }, loadComponent: () => import('./legal/legal-page').then((file) => file.LegalPage) },
  { path: 'datenschutz', data: { page: 'privacy' }, loadComponent: () => import('./legal/legal-page').then((file) => file.LegalPage) },
  { path: 'barrierefreiheit', data: { page: 'accessibility' }, loadComponent: () => import('./legal/legal-page').then((file) => file.LegalPage) },
  { path: 'einfache-sprache', data: { page: 'plain' }, loadComponent: () => import('./legal/legal-page').then((file) => file.LegalPage) },
  { path: 'daten-loeschen', loadComponent: () => import('./legal/delete-data-page').then((file) => file.DeleteDataPage) },
  { path: '**', loadComponent: () => import('./shell/not-found-page').then((file) => file.NotFoundPage) },
];
