import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type ConsentText, type PublishedQuestionnaire, SURVEY_PURPOSE } from '@stadtteilstimme/domain';

import { LanguageStore } from '../language/language-store';
import { StartStage } from './start-stage';

const CONSENT: readonly ConsentText[] = [
  { id: 'purpose', type: 'text', onlyWithArt9Items: false, texts: { de: 'Für alle Umfragen.', ar: 'لكل الاستبيانات.', en: 'For all surveys.' } },
  { id: SURVEY_PURPOSE, type: 'text', onlyWithArt9Items: false, texts: { de: 'Wissen, was älteren Menschen fehlt.', en: 'To know what older people lack.' } },
  { id: 'agree', type: 'checkbox', onlyWithArt9Items: false, texts: { de: 'Ja.', ar: 'نعم.', en: 'Yes.' } },
];

async function shown(language: string): Promise<ComponentFixture<StartStage>> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  TestBed.inject(LanguageStore).ask(language);
  const fixture = TestBed.createComponent(StartStage);
  const questionnaire = { title: { de: 'Titel', ar: 'ع', en: 'T' }, welcome: { de: 'Hallo' }, consent: CONSENT, hasArt9Items: false, minutes: 5 };
  // Only what this screen reads.
  fixture.componentRef.setInput('questionnaire', questionnaire as unknown as PublishedQuestionnaire);
  fixture.componentRef.setInput('notReviewed', false);
  fixture.detectChanges();
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return fixture;
}

const own = (fixture: ComponentFixture<StartStage>): HTMLElement | null => (fixture.nativeElement as HTMLElement).querySelector('.own-purpose');

describe('the purpose staff have written', () => {
  it('stands under its own words in the consent text', async () => {
    const box = own(await shown('de'));
    expect(box?.querySelector('h3')?.textContent).toBe('Darum geht es in dieser Umfrage:');
    expect([...(box?.querySelectorAll('p') ?? [])].map((text) => text.textContent)).toEqual(['Wissen, was älteren Menschen fehlt.']);
  });

  it('is read in the translation there is', async () => {
    const box = own(await shown('en'));
    expect(box?.querySelector('p')?.textContent).toBe('To know what older people lack.');
    expect(box?.querySelector('[lang]')).toBeNull();
  });

  it('says in the reader’s language that it is German, and is marked as German', async () => {
    const box = own(await shown('ar'));
    expect(box?.querySelector('h3')?.textContent).toBe('موضوع هذا الاستبيان:');
    expect(box?.querySelector('.quiet')?.textContent).toBe('لم يُترجم هذا النص بعد. يظهر لكم باللغة الألمانية.');
    const text = box?.querySelector<HTMLElement>('p:not(.quiet)');
    expect([text?.lang, text?.dir, text?.textContent]).toEqual(['de', 'ltr', 'Wissen, was älteren Menschen fehlt.']);
  });

  it('gives every other fallback its direction, too', async () => {
    const welcome = (await shown('ar')).nativeElement.querySelector('.lead') as HTMLElement;
    expect([welcome.lang, welcome.dir]).toEqual(['de', 'ltr']);
  });
});
