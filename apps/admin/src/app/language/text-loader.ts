import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

import type { InterfaceLanguage } from './interface-language';

const FILES: Readonly<Record<InterfaceLanguage, () => Promise<{ default: Translation }>>> = {
  de: () => import('../../i18n/de.json'),
  en: () => import('../../i18n/en.json'),
};

/** Texts are part of the build: no request to a path that could be missing, one file per language. */
@Injectable({ providedIn: 'root' })
export class TextLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return (await FILES[language === 'en' ? 'en' : 'de']()).default;
  }
}
