import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type ItemBank, LEGAL_BASES, type LanguageCode, type QuestionnaireDraft, SAMPLING_DESIGNS } from '@stadtteilstimme/domain';

import { browserLanguageTag } from '../language/localized-text';
import { Texts } from '../language/texts';
import { withText } from './draft-edits';

/** How people come into the questionnaire, on what legal ground, and what for. */
@Component({
  selector: 'app-draft-method',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-method.html',
})
export class DraftMethod {
  readonly draft = input.required<QuestionnaireDraft>();
  readonly bank = input.required<ItemBank>();
  readonly changed = output<QuestionnaireDraft>();

  protected readonly t = inject(Texts).t;
  protected readonly designs = SAMPLING_DESIGNS;
  protected readonly legalBases = LEGAL_BASES;
  protected readonly tag = browserLanguageTag;
  /** The other languages of this questionnaire: residents read the purpose in the consent text. */
  protected readonly translations = computed(() => this.bank().languages.filter(({ code }) => code !== 'de' && this.draft().languages.includes(code)));
  protected readonly translated = computed(() => this.translations().filter(({ code }) => this.draft().purposeTranslations?.[code] !== undefined).length);

  protected set(part: Partial<QuestionnaireDraft>): void {
    this.changed.emit({ ...this.draft(), ...part });
  }

  /** Without any translation the key goes: that is how a draft without translations has always looked. */
  protected translate(language: LanguageCode, text: string): void {
    const { purposeTranslations: before = {}, ...rest } = this.draft();
    const purposeTranslations = withText(before, language, text);
    this.changed.emit(Object.keys(purposeTranslations).length === 0 ? rest : { ...rest, purposeTranslations });
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
