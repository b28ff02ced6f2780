import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@stadtteilstimme/ui';

import { PublicApi } from '../backend/public-api';
import { LanguageStore } from '../language/language-store';
import { textIn } from '../language/localized-text';
import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';
import { Hero } from '../shell/hero';
import { LanguageMenu } from '../shell/language-menu';
import { PageFrame } from '../shell/page-frame';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';

/** `/`: what a resident can take part in now. */
@Component({
  selector: 'app-open-questionnaires-page',
  imports: [Hero, Icon, LanguageMenu, PageHeading, RouterLink, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './open-questionnaires-page.html',
})
export class OpenQuestionnairesPage {
  readonly #api = inject(PublicApi);
  readonly #languages = inject(LanguageStore);

  protected readonly fetched = resource({ loader: () => this.#api.openQuestionnaires() });
  protected readonly cards = computed(() => {
    const fetched = this.fetched.hasValue() ? this.fetched.value() : null;
    if (fetched?.kind !== 'ok') return null;
    const language = this.#languages.current();
    return fetched.value.map((open) => {
      const title = textIn(open.title, language);
      return {
        slug: open.slug,
        title: title.text,
        lang: title.language === language ? null : title.language,
        synthetic: open.synthetic,
      };
    });
  });
  protected readonly hasFailed = computed(() => !this.fetched.isLoading() && this.cards() === null);

  constructor() {
    const frame = inject(PageFrame);
    frame.withHero.set(true);
    frame.withLanguageList.set(true);
    inject(DestroyRef).onDestroy(() => {
      frame.withHero.set(false);
      frame.withLanguageList.set(false);
    });
    const title = inject(PageTitle);
    const texts = inject(Texts);
    effect(() => title.set(texts.text('openTitle')));
  }
}
