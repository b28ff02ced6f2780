import { Injectable, inject } from '@angular/core';
import type {
  QuestionnaireDetail,
  QuestionnaireDraft,
  QuestionnaireSummary,
  QuestionnaireVersionSummary,
  Readiness,
} from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class QuestionnairesClient {
  private readonly api = inject(Api);

  readonly list = (): Promise<readonly QuestionnaireSummary[]> => this.api.get('/questionnaires');
  readonly find = (id: string): Promise<QuestionnaireDetail> => this.api.get(path(id));
  readonly create = (draft: QuestionnaireDraft): Promise<QuestionnaireDetail> => this.api.post('/questionnaires', draft);
  /** Refused with `edit-conflict` when somebody saved after `revision`. */
  readonly save = (id: string, revision: number, draft: QuestionnaireDraft): Promise<QuestionnaireDetail> => this.api.put(path(id), { revision, draft });
  readonly remove = (id: string): Promise<void> => this.api.delete(path(id));
  readonly readiness = (id: string): Promise<Readiness> => this.api.get(`${path(id)}/readiness`);
  readonly publish = (id: string): Promise<QuestionnaireDetail> => this.api.post(`${path(id)}/publish`);
  readonly close = (id: string): Promise<QuestionnaireDetail> => this.api.post(`${path(id)}/close`);
  readonly reopen = (id: string): Promise<QuestionnaireDetail> => this.api.post(`${path(id)}/reopen`);
  readonly versions = (id: string): Promise<readonly QuestionnaireVersionSummary[]> => this.api.get(`${path(id)}/versions`);
}

function path(id: string): string {
  return `/questionnaires/${encodeURIComponent(id)}`;
}
