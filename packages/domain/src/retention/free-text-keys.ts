import type { Codebook } from '../survey/codebook.js';

/**
 * Keys of the answers under which people write in their own words: text questions and the free texts of options. Numbers and
 * dates are values of a kind that was asked for, not words, and stay.
 */
export function freeTextKeys({ questions }: Pick<Codebook, 'questions'>): readonly string[] {
  return questions.flatMap(({ name, type, value, commentKey }) => [...(type === 'text' || value?.kind === 'text' ? [name] : []), ...(commentKey === null ? [] : [commentKey])]);
}
