import type { StaffMemberDraft } from '@stadtteilstimme/domain';

/** One sign-in per role of the example city; printed at start, never created outside the demo. */
export const DEMO_STAFF: readonly StaffMemberDraft[] = [
  { name: 'Verwaltung (Beispiel)', email: 'verwaltung@beispiel.example', role: 'administrator', districtIds: [], password: 'beispiel-verwaltung' },
  { name: 'Gestaltung (Beispiel)', email: 'gestaltung@beispiel.example', role: 'designer', districtIds: [], password: 'beispiel-gestaltung' },
  { name: 'Auswertung (Beispiel)', email: 'auswertung@beispiel.example', role: 'analyst', districtIds: [], password: 'beispiel-auswertung' },
  { name: 'Stadtteil-Team Kaltenmoor und Wilschenbruch (Beispiel)', email: 'kaltenmoor@beispiel.example', role: 'district-team', districtIds: ['kaltenmoor', 'wilschenbruch'], password: 'beispiel-kaltenmoor' },
];
