import { ChangeDetectionStrategy, Component, input } from '@angular/core';

import { HouseMark } from './house-mark';

/** Mark and name. Put it inside the app's own link to its first page; this package knows no addresses. */
@Component({
  selector: 'st-brand',
  imports: [HouseMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<st-house-mark /><span translate="no">{{ name() }}</span>`,
  styles: `
    :host { display: inline-flex; align-items: center; gap: 0.6rem; min-inline-size: 0; min-block-size: 3rem; overflow-wrap: anywhere; font-weight: 700; font-size: 1.125rem; letter-spacing: -0.01em; }
    @media (max-width: 22.4rem) { :host { gap: 0.4rem; font-size: 1rem; } }
  `,
})
export class Brand {
  readonly name = input.required<string>();
}
