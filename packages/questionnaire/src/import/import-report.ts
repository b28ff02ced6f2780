import { IMPORT_REASONS, type ImportReasonCode } from './import-reasons.js';

/** `taken`: as it was · `changed`: there, but not as it was · `left-out`: not there. */
export type ImportOutcome = 'taken' | 'changed' | 'left-out';

/** What became of one thing of the foreign file. */
export interface ImportEntry {
  /** Where it stands in the file: a question's code, `Q1.random_order`, `survey!5` (sheet and row). */
  readonly place: string;
  readonly outcome: ImportOutcome;
  readonly reason: ImportReasonCode;
  /** The reason in words, German and English. */
  readonly de: string;
  readonly en: string;
  /** The foreign format's own word for its type; null where it has none. */
  readonly originalType: string | null;
  /** What it was and what it is now, where the two can be named. */
  readonly was?: string;
  readonly now?: string;
}

/** Everything that an import did. Entries of one place stand in the order in which they were found. */
export interface ImportReport {
  readonly entries: readonly ImportEntry[];
}

/** What an entry may say beside its reason. */
export interface EntryFacts {
  readonly type?: string | null;
  readonly was?: string;
  readonly now?: string;
  readonly detail?: string;
}

/** Longest quotation of the file in an entry, in UTF-16 code units. */
const LONGEST_QUOTE = 300;

/** More entries than anybody reads; what follows is only counted, in an entry behind them. */
const MOST_ENTRIES = 20_000;

/** Collects the entries of one import; the same entry counts once. */
export class ReportBuilder {
  readonly #entries = new Map<string, ImportEntry>();
  #notListed = 0;

  get report(): ImportReport {
    const entries = [...this.#entries.values()];
    if (this.#notListed === 0) return { entries };
    const was = String(this.#notListed);
    return { entries: [...entries, entryOf('left-out', 'report', 'entries-not-listed', { was })] };
  }

  taken(place: string, type: string | null): void {
    this.add('taken', place, 'taken', { type });
  }

  changed(place: string, reason: ImportReasonCode, facts: EntryFacts = {}): void {
    this.add('changed', place, reason, facts);
  }

  leftOut(place: string, reason: ImportReasonCode, facts: EntryFacts = {}): void {
    this.add('left-out', place, reason, facts);
  }

  private add(outcome: ImportOutcome, rawPlace: string, reason: ImportReasonCode, facts: EntryFacts): void {
    const entry = entryOf(outcome, quotable(rawPlace), reason, facts);
    const key = JSON.stringify([entry.place, outcome, reason, entry.was, entry.now]);
    if (this.#entries.has(key)) return;
    if (this.#entries.size < MOST_ENTRIES) this.#entries.set(key, entry);
    else this.#notListed += 1;
  }
}

function entryOf(outcome: ImportOutcome, place: string, reason: ImportReasonCode, facts: EntryFacts): ImportEntry {
  const was = facts.was === undefined ? undefined : quotable(facts.was);
  const now = facts.now === undefined ? undefined : quotable(facts.now);
  const fill = (sentence: string): string =>
    sentence
      .replaceAll('{was}', () => was ?? '')
      .replaceAll('{now}', () => now ?? '')
      .replaceAll('{detail}', () => quotable(facts.detail ?? ''));
  const { de, en } = IMPORT_REASONS[reason];
  return {
    place,
    outcome,
    reason,
    de: fill(de),
    en: fill(en),
    originalType: facts.type === undefined || facts.type === null ? null : quotable(facts.type),
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
  };
}

/** Words of the file, safe to show: no control or direction characters, not endless. */
export function quotable(text: string): string {
  const clean = text.slice(0, LONGEST_QUOTE + 1).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
  return clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean;
}
