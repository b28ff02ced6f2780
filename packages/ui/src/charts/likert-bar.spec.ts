import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { DistributionRow } from '@stadtteilstimme/domain';

import { LikertBar } from './likert-bar';
import { LikertBarHarness, LikertLegendHarness } from './likert-bar-harness';
import { LikertLegend } from './likert-legend';
import { AGREEMENT, LIKERT_LABELS, count, row, withheld } from './spec-labels';

async function render(shown: DistributionRow, extent = { before: 0.5, after: 0.5 }): Promise<LikertBarHarness> {
  const fixture = TestBed.createComponent(LikertBar);
  fixture.componentRef.setInput('row', shown);
  fixture.componentRef.setInput('codes', AGREEMENT);
  fixture.componentRef.setInput('labels', LIKERT_LABELS);
  fixture.componentRef.setInput('extent', extent);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, LikertBarHarness);
}

describe('LikertBar', () => {
  const full = row(count(100), [count(6), count(24), count(30), count(25), count(15), count(8), count(2)]);

  it('writes whole percent into pieces of at least seven percent and leaves smaller ones empty', async () => {
    const pieces = await (await render(full)).pieces();
    expect(pieces.map(({ text }) => text)).toEqual(['', '24', '30', '25', '15']);
    expect(pieces[0]).toEqual({ kind: 'share', text: '', start: 5, size: 6 });
    expect(pieces[2]?.start).toBe(35);
  });

  it('tells readers every answer, also the ones without room for a number, and the base', async () => {
    expect(await (await render(full)).name()).toBe('gar nicht 6 Prozent, eher nicht 24 Prozent, teils 30 Prozent, eher 25 Prozent, voll 15 Prozent, n 100');
  });

  it('keeps people without a judgement apart and counts them', async () => {
    const bar = await render(full);
    expect(await bar.missingName()).toBe('weiß nicht: 8 Personen, keine Angabe: 2 Personen');
    expect(await bar.missingTexts()).toEqual(['8', '2']);
  });

  it('hatches what is withheld, says why and shows no number for it', async () => {
    const cells = [withheld(), withheld('protected'), count(9), count(11), count(12), withheld(), count(0)];
    const bar = await render(row(count(40), cells, { disagree: count(8), neutral: count(9), agree: count(23) }));
    const pieces = await bar.pieces();
    expect(pieces[0]).toMatchObject({ kind: 'withheld', text: '', size: 20 });
    expect(await bar.baseText()).toContain('zu wenige, geschützt');
    expect(await bar.name()).toContain('gar nicht: zurückgehalten: zu wenige');
    expect((await bar.missingTexts())[0]).toBe('zu wenige');
  });

  it('draws no middle where the middle is unknown', async () => {
    const bar = await render(row(count(34), [withheld(), count(9), count(11), count(10), withheld(), count(0), count(0)]));
    expect(await bar.hasMiddle()).toBe(false);
    expect((await bar.pieces()).at(-1)).toMatchObject({ kind: 'withheld' });
  });

  it('hatches the whole bar when the base is withheld', async () => {
    const bar = await render(row(withheld('base-too-small'), AGREEMENT.map(() => withheld('base-too-small'))));
    expect(await bar.pieces()).toEqual([{ kind: 'withheld', text: 'kleine Basis', start: 0, size: 100 }]);
    expect(await bar.name()).toBe('zurückgehalten: kleine Basis');
  });

  it('shows an empty box and n 0 when nobody gave a judgement', async () => {
    const bar = await render(row(count(0), AGREEMENT.map(() => count(0))));
    expect(await bar.pieces()).toEqual([{ kind: 'empty', text: '', start: 0, size: 100 }]);
    expect(await bar.baseText()).toBe('n 0');
  });
});

describe('LikertLegend', () => {
  it('names the answers in drawing order and the missing ones last', async () => {
    const fixture = TestBed.createComponent(LikertLegend);
    fixture.componentRef.setInput('codes', AGREEMENT);
    fixture.componentRef.setInput('labels', { legend: 'Legende', code: LIKERT_LABELS.code });
    const legend = await TestbedHarnessEnvironment.harnessForFixture(fixture, LikertLegendHarness);
    expect(await legend.entries()).toEqual(['gar nicht', 'eher nicht', 'teils', 'eher', 'voll', 'weiß nicht', 'keine Angabe']);
  });
});
