import { report } from './report.fixture';
import { drawnRow, mapTiles, rowName, rowsByPeople } from './report-rows';

describe('rows', () => {
  it('are the whole city first, then Stadtteile by people, withheld ones after them, people without one last', () => {
    expect(rowsByPeople(report())).toEqual(['all', 'sued', 'nord', 'west', 'unknown']);
  });

  it('carry the name of the Stadtteil or the word for a special row', () => {
    expect(rowName(report(), 'nord', () => 'x')).toBe('Nord');
    expect(rowName(report(), 'unknown', (row) => `besonders ${row}`)).toBe('besonders unknown');
  });
});

describe('drawnRow', () => {
  it('is the whole city', () => {
    expect(drawnRow(report())).toBe('all');
  });

  it('is the chosen Stadtteil', () => {
    expect(drawnRow(report({ filters: { ...report().filters, districtIds: ['sued'] } }))).toBe('sued');
  });

  it('is the first own Stadtteil of a team that does not get the whole city', () => {
    const own = report().rows.filter(({ row }) => row === 'west' || row === 'nord');
    expect(drawnRow(report({ rows: own }))).toBe('nord');
  });

  it('is nothing when there is no row to see, also when another one was asked for', () => {
    expect(drawnRow(report({ rows: [], filters: { ...report().filters, districtIds: ['nord'] } }))).toBeNull();
  });
});

it('puts only places on the map, withheld ones as withheld', () => {
  expect(mapTiles(report()).map(({ id, cell }) => [id, cell.kind])).toEqual([['nord', 'count'], ['sued', 'count'], ['west', 'withheld']]);
});
