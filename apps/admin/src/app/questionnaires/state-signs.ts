import type { QuestionnaireState } from '@stadtteilstimme/domain';
import type { IconName, StatusKind } from '@stadtteilstimme/ui';

/** Colour and sign of a questionnaire's state; the word comes from the texts. */
export const STATE_SIGNS: Readonly<Record<QuestionnaireState, { readonly kind: StatusKind; readonly icon: IconName }>> = {
  draft: { kind: 'neutral', icon: 'edit' },
  open: { kind: 'ok', icon: 'play' },
  closed: { kind: 'neutral', icon: 'stop' },
};
