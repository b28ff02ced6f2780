import { type Permission, type Role, mayDo } from '@stadtteilstimme/domain';
import type { IconName } from '@stadtteilstimme/ui';

import type { TextKey } from '../language/text-key';

export interface NavigationEntry {
  readonly path: string;
  readonly text: TextKey;
  readonly icon: IconName;
}

const ENTRIES: readonly (NavigationEntry & { readonly needs: Permission })[] = [
  { path: '/fragebogen', text: 'shell.nav.questionnaires', icon: 'document', needs: 'read questionnaires' },
  { path: '/fragenkatalog', text: 'shell.nav.itemBank', icon: 'search', needs: 'read item-bank' },
  { path: '/auswertung', text: 'shell.nav.reports', icon: 'people', needs: 'read reports' },
  { path: '/stammdaten', text: 'shell.nav.referenceData', icon: 'edit', needs: 'read taxonomy' },
  { path: '/stadt', text: 'shell.nav.citySettings', icon: 'flag', needs: 'manage city-settings' },
  { path: '/konten', text: 'shell.nav.staff', icon: 'lock', needs: 'manage staff' },
];

/** The main menu of a role: only what it may open. */
export function navigationFor(role: Role): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => mayDo(role, entry.needs));
}
