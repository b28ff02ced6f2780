import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { Cell, VariableReport } from '@stadtteilstimme/domain';

import { AGREEMENT, TICK_LABELS, count, row, withheld } from './spec-labels';
import { answerBars, optionBars, type TickBar } from './tick-bar-rows';
import { TickBars } from './tick-bars';
import { TickBarsHarness } from './tick-bars-harness';

function option(name: string, ticked: Cell, base: Cell = count(200)): VariableReport {
  const codes = [0, 1].map((code) => ({ code, missing: null, labels: {} }));
  return { variable: name, part: 'option', scaleId: null, labels: { de: name }, codes, rows: [row(base, [withheld(), ticked])] };
}

async function render(bars: readonly TickBar[]): Promise<TickBarsHarness> {
  const fixture = TestBed.createComponent(TickBars);
  fixture.componentRef.setInput('bars', bars);
  fixture.componentRef.setInput('labels', TICK_LABELS);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, TickBarsHarness);
}

const german = (variable: VariableReport): string => variable.labels['de'] ?? '';

describe('TickBars', () => {
  it('shows each option as share of people, together more than 100 %', async () => {
    const chart = await render(optionBars([option('Haus', count(150)), option('Amt', count(120)), option('Netz', withheld('protected'))], 'all', german));
    expect(await chart.bars()).toEqual([
      { label: 'Haus', value: '75 %', withheld: false, size: '75%' },
      { label: 'Amt', value: '60 %', withheld: false, size: '60%' },
      { label: 'Netz', value: 'geschützt', withheld: true, size: null },
    ]);
    expect(await chart.baseText()).toBe('n 200');
    expect(await chart.name()).toBe('Wege');
  });

  it('gives every share its own n when the bases differ', async () => {
    const chart = await render(optionBars([option('Haus', count(50)), option('Amt', count(10), count(40))], 'all', german));
    expect((await chart.bars()).map(({ value }) => value)).toEqual(['25 % n 200', '25 % n 40']);
    expect(await chart.baseText()).toBeNull();
  });

  it('hatches a share whose base is withheld, although the count is known', async () => {
    const chart = await render(optionBars([option('Haus', count(50), withheld('base-too-small'))], 'all', german));
    expect(await chart.bars()).toEqual([{ label: 'Haus', value: 'kleine Basis', withheld: true, size: null }]);
  });

  it('counts missing answers in people and gives them no share', async () => {
    const variable = { ...option('x', count(0)), codes: AGREEMENT, rows: [row(count(50), [5, 5, 10, 20, 10, 4, 1].map(count))] };
    const chart = await render(answerBars(variable, 'all', ({ labels }) => labels['de'] ?? ''));
    const bars = await chart.bars();
    expect(bars[3]).toEqual({ label: 'eher', value: '40 %', withheld: false, size: '40%' });
    expect(bars[5]).toEqual({ label: 'weiß nicht', value: '4', withheld: false, size: null });
  });

  it('gives no share to an option that says there is no judgement', () => {
    const refused = option('Keine Angabe', count(10));
    const bars = optionBars([option('Haus', count(50)), { ...refused, codes: refused.codes.map((code) => ({ ...code, missing: code.code === 1 ? 'prefer-not' : null })) }], 'all', german);
    expect(bars.map(({ base, missing }) => [base, missing])).toEqual([
      [count(200), false],
      [null, true],
    ]);
  });

  it('scales plain counts to the largest one and draws no bar for 0', async () => {
    const bar = (id: string, people: number): TickBar => ({ id, label: id, cell: count(people), base: null, missing: false });
    expect(await (await render([bar('a', 400), bar('b', 100), bar('c', 0)])).bars()).toEqual([
      { label: 'a', value: '400', withheld: false, size: '100%' },
      { label: 'b', value: '100', withheld: false, size: '25%' },
      { label: 'c', value: '0', withheld: false, size: null },
    ]);
  });

  it('offers no bars for a row the report does not hold', () => {
    expect(optionBars([option('Haus', count(50))], 'kaltenmoor', german)).toEqual([]);
  });
});
