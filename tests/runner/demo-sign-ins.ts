import type { Role } from '@stadtteilstimme/domain';

/** Sign-ins of the example city, one per role. */
export const DEMO_SIGN_INS: Readonly<Record<Role, { email: string; password: string }>> = {
  administrator: { email: 'verwaltung@beispiel.example', password: 'beispiel-verwaltung' },
  designer: { email: 'gestaltung@beispiel.example', password: 'beispiel-gestaltung' },
  analyst: { email: 'auswertung@beispiel.example', password: 'beispiel-auswertung' },
  'district-team': { email: 'kaltenmoor@beispiel.example', password: 'beispiel-kaltenmoor' },
};
