import { criteriaGrid } from './criteria-grid';
import { criterion, figure, report, withheld } from './report.fixture';

describe('criteriaGrid', () => {
  const grid = criteriaGrid(
    report({ criteria: [criterion('K1', { all: figure(50), nord: withheld('too-few') }, { all: figure(48.4), nord: withheld('protected') }), criterion('K3', { all: { kind: 'not-asked' } })] }),
    'de',
    (row) => row,
  );

  it('keeps criteria somebody was asked about, also where they are withheld', () => {
    expect(grid.columns).toEqual([{ id: 'K1', label: 'Kriterium K1' }]);
    const mixed = criteriaGrid(report({ criteria: [criterion('K1', { nord: withheld('too-few') }), criterion('K2', { nord: figure(40) })] }), 'de', (row) => row);
    expect(mixed.rows.find(({ id }) => id === 'nord')?.figures).toEqual([withheld('too-few'), figure(40)]);
    expect(mixed.withheldRows).toEqual([]);
  });

  it('names rows in which everything is withheld instead of drawing them', () => {
    expect(grid.withheldRows).toEqual(['Nord']);
    expect(grid.rows.map(({ id }) => id)).not.toContain('nord');
  });

  it('draws the balance in every row, the whole city too, so that its numbers can be compared', () => {
    expect(grid.rows.find(({ id }) => id === 'all')?.figures).toEqual([figure(50)]);
  });

  it('keeps the index per person of the whole city, and has none for viewers without that row', () => {
    expect(grid.city).toEqual([{ id: 'K1', label: 'Kriterium K1', index: figure(48.4) }]);
    expect(criteriaGrid(report({ criteria: [criterion('K1', { nord: figure(50) })] }), 'de', (row) => row).city).toEqual([]);
  });

  it('names the criteria nobody was asked about', () => {
    expect(grid.notAsked).toEqual(['Kriterium K3']);
  });

  it('marks a row without a figure as not asked', () => {
    expect(grid.rows.find(({ id }) => id === 'sued')?.figures).toEqual([{ kind: 'not-asked' }]);
  });
});
