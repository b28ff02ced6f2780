import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';

import { CellValue } from './cell-value';
import { FigureValue } from './figure-value';
import { FIGURE_LABELS, count, figure, withheld } from './spec-labels';
import { CellValueHarness, FigureValueHarness } from './value-harness';

describe('CellValue', () => {
  it('follows its cell from a number to a reason', async () => {
    const fixture = TestBed.createComponent(CellValue);
    fixture.componentRef.setInput('cell', count(96));
    fixture.componentRef.setInput('labels', FIGURE_LABELS);
    const cell = await TestbedHarnessEnvironment.harnessForFixture(fixture, CellValueHarness);
    expect([await cell.text(), await cell.isWithheld()]).toEqual(['96', false]);
    fixture.componentRef.setInput('cell', withheld());
    expect([await cell.text(), await cell.isWithheld()]).toEqual(['zurückgehalten: zu wenige', true]);
  });
});

describe('FigureValue', () => {
  it('follows its figure from a number to words', async () => {
    const fixture = TestBed.createComponent(FigureValue);
    fixture.componentRef.setInput('figure', figure(0.5, 0.4, 0.6, 99));
    fixture.componentRef.setInput('unit', 'share');
    fixture.componentRef.setInput('labels', FIGURE_LABELS);
    const value = await TestbedHarnessEnvironment.harnessForFixture(fixture, FigureValueHarness);
    expect([await value.text(), await value.isWords()]).toEqual(['50 (40–60) n 99', false]);
    fixture.componentRef.setInput('figure', { kind: 'not-asked' });
    expect([await value.text(), await value.isWords()]).toEqual(['nicht gefragt', true]);
  });
});
