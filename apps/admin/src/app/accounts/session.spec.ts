import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type Account, problemBody } from '@stadtteilstimme/domain';

import { SessionEnd } from '../backend/session-end';
import { Session } from './session';

const ANALYST: Account = { name: 'A', email: 'a@stadt.example', role: 'analyst', districtIds: [] };

describe('Session', () => {
  let session: Session;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    session = TestBed.inject(Session);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => http.verify());

  it('asks once who is signed in', async () => {
    const first = session.known();
    http.expectOne('/api/account').flush(ANALYST);
    expect(await first).toEqual(ANALYST);
    expect(await session.known()).toEqual(ANALYST);
  });

  it('takes "not signed in" as an answer', async () => {
    const asked = session.known();
    http.expectOne('/api/account').flush(problemBody('not-signed-in'), { status: 401, statusText: '' });
    expect(await asked).toBeNull();
  });

  it('does not take an outage for "nobody"', async () => {
    const asked = session.known();
    http.expectOne('/api/account').flush(problemBody('temporarily-unavailable'), { status: 503, statusText: '' });
    await expect(asked).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  });

  it('forgets the account when the server has ended the session', async () => {
    const asked = session.known();
    http.expectOne('/api/account').flush(ANALYST);
    await asked;
    TestBed.inject(SessionEnd).ended.next();
    expect(session.account()).toBeNull();
  });

  it('knows what the role may do, and nothing for nobody', async () => {
    expect(session.may('read reports')).toBe(false);
    const signedIn = session.signIn({ email: 'a@stadt.example', password: 'secret' });
    http.expectOne('/api/session').flush(ANALYST);
    await signedIn;
    expect(session.may('export responses')).toBe(true);
    expect(session.may('change questionnaires')).toBe(false);
    const signedOut = session.signOut();
    http.expectOne('/api/session').flush(null);
    await signedOut;
    expect(session.may('read reports')).toBe(false);
  });
});
