import type { AnswerValue, ProblemCode, ResponseSubmission } from '@stadtteilstimme/domain';

import type { Draft } from './draft';

/** Where a person stands with one questionnaire. */
export type RespondState =
  | { readonly stage: 'loading' | 'load-failed' | 'unknown' | 'start' | 'already-sent' | 'sent' }
  | { readonly stage: 'closed'; readonly draft: Draft | null }
  | { readonly stage: 'resume' | 'questions' | 'sending'; readonly draft: Draft }
  | { readonly stage: 'waiting' | 'refused'; readonly draft: Draft; readonly problem: ProblemCode | null };

export type RespondEvent =
  | { readonly type: 'reload' | 'load-failed' | 'unknown' | 'resumed' | 'stored' | 'restarted' }
  | { readonly type: 'loaded'; readonly open: boolean; readonly draft: Draft | null; readonly alreadySent: boolean; readonly ask: boolean }
  | { readonly type: 'begun'; readonly draft: Draft }
  | { readonly type: 'answered'; readonly answers: Readonly<Record<string, AnswerValue>> }
  | { readonly type: 'turned'; readonly page: string }
  | { readonly type: 'sent'; readonly submission: ResponseSubmission }
  | { readonly type: 'not-sent'; readonly problem: ProblemCode | null }
  | { readonly type: 'refused'; readonly problem: ProblemCode };

/**
 * The next state. What makes no sense in a state changes nothing: a second tap on send while sending, an answer after sending.
 */
export function nextState(state: RespondState, event: RespondEvent): RespondState {
  switch (event.type) {
    case 'reload':
      return { stage: 'loading' };
    case 'load-failed':
    case 'unknown':
      return state.stage === 'loading' ? { stage: event.type } : state;
    case 'loaded':
      return state.stage === 'loading' ? afterLoading(event) : state;
    case 'begun':
      return { stage: 'questions', draft: event.draft };
    case 'resumed':
      return state.stage === 'resume' ? { stage: 'questions', draft: state.draft } : state;
    case 'restarted':
      return state.stage === 'loading' || state.stage === 'sending' ? state : { stage: 'start' };
    case 'stored':
      return state.stage === 'sending' || state.stage === 'waiting' ? { stage: 'sent' } : state;
    case 'not-sent':
      return state.stage === 'sending' || state.stage === 'waiting' ? { stage: 'waiting', draft: state.draft, problem: event.problem } : state;
    case 'refused':
      return state.stage === 'sending' || state.stage === 'waiting' ? afterRefusal(state.draft, event.problem) : state;
    default:
      return state.stage === 'questions' ? whileAnswering(state.draft, event) : state;
  }
}

type AnsweringEvent = Extract<RespondEvent, { type: 'answered' | 'turned' | 'sent' }>;

function whileAnswering(draft: Draft, event: AnsweringEvent): RespondState {
  switch (event.type) {
    case 'answered':
      return { stage: 'questions', draft: { ...draft, answers: event.answers } };
    case 'turned':
      return { stage: 'questions', draft: { ...draft, page: event.page } };
    case 'sent':
      return { stage: 'sending', draft: { ...draft, submission: event.submission } };
  }
}

function afterLoading(event: Extract<RespondEvent, { type: 'loaded' }>): RespondState {
  const { draft } = event;
  if (draft !== null && draft.submission !== null) return { stage: 'sending', draft };
  if (!event.open) return { stage: 'closed', draft };
  if (draft !== null) return event.ask ? { stage: 'resume', draft } : { stage: 'questions', draft };
  return { stage: event.alreadySent ? 'already-sent' : 'start' };
}

/** Closed while a person was answering is not their mistake and gets its own words. */
function afterRefusal(draft: Draft, problem: ProblemCode): RespondState {
  return problem === 'questionnaire-closed' ? { stage: 'closed', draft } : { stage: 'refused', draft, problem };
}
