import {
  ChangeDetectionStrategy,
  Component,
  type ComponentRef,
  computed,
  effect,
  inject,
  input,
  inputBinding,
  outputBinding,
  signal,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Icon } from '@stadtteilstimme/ui';

import { LanguageStore } from '../language/language-store';
import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';
import { loadSurveyHost } from '../survey-host/load-survey-host';
import type { SurveyHost } from '../survey-host/survey-host';
import type { SurveyView } from '../survey-host/survey-view';
import { neighbourOf, progressOf } from './progress';
import { ProgressBricks } from './progress-bricks';
import { QuestionHistory } from './question-history';
import { RespondSession } from './respond-session';

/** One question per screen: where am I, the question, its answers, the ways on. */
@Component({
  selector: 'app-question-stage',
  imports: [Icon, PageHeading, ProgressBricks, TextPipe],
  providers: [QuestionHistory],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './question-stage.html',
})
export class QuestionStage {
  /** Name of the questionnaire, for the title of the document. */
  readonly title = input.required<string>();
  readonly notReviewed = input.required<boolean>();

  protected readonly session = inject(RespondSession);
  protected readonly languages = inject(LanguageStore);
  protected readonly loadFailed = signal(false);
  protected readonly pages = computed(() => this.session.view()?.pages ?? []);
  protected readonly pageNames = computed(() => this.pages().map((page) => page.name));
  protected readonly progress = computed(() => progressOf(this.pageNames(), this.#page()));
  protected readonly page = computed(() => this.pages()[this.progress().number - 1] ?? null);
  protected readonly isFirst = computed(() => this.progress().number <= 1);
  protected readonly isLast = computed(() => this.progress().number === this.progress().count);
  protected readonly hasAnswers = computed(() => Object.keys(this.session.view()?.answers ?? {}).length > 0);

  readonly #page = computed(() => {
    const state = this.session.state();
    return state.stage === 'questions' ? state.draft.page : null;
  });
  private readonly place = viewChild.required('survey', { read: ViewContainerRef });
  readonly #history = inject(QuestionHistory);
  #host: ComponentRef<SurveyHost> | null = null;
  #hasBegun = false;

  constructor() {
    const pageTitle = inject(PageTitle);
    const texts = inject(Texts);
    effect(() => {
      this.place();
      untracked(() => void this.loadQuestions());
    });
    effect(() => {
      const first = this.page();
      if (first === null || this.#hasBegun) return;
      this.#hasBegun = true;
      this.#history.begin(first.name, (page) => {
        if (this.pageNames().includes(page)) this.session.turnTo(page);
      });
    });
    effect(() => {
      const { number, count } = this.progress();
      if (count > 0) pageTitle.set(texts.text('progress', { n: number, m: count }), this.title());
    });
  }

  protected async loadQuestions(): Promise<void> {
    const state = this.session.state();
    const questionnaire = this.session.questionnaire();
    if (this.#host !== null || state.stage !== 'questions' || questionnaire === null) return;
    this.loadFailed.set(false);
    const start = { language: this.languages.current(), answers: state.draft.answers, consentArt9: state.draft.consent.art9 };
    try {
      const { SurveyHost } = await loadSurveyHost();
      if (this.#host !== null) return;
      this.#host = this.place().createComponent(SurveyHost, {
        bindings: [
          inputBinding('questionnaire', () => questionnaire),
          inputBinding('start', () => start),
          inputBinding('language', this.languages.current),
          inputBinding('page', this.#page),
          outputBinding<SurveyView>('viewChanged', (view) => this.session.answered(view)),
        ],
      });
    } catch {
      this.loadFailed.set(true);
    }
  }

  protected back(): void {
    const page = neighbourOf(this.pageNames(), this.#page(), -1);
    if (page !== null) this.#history.goBack(page);
  }

  protected next(): void {
    if (this.isLast()) {
      void this.session.send();
      return;
    }
    const page = neighbourOf(this.pageNames(), this.#page(), 1);
    if (page === null) return;
    this.#history.enter(page);
    this.session.turnTo(page);
  }
}
