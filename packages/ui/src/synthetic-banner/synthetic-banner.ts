import { ChangeDetectionStrategy, Component, input } from '@angular/core';

import { Icon } from '../icon/icon';

/** Strip above everything that shows example data, so that nobody takes an invented number for a result. Cannot be closed. */
@Component({
  selector: 'st-synthetic-banner',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p><st-icon name="info" /><span>{{ text() }}</span></p>`,
  styles: `
    :host { display: block; padding: 0.35rem var(--st-4); background: var(--st-licht); color: var(--st-on-licht); border-block-end: 2px dashed var(--st-on-licht); print-color-adjust: exact; }
    p { display: flex; align-items: center; gap: 0.6rem; margin: 0; font-weight: 700; font-size: var(--st-text-m); line-height: 1.4; }
  `,
  host: { role: 'region', '[attr.aria-label]': 'text()' },
})
export class SyntheticBanner {
  readonly text = input.required<string>();
}
