import type { QuestionComparison } from '@stadtteilstimme/domain';

import { questionsWithoutNote, summaryOf } from './new-version-summary';

const question = (id: string, part: Partial<QuestionComparison> = {}): QuestionComparison => ({ id, text: { de: id }, comparability: 'comparable', changes: [], needsNote: false, ...part });
const change = { effect: 'limited', sentences: { de: 'Anders.', en: 'Different.' } } as const;

describe('summaryOf', () => {
  it('puts what can no longer be compared first and keeps what did not change apart', () => {
    const questions = [question('a'), question('b', { comparability: 'limited', changes: [change] }), question('c', { comparability: 'break', changes: [{ ...change, effect: 'break' }] }), question('d')];
    const { changed, unchanged, counts } = summaryOf({ questions });
    expect(changed.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(unchanged.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(counts).toEqual({ comparable: 2, limited: 1, break: 1 });
  });
});

describe('questionsWithoutNote', () => {
  it('takes blanks for no reason and asks only where a reason is needed', () => {
    const changed = [question('a', { needsNote: true }), question('b', { needsNote: true }), question('c')];
    expect(questionsWithoutNote(changed, { a: '  ', b: 'Kürzer.' })).toEqual(['a']);
  });
});
