import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';

/** What an entry of the browser's history keeps of a question: the name of its page and how many came before, never an answer. */
interface QuestionEntry {
  readonly question: string;
  readonly questionsBefore: number;
}

/**
 * Makes the browser's own Back and Forward turn the questions: on a telephone Back is the button people know.
 * All questions have the same address; each is an entry of the history of its own.
 */
@Injectable()
export class QuestionHistory {
  readonly #window = inject(DOCUMENT).defaultView;
  #turn: (page: string) => void = () => undefined;

  readonly #turned = (event: PopStateEvent): void => {
    const entry = entryOf(event.state);
    if (entry !== null) this.#turn(entry.question);
  };

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#window?.removeEventListener('popstate', this.#turned));
  }

  /** Begins with the question that is shown; `turn` is called when the person goes back or forward in the browser. */
  begin(page: string, turn: (page: string) => void): void {
    this.#turn = turn;
    this.#window?.history.replaceState(this.#state(page, 0), '');
    this.#window?.addEventListener('popstate', this.#turned);
  }

  /** The person went on to another question. */
  enter(page: string): void {
    this.#window?.history.pushState(this.#state(page, this.#before() + 1), '');
  }

  /** Back to `page`: in the browser's history where its entry before is a question, otherwise in place. */
  goBack(page: string): void {
    if (this.#before() > 0) {
      this.#window?.history.back();
      return;
    }
    this.#window?.history.replaceState(this.#state(page, 0), '');
    this.#turn(page);
  }

  #before(): number {
    return entryOf(this.#window?.history.state)?.questionsBefore ?? 0;
  }

  /** The router keeps its own marks in the same state. */
  #state(question: string, questionsBefore: number): object {
    const state: unknown = this.#window?.history.state;
    return { ...(typeof state === 'object' ? state : null), question, questionsBefore } satisfies QuestionEntry;
  }
}

function entryOf(state: unknown): QuestionEntry | null {
  if (typeof state !== 'object' || state === null || !('question' in state) || !('questionsBefore' in state)) return null;
  const { question, questionsBefore } = state;
  return typeof question === 'string' && typeof questionsBefore === 'number' ? { question, questionsBefore } : null;
}
