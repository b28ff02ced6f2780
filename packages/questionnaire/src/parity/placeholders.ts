import type { LanguageCode } from '@stadtteilstimme/domain';
import { IntlMessageFormat } from 'intl-messageformat';
import type { TextFormat } from './translatable-text.js';

/** The syntax tree intl-messageformat reads an ICU message into. */
type IcuElement = ReturnType<IntlMessageFormat['getAst']>[number];

/** Numbers of the element kinds in that tree (ICU MessageFormat parser of FormatJS). */
const ICU = { argument: 1, number: 2, date: 3, time: 4, select: 5 } as const;

/** Kinds that are one value, with the word that tells them apart. */
const SIMPLE_KINDS: ReadonlyMap<number, string> = new Map([
  [ICU.argument, ''],
  [ICU.number, ' number'],
  [ICU.date, ' date'],
  [ICU.time, ' time'],
]);

/** What stands in braces in a text. */
export interface Placeholders {
  /** The text is no valid ICU message: nothing else is known about it. */
  readonly isBroken: boolean;
  /** Each with its kind, for example `name`, `months plural`; sorted. A plain text repeats a placeholder as often as it stands there. */
  readonly names: readonly string[];
  /** Argument → forms of a `select`, sorted. */
  readonly selectors: ReadonlyMap<string, readonly string[]>;
  /** Argument → forms of a `plural`, for example `one`, `other`, `=0`. */
  readonly plurals: ReadonlyMap<string, readonly string[]>;
  /** Argument → forms of a `selectordinal` (1st, 2nd, …). */
  readonly ordinals: ReadonlyMap<string, readonly string[]>;
}

const NONE: Placeholders = { isBroken: false, names: [], selectors: new Map(), plurals: new Map(), ordinals: new Map() };

/** Braces of a plain text with what stands between them: `{name}`. */
export const PLAIN_PLACEHOLDER = /\{[^{}]*\}/g;

/** Reads the placeholders of a text. ICU messages are parsed; the language decides nothing but the parser's locale. */
export function placeholdersOf(text: string, format: TextFormat, language: LanguageCode): Placeholders {
  if (format === 'plain') return { ...NONE, names: (text.match(PLAIN_PLACEHOLDER) ?? []).map((found) => found.slice(1, -1).trim()).sort() };
  try {
    const found = { names: new Set<string>(), selectors: new Map<string, readonly string[]>(), plurals: new Map<string, readonly string[]>(), ordinals: new Map<string, readonly string[]>() };
    collect(new IntlMessageFormat(text, knownLocale(language), undefined, { ignoreTag: true }).getAst(), found);
    return { isBroken: false, names: [...found.names].sort(), selectors: found.selectors, plurals: found.plurals, ordinals: found.ordinals };
  } catch {
    return { ...NONE, isBroken: true };
  }
}

/** Plural forms a language needs (Unicode CLDR, as the platform knows it), for example six for Arabic; other ones for 1st, 2nd, … */
export function pluralForms(language: LanguageCode, type: 'cardinal' | 'ordinal' = 'cardinal'): readonly string[] {
  return new Intl.PluralRules(knownLocale(language), { type }).resolvedOptions().pluralCategories;
}

/** `de-simple` is no registered tag; its language is German. */
function knownLocale(language: LanguageCode): string {
  const base = language.split('-')[0] ?? '';
  try {
    return Intl.getCanonicalLocales(base)[0] ?? 'de';
  } catch {
    return 'de';
  }
}

interface Collected {
  readonly names: Set<string>;
  readonly selectors: Map<string, readonly string[]>;
  readonly plurals: Map<string, readonly string[]>;
  readonly ordinals: Map<string, readonly string[]>;
}

function collect(elements: readonly IcuElement[], found: Collected): void {
  for (const element of elements) {
    const kind: number = element.type;
    const simple = SIMPLE_KINDS.get(kind);
    if (simple !== undefined && 'value' in element) found.names.add(`${element.value}${simple}`);
    else if ('options' in element) {
      const isOrdinal = 'pluralType' in element && element.pluralType === 'ordinal';
      found.names.add(`${element.value} ${kind === ICU.select ? 'select' : isOrdinal ? 'selectordinal' : 'plural'}`);
      const forms = kind === ICU.select ? found.selectors : isOrdinal ? found.ordinals : found.plurals;
      forms.set(element.value, [...new Set([...(forms.get(element.value) ?? []), ...Object.keys(element.options)])].sort());
      for (const option of Object.values(element.options)) collect(option.value, found);
    }
  }
}
