import type { Item, ItemBank } from '@stadtteilstimme/domain';

import { staleTranslations } from './stale-translations';

describe('staleTranslations', () => {
  const item = (id: string, stale: readonly string[]): Item => ({
    id, kind: 'bestand', audience: [], criterion: null, fieldOfAction: null, scales: { bestand: null, bedarf: null }, reverse: false, art9: false, sensitive: false, twinOf: null, choice: null,
    wordings: Object.fromEntries(['de', 'en', 'ar'].map((language) => [language, { text: language, state: 'draft', ...(stale.includes(language) ? { stale: true } : {}) }])),
  });
  const bank: ItemBank = { languages: [], scales: [], items: [item('A', ['en', 'ar']), item('B', []), item('C', ['ar'])], demographics: [], consent: [], interfaceTexts: {} };

  it('names questions and languages of the questionnaire only, in its order', () => {
    expect(staleTranslations(bank, { itemIds: ['C', 'B', 'A'], languages: ['de', 'ar'] })).toEqual([{ itemId: 'C', languages: ['ar'] }, { itemId: 'A', languages: ['ar'] }]);
    expect(staleTranslations(bank, { itemIds: ['A', 'unknown'], languages: ['de', 'en', 'ar'] })).toEqual([{ itemId: 'A', languages: ['en', 'ar'] }]);
  });

  it('is empty where every translation belongs to the German wording of today', () => {
    expect(staleTranslations(bank, { itemIds: ['A', 'C'], languages: ['de'] })).toEqual([]);
  });
});
