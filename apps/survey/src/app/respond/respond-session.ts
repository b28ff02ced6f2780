import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { CollectionMode, ConsentGiven, PublishedQuestionnaire } from '@stadtteilstimme/domain';

import type { Fetched } from '../backend/fetched';
import { PublicApi } from '../backend/public-api';
import { LanguageStore } from '../language/language-store';
import { Texts } from '../language/texts';
import { loadSurveyHost } from '../survey-host/load-survey-host';
import type { SurveyView } from '../survey-host/survey-view';
import { Delivery, type AttemptOutcome } from './delivery';
import type { Draft } from './draft';
import { DraftStore } from './draft-store';
import { nextState, type RespondEvent, type RespondState } from './respond-state';
import { createResponseId } from './response-id';
import { submissionOf } from './submission';

/** Answers being given in this tab since it was opened: coming back from the privacy page asks nothing. */
@Injectable({ providedIn: 'root' })
export class OpenHere {
  readonly responseIds = new Set<string>();
}

/** One person, one questionnaire: holds the state, keeps the draft, sends it. Provided by the page, so it ends with it. */
@Injectable()
export class RespondSession {
  readonly #api = inject(PublicApi);
  readonly #drafts = inject(DraftStore);
  readonly #languages = inject(LanguageStore);
  readonly #texts = inject(Texts);
  readonly #openHere = inject(OpenHere);
  readonly #state = signal<RespondState>({ stage: 'loading' });
  readonly #questionnaire = signal<PublishedQuestionnaire | null>(null);
  readonly #view = signal<SurveyView | null>(null);
  #newest: PublishedQuestionnaire | null = null;
  #delivery: Delivery | null = null;

  readonly state = this.#state.asReadonly();
  readonly questionnaire = this.#questionnaire.asReadonly();
  readonly view = this.#view.asReadonly();
  readonly isDurable = this.#drafts.isDurable;
  readonly stage = computed(() => this.#state().stage);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#delivery?.stop();
      this.#languages.offer(null);
      this.#texts.useQuestionnaire(null);
    });
  }

  async load(slug: string): Promise<void> {
    this.#delivery?.stop();
    this.#view.set(null);
    this.#do({ type: 'reload' });
    const fetched = await this.#api.questionnaire(slug);
    if (fetched.kind !== 'ok') {
      const isUnknown = fetched.kind === 'problem' && ['unknown-questionnaire', 'not-found', 'not-published'].includes(fetched.code);
      this.#do({ type: isUnknown ? 'unknown' : 'load-failed' });
      return;
    }
    const newest = fetched.value;
    this.#newest = newest;
    const remembered = await this.#drafts.remembered(newest.slug, newest.versionId);
    const begun = await this.#begunVersion(remembered.draft, newest);
    if (begun === 'unreachable') {
      this.#do({ type: 'load-failed' });
      return;
    }
    const questionnaire = begun ?? newest;
    const draft = begun === null ? null : remembered.draft;
    const { alreadySent } = remembered;
    this.#show(questionnaire);
    const ask = draft !== null && !this.#openHere.responseIds.has(draft.responseId);
    this.#do({ type: 'loaded', open: questionnaire.state === 'open', draft, alreadySent, ask });
    if (draft !== null && draft.submission !== null) this.#deliver(draft);
  }

  /**
   * The version a person has begun with: its questions, and its words. Null when there is no draft or nobody knows its
   * version any more; an answer that is fixed and waits to be sent needs no questions.
   */
  async #begunVersion(draft: Draft | null, newest: PublishedQuestionnaire): Promise<PublishedQuestionnaire | 'unreachable' | null> {
    if (draft === null) return null;
    if (draft.submission !== null || draft.versionId === newest.versionId) return newest;
    const fetched = await this.#api.questionnaireVersion(newest.slug, draft.versionId);
    if (fetched.kind === 'ok') return fetched.value;
    return fetched.kind === 'problem' && fetched.code === 'unknown-questionnaire' ? null : 'unreachable';
  }

  #show(questionnaire: PublishedQuestionnaire): void {
    this.#questionnaire.set(questionnaire);
    this.#languages.offer(questionnaire.languages);
    this.#texts.useQuestionnaire(questionnaire.interfaceTexts);
  }

  /** Starts a new answer with a new id. */
  begin(consent: ConsentGiven, mode: CollectionMode): void {
    const questionnaire = this.#questionnaire();
    if (questionnaire === null || !consent.agree) return;
    const draft: Draft = {
      slug: questionnaire.slug,
      versionId: questionnaire.versionId,
      responseId: createResponseId(),
      mode,
      language: this.#languages.current(),
      consent,
      answers: {},
      page: null,
      submission: null,
    };
    this.#openHere.responseIds.add(draft.responseId);
    this.#view.set(null);
    this.#do({ type: 'begun', draft });
    void this.#drafts.begin(draft);
  }

  resume(): void {
    const state = this.#state();
    if (state.stage !== 'resume') return;
    this.#openHere.responseIds.add(state.draft.responseId);
    if (!this.#languages.isChosen()) this.#languages.choose(state.draft.language);
    this.#do({ type: 'resumed' });
  }

  /** Back to the first screen; an unfinished answer is deleted. */
  async restart(): Promise<void> {
    const state = this.#state();
    this.#delivery?.stop();
    if ('draft' in state && state.draft !== null) await this.#drafts.discard(state.draft);
    // A new answer is one to the newest version.
    if (this.#newest !== null && this.#newest !== this.#questionnaire()) this.#show(this.#newest);
    this.#do({ type: 'restarted' });
  }

  answered(view: SurveyView): void {
    const state = this.#state();
    if (state.stage !== 'questions') return;
    this.#view.set(view);
    const before = JSON.stringify(state.draft.answers);
    if (JSON.stringify(view.answers) !== before) this.#doAndKeep({ type: 'answered', answers: view.answers });
  }

  turnTo(page: string): void {
    this.#doAndKeep({ type: 'turned', page });
  }

  /** Fixes what goes out and sends it until it is stored or refused. Pressing twice does nothing more. */
  async send(): Promise<void> {
    const state = this.#state();
    const questionnaire = this.#questionnaire();
    const view = this.#view();
    if (state.stage !== 'questions' || questionnaire === null || view === null) return;
    const wanted = submissionOf({ ...state.draft, language: this.#languages.current() }, questionnaire.codebook, view.shown);
    const { checkBeforeSending } = await loadSurveyHost();
    const checked = checkBeforeSending(questionnaire.codebook, wanted.answers, wanted.consent);
    if (this.stage() !== 'questions') return;
    this.#do({ type: 'sent', submission: checked.ok ? { ...wanted, answers: checked.answers } : wanted });
    if (!checked.ok) {
      this.#do({ type: 'refused', problem: checked.problem });
      return;
    }
    const sending = this.#state();
    if (sending.stage !== 'sending') return;
    await this.#drafts.save(sending.draft);
    this.#deliver(sending.draft);
  }

  tryNow(): void {
    void this.#delivery?.tryNow();
  }

  #deliver(draft: Draft): void {
    this.#delivery?.stop();
    this.#delivery = new Delivery(() => this.#attempt(draft));
    void this.#delivery.tryNow();
  }

  async #attempt(draft: Draft): Promise<AttemptOutcome> {
    if (draft.submission === null) return 'refused';
    const result = await this.#api.sendResponse(draft.responseId, draft.submission);
    const outcome = outcomeOf(result);
    if (outcome === 'stored') {
      await this.#drafts.markSent(draft);
      this.#do({ type: 'stored' });
    } else if (outcome === 'retry') {
      this.#do({ type: 'not-sent', problem: result.kind === 'problem' ? result.code : null });
    } else if (result.kind === 'problem') {
      // Taken off the queue: what was refused once will be refused again. The answers stay until the person decides.
      await this.#drafts.save({ ...draft, submission: null });
      this.#do({ type: 'refused', problem: result.code });
    }
    return outcome;
  }

  #do(event: RespondEvent): void {
    this.#state.update((state) => nextState(state, event));
  }

  #doAndKeep(event: RespondEvent): void {
    this.#do(event);
    const state = this.#state();
    if (state.stage === 'questions') void this.#drafts.save({ ...state.draft, language: this.#languages.current() });
  }
}

/** Whether the same bytes may be accepted later: lost connections, overload and trouble on our side pass; a refusal stays. */
export function outcomeOf(result: Fetched<unknown>): AttemptOutcome {
  if (result.kind === 'ok') return 'stored';
  if (result.kind === 'unreachable') return 'retry';
  return ['too-many-requests', 'unexpected', 'temporarily-unavailable'].includes(result.code) ? 'retry' : 'refused';
}
