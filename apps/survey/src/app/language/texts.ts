import { effect, inject, Injectable, signal } from '@angular/core';
import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';

import { LanguageStore } from './language-store';
import { formatMessage, type MessageValues } from './message';
import { texts as german, type AppTexts, type TextKey } from './texts/de';

interface TextFile { readonly texts: AppTexts }

/** German is always there; the others come when somebody needs them, so that the first screen stays small. */
const LOADERS: Readonly<Record<LanguageCode, () => Promise<TextFile>>> = {
  'de-simple': () => import('./texts/de-simple'),
  en: () => import('./texts/en'),
  ar: () => import('./texts/ar'),
  fa: () => import('./texts/fa'),
  ku: () => import('./texts/ku'),
  uk: () => import('./texts/uk'),
  ru: () => import('./texts/ru'),
  tr: () => import('./texts/tr'),
  pl: () => import('./texts/pl'),
};

/** Every word the app itself says. The texts of the open questionnaire come first: the city may have changed them. */
@Injectable({ providedIn: 'root' })
export class Texts {
  readonly #languages = inject(LanguageStore);
  readonly #loaded = signal<Readonly<Record<LanguageCode, AppTexts>>>({ de: german });
  readonly #ofQuestionnaire = signal<Readonly<Record<string, LocalizedText>>>({});

  constructor() {
    effect(() => void this.#load(this.#languages.current()));
  }

  /** Texts that come with a published questionnaire; `null` when there is none on the page. */
  useQuestionnaire(texts: Readonly<Record<string, LocalizedText>> | null): void {
    this.#ofQuestionnaire.set(texts ?? {});
  }

  /** The text in the language that is shown, else in German. */
  text(key: TextKey, values?: MessageValues): string {
    const language = this.#languages.current();
    const own = this.#ofQuestionnaire()[key]?.[language] ?? this.#loaded()[language]?.[key];
    return own === undefined ? formatMessage(german[key], 'de', values) : formatMessage(own, language, values);
  }

  async #load(language: LanguageCode): Promise<void> {
    const loader = LOADERS[language];
    if (loader === undefined || this.#loaded()[language] !== undefined) return;
    try {
      const { texts } = await loader();
      this.#loaded.update((loaded) => ({ ...loaded, [language]: texts }));
    } catch {
      // Without a connection German stays; the next change of language tries again.
    }
  }
}
