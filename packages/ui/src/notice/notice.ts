import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export const NOTICE_KINDS = ['info', 'warn', 'danger', 'ok'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Sign of each kind; status is always sign + word + colour. */
export const NOTICE_ICONS = { info: 'info', warn: 'warning', danger: 'danger', ok: 'check' } as const satisfies Record<NoticeKind, IconName>;

/** Roles by urgency: `assertive` interrupts a screen reader, so it is for errors that just happened. */
const LIVE_ROLES = { off: null, polite: 'status', assertive: 'alert' } as const;

/** A block that tells something: sign, a heading in words, colour, and the projected text. */
@Component({
  selector: 'st-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <st-icon [name]="icon()" />
    <div class="words">
      <p class="heading">{{ heading() }}</p>
      <ng-content />
    </div>
  `,
  styleUrl: './notice.css',
  host: { '[class]': '"kind-" + kind()', '[attr.role]': 'role()' },
})
export class Notice {
  readonly kind = input.required<NoticeKind>();
  readonly heading = input.required<string>();
  readonly announce = input<keyof typeof LIVE_ROLES>('off');

  protected readonly icon = computed(() => NOTICE_ICONS[this.kind()]);
  protected readonly role = computed(() => LIVE_ROLES[this.announce()]);
}
