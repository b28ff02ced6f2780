import { Injectable, inject } from '@angular/core';
import type { Account, Installation, SetupRequest, SignInRequest } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class SessionClient {
  private readonly api = inject(Api);

  readonly installation = (): Promise<Installation> => this.api.get('/installation');
  readonly account = (): Promise<Account> => this.api.get('/account');
  readonly signIn = (request: SignInRequest): Promise<Account> => this.api.post('/session', request);
  readonly signOut = (): Promise<void> => this.api.delete('/session');
  readonly setUp = (request: SetupRequest): Promise<unknown> => this.api.post('/setup', request);
}
