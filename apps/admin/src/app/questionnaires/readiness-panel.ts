import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ItemBank, LanguageCode, Readiness, Taxonomy } from '@stadtteilstimme/domain';
import { Notice, StatusChip } from '@stadtteilstimme/ui';

import { WORDING_SIGNS } from '../item-bank/wording-signs';
import { browserLanguageTag } from '../language/localized-text';
import { Texts } from '../language/texts';
import { languageProgress, occurringStates } from './language-progress';
import { ProblemLines } from './problem-lines';
import { type PlaceLink, readinessLines } from './readiness-list';
import { StaleNotice } from './stale-notice';

/** What still stands between the saved draft and publishing, each with its place; and how far each language has come. */
@Component({
  selector: 'app-readiness-panel',
  imports: [Notice, ProblemLines, StaleNotice, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './readiness-panel.html',
  styleUrl: './readiness-panel.css',
})
export class ReadinessPanel {
  readonly readiness = input.required<Readiness>();
  readonly bank = input.required<ItemBank>();
  readonly taxonomy = input.required<Taxonomy>();
  /** Items in the order of the saved draft. */
  readonly itemIds = input.required<readonly string[]>();
  /** There are changes the server has not seen. */
  readonly stale = input(false);
  readonly show = output<PlaceLink>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly signs = WORDING_SIGNS;
  protected readonly tag = browserLanguageTag;
  protected readonly lines = computed(() => readinessLines(this.readiness().problems, { bank: this.bank(), taxonomy: this.taxonomy(), itemIds: this.itemIds() }, this.texts.language()));
  protected readonly unreviewed = computed(() => this.readiness().languages.filter((language) => languageProgress(language) === 'unreviewed').length);
  protected readonly languages = computed(() =>
    this.readiness().languages.map((language) => ({ ...language, counted: occurringStates(language), known: this.bank().languages.find(({ code }) => code === language.language) })),
  );

  protected readonly codes = computed(() => this.readiness().languages.map(({ language }) => language));

  protected name(code: LanguageCode): string {
    const known = this.bank().languages.find((language) => language.code === code);
    return known?.ownNameUnreviewed ?? known?.ownName ?? code;
  }
}
