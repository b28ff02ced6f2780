import type { LanguageCode } from '@stadtteilstimme/domain';
import { textIn } from '../chosen-texts.js';
import type { VariableTexts } from './question-texts.js';
import { wordDiff } from './word-diff.js';
import type { WordDiffPart } from './word-diff.js';

/** A text that is not the same in two versions. */
export interface WordingChange {
  /** Which text: `title`, `page.title`, `choices.sport.text`, … */
  readonly field: string;
  readonly language: LanguageCode;
  readonly before: string;
  readonly after: string;
  /** Missing where one of the two versions has no such text. */
  readonly words?: readonly WordDiffPart[];
}

/**
 * Every text that differs in one of the languages both versions used; white space at the edges and the
 * Unicode form (NFC) do not count.
 * Options that only one version has are left to the comparison of codes.
 */
export function compareWordings(before: VariableTexts, after: VariableTexts, languages: readonly LanguageCode[]): readonly WordingChange[] {
  const fields = [...new Set([...after.keys(), ...before.keys()])].filter((field) => !isListed(field) || (before.has(field) && after.has(field)));
  return fields.flatMap((field) =>
    languages.flatMap((language) => {
      const old = textIn(before.get(field) ?? {}, language).normalize('NFC');
      const now = textIn(after.get(field) ?? {}, language).normalize('NFC');
      if (old === now) return [];
      const words = old === '' || now === '' ? {} : { words: wordDiff(old, now) };
      return [{ field, language, before: old, after: now, ...words }];
    }),
  );
}

function isListed(field: string): boolean {
  return /^(?:choices|rateValues|rows|columns|items)\./.test(field);
}
