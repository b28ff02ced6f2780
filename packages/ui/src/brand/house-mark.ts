import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The mark: a stepped brick gable with a lit window that is a speech bubble. Decorative; the name stands beside it. */
@Component({
  selector: 'st-house-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 40 40" focusable="false">
      <path fill="#c6583c" d="M4 38V25h5v-7h5v-7h4V5h4v6h4v7h5v7h5v13z" />
      <path stroke="#0d3331" stroke-width="1" opacity=".35" d="M4 31.5h32M4 25h32M9 18h22M14 11h12" />
      <path fill="#ffc83a" d="M12 19.5h16a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-9l-4 4v-4h-3a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5z" />
    </svg>
  `,
  styles: `
    :host { display: inline-block; flex: none; inline-size: 2.25rem; block-size: 2.25rem; line-height: 0; forced-color-adjust: none; }
    svg { inline-size: 100%; block-size: 100%; }
  `,
  host: { 'aria-hidden': 'true' },
})
export class HouseMark {}
