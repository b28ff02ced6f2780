import { readability, textStatistics } from './readability.js';

const TEXT = 'Das Stadtteilhaus ist offen. Sie können dort Hilfe bekommen.';

describe('readability', () => {
  it('meets the vector to its digits', () => {
    const found = readability(TEXT);
    expect(found).toMatchObject({ words: 9, sentences: 2, syllables: 16, longWords: 2, wordsOfOneSyllable: 4, wordsOfThreeSyllables: 2, sufficient: false });
    expect(found?.fleschAmstad).toBeCloseTo(71.5, 10);
    expect(found?.lix).toBeCloseTo(26.7222, 4);
    expect(found?.wienerSachtext[0]).toBeCloseTo(5.6063, 4);
    expect(found?.wienerSachtext[1]).toBeCloseTo(5.489, 4);
    expect(found?.wienerSachtext[2]).toBeCloseTo(6.3273, 4);
  });

  it('says nothing about a text without words', () => {
    for (const text of ['', ' \n ', '…', '– ? –']) expect(readability(text)).toBeNull();
    expect(textStatistics('')).toEqual({ words: 0, sentences: 0, syllables: 0, longWords: 0, wordsOfOneSyllable: 0, wordsOfThreeSyllables: 0 });
  });

  it('is sufficient from 100 words, and the same for a text and its repetition', () => {
    expect(readability(`${TEXT} `.repeat(11))?.sufficient).toBe(false);
    const long = readability(`${TEXT} `.repeat(12));
    expect(long?.sufficient).toBe(true);
    expect(long?.lix).toBeCloseTo(readability(TEXT)?.lix ?? 0, 10);
  });
});
