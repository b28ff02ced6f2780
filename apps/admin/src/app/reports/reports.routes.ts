import type { Routes } from '@angular/router';

export const reportRoutes: Routes = [
  { path: '', loadComponent: async () => (await import('./reports-page')).ReportsPage },
  { path: ':id', loadComponent: async () => (await import('./report-page')).ReportPage },
];
