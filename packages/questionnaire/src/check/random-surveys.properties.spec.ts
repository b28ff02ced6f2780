import type { Answers, Codebook } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { Model } from 'survey-core';
import { codebookFromSurvey } from '../codebook/codebook-from-survey.js';
import { randomSurveys } from '../fixtures/random-survey.js';
import type { RandomQuestion, RandomSurvey } from '../fixtures/random-survey.js';
import { registerStadtteilProperties } from '../survey-model/stadtteil-properties.js';
import { compileCheck } from './compile-check.js';
import type { CheckResult } from './compile-check.js';
import { decodeVector } from './decode-vector.js';

const SURVEYS = 300;
const ANSWERS_EACH = 2;

type Given = Readonly<Record<string, unknown>>;

const HOSTILE = fc.constantFrom<unknown>(
  null, '', 'other', 'none', '1', 1, 2.5, -1, 1e308, Number.NaN, Number.POSITIVE_INFINITY, true, false, [], {}, [[]], ['other', 'other'], [null],
  '2023-02-29', '2024-02-29', '0000-01-01', '12024-01-01', '2020-02-28', 'x'.repeat(3000), ' '.repeat(3000), 'a\u0000b', 'a\nb', '\ud83d',
  Array.from({ length: 100_000 }, () => 1), JSON.parse('{"__proto__": 1}'), { r1: 'ja', r2: 'nein' }, { 1: 1, constructor: 1 }, { r1: ['ja'] },
);

const hostileValue = (question: RandomQuestion): fc.Arbitrary<unknown> =>
  fc.oneof(
    HOSTILE,
    // What fits another question of the same kind, twice, in a list, as a text, as a row.
    question.valid.map((value) => [value]),
    question.valid.map((value) => String(value)),
    question.valid.map((value) => (Array.isArray(value) ? [...value, ...value] : { r1: value })),
    question.valid.map((value) => (Array.isArray(value) ? value.slice(0, 1) : value)),
    fc.jsonValue(),
  );

const textOf = (question: RandomQuestion): fc.Arbitrary<unknown> =>
  question.other === null ? fc.constant(undefined) : fc.constantFrom<unknown>('Etwas', 'Etwas', undefined, '  ', 7, 'x'.repeat(31));

const chosen = (value: unknown, code: string): boolean => (Array.isArray(value) ? value.includes(code) : value === code);

/** Answers to a survey: mostly what the screen allows, one question in eight hostile, texts where there is a field. */
const answersTo = ({ questions }: RandomSurvey, hostile: boolean): fc.Arbitrary<Given> =>
  fc
    .tuple(...questions.map((question) => fc.record({
      value: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        { weight: 5, arbitrary: question.valid },
        ...(hostile ? [{ weight: 1, arbitrary: hostileValue(question) }] : []),
      ),
      text: textOf(question),
    })))
    .map((given) => Object.fromEntries(given.flatMap(({ value, text }, index) => {
      const { name, other } = questions[index] ?? { name: '', other: null };
      const entries: [string, unknown][] = value === undefined ? [] : [[name, value]];
      const hasText = text !== undefined && other !== null && (hostile || (chosen(value, other) && typeof text === 'string' && text.length <= 30));
      return hasText ? [...entries, [`${name}-Comment`, text]] : entries;
    })));

const cases = fc.record({ survey: randomSurveys, hostile: fc.boolean(), art9: fc.boolean(), tidied: fc.nat(2) }).chain(({ survey, hostile, art9, tidied }) =>
  fc.record({
    survey: fc.constant(survey),
    art9: fc.constant(art9),
    tidied: fc.constant(tidied > 0),
    answers: fc.array(answersTo(survey, hostile), { minLength: ANSWERS_EACH, maxLength: ANSWERS_EACH }),
  }));

/** Whether every value alone is one the definition allows; written without the codebook. */
function isAllowed({ questions }: RandomSurvey, given: Given): boolean {
  return Object.entries(given).every(([key, value]) => {
    const question = questions.find(({ name }) => name === key);
    if (question) return question.allows(value);
    const owner = questions.find(({ name }) => `${name}-Comment` === key);
    if (owner?.other == null || typeof value !== 'string') return false;
    return value.trim() === '' || (value.trim().length <= 30 && value.length <= 1060 && chosen(given[owner.name], owner.other));
  });
}

/** A real survey with the same answers; it keeps what is hidden, so that it judges the same answers as the check. */
function modelWith({ survey }: RandomSurvey, answers: Given, art9: boolean): Model {
  const model = new Model({ ...structuredClone(survey), clearInvisibleValues: 'none' });
  model.setVariable('consentArt9', art9);
  // Copied by JSON: survey-core does not take objects of another realm for objects.
  model.data = JSON.parse(JSON.stringify(answers)) as Record<string, unknown>;
  return model;
}

const shownIn = (model: Model, name: string): boolean => {
  const question = model.getQuestionByName(name);
  return question.isVisible && question.isParentVisible;
};

/** Questions that survey-core does not let pass although nothing in them is wrong: something is missing. */
function demandedIn(model: Model, codebook: Codebook): readonly string[] {
  model.validate(true);
  return codebook.questions.map(({ name }) => name).filter((name) => shownIn(model, name) && model.getQuestionByName(name).errors.length > 0);
}

const counts = { surveys: 0, accepted: 0, hidden: 0, demanded: 0, refused: 0 };

describe('on random surveys, beside a real survey', () => {
  beforeAll(registerStadtteilProperties);

  it('never accepts what the definition does not allow, and agrees on what is shown and what is demanded', () => {
    fc.assert(
      fc.property(cases, ({ survey, art9, tidied, answers }) => {
        const { codebook, unsupported } = codebookFromSurvey(survey.survey);
        expect(unsupported).toEqual([]);
        expect(codebook.questions.map(({ name }) => name)).toEqual(survey.questions.map(({ name }) => name));
        const check = compileCheck(codebook);
        counts.surveys += 1;
        for (const drawn of answers) {
          const given = tidied ? withoutHidden(drawn, (candidate) => check(candidate, { consent: { agree: true, art9 } })) : drawn;
          const result = check(given, { consent: { agree: true, art9 } });
          if (!isAllowed(survey, given)) {
            expect(result.ok).toBe(false);
            counts.refused += 1;
            continue;
          }
          const model = modelWith(survey, accepted(result, given), art9);
          const shown = codebook.questions.filter(({ name }) => shownIn(model, name)).map(({ name }) => name);
          if (result.ok) {
            counts.accepted += 1;
            const values = decodeVector(codebook, result.vector);
            const notShown = codebook.variables.filter(({ name }) => values.get(name)?.kind === 'not-shown').map(({ question }) => question);
            expect(new Set(notShown)).toEqual(new Set(codebook.questions.map(({ name }) => name).filter((name) => !shown.includes(name))));
            expect(demandedIn(model, codebook)).toEqual([]);
            // What it accepted is its own normal form.
            expect(check(result.answers, { consent: { agree: true, art9 } })).toEqual(result);
          } else {
            const codes = new Set(result.problems.map(({ code }) => code));
            const places = new Set(result.problems.map(({ place }) => place.replace(/-Comment$/, '')));
            expect([...codes].every((code) => code === 'hidden-answer' || code === 'answer-required')).toBe(true);
            if (codes.has('hidden-answer')) {
              counts.hidden += 1;
              const answered = codebook.questions.filter(({ name }) => isGiven(given[name]) && !shown.includes(name)).map(({ name }) => name);
              expect(places).toEqual(new Set(answered));
            } else {
              counts.demanded += 1;
              expect(places).toEqual(new Set(demandedIn(model, codebook)));
            }
          }
        }
      }),
      { numRuns: SURVEYS, seed: 20261122 },
    );
    // The generator must reach every outcome, or this shows nothing.
    expect(Math.min(counts.accepted, counts.hidden, counts.demanded, counts.refused)).toBeGreaterThan(SURVEYS / 10);
  }, 600_000);
});

/** What a person does on the screen: answers questions that are shown, some of them again. */
const sessions = fc.record({ survey: randomSurveys, art9: fc.boolean() }).chain(({ survey, art9 }) =>
  fc.record({
    survey: fc.constant(survey),
    art9: fc.constant(art9),
    steps: fc.array(
      fc.constantFrom(...survey.questions).chain((question) => question.valid.map((value) => ({ question, value }))),
      { minLength: 1, maxLength: 14 },
    ),
  }));

describe('what a person can enter on the screen', () => {
  it('is accepted, unless the screen itself demands more', () => {
    const outcomes = { accepted: 0, demanded: 0 };
    fc.assert(
      fc.property(sessions, ({ survey, art9, steps }) => {
        const model = new Model(survey.survey);
        model.setVariable('consentArt9', art9);
        for (const { question, value } of steps) {
          if (!shownIn(model, question.name)) continue;
          model.setValue(question.name, JSON.parse(JSON.stringify(value)));
          if (question.other !== null && chosen(value, question.other)) model.setComment(question.name, 'Etwas');
        }
        const { codebook } = codebookFromSurvey(survey.survey);
        const result = compileCheck(codebook)(asSent(survey, model.data as Given), { consent: { agree: true, art9 } });
        const demanded = demandedIn(model, codebook);
        if (result.ok) {
          outcomes.accepted += 1;
          expect(demanded).toEqual([]);
        } else {
          outcomes.demanded += 1;
          expect(result.problems.map(({ code }) => code).filter((code) => code !== 'answer-required')).toEqual([]);
          expect(new Set(result.problems.map(({ place }) => place.replace(/-Comment$/, '')))).toEqual(new Set(demanded));
        }
      }),
      { numRuns: SURVEYS / 4, seed: 20261123 },
    );
    expect(Math.min(outcomes.accepted, outcomes.demanded)).toBeGreaterThan(SURVEYS / 30);
  }, 600_000);
});

/** survey-core drops the text of a choice that was taken back on completion; the front end when it sends. */
function asSent({ questions }: RandomSurvey, data: Given): Given {
  const orphans = questions.filter(({ name, other }) => other !== null && !chosen(data[name], other)).map(({ name }) => `${name}-Comment`);
  return Object.fromEntries(Object.entries(data).filter(([key]) => !orphans.includes(key)));
}

/** Answers as after a person has changed their mind: what is refused as hidden is gone, so that more of them pass. */
function withoutHidden(drawn: Given, check: (given: Given) => CheckResult): Given {
  let given = drawn;
  for (let round = 0; round < 10; round += 1) {
    const result = check(given);
    const hidden = result.ok ? [] : result.problems.filter(({ code }) => code === 'hidden-answer').map(({ place }) => place);
    if (hidden.length === 0) return given;
    given = Object.fromEntries(Object.entries(given).filter(([key]) => !hidden.some((place) => key === place || key === `${place}-Comment`)));
  }
  return given;
}

function isGiven(value: unknown): boolean {
  if (value === undefined || value === '' || (typeof value === 'string' && value.trim() === '')) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

/** White space round texts is no part of an answer, empty answers are none; else the survey is given what was sent. */
function accepted(result: CheckResult, given: Given): Given {
  if (result.ok) return result.answers as Answers;
  return Object.fromEntries(Object.entries(given).flatMap(([key, value]) => {
    if (!isGiven(value)) return [];
    return [[key, typeof value === 'string' ? value.trim() : value === 0 ? 0 : value]];
  }));
}
