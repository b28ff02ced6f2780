import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';

import { ICON_PATHS } from '../icon/icon-paths';
import { StatusChip } from './status-chip';
import { StatusChipHarness } from './status-chip-harness';

describe('StatusChip', () => {
  it('shows word, colour and the sign of its kind, or the sign it is given', async () => {
    const fixture = TestBed.createComponent(StatusChip);
    fixture.componentRef.setInput('kind', 'warn');
    fixture.componentRef.setInput('text', 'fehlt');
    const chip = await TestbedHarnessEnvironment.harnessForFixture(fixture, StatusChipHarness);
    expect(await chip.text()).toBe('fehlt');
    expect(await chip.hasKind('warn')).toBe(true);
    expect(await (await chip.icon()).drawing()).toBe(ICON_PATHS.warning);
    fixture.componentRef.setInput('kind', 'neutral');
    expect(await (await chip.icon()).drawing()).toBe(ICON_PATHS.document);
    fixture.componentRef.setInput('icon', 'edit');
    expect(await (await chip.icon()).drawing()).toBe(ICON_PATHS.edit);
  });
});
