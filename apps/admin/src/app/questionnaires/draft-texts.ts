import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import type { ItemBank, LanguageCode, QuestionnaireDraft } from '@stadtteilstimme/domain';

import { browserLanguageTag } from '../language/localized-text';
import { Texts } from '../language/texts';
import { LOCALIZED_FIELDS, type LocalizedField, slugFrom, withText } from './draft-edits';

/** Title, welcome and thanks in every chosen language, and the public address. */
@Component({
  selector: 'app-draft-texts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-texts.html',
})
export class DraftTexts {
  readonly draft = input.required<QuestionnaireDraft>();
  readonly bank = input.required<ItemBank>();
  readonly language = model.required<LanguageCode>();
  /** The address follows the title until somebody writes it or the questionnaire is saved. */
  readonly isNew = input(false);
  /** The texts can be read in every language, not written. */
  readonly readOnly = input(false);
  /** Printed on posters already: it stays. */
  readonly slugFixed = input(false);
  /** Somebody tried to save with an address that is none. */
  readonly slugRefused = input(false);
  readonly changed = output<QuestionnaireDraft>();

  protected readonly t = inject(Texts).t;
  protected readonly fields = LOCALIZED_FIELDS;
  protected readonly languages = computed(() => this.bank().languages.filter(({ code }) => this.draft().languages.includes(code)));
  protected readonly shown = computed(() => this.languages().find(({ code }) => code === this.language()) ?? this.languages()[0]);
  protected readonly tag = browserLanguageTag;

  protected missing(code: LanguageCode): number {
    return this.fields.filter((field) => !this.draft()[field][code]).length;
  }

  protected write(field: LocalizedField, language: LanguageCode, text: string): void {
    const draft = { ...this.draft(), [field]: withText(this.draft()[field], language, text) };
    const follows = this.isNew() && field === 'title' && language === 'de' && this.draft().slug === slugFrom(this.draft().title['de'] ?? '');
    this.changed.emit(follows ? { ...draft, slug: slugFrom(text) } : draft);
  }

  protected writeSlug(slug: string): void {
    this.changed.emit({ ...this.draft(), slug });
  }
}
