import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Band } from './band';
import { BandHarness, BrandHarness } from './band-harness';
import { Brand } from './brand';

@Component({
  imports: [Band, Brand],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<st-band><a href="#"><st-brand name="Stadtteilstimme" /></a><button type="button">Abmelden</button></st-band>`,
})
class Page {}

describe('Band', () => {
  it('holds what the app projects, in order, and ends with bricks', async () => {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Page));
    const band = await loader.getHarness(BandHarness);
    expect(await band.text()).toBe('StadtteilstimmeAbmelden');
    expect(await band.hasBrickCourse()).toBe(true);
  });

  it('shows the name beside the drawn house', async () => {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Page));
    const brand = await loader.getHarness(BrandHarness);
    expect(await brand.name()).toBe('Stadtteilstimme');
    expect(await brand.hasMark()).toBe(true);
  });
});
