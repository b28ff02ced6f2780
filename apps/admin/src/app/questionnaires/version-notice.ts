import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { QuestionnaireDetail } from '@stadtteilstimme/domain';
import { Icon, Notice } from '@stadtteilstimme/ui';

import { Texts } from '../language/texts';

/** Says which version is published and that changes are made in a next one, which begins and ends here. */
@Component({
  selector: 'app-version-notice',
  imports: [Icon, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (locked()) {
      <st-notice kind="info" [heading]="t('questionnaires.newVersion.publishedHeading', { number: number() })">
        <p>{{ t('questionnaires.newVersion.publishedText', { number: number() }) }}</p>
        @if (mayChange()) {
          <p><button type="button" class="button" (click)="begin.emit()"><st-icon name="edit" />{{ t('questionnaires.newVersion.begin') }}</button></p>
        }
      </st-notice>
    } @else {
      <st-notice kind="info" [heading]="t('questionnaires.newVersion.begunHeading', { number: number() + 1 })">
        <p>{{ t('questionnaires.newVersion.begunText', { number: number() }) }}</p>
        @if (mayChange()) {
          <p><button type="button" class="button button--quiet" (click)="discard.emit()"><st-icon name="close" />{{ t('questionnaires.newVersion.discard') }}</button></p>
        }
      </st-notice>
    }
  `,
  styles: `p + p { margin-block-start: var(--st-3); }`,
})
export class VersionNotice {
  readonly detail = input.required<QuestionnaireDetail>();
  /** Nothing may be changed until a next version is begun. */
  readonly locked = input.required<boolean>();
  readonly mayChange = input.required<boolean>();
  readonly begin = output();
  readonly discard = output();

  protected readonly t = inject(Texts).t;
  protected readonly number = computed(() => this.detail().publishedVersion ?? 0);
}
