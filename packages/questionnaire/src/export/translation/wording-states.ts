import { WORDING_STATES } from '@stadtteilstimme/domain';
import type { WordingState } from '@stadtteilstimme/domain';

/** Prefix of our own values where a format lets each program add some (XLIFF `subState`). */
export const STATE_AUTHORITY = 'stadtteilstimme';

/** States of a segment in XLIFF 2.0. */
export type XliffState = 'initial' | 'translated' | 'reviewed' | 'final';

const XLIFF_STATES: Readonly<Record<WordingState, XliffState>> = {
  machine: 'translated',
  draft: 'translated',
  'draft-simple': 'translated',
  reviewed: 'reviewed',
  'approved-by-test-group': 'final',
};

/** State and sub-state of a wording in XLIFF; a text that has never been rated is only `translated`. */
export function xliffState(state: WordingState | null): { readonly state: XliffState; readonly subState: string | null } {
  return state === null ? { state: 'translated', subState: null } : { state: XLIFF_STATES[state], subState: `${STATE_AUTHORITY}:${state}` };
}

/**
 * State of a wording read from XLIFF. Our sub-state counts as long as it fits the state that the translator's program
 * set; `final` of another program means that a person has confirmed it, never that a test group has. `initial`: null.
 */
export function wordingStateOfXliff(state: string, subState: string | null): WordingState | null {
  const own = WORDING_STATES.find((candidate) => subState === `${STATE_AUTHORITY}:${candidate}`);
  if (own !== undefined && XLIFF_STATES[own] === state) return own;
  if (state === 'final' || state === 'reviewed') return 'reviewed';
  return state === 'translated' ? 'draft' : null;
}

/** German words of the states, as translators read and choose them in a sheet. */
export const STATE_WORDS: Readonly<Record<WordingState, string>> = {
  machine: 'maschinell',
  draft: 'Entwurf',
  'draft-simple': 'Entwurf in Leichter Sprache',
  reviewed: 'geprüft',
  'approved-by-test-group': 'von Prüfgruppe bestätigt',
};
