import type { LocalizedText, Variable } from '@stadtteilstimme/domain';
import { CHANGE_EFFECTS, changeSentences, changeStatements } from './change-sentences.js';
import type { ChangeCode, ChangeFacts } from './change-sentences.js';
import type { WordDiffPart } from './word-diff.js';

/**
 * How far two waves of one item may be compared. `comparable`: same measurement, and the same wording in every language
 * that both used · `limited`: same measurement, something residents read differs · `break`: another measurement.
 */
export const COMPARABILITY = ['comparable', 'limited', 'break'] as const;
export type Comparability = (typeof COMPARABILITY)[number];

/** One reason why an item is not fully comparable. */
export interface VersionChange extends ChangeFacts {
  readonly code: ChangeCode;
  readonly effect: 'limited' | 'break';
  /** Variable of the later version, or of the earlier one where the later has none. */
  readonly variable: string;
  /** The difference word by word, where a wording changed. */
  readonly words?: readonly WordDiffPart[];
  /** With the place in front. */
  readonly sentences: LocalizedText;
  /** Without it, for a reader who sees the question above. */
  readonly statements: LocalizedText;
}

/** A change with its effect and its sentences. */
export function versionChange(code: ChangeCode, variable: Variable, facts: ChangeFacts & { readonly words?: readonly WordDiffPart[] }): VersionChange {
  return { code, effect: CHANGE_EFFECTS[code], variable: variable.name, ...facts, sentences: changeSentences(code, facts), statements: changeStatements(code, facts) };
}

/** The class of everything that changed together. */
export function worst(changes: readonly VersionChange[]): Comparability {
  if (changes.some((change) => change.effect === 'break')) return 'break';
  return changes.length === 0 ? 'comparable' : 'limited';
}

/** Ticks of one choice share title and limits: one reason is enough. */
export function withoutRepeats(changes: readonly VersionChange[]): readonly VersionChange[] {
  const seen = new Set<string>();
  return changes.filter((change) => {
    const key = JSON.stringify([change.code, change.place, change.language ?? null, change.before ?? null, change.after ?? null]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
