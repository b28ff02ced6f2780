import { TestBed } from '@angular/core/testing';

import { QuestionHistory } from './question-history';

/** The next turn the browser makes the history take. */
const popped = (): Promise<unknown> => new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));

describe('QuestionHistory', () => {
  let turns: string[];
  let history: QuestionHistory;

  beforeEach(() => {
    turns = [];
    TestBed.configureTestingModule({ providers: [QuestionHistory] });
    history = TestBed.inject(QuestionHistory);
    window.history.replaceState({ navigationId: 7 }, '');
    history.begin('first', (page) => turns.push(page));
  });

  it('turns to the question before when the person goes back in the browser, and forward again', async () => {
    history.enter('second');
    history.enter('third');
    let turned = popped();
    window.history.back();
    await turned;
    turned = popped();
    window.history.forward();
    await turned;
    expect(turns).toEqual(['second', 'third']);
  });

  it('goes back through the history, so that the two ways back never disagree', async () => {
    history.enter('second');
    const turned = popped();
    history.goBack('first');
    await turned;
    expect(turns).toEqual(['first']);
    expect(window.history.state).toMatchObject({ question: 'first', questionsBefore: 0 });
  });

  it('stays in the survey where the entry before is no question, as after resuming', () => {
    history.goBack('before-the-first');
    expect(turns).toEqual(['before-the-first']);
    expect(window.history.state).toMatchObject({ question: 'before-the-first', questionsBefore: 0 });
  });

  it('leaves the marks of the router where they are', () => {
    history.enter('second');
    expect(window.history.state).toMatchObject({ navigationId: 7, question: 'second' });
  });
});
