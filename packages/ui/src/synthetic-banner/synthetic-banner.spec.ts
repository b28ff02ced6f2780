import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';

import { SyntheticBanner } from './synthetic-banner';
import { SyntheticBannerHarness } from './synthetic-banner-harness';

describe('SyntheticBanner', () => {
  it('says in words that the data are examples and offers no way to hide it', async () => {
    const fixture = TestBed.createComponent(SyntheticBanner);
    fixture.componentRef.setInput('text', 'Beispieldaten');
    const banner = await TestbedHarnessEnvironment.harnessForFixture(fixture, SyntheticBannerHarness);
    expect(await banner.text()).toBe('Beispieldaten');
    expect((fixture.nativeElement as HTMLElement).querySelector('button')).toBeNull();
  });
});
