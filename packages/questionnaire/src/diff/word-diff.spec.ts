import fc from 'fast-check';
import { wordDiff } from './word-diff.js';
import type { WordDiffPart } from './word-diff.js';

const joined = (parts: readonly WordDiffPart[], ...kinds: WordDiffPart['kind'][]): string =>
  parts.filter((part) => kinds.includes(part.kind)).map((part) => part.text).join('');

describe('wordDiff', () => {
  it('names the words that changed and keeps the others', () => {
    expect(wordDiff('Das Angebot passt gut.', 'Das Angebot passt sehr gut!')).toEqual([
      { kind: 'kept', text: 'Das Angebot passt ' },
      { kind: 'added', text: 'sehr ' },
      { kind: 'kept', text: 'gut' },
      { kind: 'removed', text: '.' },
      { kind: 'added', text: '!' },
    ]);
  });

  it('takes an Arabic word with its marks as one word', () => {
    expect(wordDiff('العرضُ مناسب اليوم', 'العرضُ جيد اليوم')).toEqual([
      { kind: 'kept', text: 'العرضُ ' },
      { kind: 'removed', text: 'مناسب' },
      { kind: 'added', text: 'جيد' },
      { kind: 'kept', text: ' اليوم' },
    ]);
  });

  it('shows a change of white space alone', () => {
    expect(wordDiff('a  b', 'a b')).toEqual([
      { kind: 'kept', text: 'a' },
      { kind: 'removed', text: '  ' },
      { kind: 'added', text: ' ' },
      { kind: 'kept', text: 'b' },
    ]);
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('gleich', 'gleich')).toEqual([{ kind: 'kept', text: 'gleich' }]);
  });

  it('bounds the comparison of very long texts and still loses nothing', () => {
    const before = `Anfang ${'eins zwei '.repeat(20_000)}Ende`;
    const after = `Anfang ${'drei vier '.repeat(20_000)}Ende`;
    const parts = wordDiff(before, after);
    expect(parts.map((part) => part.kind)).toEqual(['kept', 'removed', 'added', 'kept']);
    expect(joined(parts, 'kept', 'removed')).toBe(before);
    expect(joined(parts, 'kept', 'added')).toBe(after);
  });

  it('gives both texts back, whatever they are', () => {
    const word = fc.constantFrom('a', 'b', 'Haus', 'بيت', 'дом', ' ', '\n', '  ', '.', '{n}', '😀', '\u200f');
    const text = fc.oneof(fc.array(word, { maxLength: 30 }).map((words) => words.join('')), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(joined(parts, 'kept', 'removed')).toBe(before);
        expect(joined(parts, 'kept', 'added')).toBe(after);
        expect(parts.every((part, index) => part.text !== '' && part.kind !== parts[index + 1]?.kind)).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
