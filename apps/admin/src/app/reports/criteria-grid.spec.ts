import { criteriaGrid } from './criteria-grid';
import { criterion, figure, report, withheld } from './report.fixture';

describe('criteriaGrid', () => {
  const grid = criteriaGrid(
    report({ criteria: [criterion('K1', { all: figure(50), nord: withheld('too-few') }), criterion('K3', { all: { kind: 'not-asked' } })] }),
    'de',
    (row) => row,
  );

  it('keeps criteria somebody was asked about, also where they are withheld', () => {
    expect(grid.columns).toEqual([{ id: 'K1', label: 'Kriterium K1' }]);
    expect(grid.rows.find(({ id }) => id === 'nord')?.figures).toEqual([withheld('too-few')]);
  });

  it('names the criteria nobody was asked about', () => {
    expect(grid.notAsked).toEqual(['Kriterium K3']);
  });

  it('marks a row without a figure as not asked', () => {
    expect(grid.rows.find(({ id }) => id === 'sued')?.figures).toEqual([{ kind: 'not-asked' }]);
  });
});
