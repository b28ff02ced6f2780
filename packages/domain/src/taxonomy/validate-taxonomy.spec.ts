import type { Taxonomy } from './taxonomy.js';
import { validateTaxonomy } from './validate-taxonomy.js';

const population = { count: 7300, asOf: '2023-12-31', source: 'Statistisches Jahrbuch', definition: 'Hauptwohnsitz' };
const north = { id: 'north', name: 'Nord', aliases: [], tile: { col: 0, row: 0 }, populations: [population], areaKm2: 2.5 };
const south = { id: 'south', name: 'Süd', aliases: [], tile: { col: 0, row: 1 }, populations: [], areaKm2: null };
const valid: Taxonomy = {
  cityName: 'Musterstadt',
  districts: [north, south],
  communityHouses: [{ id: 'house', name: 'Haus', districtIds: ['north', 'south'] }],
  targetGroups: [{ id: 'senior', names: { de: 'Ältere' } }],
  fieldsOfAction: [{ id: 'H1', names: { de: 'Jugend' } }],
  criteria: [
    { id: 'K1', names: { de: 'Zugang' }, kind: 'cross-cutting' },
    { id: 'K7', names: { de: 'Schwerpunkt' }, kind: 'focus-slot' },
  ],
};

function places(change: Partial<Taxonomy>): readonly string[] {
  return validateTaxonomy({ ...valid, ...change }).map(({ place }) => place);
}

describe('validateTaxonomy', () => {
  it('accepts master data without contradictions, with and without population', () => {
    expect(validateTaxonomy(valid)).toEqual([]);
    expect(places({ districts: [{ ...north, populations: [{ ...population, asOf: '2023', count: 0 }] }, south] })).toEqual([]);
  });

  it.each<[string, Partial<Taxonomy>, string]>([
    ['no city name', { cityName: ' ' }, 'cityName'],
    ['an id twice', { districts: [north, south, { ...south, tile: { col: 3, row: 3 } }] }, 'districts.south.id'],
    ['an id that is not kebab-case', { targetGroups: [{ id: 'Ältere Menschen', names: {} }] }, 'targetGroups.Ältere Menschen.id'],
    ['a district named like a row of reports', { districts: [north, south, { ...south, id: 'all', tile: { col: 5, row: 5 } }] }, 'districts.all.id'],
    ['two districts on one tile', { districts: [north, { ...south, tile: north.tile }] }, 'districts.south.tile'],
    ['a tile that is no place', { districts: [north, { ...south, tile: { col: 0.5, row: 0 } }] }, 'districts.south.tile'],
    ['an area of nothing', { districts: [north, { ...south, areaKm2: 0 }] }, 'districts.south.areaKm2'],
    ['a house in an unknown district', { communityHouses: [{ id: 'house', name: 'Haus', districtIds: ['west'] }] }, 'communityHouses.house.districtIds'],
    ['a negative population', { districts: [{ ...north, populations: [{ ...population, count: -1 }] }, south] }, 'districts.north.populations.0'],
    ['a date that does not exist', { districts: [{ ...north, populations: [{ ...population, asOf: '2023-02-30' }] }, south] }, 'districts.north.populations.0'],
    ['a figure without source', { districts: [{ ...north, populations: [{ ...population, source: '' }] }, south] }, 'districts.north.populations.0'],
    ['two slots', { criteria: [...valid.criteria, { id: 'K8', names: {}, kind: 'focus-slot' }] }, 'criteria.K8.kind'],
  ])('names the place of %s', (_, change, place) => {
    expect(places(change)).toEqual([place]);
  });

  it('wants at least one district', () => {
    expect(places({ districts: [], communityHouses: [] })).toEqual(['districts']);
  });
});
