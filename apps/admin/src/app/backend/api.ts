import { HttpClient, type HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';

import { refusalOf } from './problem';

/** Root of the API: the same origin that serves this app. */
export const API = '/api';

/** One request, one promise; whatever is refused comes out as a `Refusal`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<Answer>(path: string, params?: HttpParams): Promise<Answer> {
    return answerOf(this.http.get<Answer>(`${API}${path}`, params ? { params } : {}));
  }

  post<Answer>(path: string, body: object = {}): Promise<Answer> {
    return answerOf(this.http.post<Answer>(`${API}${path}`, body));
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return answerOf(this.http.put<Answer>(`${API}${path}`, body));
  }

  delete(path: string): Promise<void> {
    return answerOf(this.http.delete<undefined>(`${API}${path}`));
  }
}

async function answerOf<Answer>(request: Observable<Answer>): Promise<Answer> {
  try {
    return await firstValueFrom(request);
  } catch (error) {
    throw refusalOf(error);
  }
}
