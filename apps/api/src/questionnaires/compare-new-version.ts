import type { ItemBank, ItemChange, LocalizedText, NamedQuestion, NewVersionPreview, ProblemDetail, QuestionComparison } from '@stadtteilstimme/domain';
import { type ComparedItem, compareVersions, type GuardProblem, guardNewVersion, type ItemIdentity, type PublishedVersion, type VersionChange } from '@stadtteilstimme/questionnaire';
import { placeOfProblem, questionIdentity, questionPlace } from './guard-places.js';
import type { FrozenContent } from './questionnaire.entity.js';

export interface NewVersionInput {
  /** Every published version, oldest first. */
  readonly published: readonly FrozenContent[];
  readonly next: FrozenContent;
  readonly itemBank: ItemBank;
  /** Whether any of them has been answered: only then the guard applies. */
  readonly hasAnswers: boolean;
}

export type VersionDifferences = Pick<
  NewVersionPreview,
  'questions' | 'newQuestions' | 'droppedQuestions' | 'newLanguages' | 'droppedLanguages' | 'refusals'
>;

/** Stands in for a reason that is still to be written: what it does not settle, no reason can. */
const ANY_NOTE = '…';

/**
 * What a next version would do to the answers there are: every question held against the last version that asked it, and
 * what keeps the version from being published. Compared by item and code, never by position or label.
 */
export function compareNewVersion({ published, next, itemBank, hasAnswers }: NewVersionInput): VersionDifferences {
  const versions = published.map(comparable);
  const after = comparable(next);
  const newest = versions.at(-1);
  if (newest === undefined) return { questions: [], newQuestions: [], droppedQuestions: [], newLanguages: [], droppedLanguages: [], refusals: [] };
  const compared = comparedItems(versions, after);
  const { droppedItems, newLanguages, droppedLanguages } = compareVersions(newest, after);
  const refused = hasAnswers ? guardNewVersion(versions, after, { wordingNotes: notesFor(compared.items) }).problems : [];
  const open = hasAnswers ? guardNewVersion(versions, after).problems : [];
  const noted = new Set(open.filter((problem) => !refused.some((other) => isSame(other, problem))).map((problem) => placeOfProblem(problem.place, [...versions, after]).question));
  const named = questionNames(itemBank);
  return {
    questions: compared.items.map((item) => ({ ...questionComparison(item, named), needsNote: noted.has(questionPlace(item.identity)) })),
    newQuestions: compared.newItems.map(named),
    droppedQuestions: droppedItems.map(named),
    newLanguages,
    droppedLanguages,
    refusals: onceEach(refused.map((problem) => refusalDetail(problem, [...versions, after]))),
  };
}

/** What the guard refuses with these reasons, as places and sentences; empty = may be published. */
export function guardedProblems({ published, next, hasAnswers }: NewVersionInput, wordingNotes: Readonly<Record<string, string>>): readonly ProblemDetail[] {
  if (!hasAnswers) return [];
  const versions = published.map(comparable);
  const after = comparable(next);
  const details = guardNewVersion(versions, after, { wordingNotes }).problems.map((problem) => refusalDetail(problem, [...versions, after]));
  return onceEach(details);
}

function comparable({ codebook, survey, languages }: FrozenContent): PublishedVersion {
  return { codebook, survey, languages: languages.map(({ code }) => code) };
}

/** Each question against the last version that had it, in the order of the new one: a dropped question may come back. */
function comparedItems(versions: readonly PublishedVersion[], after: PublishedVersion): { readonly items: readonly ComparedItem[]; readonly newItems: readonly ItemIdentity[] } {
  const found = new Map<string, ComparedItem>();
  let newItems: readonly ItemIdentity[] = [];
  for (const version of [...versions].reverse()) {
    const comparison = compareVersions(version, after);
    for (const item of comparison.items) if (!found.has(questionPlace(item.identity))) found.set(questionPlace(item.identity), item);
    newItems = comparison.newItems.filter(({ kind, id }) => !found.has(questionPlace({ kind, id })));
  }
  const asked = new Set(after.codebook.variables.map((variable) => questionPlace(questionIdentity(variable))));
  return { items: [...asked].flatMap((place) => found.get(place) ?? []), newItems };
}

function notesFor(items: readonly ComparedItem[]): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ identity }) => [identity.id, ANY_NOTE]));
}

function isSame(one: GuardProblem, other: GuardProblem): boolean {
  return one.code === other.code && one.place === other.place;
}

function questionNames({ items, demographics }: ItemBank): (identity: ItemIdentity) => NamedQuestion {
  const texts = new Map<string, LocalizedText>(
    [...demographics, ...items].map(({ id, wordings }) => [id, Object.fromEntries(Object.entries(wordings).map(([language, { text }]) => [language, text]))]),
  );
  return ({ id }) => ({ id, text: texts.get(id) ?? {} });
}

function questionComparison({ identity, comparability, changes }: ComparedItem, named: (identity: ItemIdentity) => NamedQuestion): Omit<QuestionComparison, 'needsNote'> {
  return { ...named(identity), comparability, changes: withoutRepeats(changes).map(itemChange) };
}

/** Both halves of a pair stand under one statement: its change is one change. */
function withoutRepeats(changes: readonly VersionChange[]): readonly VersionChange[] {
  const key = ({ code, language, before, after, place }: VersionChange): string => JSON.stringify([code, before, after, language ?? place]);
  return changes.filter((change, index) => changes.findIndex((other) => key(other) === key(change)) === index);
}

function itemChange({ effect, statements, language, words }: VersionChange): ItemChange {
  return { effect, sentences: statements, ...(language === undefined ? {} : { language }), ...(words === undefined ? {} : { words }) };
}

function refusalDetail({ code, place, sentences, remedy }: GuardProblem, versions: readonly PublishedVersion[]): ProblemDetail {
  const sentence = (language: string): string => `${sentences[language] ?? ''} ${remedy[language] ?? ''}`;
  return {
    code: code === 'wording-note-missing' ? code : 'new-version-refused',
    place: placeOfProblem(place, versions).place,
    sentences: { de: sentence('de'), en: sentence('en') },
  };
}

/** Several variables of one question are one place. */
function onceEach(details: readonly ProblemDetail[]): readonly ProblemDetail[] {
  const key = ({ code, place, sentences }: ProblemDetail): string => JSON.stringify([code, place, sentences]);
  return details.filter((detail, index) => details.findIndex((other) => key(other) === key(detail)) === index);
}
