import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type LegalInformation, problemBody } from '@stadtteilstimme/domain';

import { APP_LANGUAGES } from '../language/app-languages';
import { LanguageStore } from '../language/language-store';
import { legalInformation, SILENT_CITY } from './legal-information.fixture';
import { LegalPage } from './legal-page';
import type { LegalPageId } from './legal-text';

async function shown(page: LegalPageId, language: string, information: LegalInformation | null): Promise<ComponentFixture<LegalPage>> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  TestBed.inject(LanguageStore).ask(language);
  const fixture = TestBed.createComponent(LegalPage);
  fixture.componentRef.setInput('page', page);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/installation').flush({ cityName: 'Musterstadt', demo: false, setupNeeded: false, demoSignIns: [] });
  const request = http.expectOne('/api/public/legal-information');
  if (information === null) request.flush(problemBody('unexpected'), { status: 500, statusText: '' });
  else request.flush(information);
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return fixture;
}

const host = (fixture: ComponentFixture<LegalPage>): HTMLElement => fixture.nativeElement;
const all = (fixture: ComponentFixture<LegalPage>, selector: string): HTMLElement[] => [...host(fixture).querySelectorAll<HTMLElement>(selector)];

describe('LegalPage', () => {
  it('shows what the city says and no warning once everything is there', async () => {
    const fixture = await shown('imprint', 'de', legalInformation());
    expect(all(fixture, 'dd').map((value) => value.textContent)).toContain('Muster provider');
    expect(all(fixture, 'st-notice')).toEqual([]);
  });

  it('says clearly what the city has not said yet', async () => {
    const fixture = await shown('imprint', 'de', SILENT_CITY);
    expect(host(fixture).querySelector('st-notice')?.textContent).toContain('Angaben der Stadt fehlen noch');
    expect(all(fixture, 'st-notice li').map((point) => point.textContent)).toContain('Name und Anschrift');
    expect(new Set(all(fixture, 'dd').map((value) => value.textContent))).toEqual(new Set(['Die Stadt hat das noch nicht angegeben.']));
  });

  it('does not call missing what could not be loaded', async () => {
    const fixture = await shown('imprint', 'de', null);
    expect(host(fixture).textContent).toContain('Etwas hat nicht geklappt');
    expect(host(fixture).textContent).not.toContain('fehlen noch');
    expect(host(fixture).textContent).toContain('Musterstadt');
  });

  it('opens the privacy page with the essentials; German is the text that holds', async () => {
    const fixture = await shown('privacy', 'de', legalInformation());
    expect(all(fixture, '.essentials p').map((sentence) => sentence.textContent)).toEqual(['Diese Umfrage macht: Muster controller.', 'Nach 6 Monaten weg.']);
  });

  it.each(APP_LANGUAGES.filter(({ code }) => code !== 'de').map(({ code }) => code))('has the essentials in %s, marked as a translation nobody has confirmed', async (code) => {
    const fixture = await shown('privacy', code, legalInformation());
    expect(all(fixture, '.essentials .quiet')).toHaveLength(2);
    expect(host(fixture).querySelector('.essentials h2')?.textContent).not.toBe(code === 'de-simple' ? '' : 'Das Wichtigste in Kürze');
  });

  it('drops the mark of an unconfirmed translation once a person has confirmed it', async () => {
    const fixture = await shown('privacy', 'ar', { ...legalInformation(), reviewedLanguages: ['ar'] });
    expect(all(fixture, '.essentials .quiet').map((note) => note.textContent)).toEqual(['ترجمة. النص الألماني هو المعتمد.']);
  });

  it('marks German inside an Arabic page with its language and direction', async () => {
    const fixture = await shown('privacy', 'ar', legalInformation());
    const [who, retention] = all(fixture, '.essentials p:not(.quiet)');
    expect([who?.getAttribute('lang'), who?.textContent]).toEqual([null, 'الجهة: \u2068Muster controller\u2069.']);
    expect([retention?.lang, retention?.dir]).toEqual(['de', 'ltr']);
    const german = host(fixture).querySelector<HTMLElement>('h2:not(#essentials)')?.parentElement;
    expect([german?.lang, german?.dir]).toEqual(['de', 'ltr']);
    expect(host(fixture).querySelector('h1')?.textContent).not.toBe('Datenschutz');
  });

  it('marks a particular that is in another language than the page', async () => {
    const information = legalInformation({ provider: { de: 'Stadt', ar: 'المدينة' } });
    const [provider, representative] = all(await shown('imprint', 'ar', information), 'dd');
    expect([provider?.lang, provider?.dir]).toEqual(['ar', 'rtl']);
    expect(representative?.getAttribute('lang')).toBeNull();
  });

  it('says in the reader’s language what the city owes inside a sentence', async () => {
    const fixture = await shown('privacy', 'en', SILENT_CITY);
    expect(host(fixture).querySelector('.essentials')?.textContent).toContain('(the city has not said this yet)');
  });
});
