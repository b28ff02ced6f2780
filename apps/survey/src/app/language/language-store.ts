import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { LanguageCode } from '@stadtteilstimme/domain';

import { APP_LANGUAGES, type OfferedLanguage } from './app-languages';
import { directionOf, languageToShow } from './language-choice';

/** Query parameter that carries the language, so that a printed address can ask for one. */
export const LANGUAGE_PARAMETER = 'sprache';

/** Which languages are offered here and which one is shown. Kept in the address only: nothing is stored on the device. */
@Injectable({ providedIn: 'root' })
export class LanguageStore {
  readonly #router = inject(Router);
  readonly #asked = signal<LanguageCode | null>(null);
  readonly #offered = signal(APP_LANGUAGES);

  readonly offered = this.#offered.asReadonly();
  readonly current = computed(() => languageToShow(this.#asked(), navigator.languages, this.#offered()));
  readonly direction = computed(() => directionOf(this.current(), this.#offered()));
  readonly currentLanguage = computed(() => this.#offered().find((language) => language.code === this.current()) ?? null);
  /** The person (or the address) asked for the language that is shown. */
  readonly isChosen = computed(() => this.#asked() === this.current());

  /** Languages of the page that is shown; `null` = those of the app itself. */
  offer(languages: readonly OfferedLanguage[] | null): void {
    this.#offered.set(languages ?? APP_LANGUAGES);
  }

  /** Takes over what the address asks for. */
  ask(code: LanguageCode | null): void {
    this.#asked.set(code);
  }

  /** A person's choice: shown at once and written into the address without a new history entry. */
  choose(code: LanguageCode): void {
    this.#asked.set(code);
    void this.#router.navigate([], { queryParams: { [LANGUAGE_PARAMETER]: code }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
