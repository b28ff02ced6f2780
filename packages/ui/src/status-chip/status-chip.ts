import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { NOTICE_ICONS, type NoticeKind } from '../notice/notice';

/** `neutral`: a state that neither asks for anything nor praises (draft, closed). */
export type StatusKind = NoticeKind | 'neutral';

/** A state in one word: sign + word + colour, square corners. */
@Component({
  selector: 'st-status-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<st-icon [name]="sign()" /><span>{{ text() }}</span>`,
  styles: `
    :host { display: inline-flex; align-items: center; gap: 0.35rem; padding-block: 0.15rem; padding-inline: 0.4rem 0.55rem; border: 1px solid transparent; border-radius: var(--st-radius-s); font-size: var(--st-text-s); line-height: 1.4; font-weight: 700; vertical-align: middle; background: var(--st-sunken); color: var(--st-ink); }
    :host(.kind-ok) { background: var(--st-ok-soft); color: var(--st-on-ok-soft); }
    :host(.kind-warn) { background: var(--st-warn-soft); color: var(--st-on-warn-soft); }
    :host(.kind-info) { background: var(--st-info-soft); color: var(--st-on-info-soft); }
    :host(.kind-danger) { background: var(--st-danger-soft); color: var(--st-on-danger-soft); }
    st-icon { inline-size: 1.15rem; block-size: 1.15rem; vertical-align: 0; }
  `,
  host: { '[class]': '"kind-" + kind()' },
})
export class StatusChip {
  readonly kind = input.required<StatusKind>();
  readonly text = input.required<string>();
  /** Sign; by default that of the kind, and a document for `neutral`. */
  readonly icon = input<IconName | null>(null);

  protected readonly sign = computed<IconName>(() => {
    const kind = this.kind();
    return this.icon() ?? (kind === 'neutral' ? 'document' : NOTICE_ICONS[kind]);
  });
}
