import { codedVariables } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { compileCheck } from '../check/compile-check.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { randomSurveys } from '../fixtures/random-survey.js';
import { QuestionnaireError } from '../questionnaire-error.js';
import { codebookFromSurvey } from './codebook-from-survey.js';

const SPSS = 'ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' ');
const R = 'if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_complex_ NA_character_ in'.split(' ');
const SQL = 'SELECT FROM WHERE ORDER GROUP TABLE USER END CASE WHEN THEN DESC ASC LIMIT ARRAY COLUMN CHECK DEFAULT UNIQUE UNION CTID XMIN'.split(' ');
const RESERVED = new Set([...SPSS, ...R, ...SQL].map((word) => word.toLowerCase()));

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
  fc.constantFrom(...SPSS, ...R, ...SQL, ...SPSS.map((word) => word.toLowerCase()), 'Größe', 'œuvre', 'السؤال', '1', '_', '-', 'a b', 'a-b', 'A_b', 'q_text', 'é'),
);

describe('names of variables', () => {
  it('are legal and unique in SPSS, R and SQL, whatever questions, codes and rows are called', () => {
    const question = fc.record({ name: words, kind: fc.constantFrom('rating', 'checkbox', 'ranking', 'matrix'), codes: fc.uniqueArray(words, { minLength: 1, maxLength: 4 }) });
    let seen = 0;
    fc.assert(
      fc.property(fc.uniqueArray(question, { minLength: 1, maxLength: 6, selector: ({ name }) => name.toLowerCase() }), (questions) => {
        const elements = questions.map(({ name, kind, codes }) => {
          const list = kind === 'matrix' ? { rows: codes.map((value) => ({ value })), columns: [1, 2] } : kind === 'rating' ? {} : { choices: codes.map((value) => ({ value })) };
          return { type: kind, name, ...list };
        });
        const names = namesOf(elements);
        seen += names.length;
        for (const name of names) {
          expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(63);
          expect(RESERVED.has(name.toLowerCase())).toBe(false);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
      { numRuns: 500, seed: 4 },
    );
    expect(seen).toBeGreaterThan(1500);
  });

  it('stay readable', () => {
    const elements = ['Straße', 'K1-1', 'select', 'All', 'السؤال', 'Ära é'].map((name) => ({ type: 'rating', name }));
    expect(namesOf(elements)).toEqual(['Strasse', 'K1_1', 'select_2', 'All_2', 'question_5', 'Aera_e']);
  });

  it('number the parts whose codes have no Latin letter', () => {
    const choices = ['ملعب', 'حديقة', 'Öl', '-'];
    expect(namesOf([{ type: 'checkbox', name: 'q', choices }, { type: 'matrix', name: 'm', rows: ['صف', 1], columns: [1] }])).toEqual(['q_1', 'q_2', 'q_Oel', 'q_4', 'm_1', 'm_1_2']);
  });

  function namesOf(elements: readonly Record<string, unknown>[]): readonly string[] {
    try {
      return codebookFromSurvey({ elements }).codebook.variables.map(({ name }) => name);
    } catch (error) {
      // Two codes that differ for JavaScript may be one without white space or control characters; those are refused.
      if (error instanceof QuestionnaireError) return [];
      throw error;
    }
  }
});

describe('the codebook', () => {
  it('of a random survey has a byte for everything, compiles, and is the same again', () => {
    fc.assert(
      fc.property(randomSurveys, ({ survey }) => {
        const { codebook, unsupported } = codebookFromSurvey(survey);
        expect(unsupported).toEqual([]);
        expect(codebookFromSurvey(structuredClone(survey))).toEqual({ codebook, unsupported });
        for (const { codes } of codedVariables(codebook)) {
          expect(codes.map(({ position }) => position)).toEqual(codes.map((_, index) => index + 1));
          expect(new Set(codes.map(({ code }) => String(code))).size).toBe(codes.length);
        }
        expect(() => compileCheck(codebook)).not.toThrow();
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('of a compiled questionnaire is complete, whatever was chosen', () => {
    const drafts = fc.record({
      itemIds: fc.shuffledSubarray([...EXAMPLE_DRAFT.itemIds], { minLength: 1 }),
      demographicIds: fc.shuffledSubarray([...EXAMPLE_DRAFT.demographicIds]),
      languages: fc.shuffledSubarray(['de', 'de-simple', 'en', 'ar', 'ku'], { minLength: 1 }),
      focus: fc.subarray(['F1', 'F2', 'F3'], { maxLength: 2 }),
    });
    fc.assert(
      fc.property(drafts, (change) => {
        const { survey, codebook } = compileQuestionnaire({ draft: { ...EXAMPLE_DRAFT, ...change }, taxonomy: EXAMPLE_TAXONOMY, itemBank: EXAMPLE_ITEM_BANK });
        const read = codebookFromSurvey(JSON.parse(JSON.stringify(survey)), { languages: change.languages });
        expect(read).toEqual({ codebook, unsupported: [] });
        expect(new Set(codebook.variables.flatMap(({ itemId }) => itemId ?? []))).toEqual(new Set(change.itemIds));
        expect(new Set(codebook.variables.flatMap(({ demographicId }) => demographicId ?? []))).toEqual(new Set(change.demographicIds));
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it('never breaks on a definition that was tampered with, it refuses or names', () => {
    const junk = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(null, -1, 1e308, '', '__proto__', ['x'], { value: {} }, [[[]]], 'a|b|c', Array.from({ length: 3000 }, (_, index) => index)));
    let changed = 0;
    fc.assert(
      fc.property(randomSurveys, fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 4 }), ({ survey }, changes) => {
        let definition: unknown = survey;
        for (const [where, value] of changes) definition = replaced(definition, where, value);
        try {
          const { codebook } = codebookFromSurvey(definition);
          compileCheck(codebook);
          changed += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(QuestionnaireError);
        }
      }),
      { numRuns: 600, seed: 7 },
    );
    expect(changed).toBeGreaterThan(100);
  });
});

/** The definition with one of its values, counted in depth-first order, replaced. */
function replaced(definition: unknown, where: number, value: unknown): unknown {
  let count = 0;
  JSON.stringify(definition, (_key, entry: unknown) => {
    count += 1;
    return entry;
  });
  let index = 0;
  const target = where % Math.max(1, count);
  return JSON.parse(JSON.stringify(definition, (_key, entry: unknown) => {
    index += 1;
    return index - 1 === target ? value : entry;
  }) ?? 'null') as unknown;
}
