import { wordingStateOfXliff } from '../../export/translation/wording-states.js';
import { childElement, childElements, readXml, textOf } from '../../files/read-xml.js';
import type { XmlElement } from '../../files/read-xml.js';
import { NotATranslationFile } from './translation-row.js';
import type { TranslationFile, TranslationRow } from './translation-row.js';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
const VERSIONS: readonly string[] = ['2.0', '2.1'];

/** From least to most advanced: a unit that was split into segments is as far as its least advanced one. */
const STATES = ['initial', 'translated', 'reviewed', 'final'] as const;

/**
 * Reads an XLIFF 2.0 or 2.1 file that came back from translators: every unit of every file and group, its segments and
 * ignorable parts joined, inline codes turned back into the text they stand for. Marks and modules of other programs
 * are passed over.
 * @throws {UnreadableFile} when the bytes are no readable XML
 * @throws {NotATranslationFile} `not-xliff-2`, `target-language-missing`
 */
export function readTranslationXliff(bytes: Uint8Array): TranslationFile {
  const root = readXml(bytes);
  const source = root.attributes.get('srcLang') ?? '';
  if (root.name !== 'xliff' || root.namespace !== NAMESPACE || !VERSIONS.includes(root.attributes.get('version') ?? '') || source === '') {
    throw new NotATranslationFile('not-xliff-2');
  }
  const target = root.attributes.get('trgLang') ?? '';
  if (target === '') throw new NotATranslationFile('target-language-missing');
  return { source, target, rows: units(root).map((unit, index) => row(unit, index + 1)) };
}

function units(holder: XmlElement): readonly XmlElement[] {
  return own(holder).flatMap((child) => {
    if (child.name === 'unit') return [child];
    return child.name === 'file' || child.name === 'group' ? units(child) : [];
  });
}

function row(unit: XmlElement, number: number): TranslationRow {
  const data = new Map(
    own(unit, 'originalData').flatMap((holder) => own(holder, 'data').map((entry) => [entry.attributes.get('id') ?? '', inlineText(entry, new Map())])),
  );
  const parts = own(unit).filter((child) => child.name === 'segment' || child.name === 'ignorable');
  const segments = parts.filter((part) => part.name === 'segment');
  const toTranslate = segments.filter((segment) => sideText(segment, 'source', data).trim() !== '');
  const translated = toTranslate.filter((segment) => sideText(segment, 'target', data).trim() !== '');
  const hasTarget = segments.some((segment) => childElement(segment, 'target') !== undefined);
  const least = Math.min(...segments.map((segment) => STATES.findIndex((state) => state === (segment.attributes.get('state') ?? 'initial'))));
  const state = STATES[least] ?? 'initial';
  const subState = segments.length === 1 ? (segments[0]?.attributes.get('subState') ?? null) : null;
  const notes = own(unit, 'notes').flatMap((holder) => own(holder, 'note')).filter((note) => !OWN_NOTES.has(note.attributes.get('category') ?? ''));
  return {
    place: `unit ${number}`,
    key: unit.attributes.get('name') ?? unit.attributes.get('id') ?? '',
    source: parts.map((part) => sideText(part, 'source', data)).join(''),
    // An ignorable part without a target of its own stays as it is in the source.
    target: hasTarget ? inTargetOrder(parts).map((part) => sideText(part, targetSide(part), data)).join('') : '',
    state: hasTarget ? wordingStateOfXliff(state, subState) : null,
    ...(translated.length > 0 && translated.length < toTranslate.length ? { isPartial: true } : {}),
    note: notes.map((note) => textOf(note).trim()).filter((note) => note !== '').join('\n'),
  };
}

/** Categories of the notes that we write; others come from translators. */
const OWN_NOTES: ReadonlySet<string> = new Set(['location', 'instruction']);

function targetSide(part: XmlElement): 'source' | 'target' {
  return part.name === 'ignorable' && childElement(part, 'target') === undefined ? 'source' : 'target';
}

/** `order` of a target says where it stands among all parts when the order differs from the source. */
function inTargetOrder(parts: readonly XmlElement[]): readonly XmlElement[] {
  const places = parts.map((part, index) => ({ part, place: Number(childElement(part, 'target')?.attributes.get('order') ?? index + 1) || index + 1 }));
  return places.sort((a, b) => a.place - b.place).map(({ part }) => part);
}

function sideText(part: XmlElement, side: 'source' | 'target', data: ReadonlyMap<string, string>): string {
  const found = childElement(part, side);
  return found ? inlineText(found, data) : '';
}

function inlineText(holder: XmlElement, data: ReadonlyMap<string, string>): string {
  return holder.content.map((part) => (typeof part === 'string' ? part : codeText(part, data))).join('');
}

function codeText(code: XmlElement, data: ReadonlyMap<string, string>): string {
  const referred = (name: string, otherwise: string): string => {
    const reference = code.attributes.get(name);
    return (reference === undefined ? undefined : data.get(reference)) ?? code.attributes.get(otherwise) ?? '';
  };
  switch (code.name) {
    case 'cp':
      return codePoint(code.attributes.get('hex') ?? '');
    case 'ph':
    case 'sc':
    case 'ec':
      return referred('dataRef', 'disp');
    case 'pc':
      return referred('dataRefStart', 'dispStart') + inlineText(code, data) + referred('dataRefEnd', 'dispEnd');
    case 'mrk':
      return inlineText(code, data);
    default:
      return '';
  }
}

function codePoint(hex: string): string {
  const value = /^[0-9A-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  return value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '\uFFFD';
}

function own(holder: XmlElement, name?: string): readonly XmlElement[] {
  return childElements(holder, name).filter((child) => child.namespace === NAMESPACE);
}
