import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';

import { IndexGrid, type IndexGridRow } from './index-grid';
import { IndexGridHarness } from './index-grid-harness';
import { GRID_LABELS, figure } from './spec-labels';

const COLUMNS = ['Angebote', 'Führung', 'Räume'].map((label) => ({ id: label, label }));

async function render(rows: readonly IndexGridRow[]): Promise<IndexGridHarness> {
  const fixture = TestBed.createComponent(IndexGrid);
  fixture.componentRef.setInput('columns', COLUMNS);
  fixture.componentRef.setInput('rows', rows);
  fixture.componentRef.setInput('labels', GRID_LABELS);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, IndexGridHarness);
}

describe('IndexGrid', () => {
  const rows: readonly IndexGridRow[] = [
    { id: 'k', label: 'Kaltenmoor', figures: [figure(52.4, 48, 57, 96), { kind: 'not-asked' }, figure(71, 60, 80, 94)] },
    { id: 'r', label: 'Rotes Feld', figures: [{ kind: 'tendency', level: 'medium', n: 27 }, { kind: 'not-asked' }, { kind: 'withheld', reason: 'protected' }] },
  ];

  it('is a table with caption and heads for every row and column', async () => {
    const grid = await render(rows);
    expect(await grid.caption()).toBe('Index je Kriterium');
    expect(await grid.columnHeads()).toEqual(['Stadtteil', 'Angebote', 'Führung', 'Räume']);
    expect(await grid.rowHeads()).toEqual(['Kaltenmoor', 'Rotes Feld']);
  });

  it('colours a number and writes n into its cell', async () => {
    const [first] = await (await render(rows)).cells(0);
    expect(first).toEqual({ kind: 'number', spoken: '52 (48–57) n 96', seen: '52 | n 96', tone: 5, rowspan: 1 });
  });

  it('draws a tendency in words with its sign and without colour, a withheld cell with its reason', async () => {
    const [tendency, hatched] = await (await render(rows)).cells(1);
    expect(tendency).toEqual({ kind: 'tendency', spoken: 'Tendenz mittel n 27', seen: '▬ mittel | n 27', tone: null, rowspan: 1 });
    expect(hatched).toEqual({ kind: 'withheld', spoken: 'zurückgehalten: schützt andere', seen: 'geschützt', tone: null, rowspan: 1 });
  });

  it('draws a criterion nobody was asked about as one box over all rows', async () => {
    const cells = await (await render(rows)).cells(0);
    expect(cells[1]).toMatchObject({ kind: 'not-asked', seen: 'nicht gefragt', rowspan: 2 });
  });

  it('keeps a box per row when only some were not asked', async () => {
    const some = [rows[0], { id: 'x', label: 'X', figures: [figure(10, null, null, 40), figure(20, null, null, 40), figure(30, null, null, 40)] }] as const;
    const grid = await render(some.filter((entry) => entry !== undefined));
    expect((await grid.cells(0))[1]?.rowspan).toBe(1);
    expect(await grid.cells(1)).toHaveLength(3);
  });

  it('explains only the drawings it holds', async () => {
    expect(await (await render(rows)).legend()).toEqual(['..19', '20..29', '30..39', '40..49', '50..59', '60..69', '70..', 'nur Tendenz', 'zurückgehalten']);
    expect(await (await render(rows.slice(0, 1))).legend()).toHaveLength(7);
  });
});
