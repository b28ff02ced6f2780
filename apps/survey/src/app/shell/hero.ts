import { ChangeDetectionStrategy, Component } from '@angular/core';
import { BrickCourse } from '@stadtteilstimme/ui';

/** The roofs of the town, closed by a course of bricks. Decorative. */
@Component({
  selector: 'app-hero',
  imports: [BrickCourse],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<div class="hero"></div><st-brick-course />',
  styles: ':host { display: block; }',
  host: { 'aria-hidden': 'true' },
})
export class Hero {}
