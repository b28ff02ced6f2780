import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { TABLE_LABELS, count, figure, withheld } from '../charts/spec-labels';
import { AsTable, type TableColumn, type TableRow } from './as-table';
import { AsTableHarness } from './as-table-harness';

const COLUMNS: readonly TableColumn[] = [
  { id: 'd', label: 'Stadtteil' },
  { id: 'n', label: 'Antworten', numeric: true },
  { id: 's', label: 'stimmt heute', numeric: true, unit: 'share' },
  { id: 't', label: 'Hinweis' },
];
const ROWS: readonly TableRow[] = [
  { id: 'k', label: 'Kaltenmoor', cells: [count(96), figure(0.19, 0.16, 0.23, 91), 'Welle 2'] },
  { id: 'r', label: 'Rettmer', cells: [withheld(), { kind: 'withheld', reason: 'base-too-small' }, ''] },
];

async function render(): Promise<AsTableHarness> {
  const fixture = TestBed.createComponent(AsTable);
  for (const [name, value] of Object.entries({ labels: TABLE_LABELS, caption: 'Antworten', columns: COLUMNS, rows: ROWS })) fixture.componentRef.setInput(name, value);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, AsTableHarness);
}

@Component({
  imports: [AsTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<st-as-table [labels]="labels" caption="Eigene"><table><caption>Eigene</caption></table></st-as-table>`,
})
class WithOwnTable {
  readonly labels = TABLE_LABELS;
}

describe('AsTable', () => {
  it('renders no rows before it is opened', async () => {
    const table = await render();
    expect(await table.summary()).toBe('Als Tabelle lesen');
    expect(await table.isRendered()).toBe(false);
  });

  it('shows the protected values in words under scoped heads', async () => {
    const table = await render();
    await table.open();
    expect(await table.caption()).toBe('Antworten');
    expect(await table.columnHeads()).toEqual(['Stadtteil', 'Antworten', 'stimmt heute', 'Hinweis']);
    expect(await table.rows()).toEqual([
      ['Kaltenmoor', '96', '19 (16–23) n 91', 'Welle 2'],
      ['Rettmer', 'zurückgehalten: zu wenige', 'zurückgehalten: kleine Basis', ''],
    ]);
  });

  it('projects the table of the app when it gets no columns', async () => {
    const fixture = TestBed.createComponent(WithOwnTable);
    const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(AsTableHarness);
    expect(await table.caption()).toBe('Eigene');
  });
});
