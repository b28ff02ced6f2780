import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { LEGAL_BASES, type QuestionnaireDraft, SAMPLING_DESIGNS } from '@stadtteilstimme/domain';

import { Texts } from '../language/texts';

/** How people come into the questionnaire, on what legal ground, and what for. */
@Component({
  selector: 'app-draft-method',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-method.html',
})
export class DraftMethod {
  readonly draft = input.required<QuestionnaireDraft>();
  readonly changed = output<QuestionnaireDraft>();

  protected readonly t = inject(Texts).t;
  protected readonly designs = SAMPLING_DESIGNS;
  protected readonly legalBases = LEGAL_BASES;

  protected set(part: Partial<QuestionnaireDraft>): void {
    this.changed.emit({ ...this.draft(), ...part });
  }

  protected chooseDesign(value: string): void {
    const samplingDesign = this.designs.find((design) => design === value);
    if (samplingDesign) this.set({ samplingDesign });
  }

  protected chooseLegalBasis(value: string): void {
    const legalBasis = this.legalBases.find((basis) => basis === value);
    if (legalBasis) this.set({ legalBasis });
  }
}
