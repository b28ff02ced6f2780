import type { Codebook, LocalizedText, Variable } from '@stadtteilstimme/domain';
import { codeKey, isOpenList } from './variable-structure.js';

/** A code, option or row that stands for what another one of the same list stood for. */
export interface ExchangedMeaning {
  /** The code; null where the variable itself is the option or row. */
  readonly code: string | number | null;
  readonly before: string;
  readonly after: string;
}

/** What two codebooks say about the codes of a variable of each. */
export interface CodeMeanings {
  /**
   * Codes that changed their meaning within their list: a label moved from one code to another, in at least one language.
   * Whatever the reason, answers stored under such a code do not say the same. Where the same labels stand under the same
   * codes, in whatever order, nothing is exchanged. The same either way round.
   */
  readonly exchanged: (before: Variable, after: Variable) => readonly ExchangedMeaning[];
  /** Whether the codes stand for the same answers, as far as their labels tell. */
  readonly areSame: (before: Variable, after: Variable) => boolean;
}

/** Prepares the comparison of what codes mean: lists that several variables share (options, rows) are compared once. */
export function codeMeanings(before: Codebook, after: Codebook): CodeMeanings {
  const lists = [siblingLabels(before), siblingLabels(after)] as const;
  const compared = new Map<string, ReadonlyMap<string, Exchanged>>();
  const siblings = (old: Variable, now: Variable): ReadonlyMap<string, Exchanged> => {
    const keys = [listKey(old), listKey(now)] as const;
    const key = JSON.stringify(keys);
    const found = compared.get(key) ?? new Map(exchangedLabels(lists[0].get(keys[0]) ?? NO_LABELS, lists[1].get(keys[1]) ?? NO_LABELS).map((entry) => [entry.key, entry]));
    compared.set(key, found);
    return found;
  };
  const exchanged: CodeMeanings['exchanged'] = (old, now) => {
    const key = siblingKey(old);
    const own = key === null || key !== siblingKey(now) ? undefined : siblings(old, now).get(key);
    return [
      ...(own ? [{ code: null, before: own.before, after: own.after }] : []),
      ...exchangedLabels(codeLabels(old), codeLabels(now)).map((entry) => ({ code: JSON.parse(entry.key) as string | number, before: entry.before, after: entry.after })),
    ];
  };
  return { exchanged, areSame: (old, now) => exchanged(old, now).length === 0 && !haveNoCodeInCommon(old, now) };
}

/** Whether two lists without order have no answer in common that counts as one: then nothing can be compared. */
export function haveNoCodeInCommon(before: Variable, after: Variable): boolean {
  if (!isOpenList(before) || !isOpenList(after)) return false;
  const counted = ({ codes }: Variable): readonly string[] => codes.filter(({ missing }) => missing === null).map(({ code }) => codeKey(code));
  const old = counted(before);
  const now = counted(after);
  return old.length > 0 && now.length > 0 && !old.some((code) => now.includes(code));
}

type Labels = ReadonlyMap<string, LocalizedText>;
const NO_LABELS: Labels = new Map();

function codeLabels({ codes }: Variable): Labels {
  return new Map(codes.map(({ code, labels }) => [codeKey(code), labels]));
}

/** The options of a multiple choice or ranking and the rows of a matrix are variables of one question. */
function siblingLabels({ variables }: Codebook): ReadonlyMap<string, Labels> {
  const lists = new Map<string, Map<string, LocalizedText>>();
  for (const variable of variables) {
    const key = siblingKey(variable);
    if (key === null) continue;
    const list = lists.get(listKey(variable)) ?? new Map<string, LocalizedText>();
    lists.set(listKey(variable), list.set(key, variable.labels));
  }
  return lists;
}

function listKey({ question, part }: Variable): string {
  return `${part} ${question}`;
}

function siblingKey({ option, row, part }: Variable): string | null {
  if (part === 'option' || part === 'rank') return option?.code ?? null;
  return row ?? null;
}

interface Exchanged {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

function exchangedLabels(before: Labels, after: Labels): readonly Exchanged[] {
  const languages = [...new Set([...after.values()].flatMap((labels) => Object.keys(labels)))];
  const found = new Map<string, Exchanged>();
  for (const language of languages) {
    const old = wordsIn(before, language);
    const now = wordsIn(after, language);
    for (const key of [...movedLabels(old, now), ...movedLabels(now, old)]) {
      if (!found.has(key)) found.set(key, { key, before: before.get(key)?.[language] ?? '', after: after.get(key)?.[language] ?? '' });
    }
  }
  return [...after.keys()].flatMap((key) => found.get(key) ?? []);
}

function wordsIn(labels: Labels, language: string): ReadonlyMap<string, string> {
  return new Map([...labels].flatMap(([key, label]) => (Object.hasOwn(label, language) ? [[key, wordsOf(label[language] ?? '').join(' ')] as const] : [])));
}

/** Codes of both that have another label than before, one that another code had and has no more. */
function movedLabels(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const left = new Set([...before].filter(([key, label]) => label !== '' && after.get(key) !== label).map(([, label]) => label));
  return [...after].filter(([key, label]) => before.has(key) && before.get(key) !== label && left.has(label)).map(([key]) => key);
}

function sharedLanguages(before: LocalizedText, after: LocalizedText): readonly string[] {
  return Object.keys(before).filter((language) => Object.hasOwn(after, language));
}

/** The words of a label in lower case, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Two labels without one word in common in any language both have: most likely another meaning. */
export function sharesNoWord(before: LocalizedText, after: LocalizedText): boolean {
  const languages = sharedLanguages(before, after);
  return (
    languages.length > 0 &&
    languages.every((language) => {
      const words = new Set(wordsOf(before[language] ?? ''));
      return words.size > 0 && !wordsOf(after[language] ?? '').some((word) => words.has(word));
    })
  );
}
