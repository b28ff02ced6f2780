import type { Translate } from '../language/texts';
import { itemTable } from './item-table';
import { participantsTable } from './participants-table';
import { figure, pair, report } from './report.fixture';
import { reportLabels } from './report-labels';
import { weekText } from './week-text';

const t: Translate = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);

describe('participantsTable', () => {
  const { columns, rows } = participantsTable(report(), t, 'de', (row) => row);

  it('has a value for every column of every row', () => {
    expect(rows.map(({ cells }) => cells.length)).toEqual(rows.map(() => columns.length - 1));
  });

  it('gives a population only with date and source, and never writes unknown as 0', () => {
    expect(rows.find(({ id }) => id === 'nord')?.cells.slice(1)).toEqual(['5.000', 'reports.participants.source {"day":"31. Dezember 2021","source":"Statistikstelle"}']);
    expect(rows.find(({ id }) => id === 'sued')?.cells.slice(1)).toEqual(['reports.participants.unknown', '–']);
  });

  it('passes withheld counts on as withheld', () => {
    expect(rows.find(({ id }) => id === 'west')?.cells[0]).toEqual({ kind: 'withheld', reason: 'too-few' });
  });
});

describe('itemTable', () => {
  const { columns, rows } = itemTable(pair('A', figure(0.3), figure(0.8)), report(), t, (row) => row);

  it('shows distribution, shares and gap of a pair', () => {
    expect(columns.map(({ id }) => id)).toEqual(['row', 'base', 'disagree', 'neutral', 'agree', 'today', 'wanted', 'gap']);
    expect(rows.map(({ cells }) => cells.length)).toEqual(rows.map(() => columns.length - 1));
  });

  it('marks rows without the item as not asked instead of leaving them blank', () => {
    expect(rows.find(({ id }) => id === 'nord')?.cells.slice(-3)).toEqual([{ kind: 'not-asked' }, { kind: 'not-asked' }, { kind: 'not-asked' }]);
  });
});

describe('reportLabels', () => {
  const labels = reportLabels(t, 'de');

  it('writes open and closed classes', () => {
    expect(labels.grid.range(null, 29)).toBe('reports.range.below {"to":30}');
    expect(labels.grid.range(30, 39)).toBe('30–39');
    expect(labels.grid.range(70, null)).toBe('reports.range.from {"from":70}');
    expect(labels.grid.range(5, 5)).toBe('5');
  });

  it('has a short word and a sentence for every reason', () => {
    expect(Object.keys(labels.cell.withheld.short).sort()).toEqual(['base-too-small', 'homogeneous', 'protected', 'too-few']);
    expect(labels.cell.withheld.sentence.homogeneous).toBe('reports.withheld.sentence.homogeneous');
  });
});

it('names weeks as people do', () => {
  expect(weekText('2026-W05', t)).toBe('reports.week {"number":"5","year":"2026"}');
});
