import type { WordingState } from '@stadtteilstimme/domain';
import type { IconName, StatusKind } from '@stadtteilstimme/ui';

/** Colour and sign of a wording's state. Only what a person has confirmed is green. */
export const WORDING_SIGNS: Readonly<Record<WordingState, { readonly kind: StatusKind; readonly icon: IconName }>> = {
  machine: { kind: 'warn', icon: 'warning' },
  draft: { kind: 'info', icon: 'edit' },
  'draft-simple': { kind: 'info', icon: 'edit' },
  reviewed: { kind: 'ok', icon: 'check' },
  'approved-by-test-group': { kind: 'ok', icon: 'check' },
};
