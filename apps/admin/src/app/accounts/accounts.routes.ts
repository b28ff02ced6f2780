import type { Routes } from '@angular/router';

export const accountRoutes: Routes = [
  { path: '', loadComponent: async () => (await import('./staff-page')).StaffPage },
  { path: 'neu', loadComponent: async () => (await import('./staff-member-page')).StaffMemberPage },
  { path: ':id', loadComponent: async () => (await import('./staff-member-page')).StaffMemberPage },
];
