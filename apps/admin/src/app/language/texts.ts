import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { type InterfaceLanguage, startLanguage } from './interface-language';
import type { TextKey, TextValues } from './text-key';

const STORAGE_KEY = 'stadtteilstimme.language';

/** Looks a text up; reads a signal, so that every template that uses it follows the language switch. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** The texts of the staff app in the language of the moment. */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly active = signal<InterfaceLanguage>('de');

  readonly language = this.active.asReadonly();

  readonly t: Translate = (key, values) => {
    const language = this.active();
    return this.transloco.translate(key, { ...values }, language);
  };

  async start(): Promise<void> {
    const browser = this.document.defaultView?.navigator.languages ?? [];
    await this.use(startLanguage(remembered(this.document), browser));
  }

  async use(language: InterfaceLanguage): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    this.transloco.setActiveLang(language);
    this.active.set(language);
    this.document.documentElement.lang = language;
    this.document.defaultView?.localStorage.setItem(STORAGE_KEY, language);
  }
}

function remembered(document: Document): string | null {
  return document.defaultView?.localStorage.getItem(STORAGE_KEY) ?? null;
}
