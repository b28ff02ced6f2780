import { isReviewed, type LanguageReadiness, type WordingState, WORDING_STATES } from '@stadtteilstimme/domain';

/** `reviewed`: complete and read by a person · `unreviewed`: complete, but nobody has read it · `incomplete`: texts are missing. */
export type LanguageProgress = 'reviewed' | 'unreviewed' | 'incomplete';

/** How far one language of a questionnaire has come. */
export function languageProgress(language: LanguageReadiness): LanguageProgress {
  if (language.missing > 0) return 'incomplete';
  return unreviewedWordings(language) === 0 ? 'reviewed' : 'unreviewed';
}

/** Number of wordings that exist but that no person has confirmed. */
export function unreviewedWordings(language: LanguageReadiness): number {
  return WORDING_STATES.filter((state) => !isReviewed(state)).reduce((sum, state) => sum + (language.states[state] ?? 0), 0);
}

/** States that occur, in the order a wording passes through them, with their numbers. */
export function occurringStates(language: LanguageReadiness): readonly { readonly state: WordingState; readonly count: number }[] {
  return WORDING_STATES.map((state) => ({ state, count: language.states[state] ?? 0 })).filter(({ count }) => count > 0);
}
