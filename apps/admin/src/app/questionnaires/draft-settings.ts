import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ItemBank, QuestionnaireDraft, Taxonomy } from '@stadtteilstimme/domain';

import { browserLanguageTag, textIn } from '../language/localized-text';
import { Texts } from '../language/texts';
import { withMemberInOrder } from './draft-edits';

/** Whom the questionnaire asks, where, in which languages, and with which focus. */
@Component({
  selector: 'app-draft-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-settings.html',
})
export class DraftSettings {
  readonly draft = input.required<QuestionnaireDraft>();
  readonly bank = input.required<ItemBank>();
  readonly taxonomy = input.required<Taxonomy>();
  readonly changed = output<QuestionnaireDraft>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly tag = browserLanguageTag;
  protected readonly groups = computed(() => this.taxonomy().targetGroups.map(({ id, names }) => ({ id, name: textIn(names, this.texts.language()) })));
  protected readonly focusFields = computed(() => this.taxonomy().fieldsOfAction.map(({ id, names }) => ({ id, name: textIn(names, this.texts.language()) })));

  protected set(part: Partial<QuestionnaireDraft>): void {
    this.changed.emit({ ...this.draft(), ...part });
  }

  protected toggleDistrict(id: string, chosen: boolean): void {
    this.set({ districtIds: withMemberInOrder(this.draft().districtIds, id, chosen, this.taxonomy().districts.map((district) => district.id)) });
  }

  protected allDistricts(chosen: boolean): void {
    this.set({ districtIds: chosen ? this.taxonomy().districts.map(({ id }) => id) : [] });
  }

  protected toggleLanguage(code: string, chosen: boolean): void {
    this.set({ languages: withMemberInOrder(this.draft().languages, code, chosen, this.bank().languages.map((language) => language.code)) });
  }

  protected toggleFocus(id: string, chosen: boolean): void {
    this.set({ focus: withMemberInOrder(this.draft().focus, id, chosen, this.taxonomy().fieldsOfAction.map((field) => field.id)) });
  }
}
