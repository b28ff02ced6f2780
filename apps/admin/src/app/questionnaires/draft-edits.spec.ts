import type { Taxonomy } from '@stadtteilstimme/domain';

import { emptyDraft, isUsableSlug, moved, sameDraft, slugFrom, withMember, withMemberInOrder, withText } from './draft-edits';

const TAXONOMY: Taxonomy = {
  cityName: 'Musterstadt',
  districts: [
    { id: 'nord', name: 'Nord', aliases: [], tile: { col: 0, row: 0 }, populations: [], areaKm2: null },
    { id: 'sued', name: 'Süd', aliases: [], tile: { col: 0, row: 1 }, populations: [], areaKm2: null },
  ],
  communityHouses: [],
  targetGroups: [{ id: 'resident', names: { de: 'Alle' } }],
  fieldsOfAction: [],
  criteria: [],
};

describe('emptyDraft', () => {
  it('asks everyone in all districts, in German, in the open', () => {
    expect(emptyDraft(TAXONOMY, ['district'])).toMatchObject({ districtIds: ['nord', 'sued'], languages: ['de'], samplingDesign: 'open', targetGroupId: 'resident', demographicIds: ['district'] });
  });
});

describe('withText', () => {
  it('removes the key of an emptied text, so that it counts as missing', () => {
    expect(withText({ de: 'Hallo', en: 'Hello' }, 'en', '  ')).toEqual({ de: 'Hallo' });
  });

  it('adds and replaces', () => {
    expect(withText({ de: 'Hallo' }, 'en', 'Hello')).toEqual({ de: 'Hallo', en: 'Hello' });
  });
});

describe('order', () => {
  it('adds at the end, removes, and never doubles', () => {
    expect(withMember(['a', 'b'], 'c', true)).toEqual(['a', 'b', 'c']);
    expect(withMember(['a', 'b'], 'a', true)).toEqual(['b', 'a']);
    expect(withMember(['a', 'b'], 'a', false)).toEqual(['b']);
  });

  it('keeps the order of the bank and does not lose ids it does not know', () => {
    expect(withMemberInOrder(['c', 'gone'], 'a', true, ['a', 'b', 'c'])).toEqual(['a', 'c', 'gone']);
  });

  it('moves one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});

describe('slugFrom', () => {
  it.each([
    ['Älter werden im Stadtteil', 'aelter-werden-im-stadtteil'],
    ['  Straße & Grün!  ', 'strasse-gruen'],
    ['Café', 'cafe'],
    ['', ''],
  ])('makes an address of "%s"', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
  });

  it('is never longer than an address may be and never ends with a hyphen', () => {
    const slug = slugFrom(`${'wort '.repeat(30)}`);
    expect(slug.length).toBeLessThanOrEqual(60);
    expect(slug).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/);
  });
});

describe('isUsableSlug', () => {
  it('accepts what slugFrom makes and nothing a server would refuse', () => {
    expect(isUsableSlug(slugFrom('Älter werden im Stadtteil'))).toBe(true);
    expect(['', 'ab', 'Mit-Gross', 'a--b', '-ab', 'ab-', 'a b c', 'x'.repeat(61)].filter(isUsableSlug)).toEqual([]);
  });
});

describe('sameDraft', () => {
  it('does not care in which order languages were written', () => {
    const draft = emptyDraft(TAXONOMY, []);
    expect(sameDraft({ ...draft, title: { de: 'A', en: 'B' } }, { ...draft, title: { en: 'B', de: 'A' } })).toBe(true);
  });

  it('cares about the order of questions', () => {
    const draft = emptyDraft(TAXONOMY, []);
    expect(sameDraft({ ...draft, itemIds: ['a', 'b'] }, { ...draft, itemIds: ['b', 'a'] })).toBe(false);
  });
});
