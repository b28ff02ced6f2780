import { countSyllables } from './count-syllables.js';
import type { PlainLanguageFinding } from './plain-language-finding.js';
import { ABBREVIATIONS, DIFFICULT_WORDS, FIRST_PARTS, KNOWN_CAPITALS, LAST_PARTS, NUMBER_WORDS } from './plain-language-words.js';

type Rule = PlainLanguageFinding['rule'];

function finding(rule: Rule, start: number, word: string, replacement: string | null): PlainLanguageFinding {
  return { rule, severity: 'hint', start, end: start + word.length, word, replacement };
}

const FIRST = new Set(FIRST_PARTS.map((part) => part.toLowerCase()));
const LAST = new Set(LAST_PARTS);
const LETTERS = /\p{L}+/gu;
const LONG_LETTERS = 11;
const LONG_SYLLABLES = 4;
/** Beyond this a word is worth dividing even where we do not know its parts. */
const VERY_LONG_LETTERS = 16;
const VERY_LONG_SYLLABLES = 5;
/** Endings that make a word long without a second part: Verantwortlichkeiten. */
const DERIVED = /^(?:be|ge|ver|er|ent|zer|un|vor|an|ab|aus|auf|ein|mit|nach|über|unter|wieder)\p{L}{0,12}(?:keit|keiten|heit|heiten|lich|liche[rnms]?|ungen|ung|isch|ische[rnms]?)$|(?:ation|ationen|ierung|ierungen|ität|itäten|innen|ierte[rn]?|isieren)$/iu;

/** Divides a word between two known parts; null when it does not. */
function dividedCompound(word: string): string | null {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    if (FIRST.has(first.toLowerCase()) && LAST.has(last)) return `${first}-${last.charAt(0).toUpperCase()}${last.slice(1)}`;
  }
  return null;
}

/**
 * Long nouns that are neither divided by hyphen nor Mediopunkt: from 11 letters or 4 syllables if we know both parts (then the
 * replacement is the divided word), from 16 letters and 5 syllables otherwise (then only the author can divide it).
 */
export function longCompound(text: string): readonly PlainLanguageFinding[] {
  return [...text.matchAll(LETTERS)].flatMap(({ index, 0: word }) => {
    if (!/^\p{Lu}\p{Ll}/u.test(word) || text[index - 1] === '·' || text[index + word.length] === '·') return [];
    const syllables = countSyllables(word);
    const divided = word.length >= LONG_LETTERS || syllables >= LONG_SYLLABLES ? dividedCompound(word) : null;
    const unknown = word.length >= VERY_LONG_LETTERS && syllables >= VERY_LONG_SYLLABLES && !DERIVED.test(word);
    return divided !== null || unknown ? [finding('long-compound', index, word, divided)] : [];
  });
}

/** Numbers written as words, from two on. */
export function numberWord(text: string): readonly PlainLanguageFinding[] {
  return [...text.matchAll(LETTERS)].flatMap(({ index, 0: word }) => {
    const digits = Object.hasOwn(NUMBER_WORDS, word.toLowerCase()) ? NUMBER_WORDS[word.toLowerCase()] : undefined;
    // "Acht geben", "die Sieben": a noun, unless it begins the sentence.
    const noun = /^\p{Lu}/u.test(word) && /[\p{L},]\s$/u.test(text.slice(0, index));
    const idiom = /^acht$/i.test(word) && /^\s(?:geben|gibt|gebt)/.test(text.slice(index + word.length));
    return digits === undefined || noun || idiom || text[index - 1] === '-' ? [] : [finding('number-word', index, word, digits)];
  });
}

function abbreviationPattern(abbreviation: string): string {
  return abbreviation.replaceAll('.', '\\.').replaceAll(' ', '\\s?');
}

const WRITTEN_WITH_DOTS = Object.entries(ABBREVIATIONS).map(
  ([abbreviation, full]) => [new RegExp(`(?<![\\p{L}.])${abbreviationPattern(abbreviation)}`, 'gu'), full] as const,
);
const CAPITALS = /(?<![\p{L}\d-])\p{Lu}{2,5}(?![\p{L}\d])/gu;

/** Abbreviations with dots that we know, and two to five capitals in a row but for a few everybody knows. */
export function abbreviation(text: string): readonly PlainLanguageFinding[] {
  // "max." and "min." at the end of a sentence may be anything.
  const dotted = WRITTEN_WITH_DOTS.flatMap(([pattern, full]) => [...text.matchAll(pattern)].map(({ index, 0: word }) => finding('abbreviation', index, word, full)));
  // A text in capitals throughout is a heading, not a row of abbreviations.
  const shouted = !/\p{Ll}/u.test(text);
  const capitals = shouted ? [] : [...text.matchAll(CAPITALS)].filter(({ 0: word }) => !KNOWN_CAPITALS.has(word));
  return [...dotted, ...capitals.map(({ index, 0: word }) => finding('abbreviation', index, word, null))];
}

const DIFFICULT = Object.entries(DIFFICULT_WORDS);

/** Words from a short list of officialese and foreign words, in all their forms. */
export function difficultWord(text: string): readonly PlainLanguageFinding[] {
  return [...text.matchAll(LETTERS)].flatMap(({ index, 0: word }) => {
    const easier = DIFFICULT.find(([stem]) => word.toLowerCase().startsWith(stem));
    return easier === undefined ? [] : [finding('difficult-word', index, word, easier[1])];
  });
}

const NUMBER = /(?<![\p{L}\d.,:/-])\d+(?:[.\u00a0\u202f]\d{3})*(?:,\d+)?(?:\s?(?:%|Prozent(?!\p{L})))?(?![\d:/-])/gu;
const LARGE = 1000;
const FIRST_NEAR_YEAR = 1970;
const LAST_NEAR_YEAR = 2100;

/** A whole number of four digits that is a year one still remembers. */
function isNearYear(digits: string): boolean {
  return /^\d{4}$/.test(digits) && Number(digits) >= FIRST_NEAR_YEAR && Number(digits) <= LAST_NEAR_YEAR;
}

/** Telephone numbers begin with 0, postcodes stand before a place, dates are read part by part. */
function isAddressOrDate(text: string, index: number, number: string): boolean {
  const after = text.slice(index + number.length);
  const postcode = /^\d{5}$/.test(number) && /^\s(?:Lüneburg|Adendorf|Hamburg|Uelzen|Berlin|Hannover)/.test(after);
  return number.startsWith('0') || postcode || /^\.\d/.test(after) || /(?:Tel\.|Telefon|Nummer|Fax|\+\d+)\D{0,3}[\d\s]*$/.test(text.slice(0, index));
}

/** Percentages, numbers from 1,000 on, years before 1970. Telephone numbers, postcodes and dates stay out. */
export function largeNumber(text: string): readonly PlainLanguageFinding[] {
  return [...text.matchAll(NUMBER)].flatMap(({ index, 0: word }) => {
    const digits = word.replace(/\s?(?:%|Prozent)$/, '');
    const value = Number(digits.replace(/[.\u00a0\u202f]/g, '').replace(',', '.'));
    const hit = digits !== word || (value >= LARGE && !isNearYear(digits));
    return hit && !isAddressOrDate(text, index, word) ? [finding('large-number', index, word.trimEnd(), null)] : [];
  });
}

const SPECIAL = /[%&§/;()[\]*_#+=<>~^|$†‰]/gu;

/** Signs that are hard to read aloud. A colon, a dash, an ellipsis and quotation marks stay out; so does a slash in a date. */
export function specialCharacter(text: string): readonly PlainLanguageFinding[] {
  return [...text.matchAll(SPECIAL)].flatMap(({ index, 0: sign }) => {
    const inNumber = /[/+]/.test(sign) && /\d/.test(text[index + 1] ?? '') && (sign === '+' || /\d/.test(text[index - 1] ?? ''));
    return inNumber ? [] : [finding('special-character', index, sign, null)];
  });
}
