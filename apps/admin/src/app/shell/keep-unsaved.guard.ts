import { inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { CanDeactivateFn } from '@angular/router';

import { Texts } from '../language/texts';
import { confirmed } from './confirm-dialog';

/** A page that can hold changes nobody has saved yet. */
export interface HoldsChanges {
  hasUnsavedChanges(): boolean;
}

/** Asks before unsaved work is left behind. */
export const keepUnsaved: CanDeactivateFn<HoldsChanges> = (page) => {
  if (!page.hasUnsavedChanges()) return true;
  const { t } = inject(Texts);
  return confirmed(inject(MatDialog), {
    heading: t('shell.unsaved.heading'),
    text: t('shell.unsaved.text'),
    yes: t('shell.unsaved.leave'),
    no: t('shell.unsaved.stay'),
  });
};
