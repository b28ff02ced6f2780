import { TestBed } from '@angular/core/testing';

import { provideTexts, useGerman } from './german-texts.fixture';
import { Texts } from './texts';

describe('Texts', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    await useGerman();
  });

  it('builds plurals of the language', () => {
    const { t } = TestBed.inject(Texts);
    expect(t('questionnaires.next.closeGaps', { count: 1 })).toBe('Eine Lücke bis zur Veröffentlichung schließen');
    expect(t('questionnaires.next.closeGaps', { count: 1200 })).toBe('1.200 Lücken bis zur Veröffentlichung schließen');
  });

  it('switches at run time, tells the document and remembers', async () => {
    const texts = TestBed.inject(Texts);
    await texts.use('en');
    expect(texts.t('shell.signOut')).toBe('Sign out');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('stadtteilstimme.language')).toBe('en');
    await texts.use('de');
    expect(texts.t('shell.signOut')).toBe('Abmelden');
  });

  it('does not name a number that is withheld', () => {
    const { t } = TestBed.inject(Texts);
    expect(t('reports.statement.orientation-only.text', { people: 'withheld' })).toContain('was die Teilnehmenden gesagt haben');
    expect(t('reports.statement.orientation-only.text', { people: '1.000' })).toContain('was 1.000 Teilnehmende gesagt haben');
  });
});
