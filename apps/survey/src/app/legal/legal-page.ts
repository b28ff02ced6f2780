import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import type { LanguageCode } from '@stadtteilstimme/domain';
import { Notice } from '@stadtteilstimme/ui';

import { PublicApi } from '../backend/public-api';
import { LanguageStore } from '../language/language-store';
import { TextPipe } from '../language/text';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';
import { type LegalPageId, type LegalTexts, withCity } from './legal-text';
import { legalTexts as simpleGerman } from './legal-texts.de-simple';
import { legalTexts as german } from './legal-texts.de';
import { legalTexts as english } from './legal-texts.en';

const TRANSLATED: Readonly<Record<LanguageCode, LegalTexts>> = { de: german, 'de-simple': simpleGerman, en: english };

/** Impressum, Datenschutz, Barrierefreiheit, Einfache Sprache: what the software knows about itself, and what the city still owes. */
@Component({
  selector: 'app-legal-page',
  imports: [Notice, PageHeading, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './legal-page.html',
})
export class LegalPage {
  /** From the route. */
  readonly page = input.required<LegalPageId>();

  readonly #languages = inject(LanguageStore);
  readonly #api = inject(PublicApi);
  readonly #installation = resource({ loader: () => this.#api.installation() });

  protected readonly isTranslated = computed(() => TRANSLATED[this.#languages.current()] !== undefined);
  protected readonly text = computed(() => (TRANSLATED[this.#languages.current()] ?? german)[this.page()]);
  readonly #city = computed(() => {
    const fetched = this.#installation.hasValue() ? this.#installation.value() : null;
    return fetched?.kind === 'ok' ? fetched.value.cityName : '…';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.text().title));
  }

  protected filled(text: string): string {
    return withCity(text, this.#city());
  }
}
