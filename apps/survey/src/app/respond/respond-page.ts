import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CollectionMode, SELF_REPORTED_MODES } from '@stadtteilstimme/domain';
import { Icon, Notice, SyntheticBanner } from '@stadtteilstimme/ui';

import { PROBLEM_TEXTS } from '../backend/problem-texts';
import { LanguageStore } from '../language/language-store';
import { textIn } from '../language/localized-text';
import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';
import { Hero } from '../shell/hero';
import { PageFrame } from '../shell/page-frame';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';
import { QuestionStage } from './question-stage';
import { RespondSession } from './respond-session';
import { StartStage } from './start-stage';

/** `/u/<slug>`: one questionnaire from the first screen to the thanks. */
@Component({
  selector: 'app-respond-page',
  imports: [Hero, Icon, Notice, PageHeading, QuestionStage, RouterLink, StartStage, SyntheticBanner, TextPipe],
  providers: [RespondSession],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './respond-page.html',
})
export class RespondPage {
  /** From the address. */
  readonly slug = input.required<string>();
  /** How the answer reaches us, from the address: `?weg=tablet` on the tablets of the Stadtteilhaus. */
  readonly weg = input<string>();

  protected readonly session = inject(RespondSession);
  protected readonly languages = inject(LanguageStore);
  protected readonly mode = computed<CollectionMode>(() => SELF_REPORTED_MODES.find((mode) => mode === this.weg()) ?? 'online');
  protected readonly title = computed(() => this.#textOf('title'));
  protected readonly thanks = computed(() => this.#textOf('thanks'));
  /** A person to ask, at the same place on every page (WCAG 3.2.6); null where the city gave no number. */
  protected readonly phone = computed(() => {
    const texts = this.session.questionnaire()?.interfaceTexts['helpPhone'];
    const words = texts === undefined ? null : textIn(texts, this.languages.current());
    if (words === null || words.text === '') return null;
    // A number stays on one line: half of it is easily dialled alone.
    return { ...words, text: words.text.replace(/(\d) (?=\d)/gu, '$1\u00A0') };
  });
  protected readonly notReviewed = computed(() => {
    const language = this.session.questionnaire()?.languages.find((each) => each.code === this.languages.current());
    return language !== undefined && !language.reviewed;
  });
  protected readonly problemText = computed(() => {
    const state = this.session.state();
    if (state.stage !== 'waiting' && state.stage !== 'refused') return 'sendFailed';
    return state.problem === null ? 'sendFailed' : PROBLEM_TEXTS[state.problem];
  });
  protected readonly hasHero = computed(() => ['start', 'sent', 'already-sent', 'resume', 'closed'].includes(this.session.stage()));

  constructor() {
    const frame = inject(PageFrame);
    const pageTitle = inject(PageTitle);
    const texts = inject(Texts);
    effect((onCleanup) => {
      frame.withHero.set(this.hasHero());
      frame.withLanguageList.set(this.session.stage() === 'start' && !this.languages.isChosen());
      onCleanup(() => {
        frame.withHero.set(false);
        frame.withLanguageList.set(false);
      });
    });
    effect(() => void this.session.load(this.slug()));
    effect(() => {
      const stage = this.session.stage();
      if (stage === 'questions') return;
      pageTitle.set(stage === 'sent' ? texts.text('thankYou') : '', this.title()?.text ?? '');
    });
  }

  #textOf(key: 'title' | 'thanks'): { readonly text: string; readonly language: string } | null {
    const questionnaire = this.session.questionnaire();
    return questionnaire === null ? null : textIn(questionnaire[key], this.languages.current());
  }
}
