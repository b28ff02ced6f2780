import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';

import { provideIcuMessages } from './icu-transpiler';
import { UI_LANGUAGES } from './interface-language';
import { TextLoader } from './text-loader';
import { Texts } from './texts';

/** The real texts, for specs of components. */
export function provideTexts(): (EnvironmentProviders | Provider)[] {
  return [provideTransloco({ config: { availableLangs: [...UI_LANGUAGES], defaultLang: 'de', prodMode: true }, loader: TextLoader }), provideIcuMessages()];
}

export async function useGerman(): Promise<void> {
  await TestBed.inject(Texts).use('de');
}
