import type { ItemComparability } from '@stadtteilstimme/domain';
import type { IconName, StatusKind } from '@stadtteilstimme/ui';

/** Colour and sign of how far a question may be compared over versions. */
export const COMPARABILITY_SIGNS: Readonly<Record<ItemComparability, { readonly kind: StatusKind; readonly icon: IconName }>> = {
  comparable: { kind: 'ok', icon: 'check' },
  limited: { kind: 'warn', icon: 'warning' },
  break: { kind: 'danger', icon: 'danger' },
};
