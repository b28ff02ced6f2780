import type { Item, Taxonomy } from '@stadtteilstimme/domain';

import { NO_ITEM_FILTERS, filterItems, groupItems, itemText } from './filter-items';
import { emptyWording, reviewedCount, statesFor, withHelp, withNewText } from './wording-edits';

function item(part: Partial<Item>): Item {
  return {
    id: 'K1-1', kind: 'pair', audience: ['resident'], criterion: 'K1', fieldOfAction: null, scales: { bestand: 'ZUST5', bedarf: 'WICHT5' }, reverse: false, art9: false,
    sensitive: false, twinOf: null, choice: null, wordings: { de: { text: 'Ich finde Hilfe.', state: 'draft' }, en: { text: 'I find help.', state: 'reviewed' } }, ...part,
  };
}

const ITEMS = [item({}), item({ id: 'H3-1', audience: ['senior'], criterion: null, fieldOfAction: 'H3', wordings: { de: { text: 'Beratung im Alter', state: 'draft' } } }), item({ id: 'X-1', criterion: null })];
const TAXONOMY: Taxonomy = {
  cityName: '', districts: [], communityHouses: [], targetGroups: [],
  fieldsOfAction: [{ id: 'H3', names: { de: 'Senioren' } }],
  criteria: [{ id: 'K1', names: { de: 'Netzwerk' }, kind: 'cross-cutting' }, { id: 'K2', names: { de: 'Angebote' }, kind: 'cross-cutting' }],
};

describe('filterItems', () => {
  const ids = (filters: Partial<typeof NO_ITEM_FILTERS>) => filterItems(ITEMS, { ...NO_ITEM_FILTERS, ...filters }).map(({ id }) => id);

  it('shows everything without filters', () => {
    expect(ids({})).toEqual(['K1-1', 'H3-1', 'X-1']);
  });

  it('looks into ids and all wordings', () => {
    expect(ids({ text: 'i FIND' })).toEqual(['K1-1', 'X-1']);
    expect(ids({ text: 'h3' })).toEqual(['H3-1']);
  });

  it('narrows by audience, criterion and field at once', () => {
    expect(ids({ audience: 'senior' })).toEqual(['H3-1']);
    expect(ids({ criterion: 'K1' })).toEqual(['K1-1']);
    expect(ids({ fieldOfAction: 'H3', audience: 'resident' })).toEqual([]);
  });
});

it('groups by criterion, then by field, leaves empty groups out and loses no item', () => {
  expect(groupItems(ITEMS, TAXONOMY).map(({ id, items }) => [id, items.map((entry) => entry.id)])).toEqual([['K1', ['K1-1']], ['H3', ['H3-1']], ['', ['X-1']]]);
});

it('reads the interface language and falls back to German', () => {
  expect(itemText(item({}), 'en')).toBe('I find help.');
  expect(itemText(item({ wordings: { de: { text: 'Nur deutsch', state: 'draft' } } }), 'en')).toBe('Nur deutsch');
});

describe('wordings', () => {
  it('fall back to draft when their text changes, because nobody has confirmed the new one', () => {
    expect(withNewText({ text: 'alt', state: 'reviewed' }, 'neu', 'en')).toEqual({ text: 'neu', state: 'draft' });
    expect(withNewText({ text: 'alt', state: 'approved-by-test-group' }, 'neu', 'de-simple')).toEqual({ text: 'neu', state: 'draft-simple' });
  });

  it('keep their state when nothing changed', () => {
    expect(withNewText({ text: 'alt', state: 'reviewed' }, 'alt', 'en')).toEqual({ text: 'alt', state: 'reviewed' });
  });

  it('lose an emptied help', () => {
    expect(withHelp({ text: 'a', help: 'b', state: 'draft' }, ' ')).toEqual({ text: 'a', state: 'draft' });
  });

  it('of Leichte Sprache alone can be approved by a test group', () => {
    expect(statesFor('de-simple')).toContain('approved-by-test-group');
    expect(statesFor('ar')).not.toContain('approved-by-test-group');
    expect(emptyWording('de-simple').state).toBe('draft-simple');
  });

  it('are counted as reviewed only when a person confirmed them', () => {
    expect(reviewedCount(item({}).wordings)).toBe(1);
  });
});
