import type { CodebookQuestion } from '../survey/codebook.js';
import { freeTextKeys } from './free-text-keys.js';

const question = (change: Partial<CodebookQuestion> & Pick<CodebookQuestion, 'name' | 'type'>): CodebookQuestion => ({
  max: null,
  commentKey: null,
  commentMaxLength: 0,
  visibleIf: null,
  ...change,
});

it('names text questions and the free texts of options, and nothing that is no words', () => {
  const questions = [
    question({ name: 'agree', type: 'single' }),
    question({ name: 'place', type: 'single', commentKey: 'place-Comment' }),
    question({ name: 'wish', type: 'text' }),
    question({ name: 'why', type: 'text', commentKey: 'why-Comment' }),
    question({ name: 'lines', type: 'matrix', value: { kind: 'text', multiline: false, maxLength: 50 } }),
    question({ name: 'age', type: 'number', value: { kind: 'number', whole: true, min: null, max: null } }),
    question({ name: 'since', type: 'date' }),
    question({ name: 'rows', type: 'matrix', commentKey: 'rows-Comment' }),
  ];
  expect(freeTextKeys({ questions })).toEqual(['place-Comment', 'wish', 'why', 'why-Comment', 'lines', 'rows-Comment']);
});
