import { exampleDraft } from './draft.fixture';
import { nextState, type RespondEvent, type RespondState } from './respond-state';

const submission = { versionId: 'version-1', mode: 'online', consent: { agree: true, art9: false }, answers: {} } as const;
const draft = exampleDraft();
const loaded = { type: 'loaded', open: true, draft: null, alreadySent: false, ask: true } as const;

function walk(start: RespondState, ...events: readonly RespondEvent[]): RespondState {
  return events.reduce(nextState, start);
}

describe('nextState', () => {
  it('walks from loading to thanks', () => {
    const state = walk(
      { stage: 'loading' },
      loaded,
      { type: 'begun', draft: exampleDraft({ answers: {}, page: null }) },
      { type: 'answered', answers: { K1_1_bestand: 2 } },
      { type: 'turned', page: 'page_K2-1' },
    );
    expect(state).toEqual({ stage: 'questions', draft: exampleDraft({ answers: { K1_1_bestand: 2 }, page: 'page_K2-1' }) });
    expect(walk(state, { type: 'sent', submission }, { type: 'stored' })).toEqual({ stage: 'sent' });
  });

  it('asks before it goes on with a draft found on the device, and not within the same visit', () => {
    expect(walk({ stage: 'loading' }, { ...loaded, draft })).toEqual({ stage: 'resume', draft });
    expect(walk({ stage: 'loading' }, { ...loaded, draft, ask: false })).toEqual({ stage: 'questions', draft });
    expect(walk({ stage: 'resume', draft }, { type: 'resumed' })).toEqual({ stage: 'questions', draft });
    expect(walk({ stage: 'resume', draft }, { type: 'restarted' })).toEqual({ stage: 'start' });
  });

  it('goes on sending what was being sent when the page was closed, even after the questionnaire has closed', () => {
    const waiting = exampleDraft({ submission });
    expect(walk({ stage: 'loading' }, { ...loaded, open: false, draft: waiting })).toEqual({ stage: 'sending', draft: waiting });
  });

  it('says that an answer was already sent, and lets a new one begin', () => {
    const state = walk({ stage: 'loading' }, { ...loaded, alreadySent: true });
    expect(state).toEqual({ stage: 'already-sent' });
    expect(walk(state, { type: 'restarted' })).toEqual({ stage: 'start' });
  });

  it('ignores a second tap on send and answers that come after it', () => {
    const sending = walk({ stage: 'questions', draft }, { type: 'sent', submission });
    expect(walk(sending, { type: 'sent', submission: { ...submission, mode: 'tablet' } })).toBe(sending);
    expect(walk(sending, { type: 'answered', answers: {} })).toBe(sending);
  });

  it('keeps answers and message while sending fails, until it is stored', () => {
    const sending = walk({ stage: 'questions', draft }, { type: 'sent', submission });
    const waiting = walk(sending, { type: 'not-sent', problem: null });
    expect(waiting).toEqual({ stage: 'waiting', draft: exampleDraft({ submission }), problem: null });
    expect(walk(waiting, { type: 'not-sent', problem: 'too-many-requests' })).toMatchObject({ stage: 'waiting', problem: 'too-many-requests' });
    expect(walk(waiting, { type: 'stored' })).toEqual({ stage: 'sent' });
  });

  it('tells a questionnaire that closed meanwhile from other refusals', () => {
    const sending = walk({ stage: 'questions', draft }, { type: 'sent', submission });
    expect(walk(sending, { type: 'refused', problem: 'questionnaire-closed' })).toMatchObject({ stage: 'closed', draft: { answers: { K1_1_bestand: 4 } } });
    expect(walk(sending, { type: 'refused', problem: 'unknown-code' })).toMatchObject({ stage: 'refused', problem: 'unknown-code' });
  });

  it('shows a closed questionnaire as closed and an unknown one as unknown', () => {
    expect(walk({ stage: 'loading' }, { ...loaded, open: false })).toEqual({ stage: 'closed', draft: null });
    expect(walk({ stage: 'loading' }, { type: 'unknown' })).toEqual({ stage: 'unknown' });
    expect(walk({ stage: 'loading' }, { type: 'load-failed' }, { type: 'reload' })).toEqual({ stage: 'loading' });
  });
});
