import { ChangeDetectionStrategy, Component } from '@angular/core';

import { BrickCourse } from './brick-course';

/**
 * Header band of every page, closed by a brick course. Projects what the app puts in: first a link around `<st-brand>`,
 * then its own controls (language, account). Dress of `.band` and `.band__row` is in `theme/look.css`.
 */
@Component({
  selector: 'st-band',
  imports: [BrickCourse],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header class="band"><div class="band__row"><ng-content /></div></header>
    <st-brick-course />
  `,
  styles: ':host { display: block; }',
})
export class Band {}
