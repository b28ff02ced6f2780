import type { Answers, ConsentGiven, ProblemCode } from '@stadtteilstimme/domain';
import { codebookFromSurvey } from '../codebook/codebook-from-survey.js';
import { compileCheck } from './compile-check.js';
import { decodeVector } from './decode-vector.js';

const AGREED: ConsentGiven = { agree: true, art9: false };

const { codebook, unsupported } = codebookFromSurvey({
  locale: 'de',
  clearInvisibleValues: 'onHidden',
  maxCommentLength: 20,
  elements: [
    { type: 'text', inputType: 'number', name: 'age', min: 0, max: 120, step: 1 },
    { type: 'text', inputType: 'number', name: 'km' },
    { type: 'text', inputType: 'date', name: 'day', min: '2024-02-29', max: '2026-12-31' },
    { type: 'text', name: 'word', maxLength: 10 },
    { type: 'comment', name: 'story', maxLength: 40 },
    { type: 'ranking', name: 'rank', choices: ['a', 'b', 'c'] },
    { type: 'ranking', name: 'best', choices: [1, 2, 3, 4], selectToRankEnabled: true, maxSelectedChoices: 2 },
    { type: 'matrix', name: 'grid', rows: ['r1', 'r2'], columns: [1, 2, 3] },
    { type: 'boolean', name: 'yes' },
    { type: 'boolean', name: 'ja', valueTrue: 'ja', valueFalse: 'nein' },
    { type: 'rating', name: 'stars' },
    { type: 'checkbox', name: 'many', choices: [1, 2, 3], validators: [{ type: 'answercount', minCount: 2 }] },
    { type: 'checkbox', name: 'two', choices: [1, 2, 3], showNoneItem: true, minSelectedChoices: 2, visibleIf: '{age} = 6' },
    { type: 'radiogroup', name: 'health', choices: ['a', 'b'], art9: true, visibleIf: '{consentArt9} = true' },
    { type: 'radiogroup', name: 'one', choices: ['a'], hasOther: true },
    { type: 'rating', name: 'why', showCommentArea: true, visibleIf: '{yes} = true' },
    { type: 'rating', name: 'must', requiredIf: '{yes} = false', visibleIf: '{age} > 17' },
    { type: 'matrix', name: 'all', rows: ['r1', 'r2'], columns: ['x'], eachRowRequired: true, visibleIf: '{age} = 5' },
  ],
});
const check = compileCheck(codebook);
const checked = (answers: unknown) => check(answers, { consent: AGREED });
const decoded = (answers: Answers): Readonly<Record<string, unknown>> => {
  const result = checked(answers);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return Object.fromEntries([...decodeVector(codebook, result.vector)].flatMap(([name, value]) => (value.kind === 'code' ? [[name, value.code.code]] : [])));
};

it('nothing of the survey is left out', () => {
  expect(unsupported).toEqual([]);
});

describe('what is accepted and coded', () => {
  it.each<[string, Answers, Readonly<Record<string, unknown>>]>([
    ['a number', { age: 120 }, { age: 'given' }],
    ['a number with decimals', { km: -0.25 }, { km: 'given' }],
    ['a leap day', { day: '2024-02-29' }, { day: 'given' }],
    ['texts', { word: 'ü', story: 'a\nb' }, { word: 'given', story: 'given' }],
    ['a ranking', { rank: ['c', 'a', 'b'] }, { rank_a: 2, rank_b: 3, rank_c: 1 }],
    ['a partial ranking', { best: [4, 2] }, { best_4: 1, best_2: 2 }],
    ['rows', { grid: { r2: 3 } }, { grid_r2: 3 }],
    ['yes', { yes: true, ja: 'nein' }, { yes: 1, ja: 'nein' }],
    ['no', { yes: false, ja: 'ja' }, { yes: 0, ja: 'ja' }],
    ['ticks that are numbers', { many: [3, 1] }, { many_1: 1, many_2: 0, many_3: 1 }],
    ['an exclusive tick where two are demanded', { age: 6, two: ['none'] }, { age: 'given', two_1: 0, two_2: 0, two_3: 0, two_none: 1 }],
    ['another answer with its text', { one: 'other', 'one-Comment': 'x' }, { one: 'other' }],
    ['a comment without an answer', { yes: true, 'why-Comment': 'x' }, { yes: 1 }],
    ['a question that is demanded', { age: 18, yes: false, must: 2 }, { age: 'given', yes: 0, must: 2 }],
  ])('%s', (_name, answers, codes) => {
    expect(decoded(answers)).toEqual(codes);
    const result = checked(answers);
    if (result.ok) expect(checked(result.answers)).toEqual(result);
  });

  it('keeps the order of a ranking and nothing else of the order', () => {
    const result = checked({ many: [3, 1], grid: { r2: 1, r1: 2 }, rank: ['c', 'b', 'a'] });
    expect(result.ok && JSON.stringify(result.answers)).toBe('{"rank":["c","b","a"],"grid":{"r1":2,"r2":1},"many":[1,3]}');
  });

  it('takes an empty answer for none', () => {
    expect(checked({ grid: {}, rank: [], many: [], word: ' ', day: '', 'why-Comment': '' })).toMatchObject({ ok: true, answers: {} });
  });
});

describe('what is refused', () => {
  const long = Array.from({ length: 1_000_000 }, () => 'a');
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`r${index}`, 1]));
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;

  it.each<[string, Readonly<Record<string, unknown>>, ProblemCode, string]>([
    ['a number as text', { age: '5' }, 'wrong-type', 'age'],
    ['digits of another script as text', { age: '٥' }, 'wrong-type', 'age'],
    ['a number that is none', { km: Number.NaN }, 'out-of-range', 'km'],
    ['a number without end', { km: Number.NEGATIVE_INFINITY }, 'out-of-range', 'km'],
    ['a number beyond 2^53', { km: 2 ** 53 }, 'out-of-range', 'km'],
    ['a part of a whole', { age: 0.5 }, 'out-of-range', 'age'],
    ['a number above the limit', { age: 121 }, 'out-of-range', 'age'],
    ['a number below the limit', { age: -1 }, 'out-of-range', 'age'],
    ['a list for a number', { age: [5] }, 'wrong-type', 'age'],
    ['a day that does not exist', { day: '2025-02-29' }, 'wrong-type', 'day'],
    ['a date in another form', { day: '01.02.2025' }, 'wrong-type', 'day'],
    ['a date with a time', { day: '2025-01-01T00:00' }, 'wrong-type', 'day'],
    ['a date before the limit', { day: '2024-02-28' }, 'out-of-range', 'day'],
    ['a date as number', { day: 20250101 }, 'wrong-type', 'day'],
    ['a text too long', { word: 'x'.repeat(11) }, 'text-too-long', 'word'],
    ['white space without end', { word: ' '.repeat(100_000) }, 'text-too-long', 'word'],
    ['two lines in one', { word: 'a\nb' }, 'wrong-type', 'word'],
    ['an incomplete ranking', { rank: ['a', 'b'] }, 'too-few-choices', 'rank'],
    ['one option on two places', { rank: ['a', 'b', 'a'] }, 'duplicate-choice', 'rank'],
    ['an unknown option', { rank: ['a', 'b', 'd'] }, 'unknown-code', 'rank'],
    ['a ranking of texts where codes are numbers', { best: ['1'] }, 'unknown-code', 'best'],
    ['more places than allowed', { best: [1, 2, 3] }, 'too-many-choices', 'best'],
    ['a million places', { rank: long }, 'duplicate-choice', 'rank'],
    ['lists in lists', { many: deep }, 'wrong-type', 'many'],
    ['an unknown row', { grid: { r3: 1 } }, 'unknown-code', 'grid'],
    ['a row every object has', { grid: JSON.parse('{"__proto__": 1}') as unknown }, 'unknown-code', 'grid'],
    ['50,000 rows', { grid: wide }, 'unknown-code', 'grid'],
    ['an unknown column', { grid: { r1: 4 } }, 'out-of-range', 'grid'],
    ['a column as text', { grid: { r1: '1' } }, 'wrong-type', 'grid'],
    ['nothing in a row', { grid: { r1: null } }, 'wrong-type', 'grid'],
    ['rows in a list', { grid: [1, 2] }, 'wrong-type', 'grid'],
    ['1 for yes', { yes: 1 }, 'wrong-type', 'yes'],
    ['true for ja', { ja: true }, 'wrong-type', 'ja'],
    ['half a star', { stars: 2.5 }, 'out-of-range', 'stars'],
    ['fewer ticks than demanded', { many: [1] }, 'too-few-choices', 'many'],
    ['a tick as text', { many: ['1', 2] }, 'unknown-code', 'many'],
    ['another answer without its text', { one: 'other' }, 'answer-required', 'one-Comment'],
    ['an answer that is demanded by another', { age: 18, yes: false }, 'answer-required', 'must'],
    ['an empty row where all are demanded', { age: 5, all: { r1: 'x' } }, 'answer-required', 'all'],
    ['no row where all are demanded', { age: 5 }, 'answer-required', 'all'],
    ['a comment on a hidden question', { 'why-Comment': 'x' }, 'hidden-answer', 'why-Comment'],
    ['a hidden question that would be demanded', { yes: false, must: 1 }, 'hidden-answer', 'must'],
  ])('%s', (_name, answers, code, place) => {
    expect(checked(answers)).toEqual({ ok: false, problems: [{ code, place }] });
  });

  it('an answer under Art. 9 without its consent, also where its condition forgot it', () => {
    const forgetful = {
      ...codebook,
      questions: codebook.questions.map((question) => (question.name === 'health' ? { ...question, visibleIf: null } : question)),
    };
    const judge = compileCheck(forgetful);
    expect(judge({ health: 'a' }, { consent: AGREED })).toEqual({ ok: false, problems: [{ code: 'missing-consent', place: 'consent.art9' }] });
    expect(judge({ health: 'a' }, { consent: { agree: true, art9: true } })).toMatchObject({ ok: true });
    expect(checked({ health: 'a' })).toEqual({ ok: false, problems: [{ code: 'hidden-answer', place: 'health' }] });
  });

  it('nothing because a condition fails while it runs: it does not hold', () => {
    const failing = codebookFromSurvey({
      clearInvisibleValues: 'onHidden', elements: [{ type: 'text', name: 'x', maxLength: 10 }, { type: 'rating', name: 'q', visibleIf: 'avg({x}, 2) > 1' }],
    });
    expect(failing.unsupported.map(({ feature }) => feature)).toEqual(['visibleIf: x', 'avg()']);
    expect(compileCheck(failing.codebook)({ x: '2024-01-01', q: 1 }, { consent: AGREED })).toEqual({ ok: false, problems: [{ code: 'hidden-answer', place: 'q' }] });
  });

  it('a codebook that does not say which values a question takes', () => {
    const broken = { ...codebook, questions: codebook.questions.map((question) => (question.name === 'age' ? { ...question, value: undefined } : question)) };
    expect(() => compileCheck(broken as typeof codebook)).toThrow('age');
  });
});
