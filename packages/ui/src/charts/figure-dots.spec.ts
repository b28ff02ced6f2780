import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { Figure } from '@stadtteilstimme/domain';

import { FigureDots } from './figure-dots';
import { FigureDotsHarness } from './figure-dots-harness';
import { DOTS_LABELS, figure } from './spec-labels';

async function render(today: Figure | null, wanted: Figure | null): Promise<FigureDotsHarness> {
  const fixture = TestBed.createComponent(FigureDots);
  fixture.componentRef.setInput('today', today);
  fixture.componentRef.setInput('wanted', wanted);
  fixture.componentRef.setInput('labels', DOTS_LABELS);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, FigureDotsHarness);
}

describe('FigureDots', () => {
  it('puts both shares on the line from 0 to 100 and tells them with interval and n', async () => {
    const dots = await render(figure(0.19, 0.16, 0.23, 585), figure(0.81, null, null, 637));
    expect(await dots.dot('today')).toEqual({ text: '19', at: '19%', hasInterval: true });
    expect(await dots.dot('wanted')).toEqual({ text: '81', at: '81%', hasInterval: false });
    expect(await dots.name()).toBe('stimmt heute: 19 (16–23) n 585; ist wichtig: 81 n 637');
    expect(await dots.isCrowded()).toBe(false);
  });

  it('moves the second value when both are close', async () => {
    expect(await (await render(figure(0.7, null, null, 50), figure(0.74, null, null, 50))).isCrowded()).toBe(true);
  });

  it('says a tendency and a withheld figure in words and draws no mark for them', async () => {
    const dots = await render({ kind: 'tendency', level: 'low', n: 12 }, { kind: 'withheld', reason: 'protected' });
    expect(await dots.name()).toBeNull();
    expect(await dots.dot('today')).toBeNull();
    expect((await dots.words()).map((line) => line.replace(/\s+/g, ' '))).toEqual(['stimmt heute: niedrig n 12', 'ist wichtig: geschützt']);
  });
});
