import type { Answers, AnswerValue, Codebook, CodebookQuestion, Variable } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { Model } from 'survey-core';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { compileCheck } from './compile-check.js';
import { decodeVector } from './decode-vector.js';

const compileSubset = (itemIds: readonly string[], demographicIds: readonly string[]) =>
  compileQuestionnaire({
    draft: { ...EXAMPLE_DRAFT, languages: ['de'], itemIds, demographicIds },
    taxonomy: EXAMPLE_TAXONOMY,
    itemBank: EXAMPLE_ITEM_BANK,
  });

const questionnaires = fc
  .record({
    itemIds: fc.subarray(EXAMPLE_DRAFT.itemIds.slice(), { minLength: 1 }),
    demographicIds: fc.subarray(EXAMPLE_DRAFT.demographicIds.slice()),
  })
  .map(({ itemIds, demographicIds }) => compileSubset(itemIds, demographicIds));

const optionsOf = (codebook: Codebook, question: CodebookQuestion): readonly Variable[] =>
  codebook.variables.filter((variable) => variable.question === question.name && variable.part === 'option');

/** A valid value, written without the check: one code, or ticks within the limit, or one exclusive tick. */
function validValue(codebook: Codebook, question: CodebookQuestion): fc.Arbitrary<AnswerValue> {
  if (question.type === 'single') {
    const codes = codebook.variables.find((variable) => variable.question === question.name)?.codes ?? [];
    return fc.constantFrom(...codes.map((code) => code.code));
  }
  const options = optionsOf(codebook, question).flatMap((variable) => variable.option ?? []);
  const free = options.filter((option) => !option.exclusive).map((option) => option.code);
  const exclusive = options.filter((option) => option.exclusive).map((option) => [option.code]);
  return fc.oneof(
    fc.shuffledSubarray(free, { minLength: 1, maxLength: question.max ?? free.length }),
    fc.constantFrom(...exclusive),
  );
}

/** What a person does on the pages: answers some questions, changes their mind, writes where there is a field. */
const sessions = questionnaires.chain(({ survey, codebook }) =>
  fc.record({
    survey: fc.constant(survey),
    codebook: fc.constant(codebook),
    art9: fc.boolean(),
    steps: fc.array(
      fc
        .constantFrom(...codebook.questions)
        .chain((question) =>
          fc.record({ question: fc.constant(question), value: validValue(codebook, question), text: fc.constantFrom('', 'Ein Garten', ' x\ny ') }),
        ),
      { maxLength: 15 },
    ),
  }),
);

function play(survey: Record<string, unknown>, art9: boolean, steps: readonly { question: CodebookQuestion; value: AnswerValue; text: string }[]): Model {
  const model = new Model(structuredClone(survey));
  model.setVariable('consentArt9', art9);
  for (const { question, value, text } of steps) {
    if (!model.getQuestionByName(question.name).isVisible) continue;
    model.setValue(question.name, structuredClone(value));
    if (question.commentKey && text && model.getQuestionByName(question.commentKey).isVisible) model.setValue(question.commentKey, text);
  }
  return model;
}

/** Everything an accepted answer consists of stands in the codebook; computed without the check's own tables. */
function isKnown(codebook: Codebook, answers: Answers): boolean {
  return Object.entries(answers).every(([key, value]) => {
    const question = codebook.questions.find((candidate) => candidate.name === key);
    if (question === undefined) {
      const owner = codebook.questions.find((candidate) => candidate.commentKey === key);
      return owner !== undefined && typeof value === 'string' && value.length <= owner.commentMaxLength && Object.hasOwn(answers, owner.name);
    }
    if (question.type === 'multiple') {
      const known = optionsOf(codebook, question).map((variable) => variable.option?.code);
      return Array.isArray(value) && value.every((code) => known.includes(code)) && new Set(value).size === value.length;
    }
    return codebook.variables.some((variable) => variable.question === key && variable.codes.some((code) => code.code === value));
  });
}

describe('beside a real survey', () => {
  it('accepts whatever a person can enter, and knows the same questions as hidden', () => {
    fc.assert(
      fc.property(sessions, ({ survey, codebook, art9, steps }) => {
        const model = play(survey, art9, steps);
        model.clearIncorrectValues();
        const answers = structuredClone(model.data) as Answers;
        const result = compileCheck(codebook)(answers, { consent: { agree: true, art9 } });
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        expect(Object.keys(result.answers).sort()).toEqual(Object.keys(answers).sort());
        const values = decodeVector(codebook, result.vector);
        for (const variable of codebook.variables.filter((candidate) => candidate.part !== 'text')) {
          const shown = model.getQuestionByName(variable.question).isVisible;
          const answer = answers[variable.question];
          const value = values.get(variable.name);
          const expected = variable.option ? Number(Array.isArray(answer) && answer.includes(variable.option.code)) : answer;
          expect(value?.kind).toBe(!shown ? 'not-shown' : answer === undefined ? 'not-answered' : 'code');
          if (value?.kind === 'code') expect(value.code.code).toBe(expected);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('against hostile answers', () => {
  const hostileKey = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'consentArt9', '', 'M_1-Comment-Comment'));
  const hostileValue = fc.oneof(fc.anything(), fc.jsonValue(), fc.constantFrom(98, 99, 97, -1, 1e308, 'other', '', [], ['other', 'none'], [null]));

  it('never throws and never accepts what the codebook does not know', () => {
    fc.assert(
      fc.property(sessions, fc.array(fc.tuple(fc.oneof(hostileKey, fc.nat()), hostileValue), { minLength: 1, maxLength: 4 }), fc.boolean(), (session, changes, agree) => {
        const answers = structuredClone(play(session.survey, session.art9, session.steps).data) as Record<string, unknown>;
        const keys = session.codebook.questions.flatMap((question) => [question.name, question.commentKey ?? question.name]);
        for (const [key, value] of changes) {
          const target = typeof key === 'number' ? (keys[key % keys.length] ?? '') : key;
          Object.defineProperty(answers, target, { value, enumerable: true, configurable: true, writable: true });
        }
        const result = compileCheck(session.codebook)(answers, { consent: { agree, art9: session.art9 } });
        if (result.ok) {
          expect(agree).toBe(true);
          expect(isKnown(session.codebook, result.answers)).toBe(true);
          expect(Object.keys(answers).every((key) => keys.includes(key))).toBe(true);
          expect(() => decodeVector(session.codebook, result.vector)).not.toThrow();
        } else {
          expect(result.problems.length).toBeGreaterThan(0);
          expect(result.problems.every(({ place }) => ['answers', 'consent.agree', ...keys].includes(place))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('survives anything in place of the answers', () => {
    const check = compileCheck(compileSubset(EXAMPLE_DRAFT.itemIds, EXAMPLE_DRAFT.demographicIds).codebook);
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (anything) => {
        expect(() => check(anything, { consent: { agree: true, art9: true } })).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
