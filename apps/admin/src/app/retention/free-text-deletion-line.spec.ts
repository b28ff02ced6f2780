import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FreeTextDeletion } from '@stadtteilstimme/domain';

import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { FreeTextDeletionLine } from './free-text-deletion-line';

async function line(deletion: FreeTextDeletion): Promise<string> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideTexts()] });
  await useGerman();
  const fixture = TestBed.createComponent(FreeTextDeletionLine);
  fixture.componentRef.setInput('questionnaire', { id: 'a b', state: 'closed', publishedVersion: 1 });
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/questionnaires/a%20b/free-text-deletion').flush(deletion);
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.trim();
}

describe('FreeTextDeletionLine', () => {
  it('says the rule while the questionnaire runs', async () => {
    expect(await line({ hasFreeTexts: true, months: 6, nextOn: null, lastOn: null })).toBe('Selbst geschriebene Texte löscht die Software 6 Monate nach dem Beenden.');
  });

  it('says the next and the last day', async () => {
    const words = await line({ hasFreeTexts: true, months: 1, nextOn: '2026-09-20', lastOn: '2026-03-01' });
    expect(words).toContain('1 Monat nach dem Beenden.');
    expect(words).toMatch(/Nächste Löschung: .*20.*2026/);
    expect(words).toMatch(/Zuletzt gelöscht: .*2026/);
  });

  it('is silent where nobody is asked for words', async () => {
    expect(await line({ hasFreeTexts: false, months: 6, nextOn: null, lastOn: null })).toBe('');
  });
});
