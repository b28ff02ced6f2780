import type { Taxonomy } from '@stadtteilstimme/domain';

import { aliasesFrom, dayFrom, decimalNumber, figureField, isUsableId, namedPlace, peopleCount, sharedTiles, wholeNumber, withEntry, withName, withNewEntry, withPopulation, withoutEntry } from './taxonomy-edits';

const NORD = { id: 'nord', name: 'Nord', aliases: [], tile: { col: 0, row: 0 }, populations: [{ count: 10, asOf: '2021', source: 'Stadt', definition: '' }], areaKm2: 1.5 };
const TAXONOMY: Taxonomy = {
  cityName: 'Musterstadt', districts: [NORD, { ...NORD, id: 'sued', name: 'Süd', tile: { col: 0, row: 1 }, populations: [] }],
  communityHouses: [], targetGroups: [], fieldsOfAction: [], criteria: [{ id: 'K1', names: { de: 'Netzwerk' }, kind: 'cross-cutting' }],
};

describe('lists', () => {
  it('change one entry and leave the others and the original alone', () => {
    const changed = withEntry(TAXONOMY, 'districts', 0, { ...NORD, name: 'Norden' });
    expect(changed.districts.map(({ name }) => name)).toEqual(['Norden', 'Süd']);
    expect(TAXONOMY.districts[0]?.name).toBe('Nord');
  });

  it('drop one entry', () => {
    expect(withoutEntry(TAXONOMY, 'districts', 0).districts.map(({ id }) => id)).toEqual(['sued']);
  });

  it('let a removed Stadtteil leave its houses', () => {
    const withHouse: Taxonomy = { ...TAXONOMY, communityHouses: [{ id: 'haus', name: 'Haus', districtIds: ['nord', 'sued'] }] };
    expect(withoutEntry(withHouse, 'districts', 0).communityHouses[0]?.districtIds).toEqual(['sued']);
  });

  it('give a new Stadtteil a tile of its own and no invented population', () => {
    const added = withNewEntry(TAXONOMY, 'districts', 'west');
    expect(added.districts.at(-1)).toEqual({ id: 'west', name: '', aliases: [], tile: { col: 0, row: 2 }, populations: [], areaKm2: null });
    expect(sharedTiles(added)).toEqual([]);
  });

  it.each(['communityHouses', 'targetGroups', 'fieldsOfAction', 'criteria'] as const)('add to %s', (list) => {
    expect(withNewEntry(TAXONOMY, list, 'neu')[list].at(-1)?.id).toBe('neu');
  });
});

describe('isUsableId', () => {
  it('refuses ids that are taken or cannot be used', () => {
    expect(isUsableId(TAXONOMY, 'districts', 'west-1')).toBe(true);
    expect(isUsableId(TAXONOMY, 'districts', 'nord')).toBe(false);
    expect(isUsableId(TAXONOMY, 'districts', 'West')).toBe(false);
    expect(isUsableId(TAXONOMY, 'districts', '')).toBe(false);
    expect(isUsableId(TAXONOMY, 'criteria', 'K8')).toBe(true);
    expect(isUsableId(TAXONOMY, 'criteria', 'K1')).toBe(false);
  });
});

it('says in words where a problem is, also for an entry that is being removed', () => {
  const after = withoutEntry(TAXONOMY, 'districts', 0);
  expect(namedPlace('districts.nord', TAXONOMY, after)).toEqual({ list: 'districts', name: 'Nord' });
  expect(namedPlace('criteria.K1.names', TAXONOMY, after)).toEqual({ list: 'criteria', name: 'Netzwerk' });
  expect(namedPlace('taxonomy.districts.0.populations.0.asOf', TAXONOMY, TAXONOMY)).toEqual({ list: 'districts', name: 'Nord' });
  expect(figureField('taxonomy.districts.0.populations.0.asOf')).toBe('asOf');
  expect(figureField('taxonomy.districts.0.name')).toBeNull();
  expect(namedPlace('cityName', TAXONOMY, after)).toEqual({ list: null, name: 'cityName' });
});

it('names the Stadtteile that hide each other on the map', () => {
  const clash = withEntry(TAXONOMY, 'districts', 1, { ...NORD, id: 'sued', name: 'Süd' });
  expect(sharedTiles(clash)).toEqual(['Nord', 'Süd']);
});

it('reads fields as people fill them', () => {
  expect(aliasesFrom(' Alt \n\nNeu')).toEqual(['Alt', 'Neu']);
  expect(wholeNumber(' 12 ')).toBe(12);
  expect(wholeNumber('1.5')).toBeNull();
  expect(wholeNumber('')).toBeNull();
  expect([peopleCount('3450'), peopleCount('3.450'), peopleCount(' 12 345 ')]).toEqual([3450, 3450, 12345]);
  expect([peopleCount(''), peopleCount('3.45'), peopleCount('viele')]).toEqual([NaN, NaN, NaN]);
  expect([dayFrom('31.12.2022'), dayFrom('1. 3. 2022'), dayFrom(' 2019 '), dayFrom('gestern')]).toEqual(['2022-12-31', '2022-03-01', '2019', 'gestern']);
  expect(decimalNumber('1,05')).toBe(1.05);
  expect(decimalNumber('viel')).toBeNull();
  expect(withName({ de: 'A', en: 'B' }, 'en', '')).toEqual({ de: 'A' });
  expect(withPopulation(NORD, 0, { asOf: '2022' }).populations[0]).toEqual({ count: 10, asOf: '2022', source: 'Stadt', definition: '' });
});
