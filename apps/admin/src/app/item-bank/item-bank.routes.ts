import type { Routes } from '@angular/router';

export const itemBankRoutes: Routes = [
  { path: '', loadComponent: async () => (await import('./items-page')).ItemsPage },
  { path: ':itemId', loadComponent: async () => (await import('./item-page')).ItemPage },
];
