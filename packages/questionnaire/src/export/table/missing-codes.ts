import type { AnswerCode, ValueRule } from '@stadtteilstimme/domain';

/** What stands in a column where there is no answer. */
export interface MissingPair {
  readonly notAnswered: AnswerCode;
  readonly notShown: AnswerCode;
}

const NUMBERS: MissingPair = { notAnswered: -9, notShown: -8 };
/** Fifteen digits are exact in every program; more nines would not be. */
const MOST_NINES = 15;

/**
 * Not answered is -9 and not shown is -8, unless an answer could have that number: then -99 and -98, -999 and -998, …,
 * the first pair that is free. Where answers have no lower limit the pair has fifteen digits.
 * @param possible whether an answer of this column could be that number
 */
export function missingNumbers(possible: (value: number) => boolean): MissingPair {
  for (let nines = 1; nines <= MOST_NINES; nines += 1) {
    const notAnswered = 1 - 10 ** nines;
    if (!possible(notAnswered) && !possible(notAnswered + 1)) return { notAnswered, notShown: notAnswered + 1 };
  }
  return { notAnswered: 1 - 10 ** MOST_NINES, notShown: 2 - 10 ** MOST_NINES };
}

/** The words `not-answered` and `not-shown` in a column whose codes are words; with `_` behind them where a code has that name. */
export function missingWords(codes: readonly AnswerCode[]): MissingPair {
  const taken = new Set(codes.map(String));
  const free = (word: string): string => (taken.has(word) ? free(`${word}_`) : word);
  return { notAnswered: free('not-answered'), notShown: free('not-shown') };
}

/**
 * Missing codes of a value that is no code. Numbers: as `missingNumbers` within the limits of the question. Dates: words.
 * Texts: `-9` and `-8` as text; a text that somebody typed just so is told apart by `typedText`.
 */
export function missingOfValue(rule: ValueRule): MissingPair {
  if (rule.kind === 'date') return missingWords([]);
  if (rule.kind === 'text') return { notAnswered: String(NUMBERS.notAnswered), notShown: String(NUMBERS.notShown) };
  return missingNumbers((value) => value >= (rule.min ?? -Infinity) && value <= (rule.max ?? Infinity));
}

/** A typed text as it stands in every file: with an apostrophe before it where it would read as a missing code. */
export function typedText(text: string): string {
  return /^'*-[89]$/.test(text) ? `'${text}` : text;
}
