import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { TextPipe } from '../language/text';
import type { Progress } from './progress';

/** Where am I: words first, a course of bricks second. */
@Component({
  selector: 'app-progress-bricks',
  imports: [TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="progress">
      <p class="progress__words">{{ 'progress' | text: { n: progress().number, m: progress().count } }}</p>
      <div class="bricks" aria-hidden="true">
        @for (brick of bricks(); track $index) {
          <i [class.is-done]="brick === 'done'" [class.is-here]="brick === 'here'"></i>
        }
      </div>
    </div>
  `,
  styles: ':host { display: block; }',
})
export class ProgressBricks {
  readonly progress = input.required<Progress>();

  protected readonly bricks = computed(() => {
    const { number, count } = this.progress();
    return Array.from({ length: count }, (_, index) => (index + 1 < number ? 'done' : index + 1 === number ? 'here' : 'open'));
  });
}
