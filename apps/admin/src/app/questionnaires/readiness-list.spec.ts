import type { Item, ItemBank, Taxonomy } from '@stadtteilstimme/domain';

import { countPlaces, languageName, readinessLines } from './readiness-list';

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

const NAMES = { bank: BANK, taxonomy: TAXONOMY, itemIds: ['K2-1', 'K1-1'] };

const missing = (place: string, language?: string) => ({ code: 'wording-missing', place, ...(language ? { language } : {}) }) as const;

function line(place: string, language?: string) {
  const [first] = readinessLines([missing(place, language)], NAMES, 'de');
  return first;
}

function withChoice(labels: Readonly<Record<string, string>>): ItemBank {
  const option = (code: string, texts: Readonly<Record<string, string>>) => ({ code, exclusive: false, freeText: false, missing: false, labels: texts });
  const item: Item = {
    id: 'K2-3', kind: 'bedarf', audience: ['resident'], criterion: 'K2', fieldOfAction: null, scales: { bestand: null, bedarf: null }, reverse: false,
    art9: false, sensitive: false, twinOf: null, choice: { multiple: true, max: null, options: [option('parks', labels), option('sport', {})] }, wordings: {},
  };
  return { ...BANK, items: [item] };
}

describe('readinessLines', () => {
  it('leads to the field of the editor, in the right language', () => {
    expect(line('welcome', 'ar')).toMatchObject({ place: { text: 'questionnaires.fields.welcome' }, gaps: [{ parts: [], languages: ['Arabisch'] }], link: { kind: 'field', id: 'welcome', language: 'ar' } });
  });

  it('says all that is missing of one item in one line, in the languages of the reader', () => {
    const places = ['items.K1-1', 'welcome', 'items.K1-1.options.a', 'items.K1-1.options.b'];
    const problems = places.flatMap((place) => [missing(place, 'ar'), missing(place, 'fa')]);
    const lines = readinessLines([...problems, missing('items.K1-1.options.b', 'de-simple')], NAMES, 'de');
    expect(lines.map(({ place }) => place.values)).toEqual([{ id: 'K1-1', number: 2 }, { place: 'welcome' }]);
    expect(lines[0]?.gaps.map(({ parts, count, languages }) => [parts.map(({ text }) => text), count, languages])).toEqual([
      [['questionnaires.places.wording', 'questionnaires.places.options'], 2, ['Arabisch', 'Persisch']],
      [['questionnaires.places.options'], 1, ['Arabisch', 'Persisch', 'Einfache Sprache']],
    ]);
    expect(countPlaces(problems)).toBe(2);
  });

  it('does not call a text Leichte Sprache before a test group has approved it', () => {
    expect(line('title', 'de-simple')?.gaps[0]?.languages).toEqual(['Einfache Sprache']);
    expect(languageName('ar', BANK, 'en')).toBe('Arabic');
    expect(languageName('zz', BANK, 'de')).toBe('zz');
  });

  it('leads to the item, also from one of its answers', () => {
    expect(line('items.K1-1', 'ar')).toMatchObject({ place: { text: 'questionnaires.places.itemNumbered', values: { id: 'K1-1', number: 2 } }, link: { kind: 'item', itemId: 'K1-1', language: 'ar' } });
    expect(line('items.K2-3.options.parks')).toMatchObject({ place: { text: 'questionnaires.places.item', values: { id: 'K2-3' } }, link: { kind: 'item', itemId: 'K2-3' } });
  });

  it('calls an answer by its words, not by its code', () => {
    const [first] = readinessLines([missing('items.K2-3.options.parks', 'ar')], { ...NAMES, bank: withChoice({ de: 'Grünflächen' }) }, 'de');
    expect(first?.gaps[0]?.parts).toEqual([{ text: 'questionnaires.places.options', values: { count: 1, option: 'Grünflächen' } }]);
    const sentences = { de: 'Antwort beibehalten.', en: 'Keep the answer.' };
    const [refused] = readinessLines([{ code: 'new-version-refused', place: 'demographics.district.options.nord', sentences }], NAMES, 'de');
    expect(refused).toMatchObject({ gaps: [{ parts: [{ values: { option: 'Nord' } }], sentence: 'Antwort beibehalten.' }], link: { kind: 'field', id: 'districtIds' } });
  });

  it('names a few answers and counts many', () => {
    const parts = (codes: readonly string[]) => readinessLines(codes.map((code) => missing(`items.K1-1.options.${code}`, 'ar')), NAMES, 'de')[0]?.gaps[0]?.parts.map(({ values }) => values);
    expect(parts(['a', 'b'])).toEqual([{ count: 1, option: 'a' }, { count: 1, option: 'b' }]);
    expect(parts(['a', 'b', 'c', 'd'])).toEqual([{ count: 4, option: '' }]);
  });

  it('names people, places and fields by their words', () => {
    expect(line('demographics.age-group')?.place.values).toEqual({ name: 'Wie alt sind Sie?' });
    expect(line('districtIds.nord')?.place.values).toEqual({ name: 'Nord' });
    expect(line('focus.H3')?.place.values).toEqual({ name: 'Seniorenberatung' });
    expect(line('languages.ar')).toMatchObject({ place: { text: 'questionnaires.places.language', values: { name: 'Arabisch' } }, link: { kind: 'field', id: 'languages' } });
  });

  it('names consent and scales, which are not mended here, without a link', () => {
    expect(line('consent.purpose')).toMatchObject({ place: { text: 'questionnaires.places.consent', values: { id: 'purpose' } }, link: null });
    expect(line('scales.ZUST5.points.1')).toMatchObject({ place: { text: 'questionnaires.places.scale', values: { id: 'ZUST5' } }, gaps: [{ parts: [{ values: { count: 1 } }] }], link: null });
  });

  it('still names a place it does not know', () => {
    expect(line('somewhere.else')).toMatchObject({ place: { text: 'questionnaires.places.other', values: { place: 'somewhere.else' } }, gaps: [{ parts: [], languages: [] }], link: null });
  });
});
