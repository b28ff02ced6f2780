import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { hasOpenDirection, markupOf } from './markup.js';
import { addressesIn, numbersIn, withoutAddresses } from './number-words.js';
import { PARITY_LEVELS, paritySentences } from './parity-sentences.js';
import type { ParityCode } from './parity-sentences.js';
import { placeholdersOf, pluralForms } from './placeholders.js';
import type { Placeholders } from './placeholders.js';
import { textFingerprint } from './text-fingerprint.js';
import type { TranslatableText } from './translatable-text.js';

/** One thing about one wording that a person should correct (`problem`) or look at (`hint`). */
export interface ParityFinding {
  readonly code: ParityCode;
  readonly level: 'problem' | 'hint';
  /** Key of the text. */
  readonly key: string;
  readonly language: LanguageCode;
  readonly place: LocalizedText;
  readonly sentences: LocalizedText;
}

export interface ParityInput {
  readonly texts: readonly TranslatableText[];
  readonly languages: readonly LanguageCode[];
  /** Language the others were translated from; default `de`. */
  readonly source?: LanguageCode;
  /** Text key → language → fingerprint (`textFingerprint`) of the source text that was translated; what is unknown is not judged. */
  readonly translatedFrom?: ReadonlyMap<string, Readonly<Record<LanguageCode, string>>>;
}

/**
 * Holds every wording against its source: nothing missing, the same placeholders, all plural forms, nothing stale, and
 * suspicions (equal to the source, spaces at the edges, other numbers, addresses or tags, open tags and marks of direction). A text missing in every language
 * is no finding. The findings come in the order of the texts.
 */
export function checkParity({ texts, languages, source = 'de', translatedFrom }: ParityInput): readonly ParityFinding[] {
  return texts.flatMap((text) => {
    const sourceText = ownText(text.texts, source);
    if (languages.every((language) => ownText(text.texts, language).trim() === '')) return [];
    return languages.flatMap((language) => {
      const fingerprint = translatedFrom?.get(text.key)?.[language];
      return wordingFindings(text, language, { source, sourceText, fingerprint }).map(({ code, what }) => ({
        code,
        level: PARITY_LEVELS[code],
        key: text.key,
        language,
        place: text.place,
        sentences: paritySentences(code, language, what),
      }));
    });
  });
}

interface Found {
  readonly code: ParityCode;
  readonly what?: string;
}

interface SourceSide {
  readonly source: LanguageCode;
  readonly sourceText: string;
  readonly fingerprint: string | undefined;
}

function wordingFindings(text: TranslatableText, language: LanguageCode, side: SourceSide): readonly Found[] {
  const own = ownText(text.texts, language);
  const isSource = language === side.source;
  if (own.trim() === '') return [{ code: isSource ? 'source-missing' : 'text-missing' }];
  const placeholders = placeholdersOf(own, text.format, language);
  const { unbalanced } = markupOf(own);
  const alone: readonly Found[] = [
    ...(own === own.trim() ? [] : [{ code: 'edge-space' } as const]),
    ...(placeholders.isBroken ? [{ code: 'message-broken' } as const] : missingPlurals(placeholders, language)),
    ...(unbalanced === null ? [] : [{ code: 'markup-unbalanced', what: unbalanced } as const]),
    ...(hasOpenDirection(own) ? [{ code: 'direction-open' } as const] : []),
  ];
  if (isSource || side.sourceText.trim() === '') return alone;
  return [...alone, ...comparedWithSource(text, own, language, side)];
}

function comparedWithSource(text: TranslatableText, own: string, language: LanguageCode, { source, sourceText, fingerprint }: SourceSide): readonly Found[] {
  const isStale = fingerprint !== undefined && fingerprint !== textFingerprint(sourceText);
  const isSame = own.trim() === sourceText.trim() && !text.sameInAllLanguages && /\p{L}{2}/u.test(own) && baseLanguage(language) !== baseLanguage(source);
  return [
    ...comparePlaceholders(sourceText, own, text.format, source, language),
    ...(isStale ? [{ code: 'translation-stale' } as const] : []),
    ...(isSame ? [{ code: 'same-as-source' } as const] : []),
    ...compareLists('numbers-differ', numbersIn(withoutAddresses(sourceText)), numbersIn(withoutAddresses(own))),
    ...compareLists('addresses-differ', addressesIn(sourceText), addressesIn(own)),
    ...compareLists('markup-differs', markupOf(sourceText).tags, markupOf(own).tags),
  ];
}

/**
 * Placeholders of a translation beside those of its source: missing, unknown, other cases of a `select`.
 * Nothing is said where one of the two cannot be read.
 */
export function comparePlaceholders(
  sourceText: string,
  own: string,
  format: TranslatableText['format'],
  source: LanguageCode,
  language: LanguageCode,
): readonly Found[] {
  const wanted = placeholdersOf(sourceText, format, source);
  const found = placeholdersOf(own, format, language);
  if (wanted.isBroken || found.isBroken) return [];
  const selectorsDiffer = [...wanted.selectors].filter(([name, forms]) => {
    const own = found.selectors.get(name);
    return own !== undefined && forms.join() !== own.join();
  });
  return [
    ...withoutEach(wanted.names, found.names).map((what) => ({ code: 'placeholder-missing', what }) as const),
    ...withoutEach(found.names, wanted.names).map((what) => ({ code: 'placeholder-unknown', what }) as const),
    ...selectorsDiffer.map(([what]) => ({ code: 'select-form-differs', what }) as const),
  ];
}

function missingPlurals({ plurals, ordinals }: Placeholders, language: LanguageCode): readonly Found[] {
  const missing = (given: ReadonlyMap<string, readonly string[]>, needed: readonly string[]): readonly string[] =>
    [...given.values()].flatMap((forms) => needed.filter((form) => !forms.includes(form)));
  return [...missing(plurals, pluralForms(language)), ...missing(ordinals, pluralForms(language, 'ordinal'))].map((what) => ({ code: 'plural-form-missing', what }) as const);
}

function compareLists(code: ParityCode, wanted: readonly string[], found: readonly string[]): readonly Found[] {
  const differing = [...withoutEach(wanted, found), ...withoutEach(found, wanted)];
  return differing.length === 0 ? [] : [{ code, what: [...new Set(differing)].join(', ') }];
}

/** What is left of a list when each entry of another takes one of its own kind away. */
function withoutEach(list: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

function ownText(texts: LocalizedText, language: LanguageCode): string {
  return Object.hasOwn(texts, language) ? (texts[language] ?? '') : '';
}

function baseLanguage(language: LanguageCode): string {
  return language.split('-')[0] ?? language;
}

/** An answer option as one language version lists it. */
export interface ListedOption {
  readonly code: string | number;
}

/**
 * Options of one question as written down per language (for example in files with one sheet per language): the same
 * codes in the same order as in the source language.
 */
export function checkOptionParity(
  key: string,
  lists: Readonly<Record<LanguageCode, readonly ListedOption[]>>,
  source: LanguageCode = 'de',
): readonly ParityFinding[] {
  const codesOf = (language: LanguageCode): readonly string[] => (lists[language] ?? []).map(({ code }) => String(code));
  const wanted = codesOf(source);
  const finding = (code: ParityCode, language: LanguageCode, what = ''): ParityFinding => ({
    code,
    level: PARITY_LEVELS[code],
    key,
    language,
    place: { de: key, en: key },
    sentences: paritySentences(code, language, what),
  });
  return Object.keys(lists).filter((language) => language !== source).flatMap((language) => {
    const found = codesOf(language);
    const missing = withoutEach(wanted, found);
    const unknown = withoutEach(found, wanted);
    const isReordered = missing.length === 0 && unknown.length === 0 && found.join('\n') !== wanted.join('\n');
    return [
      ...missing.map((what) => finding('option-missing', language, what)),
      ...unknown.map((what) => finding('option-unknown', language, what)),
      ...(isReordered ? [finding('option-order-differs', language)] : []),
    ];
  });
}
