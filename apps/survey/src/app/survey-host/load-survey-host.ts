import type { Type } from '@angular/core';

import type { checkBeforeSending } from './check-before-sending';
import type { SurveyHost } from './survey-host';

export interface SurveyParts {
  readonly SurveyHost: Type<SurveyHost>;
  readonly checkBeforeSending: typeof checkBeforeSending;
}

let loading: Promise<SurveyParts> | null = null;

/** Fetches the survey library once; a failed attempt is forgotten, so that a later call tries again. */
export function loadSurveyHost(): Promise<SurveyParts> {
  loading ??= Promise.all([import('./survey-host'), import('./check-before-sending')]).then(
    ([host, check]) => ({ SurveyHost: host.SurveyHost, checkBeforeSending: check.checkBeforeSending }),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
