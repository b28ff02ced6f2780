import { isReviewed, type LanguageCode, type Wording, type Wordings, WORDING_STATES, type WordingState } from '@stadtteilstimme/domain';

/** The language the others are translated from. */
export const SOURCE_LANGUAGE: LanguageCode = 'de';

/** Number of languages in which a person has confirmed the wording as it is today. */
export function reviewedCount(wordings: Wordings): number {
  return Object.values(wordings).filter(({ state, stale }) => isReviewed(state) && !stale).length;
}

/** Number of translations made from a German wording that has changed since. */
export function staleCount(wordings: Wordings): number {
  return Object.values(wordings).filter(({ stale }) => stale).length;
}

/**
 * States a person may give a wording. Leichte Sprache has a draft state of its own and is finished only by a test group
 * (DIN SPEC 33429); other languages are finished by a reviewer.
 */
export function statesFor(language: LanguageCode): readonly WordingState[] {
  const wanted: readonly WordingState[] = language === 'de-simple' ? ['draft-simple', 'reviewed', 'approved-by-test-group'] : ['machine', 'draft', 'reviewed'];
  return WORDING_STATES.filter((state) => wanted.includes(state));
}

/**
 * A changed text has not been confirmed by anyone: a confirmed wording falls back to draft until a person says otherwise.
 */
export function withNewText(wording: Wording, text: string, language: LanguageCode): Wording {
  if (text === wording.text) return wording;
  const draft: WordingState = language === 'de-simple' ? 'draft-simple' : 'draft';
  return { ...wording, text, state: draft };
}

/** An emptied help is no help: the key goes. */
export function withHelp(wording: Wording, help: string): Wording {
  const { help: _replaced, ...rest } = wording;
  return help.trim() === '' ? rest : { ...rest, help };
}

export function emptyWording(language: LanguageCode): Wording {
  return { text: '', state: language === 'de-simple' ? 'draft-simple' : 'draft' };
}

/** Same text, help and state; whether somebody has to look at it does not count. */
export function isSameWording(one: Wording, other: Wording): boolean {
  return one.text === other.text && (one.help ?? '') === (other.help ?? '') && one.state === other.state;
}
