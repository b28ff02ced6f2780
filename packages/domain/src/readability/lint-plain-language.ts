import type { PlainLanguageFinding } from './plain-language-finding.js';
import { indirectAddress, negation, passive, severalStatements, subjunctive, genitive } from './plain-language-grammar.js';
import { abbreviation, difficultWord, largeNumber, longCompound, numberWord, specialCharacter } from './plain-language-vocabulary.js';
import { splitSentences, splitWords, type Sentence } from './split-text.js';

const HINT_WORDS = 8;
const PROBLEM_WORDS = 12;

function longSentence(sentence: Sentence): readonly PlainLanguageFinding[] {
  // A colon divides what the reader has to keep in mind: "Ich weiß: Wer leitet das Haus?"
  const parts = [...sentence.text.matchAll(/[^:]+(?::(?!\s)[^:]*)*:?/g)];
  return parts.flatMap(({ index, 0: part }): readonly PlainLanguageFinding[] => {
    const words = splitWords(part, sentence.start + index);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined || words.length <= HINT_WORDS) return [];
    const severity = words.length > PROBLEM_WORDS ? 'problem' : 'hint';
    return [{ rule: 'long-sentence', severity, start: first.start, end: last.end, word: sentence.text.slice(first.start - sentence.start, last.end - sentence.start), replacement: null }];
  });
}

function severalSentencesInLine(text: string, sentences: readonly Sentence[]): readonly PlainLanguageFinding[] {
  return sentences.flatMap(({ start, end, text: word }, index): readonly PlainLanguageFinding[] => {
    const before = sentences[index - 1];
    const sameLine = before !== undefined && !/[\n\r]/.test(text.slice(before.end, start));
    return sameLine ? [{ rule: 'several-sentences-in-line', severity: 'hint', start, end, word, replacement: null }] : [];
  });
}

const SENTENCE_RULES = [longSentence, severalStatements, genitive, subjunctive, passive, negation, indirectAddress];
const TEXT_RULES = [longCompound, numberWord, abbreviation, difficultWord, largeNumber, specialCharacter];

/** Blanks out what is no language for the reader: placeholders in braces, addresses of pages and mail. Keeps all places. */
function withoutPlaceholders(text: string): string {
  return text.replace(/\{[^{}]*\}|https?:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]+\.\p{L}+/gu, (match) => 'X'.padEnd(match.length, ' '));
}

/**
 * Looks at a German text with the rules of Leichte Sprache (Netzwerk Leichte Sprache; DIN SPEC 33429:2025). Hints for the
 * author, never a gate: only a reading by people of the target group makes a text Leichte Sprache.
 * Texts with plural forms (ICU) are to be formatted first; simple `{placeholders}` are left out.
 * @returns findings in the order of their places.
 */
export function lintPlainLanguage(text: string): readonly PlainLanguageFinding[] {
  const plain = withoutPlaceholders(text);
  const sentences = splitSentences(plain);
  const found = [
    ...sentences.flatMap((sentence) => SENTENCE_RULES.flatMap((rule) => rule(sentence))),
    ...severalSentencesInLine(plain, sentences),
    ...TEXT_RULES.flatMap((rule) => rule(plain)),
  ];
  return found
    .map((each) => ({ ...each, word: text.slice(each.start, each.end) }))
    .sort((left, right) => left.start - right.start || left.end - right.end);
}
