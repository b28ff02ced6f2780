import { afterNextRender, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { type ConsentGiven, type PublishedQuestionnaire, SURVEY_PURPOSE } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { directionOf } from '../language/language-choice';
import { LanguageStore } from '../language/language-store';
import { textIn } from '../language/localized-text';
import { TextPipe } from '../language/text';
import { LanguageMenu } from '../shell/language-menu';
import { PageHeading } from '../shell/page-heading';
import { loadSurveyHost } from '../survey-host/load-survey-host';
import { isArt9Checkbox } from './consent';

/** First screen: what this is, how long it takes, what happens with the answers, and the person's own tick. */
@Component({
  selector: 'app-start-stage',
  imports: [Icon, LanguageMenu, PageHeading, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './start-stage.html',
})
export class StartStage {
  readonly questionnaire = input.required<PublishedQuestionnaire>();
  readonly notReviewed = input.required<boolean>();
  readonly begun = output<ConsentGiven>();

  protected readonly languages = inject(LanguageStore);
  protected readonly agree = signal(false);
  protected readonly art9 = signal(false);
  protected readonly isMissingAgreement = signal(false);
  /** The list stays once it was shown, so that nothing moves under the finger of a person who picks a language. */
  protected readonly listsLanguages = !this.languages.isChosen();
  protected readonly title = computed(() => this.#in(this.questionnaire().title));
  protected readonly welcome = computed(() => this.#in(this.questionnaire().welcome));
  protected readonly blocks = computed(() =>
    this.questionnaire()
      .consent.filter((block) => !block.onlyWithArt9Items || this.questionnaire().hasArt9Items)
      .map((block) => ({ id: block.id, type: block.type, isArt9: isArt9Checkbox(block), isPurpose: block.id === SURVEY_PURPOSE, ...this.#in(block.texts) })),
  );

  private readonly agreeBox = viewChild<ElementRef<HTMLInputElement>>('agreeBox');

  constructor() {
    // While the person reads: the library for the questions, so that the first question comes at once. A failure is tried again then.
    afterNextRender(() => void loadSurveyHost().catch(() => undefined));
  }

  protected tick(isArt9: boolean, event: Event): void {
    const checked = event.target instanceof HTMLInputElement && event.target.checked;
    if (isArt9) this.art9.set(checked);
    else {
      this.agree.set(checked);
      this.isMissingAgreement.set(false);
    }
  }

  protected begin(): void {
    if (this.agree()) {
      this.begun.emit({ agree: true, art9: this.art9() });
      return;
    }
    this.isMissingAgreement.set(true);
    this.agreeBox()?.nativeElement.focus();
  }

  /** A text that fell back to another language carries that language and its direction. */
  #in(texts: PublishedQuestionnaire['title']): { readonly text: string; readonly lang: string | null; readonly dir: 'ltr' | 'rtl' | null } {
    const { text, language } = textIn(texts, this.languages.current());
    const isFallback = language !== this.languages.current();
    return { text, lang: isFallback ? language : null, dir: isFallback ? directionOf(language, this.languages.offered()) : null };
  }
}
