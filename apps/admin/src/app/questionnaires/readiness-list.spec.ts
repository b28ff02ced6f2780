import type { Item, ItemBank, Taxonomy } from '@stadtteilstimme/domain';

import { readinessLines } from './readiness-list';

const BANK: ItemBank = {
  languages: [{ code: 'de-simple', ownName: 'Leichte Sprache', ownNameUnreviewed: 'Einfache Sprache', direction: 'ltr' }, { code: 'ar', ownName: 'العربية', direction: 'rtl' }],
  scales: [], items: [], consent: [], interfaceTexts: {},
  demographics: [{ id: 'age-group', audience: 'all', optional: true, optionsFrom: null, options: [], wordings: { de: { text: 'Wie alt sind Sie?', state: 'draft' } } }],
};
const TAXONOMY: Taxonomy = {
  cityName: '', communityHouses: [], targetGroups: [], criteria: [],
  districts: [{ id: 'nord', name: 'Nord', aliases: [], tile: { col: 0, row: 0 }, populations: [], areaKm2: null }],
  fieldsOfAction: [{ id: 'H3', names: { de: 'Seniorenberatung', en: 'Advice for older people' } }],
};

function line(place: string, language?: string) {
  const [first] = readinessLines([{ code: 'wording-missing', place, ...(language ? { language } : {}) }], BANK, TAXONOMY, 'de');
  return first;
}

describe('readinessLines', () => {
  it('leads to the field of the editor, in the right language', () => {
    expect(line('welcome', 'ar')).toMatchObject({ place: { text: 'questionnaires.fields.welcome' }, language: { name: 'العربية', code: 'ar' }, link: { kind: 'field', id: 'welcome', language: 'ar' } });
  });

  it('does not call a text Leichte Sprache before a test group has approved it', () => {
    expect(line('title', 'de-simple')?.language?.name).toBe('Einfache Sprache');
  });

  it('leads to the item, also from one of its answers', () => {
    expect(line('items.K1-1', 'ar')).toMatchObject({ place: { text: 'questionnaires.places.item', values: { id: 'K1-1' } }, link: { kind: 'item', itemId: 'K1-1', language: 'ar' } });
    expect(line('items.K2-3.options.parks')).toMatchObject({ place: { text: 'questionnaires.places.itemOption', values: { id: 'K2-3', option: 'parks' } }, link: { kind: 'item', itemId: 'K2-3' } });
  });

  it('calls an answer of an item by its words, not by its code', () => {
    const options = [{ code: 'parks', exclusive: false, freeText: false, missing: false, labels: { de: 'Grünflächen' } }];
    const item: Item = {
      id: 'K2-3', kind: 'bedarf', audience: ['resident'], criterion: 'K2', fieldOfAction: null, scales: { bestand: null, bedarf: null }, reverse: false,
      art9: false, sensitive: false, twinOf: null, choice: { multiple: true, max: null, options }, wordings: {},
    };
    const [first] = readinessLines([{ code: 'wording-missing', place: 'items.K2-3.options.parks' }], { ...BANK, items: [item] }, TAXONOMY, 'de');
    expect(first?.place.values).toEqual({ id: 'K2-3', option: 'Grünflächen' });
  });

  it('names people, places and fields by their words', () => {
    expect(line('demographics.age-group')?.place.values).toEqual({ name: 'Wie alt sind Sie?' });
    expect(line('districtIds.nord')?.place.values).toEqual({ name: 'Nord' });
    expect(line('focus.H3')?.place.values).toEqual({ name: 'Seniorenberatung' });
  });

  it('names consent and scales, which are not mended here, without a link', () => {
    expect(line('consent.purpose')).toMatchObject({ place: { text: 'questionnaires.places.consent', values: { id: 'purpose' } }, link: null });
    expect(line('scales.ZUST5.points.1')).toMatchObject({ place: { text: 'questionnaires.places.scale', values: { id: 'ZUST5' } }, link: null });
  });

  it('still names a place it does not know', () => {
    expect(line('somewhere.else')).toMatchObject({ place: { text: 'questionnaires.places.other', values: { place: 'somewhere.else' } }, link: null });
  });
});
