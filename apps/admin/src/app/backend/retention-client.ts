import { Injectable, inject } from '@angular/core';
import type { FreeTextDeletion } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class RetentionClient {
  private readonly api = inject(Api);

  readonly freeTextDeletion = (questionnaireId: string): Promise<FreeTextDeletion> =>
    this.api.get(`/questionnaires/${encodeURIComponent(questionnaireId)}/free-text-deletion`);
}
