import type { Report } from '@stadtteilstimme/domain';

import { count, criterion, distributionRow, figure, pair, report, variable, withheld } from './report.fixture';
import { districtsWithResults, hasResults, itemHasResult, itemsByResult } from './shown-results';

/** An item with nothing but withheld cells in its rows, beside zeros, which are no results. */
function closedItem(itemId: string, rows: readonly string[] = ['all']): Report['items'][number] {
  const reason = withheld('base-too-small');
  const closed = rows.map((row) => ({ ...distributionRow(row, reason, reason), cells: [count(0), reason, reason, reason, reason, reason], mean: reason }));
  return { ...pair(itemId, reason, reason), variables: [{ ...variable('bestand', {}), rows: closed }] };
}

describe('itemHasResult', () => {
  it('needs an answer somebody gave or a figure', () => {
    expect(itemHasResult(pair('A', figure(0.5), figure(0.6)), 'all')).toBe(true);
    expect(itemHasResult(pair('A', figure(0.5), figure(0.6)), 'nord')).toBe(false);
    expect(itemHasResult(closedItem('A'), 'all')).toBe(false);
  });

  it('counts a tendency and a single shown cell', () => {
    const closed = closedItem('A');
    const [only] = closed.variables;
    if (!only) throw new Error('The item has no variable.');
    const changed = (part: object) => ({ ...closed, variables: [{ ...only, rows: only.rows.map((row) => ({ ...row, ...part })) }] });
    expect(itemHasResult(changed({ share: { kind: 'tendency', level: 'low', n: 12 } }), 'all')).toBe(true);
    expect(itemHasResult(changed({ cells: [count(7)] }), 'all')).toBe(true);
  });
});

describe('hasResults', () => {
  it('is false where every item and criterion is withheld', () => {
    expect(hasResults(report({ items: [closedItem('A')], criteria: [criterion('K1', { all: withheld('protected') })] }))).toBe(false);
  });

  it('is true with one figure of a criterion', () => {
    expect(hasResults(report({ items: [closedItem('A')], criteria: [criterion('K1', { all: figure(50) })] }))).toBe(true);
  });

  it('is true while one of several Stadtteile has a result: its table stays', () => {
    const item = { ...closedItem('A', ['nord', 'sued']), variables: [variable('bestand', { nord: withheld('protected'), sued: figure(0.4) })] };
    expect(hasResults(report({ items: [item], rows: report().rows.filter(({ row }) => row === 'nord' || row === 'sued') }))).toBe(true);
  });

  it('does not look at the count of people, shown or not', () => {
    const shown = report({ items: [closedItem('A')], total: count(14) });
    expect(hasResults(shown)).toBe(hasResults({ ...shown, total: withheld('too-few') }));
  });
});

it('parts items by whether any row has a result', () => {
  const open = { ...closedItem('B', ['all', 'nord']), variables: [variable('bestand', { all: withheld('protected'), nord: figure(0.4) })] };
  const { shown, empty } = itemsByResult(report({ items: [closedItem('A', ['all', 'nord']), open] }));
  expect([shown, empty].map((items) => items.map(({ itemId }) => itemId))).toEqual([['B'], ['A']]);
});

describe('districtsWithResults', () => {
  it('counts the Stadtteile the grid of criteria shows, however many people answered there', () => {
    const criteria = [criterion('K1', { all: figure(50), nord: withheld('protected'), sued: figure(40), west: withheld('too-few'), unknown: figure(30) })];
    expect(districtsWithResults(report({ criteria }))).toEqual({ readable: 1, all: 3 });
  });

  it('counts Stadtteile with a result on any item where no criterion is asked about', () => {
    const items = [{ ...closedItem('A'), variables: [variable('bestand', { nord: figure(0.4), sued: figure(0.2) })] }];
    expect(districtsWithResults(report({ items, criteria: [criterion('K1', { all: { kind: 'not-asked' } })] }))).toEqual({ readable: 2, all: 3 });
  });
});
