import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Installation, problemBody } from '@stadtteilstimme/domain';

import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { SignInPage } from './sign-in-page';

const DEMO: Installation = {
  cityName: 'Musterstadt', demo: true, setupNeeded: false,
  demoSignIns: [{ email: 'analyse@beispiel.example', password: 'beispiel', role: 'analyst' }],
};

async function page(installation: Installation): Promise<ComponentFixture<SignInPage>> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideTexts()] });
  await useGerman();
  const fixture = TestBed.createComponent(SignInPage);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/installation').flush(installation);
  await fixture.whenStable();
  return fixture;
}

function text(fixture: ComponentFixture<SignInPage>): string {
  const host: HTMLElement = fixture.nativeElement;
  return host.textContent;
}

describe('SignInPage', () => {
  it('shows the demo sign-ins of an example installation and labels its data', async () => {
    const fixture = await page(DEMO);
    expect(text(fixture)).toContain('analyse@beispiel.example');
    expect(text(fixture)).toContain('Beispieldaten: Diese Antworten sind erfunden.');
  });

  it('shows no sign-in of a real installation, even if one were sent', async () => {
    const fixture = await page({ ...DEMO, demo: false });
    expect(text(fixture)).not.toContain('analyse@beispiel.example');
    expect(text(fixture)).not.toContain('Beispieldaten');
  });

  it('asks for what is missing before it asks the server', async () => {
    const fixture = await page(DEMO);
    const host: HTMLElement = fixture.nativeElement;
    host.querySelector<HTMLButtonElement>('form button')?.click();
    await fixture.whenStable();
    expect(host.querySelectorAll('app-field-errors p')).toHaveLength(2);
    TestBed.inject(HttpTestingController).expectNone('/api/session');
  });

  it('says in words that the password is wrong', async () => {
    const fixture = await page(DEMO);
    const host: HTMLElement = fixture.nativeElement;
    host.querySelector<HTMLButtonElement>('.demo button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush(problemBody('wrong-credentials'), { status: 401, statusText: '' });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(host.querySelector('app-refused')?.textContent).toContain('E-Mail-Adresse oder Passwort stimmt nicht.');
  });
});
