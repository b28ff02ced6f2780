import { SMALL_CODEBOOK, SMALL_TAXONOMY } from '../../test/small-survey.js';
import { type ExampleAnswer, exampleAnswers } from './example-answers.js';

const SURVEY = { codebook: SMALL_CODEBOOK, targetGroupId: 'senior', districts: SMALL_TAXONOMY.districts };

function made(count: number, seed = 1): ExampleAnswer[] {
  return [...exampleAnswers(SURVEY, count, seed)];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function judgements(answers: readonly ExampleAnswer[], key: string): readonly number[] {
  return answers.flatMap((answer) => {
    const value = answer.answers[key];
    return typeof value === 'number' && value <= 5 ? [value] : [];
  });
}

describe('exampleAnswers', () => {
  it('makes the same answers from the same seed and others from another', () => {
    expect(made(50)).toEqual(made(50));
    expect(made(50, 2)).not.toEqual(made(50));
  });

  it('gives every answer its own UUID of version 4', () => {
    const ids = made(500).map((answer) => answer.id);
    expect(new Set(ids).size).toBe(500);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  });

  it('rates importance higher than what there is', () => {
    const answers = made(400);
    expect(mean(judgements(answers, 'K1_1_bedarf'))).toBeGreaterThan(mean(judgements(answers, 'K1_1_bestand')) + 0.3);
  });

  it('lets some people skip questions and some not know', () => {
    const answers = made(400).map((answer) => answer.answers['K1_1_bestand']);
    expect(answers.filter((value) => value === undefined).length).toBeGreaterThan(0);
    expect(answers.filter((value) => value === 98).length).toBeGreaterThan(0);
  });

  it('writes free texts only beside their choice and says that they are examples', () => {
    const withText = made(2000).filter((answer) => answer.answers['K2_3-Comment'] !== undefined);
    expect(withText.length).toBeGreaterThan(0);
    for (const { answers } of withText) {
      expect(answers['K2_3']).toContain('other');
      expect(answers['K2_3-Comment']).toMatch(/^Beispieltext: /);
    }
  });
});
