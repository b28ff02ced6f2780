import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import type { LanguageCode } from '@stadtteilstimme/domain';
import { Notice } from '@stadtteilstimme/ui';

import { PublicApi } from '../backend/public-api';
import { directionOf } from '../language/language-choice';
import { LanguageStore } from '../language/language-store';
import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';
import type { TextKey } from '../language/texts/de';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';
import type { LegalPageId, LegalTexts } from './legal-text';
import { legalTexts as simpleGerman } from './legal-texts.de-simple';
import { legalTexts as german } from './legal-texts.de';
import { legalTexts as english } from './legal-texts.en';
import { legalView } from './legal-view';
import { PrivacyEssentials } from './privacy-essentials';

/**
 * Languages the legal texts themselves exist in. No machine writes law: the others show the German, with its essentials in
 * their own language above.
 */
const TRANSLATED: Readonly<Record<LanguageCode, LegalTexts>> = { de: german, 'de-simple': simpleGerman, en: english };

/** What the page is called in languages that have no text of their own: the words of the link that leads here. */
const HEADINGS: Readonly<Record<LegalPageId, TextKey>> = {
  imprint: 'imprint',
  privacy: 'privacy',
  accessibility: 'accessibilityStatement',
  plain: 'plainLanguage',
};

/** Impressum, Datenschutz, Barrierefreiheit, Einfache Sprache: what the software knows about itself, and what the city says. */
@Component({
  selector: 'app-legal-page',
  imports: [Notice, PageHeading, PrivacyEssentials, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './legal-page.html',
})
export class LegalPage {
  /** From the route. */
  readonly page = input.required<LegalPageId>();

  readonly #languages = inject(LanguageStore);
  readonly #interfaceTexts = inject(Texts);
  readonly #api = inject(PublicApi);
  readonly #installation = resource({ loader: () => this.#api.installation() });
  readonly #information = resource({ loader: () => this.#api.legalInformation() });

  protected readonly isTranslated = computed(() => TRANSLATED[this.#languages.current()] !== undefined);
  protected readonly texts = computed(() => TRANSLATED[this.#languages.current()] ?? german);
  protected readonly heading = computed(() =>
    this.isTranslated() ? this.texts().pages[this.page()].title : this.#interfaceTexts.text(HEADINGS[this.page()]),
  );
  protected readonly information = computed(() => {
    const fetched = this.#information.hasValue() ? this.#information.value() : null;
    return fetched?.kind === 'ok' ? fetched.value : null;
  });
  /** Nobody knows what the city says; that is not the same as the city saying nothing. */
  protected readonly isUnreachable = computed(() => this.page() !== 'plain' && this.#information.hasValue() && this.information() === null);
  protected readonly view = computed(() => {
    const textLanguage = this.isTranslated() ? this.#languages.current() : 'de';
    const readerLanguage = this.#languages.current();
    const parts = { page: this.page(), texts: this.texts(), textLanguage, readerLanguage, city: this.#city(), information: this.information() };
    const { sections, missing } = legalView(parts);
    return {
      missing,
      sections: sections.map((section) => ({
        ...section,
        particulars: section.particulars.map(({ language, ...particular }) => {
          const isOther = language !== textLanguage;
          return { ...particular, lang: isOther ? language : null, dir: isOther ? directionOf(language, this.#languages.offered()) : null };
        }),
      })),
    };
  });
  readonly #city = computed(() => {
    const fetched = this.#installation.hasValue() ? this.#installation.value() : null;
    return fetched?.kind === 'ok' ? fetched.value.cityName : '…';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.heading()));
  }
}
