import { Injectable, inject } from '@angular/core';
import type {
  NewVersionPreview,
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
  /** What publishing the saved draft would mean for the answers there are. */
  readonly newVersion = (id: string): Promise<NewVersionPreview> => this.api.get(`${path(id)}/new-version`);
  /** Refused with `edit-conflict` when somebody saved after `revision`; the reasons are by id of the question. */
  readonly publish = (id: string, revision: number, wordingNotes: Readonly<Record<string, string>> = {}): Promise<QuestionnaireDetail> =>
    this.api.post(`${path(id)}/publish`, { revision, wordingNotes });
  /** The draft becomes again what the newest version was made from. */
  readonly discardChanges = (id: string, revision: number): Promise<QuestionnaireDetail> => this.api.post(`${path(id)}/discard-changes`, { revision });
  readonly close = (id: string): Promise<QuestionnaireDetail> => this.api.post(`${path(id)}/close`);
  readonly reopen = (id: string): Promise<QuestionnaireDetail> => this.api.post(`${path(id)}/reopen`);
  readonly versions = (id: string): Promise<readonly QuestionnaireVersionSummary[]> => this.api.get(`${path(id)}/versions`);
}

function path(id: string): string {
  return `/questionnaires/${encodeURIComponent(id)}`;
}
