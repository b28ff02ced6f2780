import { isReviewed } from '@stadtteilstimme/domain';
import type { LanguageCode, LocalizedText, WordingState } from '@stadtteilstimme/domain';
import { comparePlaceholders } from '../../parity/check-parity.js';
import { paritySentences } from '../../parity/parity-sentences.js';
import { placeholdersOf } from '../../parity/placeholders.js';
import type { TranslatableText } from '../../parity/translatable-text.js';
import { JUDGEMENT_SENTENCES } from './judgement-sentences.js';
import type { JudgementCode } from './judgement-sentences.js';
import type { TranslationFile, TranslationRow } from './translation-row.js';

/** `taken`: new or changed · `unchanged`: as it is today · `empty`: not translated, today's text stays · `refused`: see the problems. */
export type TranslationOutcome = 'taken' | 'unchanged' | 'empty' | 'refused';

/** One thing said about one row; a `problem` refuses the whole file, a `hint` does not. */
export interface TranslationFinding {
  readonly code: JudgementCode | 'placeholder-missing' | 'placeholder-unknown' | 'select-form-differs' | 'message-broken';
  readonly level: 'problem' | 'hint';
  readonly sentences: LocalizedText;
}

/** What becomes of one row of the file. */
export interface JudgedTranslation {
  readonly place: string;
  readonly key: string;
  readonly outcome: TranslationOutcome;
  readonly findings: readonly TranslationFinding[];
  /** What the translator wrote to us. */
  readonly note: string;
}

export interface TranslationUpdate {
  readonly text: string;
  readonly state: WordingState;
}

export interface TranslationJudgement {
  /** False: some row has a problem and `updates` is empty, so that nothing half-checked is stored. */
  readonly ok: boolean;
  readonly language: LanguageCode;
  readonly rows: readonly JudgedTranslation[];
  /** Key → text and state to store; only rows that were taken. */
  readonly updates: ReadonlyMap<string, TranslationUpdate>;
  /** Texts of today that the file does not have. */
  readonly missingKeys: readonly string[];
}

/**
 * Holds a translation file against the texts of today, row by row. Refused: unknown or repeated keys, a source text
 * that is not today's (somebody changed it since the file was written), placeholders that differ, messages that cannot
 * be read, unknown states, another language than expected. With one refused row nothing is taken at all. An empty
 * translation takes nothing away, nor does one that is only translated in part, or one that is the source text word for word
 * unless the file says that it is meant so. A changed text can be at most `reviewed`: no file can say that a test group
 * saw it. Programs may change the Unicode form of keys and texts; texts are stored in NFC.
 */
export function judgeTranslations(
  file: TranslationFile,
  texts: readonly TranslatableText[],
  expected: { readonly source?: LanguageCode; readonly target: LanguageCode },
): TranslationJudgement {
  const { source = 'de', target } = expected;
  const wrongLanguage = !sameLanguage(file.source, source) || !sameLanguage(file.target, target);
  const known = textsByKey(texts);
  const seen = new Set<string>();
  const updates = new Map<string, TranslationUpdate>();
  const rows = file.rows.map((row): JudgedTranslation => {
    const entry = known.get(row.key) ?? known.get(words(row.key));
    const key = entry?.key ?? row.key;
    const repeated = seen.has(key);
    seen.add(key);
    const judged = entry ? judgeRow(row, entry, source, target) : { outcome: 'refused' as const, findings: [finding('key-unknown')] };
    const findings = [...(wrongLanguage ? [finding('language-differs')] : []), ...(repeated ? [finding('key-repeated')] : []), ...judged.findings];
    const isRefused = findings.some(({ level }) => level === 'problem');
    if (!isRefused && judged.outcome === 'taken' && judged.update) updates.set(key, judged.update);
    return { place: row.place, key, outcome: isRefused ? 'refused' : judged.outcome, findings, note: row.note };
  });
  const ok = !wrongLanguage && rows.every(({ outcome }) => outcome !== 'refused');
  return {
    ok,
    language: target,
    rows,
    updates: ok ? updates : new Map(),
    missingKeys: texts.filter((entry) => own(entry, source) !== '' && !seen.has(entry.key)).map(({ key }) => key),
  };
}

/** The texts by their keys, and by what programs may make of a key on the way; an exact key goes before another's changed one. */
function textsByKey(texts: readonly TranslatableText[]): ReadonlyMap<string, TranslatableText> {
  return new Map([...texts.map((entry) => [words(entry.key), entry] as const), ...texts.map((entry) => [entry.key, entry] as const)]);
}

interface JudgedRow {
  readonly outcome: TranslationOutcome;
  readonly findings: readonly TranslationFinding[];
  readonly update?: TranslationUpdate;
}

function judgeRow(row: TranslationRow, entry: TranslatableText, source: LanguageCode, target: LanguageCode): JudgedRow {
  const stale = sameWords(row.source, own(entry, source)) ? [] : [finding('source-changed')];
  if (row.target.trim() === '') return { outcome: 'empty', findings: stale };
  if (row.isPartial === true) return { outcome: 'empty', findings: [...stale, finding('translation-partial')] };
  const text = writtenText(row.target, own(entry, source));
  const stateProblem = row.unknownState === undefined ? [] : [finding('state-unknown')];
  const held = own(entry, target);
  const isSame = sameText(text, held);
  const heldState = entry.states[target] ?? null;
  if (!isSame && isCopyOfSource(row, entry, source, held)) return { outcome: 'empty', findings: [...stale, ...stateProblem, finding('same-as-source')] };
  // A file that says nothing about the state leaves it as it is, or calls a new text a draft.
  const said = row.state ?? (isSame ? heldState : 'draft');
  const isClaimed = said === 'approved-by-test-group' && !(isSame && heldState === said);
  const state = isClaimed ? 'reviewed' : (said ?? 'draft');
  const findings = [...stale, ...stateProblem, ...textFindings(text, entry, source, target), ...(isClaimed ? [finding('approval-not-taken')] : [])];
  if (isSame && (row.state === null || state === heldState || Object.keys(entry.states).length === 0)) return { outcome: 'unchanged', findings };
  const lowered = isSame && heldState !== null && isReviewed(heldState) && !isReviewed(state) ? [finding('state-lowered')] : [];
  return { outcome: 'taken', findings: [...findings, ...lowered], update: { text, state } };
}

/** The text in NFC; line breaks that a program put around it go unless the source has some too. */
function writtenText(target: string, source: string): string {
  const text = target.normalize('NFC');
  return source === source.trim() ? text.trim() : text;
}

/**
 * Programs fill what nobody has translated with the source. Where words are the same in both languages, the file has to name a
 * state, and that somebody reviewed it where a translation would be lost.
 */
function isCopyOfSource({ state, target: text }: TranslationRow, entry: TranslatableText, source: LanguageCode, held: string): boolean {
  const isSaid = state !== null && (held === '' || isReviewed(state));
  const hasWords = /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}/g, ''));
  return !isSaid && entry.sameInAllLanguages !== true && hasWords && sameText(text, own(entry, source));
}

/** Tags of languages are the same in any case (RFC 5646, section 2.1.1). */
function sameLanguage(one: LanguageCode, other: LanguageCode): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function textFindings(text: string, entry: TranslatableText, source: LanguageCode, target: LanguageCode): readonly TranslationFinding[] {
  if (placeholdersOf(text, entry.format, target).isBroken) {
    return [{ code: 'message-broken', level: 'problem', sentences: paritySentences('message-broken', target) }];
  }
  return comparePlaceholders(own(entry, source), text, entry.format, source, target).flatMap(({ code, what }) =>
    code === 'placeholder-missing' || code === 'placeholder-unknown' || code === 'select-form-differs'
      ? [{ code, level: 'problem' as const, sentences: paritySentences(code, target, what) }]
      : [],
  );
}

function finding(code: JudgementCode): TranslationFinding {
  const { level, de, en } = JUDGEMENT_SENTENCES[code];
  return { code, level, sentences: { de, en } };
}

/** White space and control characters are what spreadsheets lose; words are what a translation was made from. */
function sameWords(one: string, other: string): boolean {
  return words(one) === words(other);
}

function words(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\p{Cc}\p{Cs}\uFFFD]+/gu, ' ').trim();
}

/** Programs change line ends and the Unicode form on the way; nobody changed the words then. */
function sameText(one: string, other: string): boolean {
  const normal = (value: string): string => value.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return normal(one) === normal(other);
}

function own({ texts }: TranslatableText, language: LanguageCode): string {
  return Object.hasOwn(texts, language) ? (texts[language] ?? '') : '';
}
