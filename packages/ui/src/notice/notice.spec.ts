import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { ICON_PATHS } from '../icon/icon-paths';
import { IconHarness } from '../icon/icon-harness';
import { NOTICE_ICONS, NOTICE_KINDS, Notice, type NoticeKind } from './notice';
import { NoticeHarness } from './notice-harness';

@Component({
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<st-notice [kind]="kind()" heading="Achtung" [announce]="announce()"><p>Bitte prüfen.</p></st-notice>`,
})
class Page {
  readonly kind = signal<NoticeKind>('info');
  readonly announce = signal<'off' | 'polite' | 'assertive'>('off');
}

describe('Notice', () => {
  it.each(NOTICE_KINDS)('shows sign, heading and text of kind %s', async (kind) => {
    const fixture = TestBed.createComponent(Page);
    fixture.componentInstance.kind.set(kind);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const notice = await loader.getHarness(NoticeHarness.with({ heading: 'Achtung' }));
    expect(await notice.kind()).toBe(kind);
    expect(await notice.text()).toContain('Bitte prüfen.');
    expect(await (await loader.getHarness(IconHarness)).drawing()).toBe(ICON_PATHS[NOTICE_ICONS[kind]]);
  });

  it('is announced only when asked to', async () => {
    const fixture = TestBed.createComponent(Page);
    const notice = await TestbedHarnessEnvironment.loader(fixture).getHarness(NoticeHarness);
    expect(await notice.role()).toBeNull();
    fixture.componentInstance.announce.set('assertive');
    expect(await notice.role()).toBe('alert');
    fixture.componentInstance.announce.set('polite');
    expect(await notice.role()).toBe('status');
  });
});
