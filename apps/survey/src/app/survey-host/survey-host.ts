import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { PublishedQuestionnaire } from '@stadtteilstimme/domain';
import { SurveyModule } from 'survey-angular-ui';

import './answer-item';
import { createSurveyModel, viewOf, type SurveyStart } from './survey-model';
import { loadSurveyStyles } from './survey-styles';
import type { SurveyView } from './survey-view';

/** The fence around survey-angular-ui: data in, answers out. Loaded only when somebody is about to answer. */
@Component({
  selector: 'app-survey-host',
  imports: [SurveyModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isDressed()) {
      <survey [model]="model()" />
    }
  `,
  styles: ':host { display: block; }',
  host: { '[class.is-pair]': 'isPair()' },
})
export class SurveyHost {
  readonly questionnaire = input.required<PublishedQuestionnaire>();
  /** Answers and consent to begin with; later changes are ignored, because the model owns the answers from then on. */
  readonly start = input.required<SurveyStart>();
  readonly language = input.required<string>();
  /** Name of the page to show; null = the first. */
  readonly page = input.required<string | null>();
  readonly viewChanged = output<SurveyView>();

  protected readonly isDressed = signal(false);
  protected readonly model = computed(() => createSurveyModel(this.questionnaire(), untracked(this.start)));
  protected readonly isPair = signal(false);

  constructor() {
    void loadSurveyStyles(inject(DOCUMENT)).then(() => this.isDressed.set(true));
    effect((onCleanup) => {
      const model = this.model();
      const report = (): void => this.#report();
      model.onValueChanged.add(report);
      model.onPageVisibleChanged.add(report);
      model.onQuestionVisibleChanged.add(report);
      onCleanup(() => {
        model.onValueChanged.remove(report);
        model.onPageVisibleChanged.remove(report);
        model.onQuestionVisibleChanged.remove(report);
      });
    });
    effect(() => {
      const model = this.model();
      model.locale = this.language();
      const page = this.page();
      const target = page === null ? model.visiblePages[0] : model.getPageByName(page);
      if (target !== undefined && target !== null) model.currentPage = target;
      untracked(() => this.#report());
    });
  }

  #report(): void {
    const view = viewOf(this.model());
    this.isPair.set(view.pages.find((page) => page.name === this.model().currentPage?.name)?.isPair ?? false);
    this.viewChanged.emit(view);
  }
}
