import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { ChangedQuestion } from '@stadtteilstimme/domain';
import { Notice } from '@stadtteilstimme/ui';

import { spokenText, type SpokenText } from '../language/localized-text';
import { Texts } from '../language/texts';

/** Says which numbers come from different wordings, and why they changed: whoever quotes them must know. */
@Component({
  selector: 'app-changed-questions',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (questions().length > 0) {
      <st-notice kind="warn" [heading]="t('reports.changedQuestions.heading', { count: questions().length })">
        <p>{{ t('reports.changedQuestions.text') }}</p>
        <ul>
          @for (question of questions(); track question.itemId) {
            <li>
              <strong>{{ question.itemId }}</strong>: <span [attr.lang]="text(question).language">{{ text(question).text }}</span>
              @for (note of question.notes; track note.versionNumber) { <br />{{ t('questionnaires.versionNumber', { number: note.versionNumber }) }}: {{ note.note }} }
            </li>
          }
        </ul>
      </st-notice>
    }
  `,
  styles: `ul { display: grid; gap: 0.3rem; margin-block: var(--st-2) 0; }`,
})
export class ChangedQuestions {
  readonly questions = input.required<readonly ChangedQuestion[]>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;

  protected text({ text }: ChangedQuestion): SpokenText {
    return spokenText(text, this.texts.language());
  }
}
