import type { Codebook, ConsentGiven, ProblemCode } from '@stadtteilstimme/domain';
import { codedVariables } from '@stadtteilstimme/domain';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { compileCheck } from './compile-check.js';
import { decodeVector } from './decode-vector.js';

const { codebook } = compileQuestionnaire({ draft: EXAMPLE_DRAFT, taxonomy: EXAMPLE_TAXONOMY, itemBank: EXAMPLE_ITEM_BANK });
const check = compileCheck(codebook);
const AGREED: ConsentGiven = { agree: true, art9: false };
const AGREED_ART9: ConsentGiven = { agree: true, art9: true };

const decoded = (vector: Uint8Array, book: Codebook = codebook) =>
  Object.fromEntries([...decodeVector(book, vector)].map(([name, value]) => [name, value.kind === 'code' ? value.code.code : value.kind]));

describe('what is accepted', () => {
  it('an empty answer: everything not answered, special categories not shown', () => {
    const result = check({}, { consent: AGREED });
    expect(result).toMatchObject({ ok: true, answers: {}, district: null });
    if (!result.ok) return;
    const bytes = [...result.vector];
    expect(codedVariables(codebook).map((variable, index) => [variable.name, bytes[index]])).toEqual(
      codedVariables(codebook).map((variable) => [variable.name, variable.art9 ? 255 : 0]),
    );
  });

  it('a full answer, coded', () => {
    const answers = {
      P_1_bestand: 5, P_1_bedarf: 98, Y_1_bedarf: 0, M_1: ['other', 'sport'], 'M_1-Comment': ' Ein\r\nGarten ',
      S_1: 'letter', A_1: ['dont-know'], district: 'nord', age_group: 'prefer-not',
    };
    const result = check(answers, { consent: AGREED_ART9 });
    expect(result).toMatchObject({
      ok: true,
      district: 'nord',
      answers: { ...answers, M_1: ['sport', 'other'], 'M_1-Comment': 'Ein\nGarten' },
    });
    if (!result.ok) return;
    expect(decoded(result.vector)).toEqual({
      P_1_bestand: 5, P_1_bedarf: 98, B_1_bestand: 'not-answered', O_1_bestand: 'not-answered', Y_1_bedarf: 0,
      M_1_sport: 1, M_1_advice: 0, M_1_young_people: 0, M_1_other: 1, M_1_none: 0, M_1_dont_know: 0, M_1_prefer_not: 0,
      S_1: 'letter', A_1_care: 0, A_1_meals: 0, A_1_other: 0, A_1_dont_know: 1, A_1_prefer_not: 0,
      district: 'nord', age_group: 'prefer-not',
    });
  });

  it('a special option of the district question, as chosen', () => {
    expect(check({ district: 'outside' }, { consent: AGREED })).toMatchObject({ ok: true, district: 'outside' });
  });

  it('forgets in which order people answered and ticked', () => {
    const one = check({ district: 'nord', M_1: ['advice', 'sport'], P_1_bestand: 1 }, { consent: AGREED });
    const two = check({ P_1_bestand: 1, M_1: ['sport', 'advice'], district: 'nord' }, { consent: AGREED });
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });

  it('nothing chosen and nothing written is no answer', () => {
    expect(check({ M_1: [], 'M_1-Comment': '  ' }, { consent: AGREED })).toMatchObject({ ok: true, answers: {} });
  });

  it('minus zero is zero', () => {
    const result = check({ Y_1_bedarf: -0 }, { consent: AGREED });
    expect(result.ok && Object.is(result.answers['Y_1_bedarf'], 0)).toBe(true);
  });

  it('a text of exactly the allowed length, with letters outside the basic plane', () => {
    expect(check({ M_1: ['other'], 'M_1-Comment': '🌳'.repeat(500) }, { consent: AGREED }).ok).toBe(true);
  });
});

describe('what is refused', () => {
  it.each<[string, unknown, ProblemCode, string]>([
    ['an unknown key', { geheim: 1 }, 'unknown-question', 'answers'],
    ['the name of a tick instead of its question', { M_1_sport: 1 }, 'unknown-question', 'answers'],
    ['a comment where the question has none', { 'P_1_bestand-Comment': 'x' }, 'unknown-question', 'answers'],
    ['__proto__', JSON.parse('{"__proto__": {"P_1_bestand": 1}}'), 'unknown-question', 'answers'],
    ['constructor', { constructor: 1 }, 'unknown-question', 'answers'],
    ['no object', [], 'wrong-type', 'answers'],
    ['null', null, 'wrong-type', 'answers'],
    ['a text', 'answers', 'wrong-type', 'answers'],
    ['a number as text', { P_1_bestand: '5' }, 'wrong-type', 'P_1_bestand'],
    ['null as answer', { P_1_bestand: null }, 'wrong-type', 'P_1_bestand'],
    ['true as 1', { Y_1_bedarf: true }, 'wrong-type', 'Y_1_bedarf'],
    ['a list with one number', { P_1_bestand: [5] }, 'wrong-type', 'P_1_bestand'],
    ['a number below the scale', { P_1_bestand: 0 }, 'out-of-range', 'P_1_bestand'],
    ['a number above the scale', { P_1_bestand: 6 }, 'out-of-range', 'P_1_bestand'],
    ['a number between two points', { P_1_bestand: 2.5 }, 'out-of-range', 'P_1_bestand'],
    ['a number no JSON should hold', { P_1_bestand: Number.NaN }, 'out-of-range', 'P_1_bestand'],
    ['a number without end', { P_1_bestand: Number.POSITIVE_INFINITY }, 'out-of-range', 'P_1_bestand'],
    ['a missing code the scale does not have', { P_1_bestand: 97 }, 'out-of-range', 'P_1_bestand'],
    ['an unknown option', { S_1: 'pigeon' }, 'unknown-code', 'S_1'],
    ['a number for an option', { S_1: 1 }, 'wrong-type', 'S_1'],
    ['a district of the city that is not part of the questionnaire', { district: 'sued' }, 'unknown-code', 'district'],
    ['one tick without a list', { M_1: 'sport' }, 'wrong-type', 'M_1'],
    ['ticks as an object', { M_1: { 0: 'sport', length: 1 } }, 'wrong-type', 'M_1'],
    ['an unknown tick', { M_1: ['sport', 'pigeon'] }, 'unknown-code', 'M_1'],
    ['an inherited name as tick', { M_1: ['toString'] }, 'unknown-code', 'M_1'],
    ['a list in a list', { M_1: [['sport']] }, 'wrong-type', 'M_1'],
    ['the same tick twice', { M_1: ['sport', 'sport'] }, 'duplicate-choice', 'M_1'],
    ['an exclusive tick beside another', { M_1: ['sport', 'none'] }, 'exclusive-choice', 'M_1'],
    ['two missing ticks', { M_1: ['dont-know', 'prefer-not'] }, 'exclusive-choice', 'M_1'],
    ['more ticks than allowed', { M_1: ['sport', 'advice', 'other'] }, 'too-many-choices', 'M_1'],
    ['a text without its tick', { M_1: ['sport'], 'M_1-Comment': 'x' }, 'comment-without-choice', 'M_1-Comment'],
    ['a text without any answer', { 'S_1-Comment': 'x' }, 'comment-without-choice', 'S_1-Comment'],
    ['a text that is a number', { M_1: ['other'], 'M_1-Comment': 5 }, 'wrong-type', 'M_1-Comment'],
    ['a text that is too long', { M_1: ['other'], 'M_1-Comment': 'x'.repeat(1001) }, 'text-too-long', 'M_1-Comment'],
    ['a text with NUL', { M_1: ['other'], 'M_1-Comment': 'a\u0000b' }, 'wrong-type', 'M_1-Comment'],
    ['a text with a control character', { M_1: ['other'], 'M_1-Comment': 'a\u001bb' }, 'wrong-type', 'M_1-Comment'],
    ['a text with half a surrogate pair', { M_1: ['other'], 'M_1-Comment': 'a\ud83db' }, 'wrong-type', 'M_1-Comment'],
    ['special categories without consent to them', { A_1: ['care'] }, 'hidden-answer', 'A_1'],
  ])('%s', (_name, answers, code, place) => {
    expect(check(answers, { consent: AGREED })).toEqual({ ok: false, problems: [{ code, place }] });
  });

  it('everything without consent', () => {
    const problems = [{ code: 'missing-consent', place: 'consent.agree' }];
    expect(check({}, { consent: { agree: false, art9: true } })).toEqual({ ok: false, problems });
    const sloppy = { agree: 'yes', art9: false } as unknown as ConsentGiven;
    expect(check({}, { consent: sloppy })).toEqual({ ok: false, problems });
  });

  it('special categories when the consent to them is not exactly true', () => {
    const sloppy = { agree: true, art9: 1 } as unknown as ConsentGiven;
    expect(check({ A_1: ['care'] }, { consent: sloppy })).toMatchObject({ ok: false });
  });

  it('names every place once and repeats no answer', () => {
    const secret = 'Frau Beispiel, Musterweg 1';
    const result = check(
      { [secret]: secret, S_1: secret, M_1: [secret, secret], 'M_1-Comment': `${secret}\u0000`, district: secret },
      { consent: { agree: false, art9: false } },
    );
    expect(result).toEqual({
      ok: false,
      problems: [
        { code: 'missing-consent', place: 'consent.agree' },
        { code: 'unknown-question', place: 'answers' },
        { code: 'unknown-code', place: 'M_1' },
        { code: 'wrong-type', place: 'M_1-Comment' },
        { code: 'unknown-code', place: 'S_1' },
        { code: 'unknown-code', place: 'district' },
      ],
    });
    expect(JSON.stringify(result)).not.toContain(secret);
  });
});

describe('a codebook that contradicts itself', () => {
  const [question] = codebook.questions;
  it('is refused when an expression cannot be parsed', () => {
    const broken = { ...codebook, questions: codebook.questions.map((q) => (q === question ? { ...q, visibleIf: '{a} =' } : q)) };
    expect(() => compileCheck(broken)).toThrow('{a} =');
  });

  it('is refused when a question has no variable', () => {
    const broken = { ...codebook, variables: codebook.variables.filter((variable) => variable.question !== question?.name) };
    expect(() => compileCheck(broken)).toThrow(question?.name ?? '');
  });
});

describe('a vector', () => {
  it('of another length or with an unknown position is not read', () => {
    const length = codedVariables(codebook).length;
    expect(() => decodeVector(codebook, new Uint8Array(length + 1))).toThrow(RangeError);
    expect(() => decodeVector(codebook, new Uint8Array(length).fill(200))).toThrow(RangeError);
  });
});
