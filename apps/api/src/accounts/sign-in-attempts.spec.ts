import { Clock } from '../platform/clock/index.js';
import { SignInAttempts } from './sign-in-attempts.js';

class StandingClock extends Clock {
  time = 0;

  override now(): Date {
    return new Date(this.time);
  }
}

const MINUTE = 60_000;

describe('SignInAttempts', () => {
  const clock = new StandingClock();
  let attempts: SignInAttempts;
  const failures = (times: number, email = 'a@b.example') => {
    for (let time = 0; time < times; time += 1) attempts.begin(email);
  };

  beforeEach(() => {
    clock.time = 0;
    attempts = new SignInAttempts(clock);
  });

  it('lets an address fail ten times, then once a minute', () => {
    failures(9);
    expect(attempts.mayTry('a@b.example')).toBe(true);
    failures(1);
    expect(attempts.mayTry('A@B.example')).toBe(false);
    expect(attempts.mayTry('other@b.example')).toBe(true);
    clock.time += MINUTE;
    expect(attempts.mayTry('a@b.example')).toBe(true);
    failures(1);
    expect(attempts.mayTry('a@b.example')).toBe(false);
  });

  it('starts anew after a right password and after a quiet hour', () => {
    failures(10);
    attempts.succeeded('a@b.example');
    expect(attempts.mayTry('a@b.example')).toBe(true);
    failures(10);
    clock.time += 60 * MINUTE;
    failures(9);
    expect(attempts.mayTry('a@b.example')).toBe(true);
  });

  it('keeps a limited number of addresses in mind', () => {
    failures(10);
    for (let other = 0; other < 10_000; other += 1) attempts.begin(`${other}@b.example`);
    expect(attempts.mayTry('a@b.example')).toBe(true);
  });
});
