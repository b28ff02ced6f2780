import { isReviewed, type LanguageCode, type Wording, type Wordings, WORDING_STATES, type WordingState } from '@stadtteilstimme/domain';

/** Number of languages in which a person has confirmed the wording. */
export function reviewedCount(wordings: Wordings): number {
  return Object.values(wordings).filter(({ state }) => isReviewed(state)).length;
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
