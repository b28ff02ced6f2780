import fc from 'fast-check';
import type { Variable } from '../survey/codebook.js';
import { criterionIndex, summariseCriterionIndex } from './criterion-index.js';
import { gapEstimate, meanWeightedDiscrepancy, pairedJudgements, rankedDiscrepancy } from './discrepancy.js';
import { isSameInstrument, likertSummary } from './likert-summary.js';
import { perceptionGap } from './perception-gap.js';
import { percentOfScale, reversed } from './scale-range.js';
import { scaleScore, scoresByByte } from './scale-score.js';

const RUNS = { seed: 20_260_306, numRuns: 500 };
const SCALE = { min: 1, max: 5 };

/** Agreement from 1 to 5 with both missing codes; code and byte deliberately differ. */
const VARIABLE: Variable = {
  name: 'K1_2_bestand',
  question: 'K1_2_bestand',
  itemId: 'K1-2',
  demographicId: null,
  part: 'bestand',
  measurement: 'ordinal',
  scale: { id: 'ZUST5', ...SCALE },
  codes: [1, 2, 3, 4, 5, 98, 99].map((code, index) => ({
    code,
    position: index + 11,
    missing: code === 98 ? 'dont-know' : code === 99 ? 'prefer-not' : null,
    labels: {},
  })),
  option: null,
  labels: {},
  criterion: 'K1',
  fieldOfAction: null,
  reverse: false,
  art9: false,
  sensitive: false,
  visibleIf: null,
};
const NEGATIVE: Variable = { ...VARIABLE, reverse: true };
const [ONE, TWO, THREE, FOUR, FIVE, DONT_KNOW, PREFER_NOT, NOT_ANSWERED, NOT_SHOWN] = [11, 12, 13, 14, 15, 16, 17, 0, 255];
const anyByte = fc.constantFrom(ONE, TWO, THREE, FOUR, FIVE, DONT_KNOW, PREFER_NOT, NOT_ANSWERED, NOT_SHOWN);

describe('scaleScore', () => {
  it('turns negative statements round, but not their importance', () => {
    expect(scaleScore(NEGATIVE, 2)).toBe(4);
    expect(scaleScore(VARIABLE, 2)).toBe(2);
    expect(scaleScore({ ...NEGATIVE, part: 'bedarf' }, 2)).toBe(2);
  });

  it('scores neither missing nor unknown codes nor unordered scales', () => {
    expect([98, 99, 7, 'yes'].map((code) => scaleScore(VARIABLE, code))).toEqual([null, null, null, null]);
    expect(scaleScore({ ...VARIABLE, measurement: 'nominal' }, 2)).toBeNull();
    expect(scaleScore({ ...VARIABLE, scale: null }, 2)).toBeNull();
  });

  it('lists scores by byte', () => {
    const scores = scoresByByte(NEGATIVE);
    expect([NOT_ANSWERED, ONE, FIVE, DONT_KNOW, NOT_SHOWN].map((byte) => scores[byte])).toEqual([NaN, 5, 1, NaN, NaN]);
  });

  it('turns every score into its mirror, and puts it on 0 to 100', () => {
    expect([1, 2, 3, 4, 5].map((value) => reversed(value, SCALE))).toEqual([5, 4, 3, 2, 1]);
    expect([1, 3, 5].map((value) => percentOfScale(value, SCALE))).toEqual([0, 50, 100]);
  });

  it('refuses scores off the scale and scales without length instead of giving 150 %, Infinity or NaN', () => {
    for (const off of [0, 7, Number.NaN]) {
      expect(() => percentOfScale(off, SCALE)).toThrow('is not on the scale from 1 to 5');
      expect(() => reversed(off, SCALE)).toThrow(RangeError);
    }
    expect(() => percentOfScale(1, { min: 1, max: 1 })).toThrow('A scale needs min < max');
  });
});

describe('likertSummary', () => {
  it('counts scores, all four kinds of missing, and the upper two of five', () => {
    const summary = likertSummary(VARIABLE, [FIVE, FIVE, FOUR, THREE, TWO, DONT_KNOW, DONT_KNOW, PREFER_NOT, NOT_ANSWERED, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN]);
    expect(summary.distribution).toEqual([
      { score: 1, count: 0 },
      { score: 2, count: 1 },
      { score: 3, count: 1 },
      { score: 4, count: 1 },
      { score: 5, count: 2 },
    ]);
    expect(summary.missing).toEqual({ 'dont-know': 2, 'prefer-not': 1, 'not-answered': 1, 'not-shown': 3 });
    expect(summary.n).toBe(5);
    // The middle of the scale is not the upper half.
    expect(summary.upper?.share).toBe(0.6);
    expect(summary.upper?.lower).toBeCloseTo(0.2307, 4);
    expect(summary.mean?.value).toBeCloseTo(3.8, 12);
  });

  it('mirrors distribution and mean of a reversed item, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(anyByte, { maxLength: 80 }), (bytes) => {
        const [plain, turned] = [likertSummary(VARIABLE, bytes), likertSummary(NEGATIVE, bytes)];
        expect(turned.distribution.map(({ count }) => count)).toEqual(plain.distribution.map(({ count }) => count).toReversed());
        expect(turned.missing).toEqual(plain.missing);
        expect(plain.n + Object.values(plain.missing).reduce((sum, count) => sum + count, 0)).toBe(bytes.length);
        if (plain.mean === null) expect(turned.mean).toBeNull();
        else {
          expect(turned.mean?.value).toBeCloseTo(reversed(plain.mean.value, SCALE), 10);
          if (plain.mean.upper !== null) expect(turned.mean?.lower).toBeCloseTo(reversed(plain.mean.upper, SCALE), 9);
        }
      }),
      RUNS,
    );
  });

  it('has no share and no mean without answers, and no interval of a single one', () => {
    expect(likertSummary(VARIABLE, [DONT_KNOW])).toMatchObject({ n: 0, upper: null, mean: null });
    // Of two people the t interval would reach from −4.9 to 7.9.
    expect(likertSummary(VARIABLE, [ONE, TWO]).mean).toEqual({ value: 1.5, lower: 1, upper: 5 });
    expect(likertSummary(VARIABLE, Uint8Array.of(THREE))).toMatchObject({ n: 1, mean: { value: 3, lower: null, upper: null } });
  });

  it('claims no certainty where everyone gave the same answer', () => {
    expect(likertSummary(VARIABLE, [FOUR, FOUR, FOUR]).mean).toEqual({ value: 4, lower: null, upper: null });
    expect(gapEstimate([{ importance: 5, performance: 1 }, { importance: 4, performance: 0 }])).toEqual({ n: 2, gap: 4, lower: null, upper: null });
    expect(summariseCriterionIndex([[5, 5], [5, null]], SCALE)).toMatchObject({ n: 2, mean: 100, lower: null, upper: null });
    // Sixths are no round numbers: the same answers in another order differ in the last digit, and must not look as if they varied.
    const [sixths, people] = [{ min: 0, max: 6 }, [[1, 1, 3], [3, 1, 1], [1, 3, 1]]];
    expect(new Set(people.map((scores) => criterionIndex(scores, sixths))).size).toBe(2);
    expect(summariseCriterionIndex(people, sixths)).toMatchObject({ n: 3, lower: null, upper: null });
  });

  it('refuses bytes the codebook does not know and variables without an ordered scale', () => {
    expect(() => likertSummary(VARIABLE, [ONE, 1])).toThrow('Person 1: “K1_2_bestand” has no code at position 1.');
    expect(() => likertSummary({ ...VARIABLE, scale: null }, [])).toThrow('no ordered scale');
  });

  it('tells a scale of three answers from one of five, though both reach from 0 to 100', () => {
    const easy: Variable = { ...VARIABLE, codes: VARIABLE.codes.filter(({ code }) => code !== 2 && code !== 4) };
    const [five, three] = [likertSummary(VARIABLE, [FIVE, ONE]), likertSummary(easy, [FIVE, ONE])];
    expect(three.instrument).toEqual({ scaleId: 'ZUST5', points: 3 });
    expect(three.distribution.map(({ score }) => percentOfScale(score, SCALE))).toEqual([0, 50, 100]);
    expect([isSameInstrument(five, three), isSameInstrument(five, likertSummary(NEGATIVE, []))]).toEqual([false, true]);
  });
});

describe('criterionIndex', () => {
  const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 12 });

  it('accepts exactly half and refuses less', () => {
    expect(criterionIndex([5, null], SCALE)).toBe(100);
    expect(criterionIndex([5, null, null], SCALE)).toBeNull();
    expect(criterionIndex([], SCALE)).toBeNull();
    expect(criterionIndex([null], SCALE)).toBeNull();
  });

  it('stays within 0 and 100 and mirrors reversed items', () => {
    fc.assert(
      fc.property(answers, (scores) => {
        const index = criterionIndex(scores, SCALE);
        const turned = criterionIndex(scores.map((score) => (score === null ? null : reversed(score, SCALE))), SCALE);
        if (index === null) {
          expect(turned).toBeNull();
          return;
        }
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(100);
        expect(turned).toBeCloseTo(100 - index, 9);
      }),
      RUNS,
    );
  });

  it('refuses scores outside the scale and scales without length', () => {
    expect(() => criterionIndex([6], SCALE)).toThrow('6 is not on the scale from 1 to 5.');
    expect(() => criterionIndex([Number.NaN], SCALE)).toThrow(RangeError);
    expect(() => criterionIndex([1], { min: 1, max: 1 })).toThrow(RangeError);
  });

  it('is summed up with the number of items, people and what was left out', () => {
    const summary = summariseCriterionIndex([[5, 5], [1, null], [null, null], [3, 3]], SCALE);
    expect(summary).toMatchObject({ items: 2, n: 3, tooFewAnswers: 0, mean: 50, lower: 0, upper: 100 });
    expect(summariseCriterionIndex([[5, null, null]], SCALE)).toEqual({ items: 3, n: 0, tooFewAnswers: 1, mean: null, lower: null, upper: null });
    expect(summariseCriterionIndex([[4]], SCALE)).toMatchObject({ n: 1, mean: 75, lower: null, upper: null });
    expect(summariseCriterionIndex([], SCALE)).toMatchObject({ items: 0, n: 0, mean: null });
    expect(() => summariseCriterionIndex([[1], [1, 2]], SCALE)).toThrow(RangeError);
  });
});

describe('discrepancy scores', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 60 });

  it('have no value when nobody answered both', () => {
    expect([meanWeightedDiscrepancy([]), rankedDiscrepancy([]), gapEstimate([])]).toEqual([null, null, null]);
  });

  it('are made of people who answered both halves', () => {
    const people = pairedJudgements({ importance: Float64Array.of(5, Number.NaN, 4, Number.NaN), performance: [2, 3, Number.NaN, Number.NaN] });
    expect(people).toEqual([{ importance: 5, performance: 2 }]);
    expect(gapEstimate(people)).toEqual({ n: 1, gap: 3, lower: null, upper: null });
    expect(() => pairedJudgements({ importance: [1], performance: [1, 2] })).toThrow(RangeError);
    expect(() => pairedJudgements({ importance: [Infinity], performance: [1] })).toThrow(RangeError);
  });

  it('turn their sign when importance and performance change places', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const there = pairedJudgements({ importance: drawn.map(([a]) => a), performance: drawn.map(([, b]) => b) });
        const back = there.map(({ importance, performance }) => ({ importance: performance, performance: importance }));
        const estimate = gapEstimate(there);
        expect(estimate?.gap).toBeCloseTo(drawn.reduce((sum, [a, b]) => sum + a - b, 0) / drawn.length, 12);
        expect(gapEstimate(back)?.gap).toBeCloseTo(-(estimate?.gap ?? NaN), 12);
        expect(rankedDiscrepancy(back)).toBeCloseTo(-(rankedDiscrepancy(there) ?? NaN), 10);
        expect(Math.abs(rankedDiscrepancy(there) ?? NaN)).toBeLessThanOrEqual(100);
        if (estimate?.lower != null) expect(estimate.lower).toBeLessThanOrEqual(estimate.gap);
      }),
      RUNS,
    );
  });

  it('rank direction only: 100 when everyone has more than needed', () => {
    expect(rankedDiscrepancy([{ importance: 1, performance: 5 }])).toBe(100);
    expect(rankedDiscrepancy([{ importance: 5, performance: 1 }, { importance: 5, performance: 4 }])).toBe(-100);
  });
});

describe('perceptionGap', () => {
  it('is the difference of two independent groups with Welch’s interval', () => {
    const gap = perceptionGap({ residents: { scores: [2, 3, 1, 2, Number.NaN] }, professionals: { scores: [4, 5, 4, 4, 3] } });
    expect(gap).toMatchObject({ residents: 4, professionals: 5, gap: 2 });
    // t.test(c(4, 5, 4, 4, 3), c(2, 3, 1, 2)) of R 4.2.2.
    expect(gap?.lower).toBeCloseTo(0.738809230162, 6);
    expect(gap?.upper).toBeCloseTo(3.261190769838, 6);
  });

  it('has no error left on the side of professionals who all answered', () => {
    const [residents, professionals] = [{ scores: [2, 3, 1, 2] }, { scores: [4, 5, 4, 3] }];
    const all = perceptionGap({ residents, professionals: { ...professionals, population: 4 } });
    const some = perceptionGap({ residents, professionals });
    expect((all?.upper ?? NaN) - (all?.lower ?? NaN)).toBeLessThan((some?.upper ?? NaN) - (some?.lower ?? NaN));
    expect(all?.gap).toBe(2);
    // What is left is the error of the four residents: t of three degrees of freedom times √(⅔ / 4).
    expect(all?.upper).toBeCloseTo(2 + 3.182446305 * Math.sqrt(2 / 3 / 4), 8);
    expect(all?.lower).toBeCloseTo(2 - 3.182446305 * Math.sqrt(2 / 3 / 4), 8);
  });

  it('has no value without answers and no interval for a single person or without variance', () => {
    expect(perceptionGap({ residents: { scores: [Number.NaN] }, professionals: { scores: [3] } })).toBeNull();
    expect(perceptionGap({ residents: { scores: [1, 2] }, professionals: { scores: [] } })).toBeNull();
    expect(perceptionGap({ residents: { scores: [1, 2] }, professionals: { scores: [5] } })).toMatchObject({ gap: 3.5, lower: null, upper: null });
    expect(perceptionGap({ residents: { scores: [1, 1] }, professionals: { scores: [5, 5] } })).toMatchObject({ gap: 4, lower: null, upper: null });
  });

  it('refuses infinite scores and impossible populations', () => {
    expect(() => perceptionGap({ residents: { scores: [Infinity] }, professionals: { scores: [3] } })).toThrow(RangeError);
    expect(() => perceptionGap({ residents: { scores: [1, 2] }, professionals: { scores: [3, 4], population: 1 } })).toThrow(RangeError);
  });
});
