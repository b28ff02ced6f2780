import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';

/** Wrong passwords in a row before an address has to wait. */
const FREE_FAILURES = 10;
const WAIT_MS = 60_000;
/** After this long without a wrong password an address starts anew. */
const FORGET_MS = 60 * 60_000;
/** Addresses kept in mind; the longest unused one makes room. */
const KEPT_ADDRESSES = 10_000;

interface Failures {
  readonly count: number;
  readonly last: number;
}

/**
 * Slows down guessing: after ten wrong passwords for one e-mail address, one attempt a minute. Counted by address alone, for
 * nothing else is known of who asks; so nobody is locked out for longer than a minute. Only in memory.
 */
@Injectable()
export class SignInAttempts {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /** Whether this address may try now. A refused attempt does not prolong the wait. */
  mayTry(email: string): boolean {
    const known = this.failures.get(keyOf(email));
    return known === undefined || known.count < FREE_FAILURES || this.now() - known.last >= WAIT_MS;
  }

  /** Counts an attempt as failed when it begins, so that many at the same time are counted too. */
  begin(email: string): void {
    const key = keyOf(email);
    const known = this.failures.get(key);
    const before = known === undefined || this.now() - known.last >= FORGET_MS ? 0 : known.count;
    // Re-inserting moves the key to the end: the first one is always the longest unused.
    this.failures.delete(key);
    this.failures.set(key, { count: before + 1, last: this.now() });
    const [oldest] = this.failures.keys();
    if (this.failures.size > KEPT_ADDRESSES && oldest !== undefined) this.failures.delete(oldest);
  }

  succeeded(email: string): void {
    this.failures.delete(keyOf(email));
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function keyOf(email: string): string {
  return email.toLowerCase();
}
