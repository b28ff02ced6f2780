import { countSyllables } from './count-syllables.js';
import { splitSentences } from './split-text.js';

/** What the formulas are made of. */
export interface TextStatistics {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  /** Words of more than six letters. */
  readonly longWords: number;
  readonly wordsOfOneSyllable: number;
  readonly wordsOfThreeSyllables: number;
}

/** Readability of a German text. Hints about a whole questionnaire, never a gate, and nothing about a single question. */
export interface Readability extends TextStatistics {
  /** 0 (very hard) to 100 (very easy), may leave both ends. Amstad 1978. */
  readonly fleschAmstad: number;
  /** About 20 (very easy) to 60 (very hard). Björnsson 1968. */
  readonly lix: number;
  /** School years, about 4 to 15, first to third Wiener Sachtextformel. Bamberger & Vanecek 1984. */
  readonly wienerSachtext: readonly [number, number, number];
  /** Enough words (100, the sample Flesch 1948 asks for) to say something about the text. */
  readonly sufficient: boolean;
}

const LONG_WORD_LETTERS = 6;
const MANY_SYLLABLES = 3;
/** Words a text needs before the figures mean something. */
export const SUFFICIENT_WORDS = 100;

function letters(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}

/** Counts words, sentences and syllables as `splitSentences` and `countSyllables` find them. */
export function textStatistics(text: string): TextStatistics {
  const sentences = splitSentences(text);
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.map((word) => countSyllables(word.text));
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    longWords: words.filter((word) => letters(word.text) > LONG_WORD_LETTERS).length,
    wordsOfOneSyllable: syllables.filter((count) => count === 1).length,
    wordsOfThreeSyllables: syllables.filter((count) => count >= MANY_SYLLABLES).length,
  };
}

/**
 * Readability of a German text, with SL words per sentence, IW % of words over six letters, MS % of words of three and more
 * syllables, ES % of words of one syllable:
 * Flesch-Amstad = 180 − SL − 58.5 · syllables per word (Amstad 1978, Wie verständlich sind unsere Zeitungen?) ·
 * LIX = SL + IW (Björnsson 1968, Läsbarhet) ·
 * WSTF 1 = 0.1935 MS + 0.1672 SL + 0.1297 IW − 0.0327 ES − 0.875, WSTF 2 = 0.2007 MS + 0.1682 SL + 0.1373 IW − 2.779,
 * WSTF 3 = 0.2963 MS + 0.1905 SL − 1.1144 (Bamberger & Vanecek 1984, Lesen – Verstehen – Lernen – Schreiben).
 * @returns null for a text without a word; with fewer than 100 words `sufficient` is false: pool the texts of a questionnaire.
 */
export function readability(text: string): Readability | null {
  const counted = textStatistics(text);
  const { words, sentences, syllables, longWords, wordsOfOneSyllable, wordsOfThreeSyllables } = counted;
  if (words === 0) return null;
  const perSentence = words / sentences;
  const [long, single, many] = [longWords, wordsOfOneSyllable, wordsOfThreeSyllables].map((count) => (100 * count) / words) as [number, number, number];
  return {
    ...counted,
    fleschAmstad: 180 - perSentence - 58.5 * (syllables / words),
    lix: perSentence + long,
    wienerSachtext: [
      0.1935 * many + 0.1672 * perSentence + 0.1297 * long - 0.0327 * single - 0.875,
      0.2007 * many + 0.1682 * perSentence + 0.1373 * long - 2.779,
      0.2963 * many + 0.1905 * perSentence - 1.1144,
    ],
    sufficient: words >= SUFFICIENT_WORDS,
  };
}
