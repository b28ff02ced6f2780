import type { LanguageCode } from '@stadtteilstimme/domain';
import { PLAIN_PLACEHOLDER } from '../../parity/placeholders.js';
import type { TranslatableText } from '../../parity/translatable-text.js';
import { isRightToLeft } from '../table/label-language.js';
import { element, isXmlText, text, xmlDocument } from '../xml/write-xml.js';
import type { Xml } from '../xml/write-xml.js';
import { xliffState } from './wording-states.js';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

export interface TranslationXliffInput {
  /** What is translated, for example the slug of a questionnaire; shown to translators. */
  readonly original: string;
  readonly texts: readonly TranslatableText[];
  /** Language that is translated from; default `de`. */
  readonly source?: LanguageCode;
  readonly target: LanguageCode;
}

const ICU_NOTE =
  'ICU-Text: Namen in geschweiften Klammern und Wörter wie „plural“, „one“, „other“ bleiben stehen; übersetzt wird nur, was dazwischen steht.';

/**
 * The texts of one target language as XLIFF 2.0 (OASIS Standard, 5 August 2014): one unit per text whose source exists,
 * `name` is its key; notes say where it stands; placeholders of plain texts are `ph` with original data, so that no
 * program can lose them unseen; ICU messages stay text with a note, because words inside their forms are translated.
 * The state stands in `state` and, exactly, in `subState`. White space is kept; characters XML cannot hold are `cp`.
 */
export function translationXliff({ original, texts, source = 'de', target }: TranslationXliffInput): string {
  const units = texts.filter((entry) => ownText(entry, source) !== '').map((entry) => unit(entry, source, target));
  const direction = (language: LanguageCode): 'rtl' | 'ltr' => (isRightToLeft(language) ? 'rtl' : 'ltr');
  const attributes = { id: 'texts', original, canResegment: 'no', srcDir: direction(source), trgDir: direction(target), 'xml:space': 'preserve' };
  // A file must hold a unit or a group; without texts there is an empty group.
  const content = units.length > 0 ? units : [element('group', { id: 'none' })];
  return xmlDocument(element('xliff', { xmlns: NAMESPACE, version: '2.0', srcLang: source, trgLang: target }, element('file', attributes, ...content)));
}

function unit(entry: TranslatableText, source: LanguageCode, target: LanguageCode): Xml {
  const codes = new PlaceholderCodes();
  const sourceParts = inline(ownText(entry, source), entry, codes.ofSource());
  const targetText = ownText(entry, target);
  const targetParts = inline(targetText, entry, codes.ofTarget());
  const notes = [
    element('note', { category: 'location' }, text(`${entry.place['de'] ?? ''} / ${entry.place['en'] ?? ''}`)),
    ...(entry.format === 'icu' ? [element('note', { category: 'instruction' }, text(ICU_NOTE))] : []),
  ];
  const { state, subState } = targetText === '' ? { state: 'initial', subState: null } : xliffState(entry.states[target] ?? null);
  return element(
    'unit',
    { id: unitId(entry.key), name: entry.key },
    element('notes', {}, ...notes),
    ...codes.originalData(),
    element('segment', { state, subState }, element('source', {}, ...sourceParts), ...(targetText === '' ? [] : [element('target', {}, ...targetParts)])),
  );
}

/** Unit ids are NMTOKENs: letters, digits, `.`, `-`, `_`; anything else as `:HEX:`, so that different keys stay different. */
function unitId(key: string): string {
  return key.replaceAll(/[^A-Za-z0-9._-]/gu, (character) => `:${(character.codePointAt(0) ?? 0).toString(16)}:`);
}

/** Numbers the placeholders of a unit: one that stands in source and target has the same id in both. */
class PlaceholderCodes {
  private readonly data: string[] = [];
  private readonly free: { readonly id: number; readonly data: string }[] = [];
  private count = 0;

  ofSource(): (placeholder: string) => Xml {
    return (placeholder) => {
      this.count += 1;
      this.free.push({ id: this.count, data: placeholder });
      return this.code(this.count, placeholder);
    };
  }

  ofTarget(): (placeholder: string) => Xml {
    return (placeholder) => {
      const at = this.free.findIndex(({ data }) => data === placeholder);
      const [same] = at < 0 ? [] : this.free.splice(at, 1);
      if (!same) this.count += 1;
      return this.code(same?.id ?? this.count, placeholder);
    };
  }

  originalData(): readonly Xml[] {
    if (this.data.length === 0) return [];
    return [element('originalData', {}, ...this.data.map((data, index) => element('data', { id: `d${index + 1}` }, ...characters(data))))];
  }

  private code(id: number, placeholder: string): Xml {
    if (!this.data.includes(placeholder)) this.data.push(placeholder);
    return element('ph', { id: `p${id}`, disp: placeholder, dataRef: `d${this.data.indexOf(placeholder) + 1}` });
  }
}

function inline(value: string, { format }: TranslatableText, code: (placeholder: string) => Xml): readonly Xml[] {
  if (format === 'icu') return characters(value);
  const parts: Xml[] = [];
  let at = 0;
  for (const match of value.matchAll(PLAIN_PLACEHOLDER)) {
    parts.push(...characters(value.slice(at, match.index)), code(match[0]));
    at = match.index + match[0].length;
  }
  return [...parts, ...characters(value.slice(at))];
}

/** Text with characters that XML cannot hold as code points. */
function characters(value: string): readonly Xml[] {
  if (isXmlText(value)) return value === '' ? [] : [text(value)];
  return Array.from(value, (character) =>
    isXmlText(character) ? text(character) : element('cp', { hex: (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0') }),
  );
}

function ownText({ texts }: TranslatableText, language: LanguageCode): string {
  return Object.hasOwn(texts, language) ? (texts[language] ?? '') : '';
}
