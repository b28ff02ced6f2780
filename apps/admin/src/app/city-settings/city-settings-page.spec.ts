import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CITY_FIELDS, type CitySettings, type CitySettingsVersion, EMPTY_CITY_SETTINGS, type ItemBank, problemBody } from '@stadtteilstimme/domain';

import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { CitySettingsPage } from './city-settings-page';

const LANGUAGES = [
  { code: 'de', ownName: 'Deutsch', direction: 'ltr' },
  { code: 'de-simple', ownName: 'Leichte Sprache', ownNameUnreviewed: 'Einfache Sprache', direction: 'ltr' },
  { code: 'ar', ownName: 'العربية', direction: 'rtl' },
] as const;
const BANK: ItemBank = { languages: LANGUAGES, scales: [], items: [], demographics: [], consent: [], interfaceTexts: {} };
const FULL: CitySettings = {
  ...EMPTY_CITY_SETTINGS,
  texts: Object.fromEntries(CITY_FIELDS.map((field) => [field, { de: `Muster ${field}` }])) as unknown as CitySettings['texts'],
  essentialStates: { 'de-simple': 'reviewed' },
};
const NEVER: CitySettingsVersion = { version: 0, createdOn: null, settings: EMPTY_CITY_SETTINGS };

async function page(version: CitySettingsVersion): Promise<ComponentFixture<CitySettingsPage>> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideTexts()] });
  await useGerman();
  const fixture = TestBed.createComponent(CitySettingsPage);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/city-settings').flush(version);
  http.expectOne('/api/item-bank').flush(BANK);
  await settled(fixture);
  return fixture;
}

async function settled(fixture: ComponentFixture<unknown>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
}

const host = (fixture: ComponentFixture<CitySettingsPage>): HTMLElement => fixture.nativeElement;

function find<E extends Element>(fixture: ComponentFixture<CitySettingsPage>, selector: string): E {
  const found = host(fixture).querySelector<E>(selector);
  if (found === null) throw new Error(`Nothing at ${selector}.`);
  return found;
}

async function write(fixture: ComponentFixture<CitySettingsPage>, selector: string, text: string): Promise<void> {
  const box = find<HTMLTextAreaElement>(fixture, selector);
  box.value = text;
  box.dispatchEvent(new Event('input'));
  await settled(fixture);
}

async function press(fixture: ComponentFixture<CitySettingsPage>, words: string): Promise<void> {
  [...host(fixture).querySelectorAll('button')].find((button) => button.textContent.trim() === words)?.click();
  await settled(fixture);
}

describe('CitySettingsPage', () => {
  it('says what is missing, and that nothing can be published without it', async () => {
    const fixture = await page(NEVER);
    const notice = find(fixture, 'st-notice');
    expect(notice.textContent).toContain('10 Angaben fehlen noch');
    expect(notice.textContent).toContain('kann kein Fragebogen veröffentlicht werden');
    expect(notice.querySelectorAll('button')).toHaveLength(10);
    expect(host(fixture).textContent).toContain('Hier steht noch nichts.');
  });

  it('has no warning once the city has said everything', async () => {
    const fixture = await page({ version: 3, createdOn: '2026-03-20', settings: FULL });
    expect(host(fixture).querySelector('st-notice')).toBeNull();
    expect(find<HTMLTextAreaElement>(fixture, '#city-controller').value).toBe('Muster controller');
    expect(host(fixture).textContent).toContain('Fassung 3 vom');
  });

  it('writes a translation in its own direction, with the German beside it', async () => {
    const fixture = await page({ version: 3, createdOn: '2026-03-20', settings: FULL });
    await press(fixture, 'العربية');
    const box = find<HTMLTextAreaElement>(fixture, '#city-contact');
    expect([box.lang, box.dir, box.value]).toEqual(['ar', 'rtl', '']);
    expect(box.parentElement?.querySelector('.german')?.textContent).toBe('Muster contact');
    await write(fixture, '#city-contact', 'بيت الحي');
    await press(fixture, 'Speichern');
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/city-settings/versions');
    expect(request.body).toEqual({ baseVersion: 3, settings: { ...FULL, texts: { ...FULL.texts, contact: { de: 'Muster contact', ar: 'بيت الحي' } } } });
  });

  it('leads back to the German before a lone translation is sent', async () => {
    const fixture = await page(NEVER);
    await press(fixture, 'العربية');
    await write(fixture, '#city-contact', 'بيت الحي');
    await press(fixture, 'Speichern');
    TestBed.inject(HttpTestingController).expectNone('/api/city-settings/versions');
    const box = find<HTMLTextAreaElement>(fixture, '#city-contact');
    expect([box.lang, box.getAttribute('aria-invalid')]).toEqual(['de', 'true']);
    expect(find(fixture, '#hint-contact').textContent).toContain('solange es Übersetzungen gibt: العربية');
    await write(fixture, '#city-contact', 'Haus');
    expect(box.getAttribute('aria-invalid')).toBeNull();
  });

  it('shows translations nobody has confirmed with the sign of item wordings, and lets a person confirm them', async () => {
    const fixture = await page({ version: 3, createdOn: '2026-03-20', settings: FULL });
    const chips = [...host(fixture).querySelectorAll('app-essential-states st-status-chip')].map((chip) => chip.textContent.trim());
    expect(chips).toEqual(['Entwurf', 'geprüft', 'maschinell']);
    const select = find<HTMLSelectElement>(fixture, '#essentials-ar');
    select.value = 'reviewed';
    select.dispatchEvent(new Event('change'));
    await settled(fixture);
    await press(fixture, 'Speichern');
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/city-settings/versions');
    expect((request.body as { settings: CitySettings }).settings.essentialStates).toEqual({ 'de-simple': 'reviewed', ar: 'reviewed' });
  });

  it('offers the state of a colleague who was quicker', async () => {
    const fixture = await page(NEVER);
    await write(fixture, '#city-contact', 'Haus');
    await press(fixture, 'Speichern');
    TestBed.inject(HttpTestingController).expectOne('/api/city-settings/versions').flush(problemBody('edit-conflict'), { status: 409, statusText: '' });
    await settled(fixture);
    find<HTMLButtonElement>(fixture, 'app-refused button').click();
    // Not until the page is stable: it waits for the answer below.
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController).expectOne('/api/city-settings').flush({ version: 1, createdOn: '2026-03-20', settings: FULL });
    await settled(fixture);
    expect(find<HTMLTextAreaElement>(fixture, '#city-contact').value).toBe('Muster contact');
    expect(fixture.componentInstance.hasUnsavedChanges()).toBe(false);
  });
});
