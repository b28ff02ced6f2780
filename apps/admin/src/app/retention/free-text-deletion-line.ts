import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import type { FreeTextDeletion, QuestionnaireDetail } from '@stadtteilstimme/domain';

import { RetentionClient } from '../backend/retention-client';
import { formatDay } from '../language/number-format';
import { Texts } from '../language/texts';

/** One line: when what people have written in their own words is deleted. Nothing where nobody is asked for words. */
@Component({
  selector: 'app-free-text-deletion-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (sentences().length > 0) { <p class="quiet">{{ sentences().join(' ') }}</p> }`,
})
export class FreeTextDeletionLine {
  /** Asked anew when it was closed, reopened or published again. */
  readonly questionnaire = input.required<Pick<QuestionnaireDetail, 'id' | 'state' | 'publishedVersion'>>();

  private readonly client = inject(RetentionClient);
  private readonly texts = inject(Texts);
  private readonly deletion = resource({ params: () => this.questionnaire(), loader: ({ params }) => this.client.freeTextDeletion(params.id) });

  protected readonly sentences = computed(() => (this.deletion.hasValue() ? this.sentencesOf(this.deletion.value()) : []));

  private sentencesOf({ hasFreeTexts, months, nextOn, lastOn }: FreeTextDeletion): readonly string[] {
    if (!hasFreeTexts || months === null) return [];
    const day = (of: string): string => formatDay(of, this.texts.language());
    return [
      this.texts.t('retention.rule', { months }),
      ...(nextOn === null ? [] : [this.texts.t('retention.next', { day: day(nextOn) })]),
      ...(lastOn === null ? [] : [this.texts.t('retention.last', { day: day(lastOn) })]),
    ];
  }
}
