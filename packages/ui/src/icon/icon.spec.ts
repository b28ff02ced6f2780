import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';

import { Icon } from './icon';
import { IconHarness } from './icon-harness';
import { DIRECTIONAL_ICONS, ICON_PATHS, type IconName } from './icon-paths';

async function render(name: IconName): Promise<IconHarness> {
  const fixture = TestBed.createComponent(Icon);
  fixture.componentRef.setInput('name', name);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, IconHarness);
}

describe('Icon', () => {
  it('draws the sign and hides it from readers', async () => {
    const icon = await render('globe');
    expect(await icon.drawing()).toBe(ICON_PATHS.globe);
    expect(await icon.isHiddenFromReaders()).toBe(true);
  });

  it.each(DIRECTIONAL_ICONS)('turns %s in right-to-left text', async (name) => {
    expect(await (await render(name)).isDirectional()).toBe(true);
  });

  it('never turns a clock or a check mark', async () => {
    expect(await (await render('clock')).isDirectional()).toBe(false);
    expect(await (await render('check')).isDirectional()).toBe(false);
  });
});
