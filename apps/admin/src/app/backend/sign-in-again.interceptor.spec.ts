import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { problemBody } from '@stadtteilstimme/domain';

import { SessionEnd } from './session-end';
import { signInAgain } from './sign-in-again.interceptor';

@Component({ template: '' })
class Blank {}

describe('signInAgain', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let router: Router;
  let ended: number;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([signInAgain])), provideHttpClientTesting(), provideRouter([{ path: '**', component: Blank }])],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    router = TestBed.inject(Router);
    ended = 0;
    TestBed.inject(SessionEnd).ended.subscribe(() => (ended += 1));
    await router.navigateByUrl('/auswertung/7?weg=tablet');
  });

  function refuse(url: string, status: number, code: 'not-signed-in' | 'not-allowed'): void {
    http.get(url).subscribe({ error: () => undefined });
    server.expectOne(url).flush(problemBody(code), { status, statusText: '' });
  }

  it('leads to the sign-in page and remembers the place with its filters', async () => {
    refuse('/api/questionnaires', 401, 'not-signed-in');
    await new Promise((resolve) => setTimeout(resolve));
    expect(router.url).toBe('/anmelden?weiter=%2Fauswertung%2F7%3Fweg%3Dtablet');
    expect(ended).toBe(1);
  });

  it('leaves the question who is signed in alone', async () => {
    refuse('/api/account', 401, 'not-signed-in');
    await new Promise((resolve) => setTimeout(resolve));
    expect(router.url).toBe('/auswertung/7?weg=tablet');
    expect(ended).toBe(0);
  });

  it('does not take a missing right for a missing session', async () => {
    refuse('/api/staff-members', 403, 'not-allowed');
    await new Promise((resolve) => setTimeout(resolve));
    expect(router.url).toBe('/auswertung/7?weg=tablet');
  });
});
