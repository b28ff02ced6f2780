import { CITY_FIELDS } from '@stadtteilstimme/domain';

import { legalInformation, SILENT_CITY } from './legal-information.fixture';
import { LEGAL_PAGES } from './legal-text';
import { legalTexts as simpleGerman } from './legal-texts.de-simple';
import { legalTexts as german } from './legal-texts.de';
import { legalTexts as english } from './legal-texts.en';
import { legalView, type LegalViewInput } from './legal-view';

const view = (change: Partial<LegalViewInput> = {}) =>
  legalView({ page: 'imprint', texts: german, textLanguage: 'de', readerLanguage: 'de', city: 'Musterstadt', information: legalInformation(), ...change });
const particulars = (change: Partial<LegalViewInput>) => view(change).sections.flatMap((section) => section.particulars);

describe('what the city says about itself', () => {
  it.each([['de', german], ['de-simple', simpleGerman], ['en', english]])('has its place on some page in %s', (_language, { pages }) => {
    const placed = LEGAL_PAGES.flatMap((page) => pages[page].sections.flatMap((section) => section.fields ?? []));
    expect(new Set(placed)).toEqual(new Set([...CITY_FIELDS, 'helpPhone', 'accessibilityStatementOn']));
  });

  it('stands under its label, in the language it is in', () => {
    const information = legalInformation({ provider: { de: 'Stadt\nMusterstraße 1', en: 'City of Muster' } });
    expect(particulars({ information })[0]).toEqual({ field: 'provider', label: 'Name und Anschrift', text: 'Stadt\nMusterstraße 1', language: 'de', isOwed: false });
    const inEnglish = particulars({ information, texts: english, textLanguage: 'en', readerLanguage: 'en' });
    expect(inEnglish[0]).toMatchObject({ label: 'Name and address', text: 'City of Muster', language: 'en' });
    expect(inEnglish[1]).toMatchObject({ text: 'Muster representative', language: 'de' });
  });

  it('is translated for a reader even where the page is not', () => {
    const information = legalInformation({ provider: { de: 'Stadt', ar: 'المدينة' } });
    expect(particulars({ information, readerLanguage: 'ar' })[0]).toMatchObject({ label: 'Name und Anschrift', text: 'المدينة', language: 'ar' });
  });

  it('is named as missing, page by page, and nothing is invented', () => {
    expect(view({ information: SILENT_CITY })).toMatchObject({ missing: ['Name und Anschrift', 'Vertreten durch', 'E-Mail und Telefon', 'Fragen zu einer Umfrage'] });
    const owed = { text: 'Die Stadt hat das noch nicht angegeben.', language: 'de', isOwed: true };
    expect(particulars({ information: SILENT_CITY })).toEqual([owed, owed, owed, owed].map((particular) => expect.objectContaining(particular)));
    expect(view({ page: 'accessibility', information: SILENT_CITY }).missing).toEqual(['Barrieren melden, andere Formate bekommen', 'Schlichtungsstelle', 'Stand dieser Erklärung']);
    expect(view({ page: 'privacy', information: SILENT_CITY, texts: english, textLanguage: 'en' }).missing).toContain('Supervisory authority');
  });

  it('may leave out the tax number and the telephone', () => {
    const information = legalInformation({ vatId: {} }, { helpPhone: '' });
    expect(view({ information }).missing).toEqual([]);
    expect(particulars({ information }).map(({ field }) => field)).not.toContain('vatId');
  });

  it('is neither there nor missing while nobody knows', () => {
    expect(view({ information: null })).toMatchObject({ missing: [] });
    expect(JSON.stringify(view({ page: 'privacy', information: null }))).not.toContain('Monat');
  });
});

describe('messages of the pages', () => {
  it('say the name of the city and how long texts are kept', () => {
    expect(JSON.stringify(view())).toContain('Musterstadt');
    const one = legalInformation({}, { freeTextMonths: 1 });
    expect(JSON.stringify(view({ page: 'privacy', information: one }))).toContain('spätestens 1 Monat nach');
    expect(JSON.stringify(view({ page: 'privacy', texts: simpleGerman, textLanguage: 'de-simple' }))).toContain('höchstens 6 Monate.');
  });

  it('hold no placeholder that nothing fills, in any language and on any page', () => {
    for (const [textLanguage, texts] of [['de', german], ['de-simple', simpleGerman], ['en', english]] as const) {
      for (const page of LEGAL_PAGES) expect(JSON.stringify(view({ page, texts, textLanguage }).sections)).not.toMatch(/\{\w+(,|\})/);
    }
  });

  it('write the day of the statement in words', () => {
    expect(particulars({ page: 'accessibility' }).at(-1)).toMatchObject({ text: '20. März 2026', language: 'de' });
    expect(particulars({ page: 'accessibility', texts: english, textLanguage: 'en' }).at(-1)).toMatchObject({ text: '20 March 2026' });
  });
});
