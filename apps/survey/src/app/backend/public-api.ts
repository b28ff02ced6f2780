import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Installation, LegalInformation, OpenQuestionnaire, PublishedQuestionnaire, ResponseReceipt, ResponseSubmission } from '@stadtteilstimme/domain';
import { firstValueFrom, timeout, TimeoutError, type Observable } from 'rxjs';

import type { Fetched } from './fetched';
import { isProblemCode } from './problem-texts';

/** A request that hangs this long counts as lost; 2G needs patience, a dead connection needs an end. */
const TIMEOUT_MS = 30_000;

/** The public half of the API: everything a resident's device ever asks for. */
@Injectable({ providedIn: 'root' })
export class PublicApi {
  readonly #http = inject(HttpClient);

  installation(): Promise<Fetched<Installation>> {
    return fetched(this.#http.get<Installation>('/api/installation'));
  }

  legalInformation(): Promise<Fetched<LegalInformation>> {
    return fetched(this.#http.get<LegalInformation>('/api/public/legal-information'));
  }

  openQuestionnaires(): Promise<Fetched<readonly OpenQuestionnaire[]>> {
    return fetched(this.#http.get<readonly OpenQuestionnaire[]>('/api/public/questionnaires'));
  }

  questionnaire(slug: string): Promise<Fetched<PublishedQuestionnaire>> {
    return fetched(this.#http.get<PublishedQuestionnaire>(`/api/public/questionnaires/${encodeURIComponent(slug)}`));
  }

  /** A version somebody has begun to answer; a newer one may be open by now. */
  questionnaireVersion(slug: string, versionId: string): Promise<Fetched<PublishedQuestionnaire>> {
    return fetched(this.#http.get<PublishedQuestionnaire>(`/api/public/questionnaires/${encodeURIComponent(slug)}/versions/${encodeURIComponent(versionId)}`));
  }

  sendResponse(id: string, submission: ResponseSubmission): Promise<Fetched<ResponseReceipt>> {
    return fetched(this.#http.put<ResponseReceipt>(`/api/public/responses/${encodeURIComponent(id)}`, submission));
  }
}

async function fetched<T>(request: Observable<T>): Promise<Fetched<T>> {
  try {
    return { kind: 'ok', value: await firstValueFrom(request.pipe(timeout(TIMEOUT_MS))) };
  } catch (error) {
    if (error instanceof TimeoutError) return { kind: 'unreachable' };
    if (!(error instanceof HttpErrorResponse)) throw error;
    if (error.status === 0) return { kind: 'unreachable' };
    const body: unknown = error.error;
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
    return { kind: 'problem', code: isProblemCode(code) ? code : error.status === 404 ? 'not-found' : 'unexpected' };
  }
}
