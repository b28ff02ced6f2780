import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Notice } from '@stadtteilstimme/ui';

import { refusalOf } from '../backend/problem';
import { PROBLEM_TEXTS } from '../backend/problem-texts';
import { Texts } from '../language/texts';

/** Says what was refused, in the words of the problem's code. */
@Component({
  selector: 'app-refused',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<st-notice kind="danger" announce="assertive" [heading]="t('shell.refused')"><p>{{ text() }}</p><ng-content /></st-notice>`,
})
export class Refused {
  readonly error = input.required<unknown>();

  protected readonly t = inject(Texts).t;
  protected readonly text = computed(() => this.t(PROBLEM_TEXTS[refusalOf(this.error()).code]));
}
