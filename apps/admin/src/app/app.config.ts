import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';

import { routes } from './app.routes';
import { signInAgain } from './backend/sign-in-again.interceptor';
import { provideIcuMessages } from './language/icu-transpiler';
import { UI_LANGUAGES } from './language/interface-language';
import { TextLoader } from './language/text-loader';
import { Texts } from './language/texts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([signInAgain])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' })),
    provideTransloco({
      config: { availableLangs: [...UI_LANGUAGES], defaultLang: 'de', reRenderOnLangChange: true, prodMode: true },
      loader: TextLoader,
    }),
    provideIcuMessages(),
    provideAppInitializer(() => inject(Texts).start()),
  ],
};
