import type { AnswerCode, Codebook, LanguageCode, LocalizedText, Variable } from '@stadtteilstimme/domain';
import { sharesNoWord } from './code-meaning.js';
import { compareVersions } from './compare-versions.js';
import type { ComparedItem, VersionComparison } from './compare-versions.js';
import { GUARD_SENTENCES } from './guard-sentences.js';
import type { GuardCode } from './guard-sentences.js';
import type { PublishedVersion } from './published-version.js';
import { itemIdentity, questionOf, variableIdentities } from './variable-identity.js';
import type { ItemIdentity } from './variable-identity.js';
import { codeKey } from './variable-structure.js';
import type { VersionChange } from './version-change.js';

/** Why the next version must not be published as it is. */
export interface GuardProblem {
  readonly code: GuardCode;
  /** Variable, variable and code, or `languages.<code>`. */
  readonly place: string;
  /** Why it is refused. */
  readonly sentences: LocalizedText;
  /** What to do instead. */
  readonly remedy: LocalizedText;
}

/** A change that answers survive: it is listed so that it can be shown before publishing. */
export interface AllowedChange {
  readonly kind: 'wording' | 'new-option' | 'new-item' | 'dropped-item' | 'new-language' | 'option-order' | 'answer-rule' | 'new-part';
  readonly place: string;
  readonly language?: LanguageCode;
  /** The recorded reason of a changed wording. */
  readonly note?: string;
}

export interface GuardResult {
  /** Empty = may be published. */
  readonly problems: readonly GuardProblem[];
  readonly allowed: readonly AllowedChange[];
}

export interface GuardOptions {
  /** Reasons of changed wordings: id of the item, demographic or question → note. */
  readonly wordingNotes?: Readonly<Record<string, string>>;
}

const PROBLEM_OF_CHANGE: Readonly<Partial<Record<VersionChange['code'], GuardCode>>> = {
  'type-changed': 'type-changed',
  'direction-changed': 'type-changed',
  'scale-changed': 'scale-changed',
  'codes-changed': 'scale-changed',
  'code-meaning-changed': 'code-reused',
  'nothing-in-common': 'type-changed',
  'missing-kind-changed': 'option-role-changed',
  'option-role-changed': 'option-role-changed',
  'limit-changed': 'limit-changed',
  'base-changed': 'base-changed',
  'option-removed': 'code-removed',
  'part-removed': 'code-removed',
};

/**
 * Guards a questionnaire that has been answered. Refused: a code removed, reused (no note excuses that a label moved to
 * another code) or moved to another position, a changed type, scale, role, limit or filter, a variable name that changed or served another question, a dropped language, and
 * a wording changed without a note. Allowed and listed: a wording with its note, a new option with a new code at a new
 * position, a new or dropped item (its answers stay), a new language.
 * @param published every version that can have answers, oldest first: a code retired long ago is not free again.
 */
export function guardNewVersion(published: readonly PublishedVersion[], next: PublishedVersion, { wordingNotes = {} }: GuardOptions = {}): GuardResult {
  const newest = published.at(-1);
  if (!newest) return { problems: [], allowed: [] };
  const changes = comparedItems(published, next).flatMap((item) => item.changes.map((change) => judge(change, item.identity, wordingNotes)));
  const comparison = compareVersions(newest, next);
  return {
    problems: withoutRepeats([
      ...changes.flatMap((judged) => ('problem' in judged ? [judged.problem] : [])),
      ...comparison.droppedLanguages.map((language) => problem('language-dropped', `languages.${language}`)),
      ...historyProblems(published, next, wordingNotes),
    ]),
    allowed: [...changes.flatMap((judged) => ('allowed' in judged ? [judged.allowed] : [])), ...allowedAround(comparison)],
  };
}

/** Each item against the last version that had it: an item that was dropped may come back only as it was. */
function comparedItems(published: readonly PublishedVersion[], next: PublishedVersion): readonly ComparedItem[] {
  const seen = new Set<string>();
  return [...published].reverse().flatMap((version) => {
    const { items } = compareVersions(version, next);
    const unseen = items.filter(({ identity }) => !seen.has(JSON.stringify(identity)));
    for (const { identity } of items) seen.add(JSON.stringify(identity));
    return unseen;
  });
}

function judge(
  change: VersionChange,
  identity: ItemIdentity,
  notes: Readonly<Record<string, string>>,
): { readonly problem: GuardProblem } | { readonly allowed: AllowedChange } {
  const code = PROBLEM_OF_CHANGE[change.code];
  if (code) return { problem: problem(code, change.before !== undefined && code === 'code-removed' ? `${change.place} · ${change.before}` : change.place) };
  const language = change.language === undefined ? {} : { language: change.language };
  if (change.code === 'wording-changed' || change.code === 'wording-in-one-version-only') {
    const note = noteOf(identity, notes);
    return note === '' ? { problem: problem('wording-note-missing', change.place) } : { allowed: { kind: 'wording', place: change.place, ...language, note } };
  }
  if (change.code === 'option-added') return { allowed: { kind: 'new-option', place: `${change.place} · ${change.after ?? ''}` } };
  if (change.code === 'part-added') return { allowed: { kind: 'new-part', place: `${change.place} · ${change.after ?? ''}` } };
  return { allowed: { kind: change.code === 'option-order-changed' ? 'option-order' : 'answer-rule', place: change.place } };
}

function noteOf(identity: ItemIdentity, notes: Readonly<Record<string, string>>): string {
  return Object.hasOwn(notes, identity.id) ? (notes[identity.id] ?? '').trim() : '';
}

function allowedAround(comparison: VersionComparison): readonly AllowedChange[] {
  return [
    ...comparison.newItems.map(({ id }) => ({ kind: 'new-item', place: id }) as const),
    ...comparison.droppedItems.map(({ id }) => ({ kind: 'dropped-item', place: id }) as const),
    ...comparison.newLanguages.map((language) => ({ kind: 'new-language', place: `languages.${language}`, language }) as const),
  ];
}

/** What only the whole history shows: names, codes and positions that meant something else at any time. */
function historyProblems(published: readonly PublishedVersion[], next: PublishedVersion, notes: Readonly<Record<string, string>>): readonly GuardProblem[] {
  const codebooks = [...published.map(({ codebook }) => codebook), next.codebook];
  const identities = variableIdentities(codebooks);
  const nextIdentities = identities.at(-1) ?? new Map<string, string>();
  const newestLabels = newestVersionOfCodes(published, identities);
  return published.flatMap(({ codebook }, index) =>
    codebook.variables.flatMap((old) => {
      const identity = identities[index]?.get(old.name);
      const sameName = next.codebook.variables.find((variable) => variable.name === old.name);
      const sameThing = next.codebook.variables.find((variable) => nextIdentities.get(variable.name) === identity);
      return [
        ...(sameName && nextIdentities.get(sameName.name) !== identity && !hasOtherType(old, codebook, sameName, next.codebook) ? [problem('variable-reused', old.name)] : []),
        ...(sameThing && sameThing.name !== old.name ? [problem('variable-renamed', `${old.name} → ${sameThing.name}`)] : []),
        ...(sameThing ? codeProblems(old, sameThing, {
          note: noteOf({ kind: 'item', id: sameThing.itemId ?? sameThing.demographicId ?? sameThing.question }, notes),
          isNewest: (code) => newestLabels.get(`${identity ?? ''} ${code === null ? '' : codeKey(code)}`) === index,
        }) : []),
      ];
    }),
  );
}

/** The same item asked in another way, which is refused as that. */
function hasOtherType(old: Variable, before: Codebook, now: Variable, after: Codebook): boolean {
  const isSameItem = JSON.stringify(itemIdentity(old, before)) === JSON.stringify(itemIdentity(now, after));
  return isSameItem && questionOf(old, before)?.type !== questionOf(now, after)?.type;
}

/** Identity and code → the newest version that had it: an older wording was replaced with a reason that is on record. */
function newestVersionOfCodes(published: readonly PublishedVersion[], identities: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, number> {
  return new Map(
    published.flatMap(({ codebook }, index) =>
      codebook.variables.flatMap(({ name, codes }) => ['', ...codes.map(({ code }) => codeKey(code))].map((key) => [`${identities[index]?.get(name) ?? ''} ${key}`, index] as const)),
    ),
  );
}

interface LabelJudgement {
  readonly note: string;
  /** Whether the older variable, or one of its codes, is the newest there was; null asks for the variable. */
  readonly isNewest: (code: AnswerCode | null) => boolean;
}

function codeProblems(old: Variable, now: Variable, { note, isNewest }: LabelJudgement): readonly GuardProblem[] {
  const place = (code: string | number): string => `${now.name} · ${code}`;
  const isOption = old.part === 'option' || old.part === 'rank';
  const reusedOption = isOption && note === '' && isNewest(null) && sharesNoWord(old.labels, now.labels) ? [problem('code-reused', now.name)] : [];
  return [
    ...reusedOption,
    ...old.codes.flatMap((was) => {
      const is = now.codes.find(({ code }) => codeKey(code) === codeKey(was.code));
      const holder = now.codes.find(({ position }) => position === was.position);
      if (!is) return holder ? [problem('position-changed', place(holder.code))] : [];
      return [
        ...(is.position === was.position ? [] : [problem('position-changed', place(is.code))]),
        ...(note === '' && isNewest(was.code) && sharesNoWord(was.labels, is.labels) ? [problem('code-reused', place(is.code))] : []),
      ];
    }),
  ];
}

function problem(code: GuardCode, place: string): GuardProblem {
  const { why, remedy } = GUARD_SENTENCES[code];
  return { code, place, sentences: why, remedy };
}

function withoutRepeats(problems: readonly GuardProblem[]): readonly GuardProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, place }) => {
    const key = `${code} ${place}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
