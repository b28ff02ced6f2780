import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ItemBank, LanguageCode } from '@stadtteilstimme/domain';
import { Notice } from '@stadtteilstimme/ui';

import { formatList } from '../language/number-format';
import { Texts } from '../language/texts';
import { languageName } from './readiness-list';
import { staleTranslations } from './stale-translations';

/** Questions whose translations say what German said before; nothing where there are none. */
@Component({
  selector: 'app-stale-notice',
  imports: [Notice, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (stale().length > 0) {
      <st-notice kind="warn" [heading]="t('questionnaires.readiness.staleHeading', { count: stale().length })">
        <p>{{ t('questionnaires.readiness.staleText') }}</p>
        <ul>
          @for (item of stale(); track item.itemId) {
            <li><a [routerLink]="['/fragenkatalog', item.itemId]" [queryParams]="{ sprache: item.languages[0] }">{{ item.itemId }}</a> {{ names(item.languages) }}</li>
          }
        </ul>
      </st-notice>
    }
  `,
  styles: `a { font-weight: 700; color: inherit; }`,
})
export class StaleNotice {
  readonly bank = input.required<ItemBank>();
  /** Items of the saved draft, in its order. */
  readonly itemIds = input.required<readonly string[]>();
  /** Languages of the saved draft. */
  readonly languages = input.required<readonly LanguageCode[]>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly stale = computed(() => staleTranslations(this.bank(), { itemIds: this.itemIds(), languages: this.languages() }));

  protected names(languages: readonly LanguageCode[]): string {
    return formatList(languages.map((code) => languageName(code, this.bank(), this.texts.language())), this.texts.language());
  }
}
