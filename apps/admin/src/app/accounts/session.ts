import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Account, type Permission, type SignInRequest, mayDo } from '@stadtteilstimme/domain';

import { refusalOf } from '../backend/problem';
import { SessionClient } from '../backend/session-client';
import { SessionEnd } from '../backend/session-end';

/** Who is signed in; `undefined` = not asked yet. The cookie itself is out of reach of scripts. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(SessionClient);
  private readonly state = signal<Account | null | undefined>(undefined);

  readonly account = computed(() => this.state() ?? null);

  constructor() {
    inject(SessionEnd).ended.pipe(takeUntilDestroyed()).subscribe(() => this.state.set(null));
  }

  /** Hides what the role may not do. The server decides in any case. */
  may(permission: Permission): boolean {
    const account = this.account();
    return account !== null && mayDo(account.role, permission);
  }

  /** Asks the server once; afterwards answers from memory. */
  async known(): Promise<Account | null> {
    if (this.state() === undefined) this.state.set(await this.ask());
    return this.account();
  }

  async signIn(request: SignInRequest): Promise<Account> {
    const account = await this.client.signIn(request);
    this.state.set(account);
    return account;
  }

  async signOut(): Promise<void> {
    await this.client.signOut();
    this.state.set(null);
  }

  private async ask(): Promise<Account | null> {
    try {
      return await this.client.account();
    } catch (error) {
      if (refusalOf(error).code === 'not-signed-in') return null;
      throw error;
    }
  }
}
