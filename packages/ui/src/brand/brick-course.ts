import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Two courses of bricks, half a brick offset, that close the header band. Decorative. */
@Component({
  selector: 'st-brick-course',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  styles: `
    :host {
      display: block; block-size: 14px; print-color-adjust: exact;
      background:
        linear-gradient(90deg, var(--st-band-brick-1) 46px, transparent 46px) 0 1px / 48px 5.5px repeat-x,
        linear-gradient(90deg, var(--st-band-brick-2) 46px, transparent 46px) -24px 8px / 48px 5.5px repeat-x;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class BrickCourse {}
