import type { LanguageCode } from '@stadtteilstimme/domain';
import type { ReportBuilder } from './import-report.js';

/** Foreign codes and names that mean one of our languages. Easy and informal German have no tag of their own elsewhere. */
const KNOWN: Readonly<Record<string, LanguageCode>> = {
  'de-informal': 'de',
  'de-easy': 'de-simple',
  'de-x-easy': 'de-simple',
  'de-leicht': 'de-simple',
  'de-de': 'de',
  'de-at': 'de',
  'de-ch': 'de',
  prs: 'fa',
  kmr: 'ku',
  deutsch: 'de',
  german: 'de',
  'leichte sprache': 'de-simple',
  'einfache sprache': 'de-simple',
  english: 'en',
  englisch: 'en',
  arabic: 'ar',
  arabisch: 'ar',
  العربية: 'ar',
  persian: 'fa',
  farsi: 'fa',
  dari: 'fa',
  persisch: 'fa',
  kurdish: 'ku',
  kurmanji: 'ku',
  kurmancî: 'ku',
  kurdisch: 'ku',
  ukrainian: 'uk',
  ukrainisch: 'uk',
  українська: 'uk',
  russian: 'ru',
  russisch: 'ru',
  русский: 'ru',
  turkish: 'tr',
  türkisch: 'tr',
  türkçe: 'tr',
  polish: 'pl',
  polnisch: 'pl',
  polski: 'pl',
  french: 'fr',
  français: 'fr',
  französisch: 'fr',
  spanish: 'es',
  español: 'es',
};

/** BCP 47 in the shapes that occur: `de`, `pt-BR`, `zh-Hans`, `de-simple`. */
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** More languages than any questionnaire has. */
const MOST_LANGUAGES = 50;

/** Which of our languages a foreign one is; each of ours is given away once. */
export interface LanguageMap {
  /** Ours in the order of the file. */
  readonly languages: readonly LanguageCode[];
  /** Null where the texts of that language are left out. */
  readonly ours: (foreign: string) => LanguageCode | null;
}

/**
 * Maps the languages of a file to our codes and reports every one that is called differently here. When two become the same
 * (`de` and `de-informal`) the exact one is kept, else the first.
 */
export function languageMap(foreign: readonly string[], report: ReportBuilder): LanguageMap {
  if (foreign.length > MOST_LANGUAGES) report.leftOut('languages', 'setting-not-offered', { was: `> ${MOST_LANGUAGES}` });
  const wanted = foreign.slice(0, MOST_LANGUAGES).map((name) => ({ name, code: codeOf(name) }));
  const holders = new Map<LanguageCode, string>();
  for (const { name, code } of wanted) if (code !== null && states(name, code)) holders.set(code, name);
  for (const { name, code } of wanted) if (code !== null && !holders.has(code)) holders.set(code, name);
  const taken = new Map<string, LanguageCode>();
  for (const { name, code } of wanted) {
    const place = `language ${name}`;
    if (code === null) report.leftOut(place, 'language-unknown', { was: name });
    else if (holders.get(code) !== name) report.leftOut(place, 'language-left-out', { was: name, now: code });
    else {
      taken.set(name, code);
      if (states(name, code)) report.taken(place, null);
      else report.changed(place, code === 'de-simple' ? 'easy-language-changed' : 'language-changed', { was: name, now: code });
    }
  }
  return { languages: [...new Set(taken.values())], ours: (name) => taken.get(name) ?? null };
}

/** The file itself says the tag: `de`, `Deutsch (de)`. */
function states(foreign: string, code: LanguageCode): boolean {
  return foreign === code || foreign.endsWith(`(${code})`);
}

/** Our code of a tag, of a name, or of `Name (tag)` as XLSForm writes it. */
function codeOf(foreign: string): LanguageCode | null {
  const name = foreign.trim();
  const inBrackets = /\(([A-Za-z0-9-]{2,17})\)\s*$/.exec(name)?.[1];
  const tag = (inBrackets ?? name).replaceAll('_', '-');
  const lower = tag.toLowerCase();
  if (Object.hasOwn(KNOWN, lower)) return KNOWN[lower] ?? null;
  const withoutTag = name.replace(/\s*\([^)]*\)\s*$/, '').toLowerCase();
  const [primary = '', ...rest] = tag.split('-');
  const canonical = [primary.toLowerCase(), ...rest].join('-');
  if (TAG.test(canonical) && isWritten(canonical)) return canonical;
  return Object.hasOwn(KNOWN, withoutTag) ? (KNOWN[withoutTag] ?? null) : null;
}

/** A tag the platform knows how to show; `xyz-123456789` or `default` is none. */
function isWritten(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
