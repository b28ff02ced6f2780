import {
  benjaminiHochberg,
  chiSquareTest,
  cohenKappa,
  covarianceMatrix,
  effectiveSample,
  gapEstimate,
  itemReliability,
  mannWhitneyTest,
  meanInterval,
  meanSampleOf,
  pairedJudgements,
  rake,
  shareDifference,
  standardisedAlpha,
  stratumWeights,
  weightedMean,
  weightedMeanInterval,
  welchTest,
  wilsonInterval,
  wilsonIntervalCorrected,
} from '@stadtteilstimme/domain';
import { categories, likert, oneOf, ratings, share, successes, times, values, weights, whole, type Next } from './random-data-sets.ts';

/** Named results of one data set; null = there is no such figure. */
export type Figures = Readonly<Record<string, number | null>>;

/** Runs one function on one random data set: `data` goes to R, `figures` is what came out here. */
export type Trial = (next: Next) => { readonly data: object; readonly figures: Figures };

const confidenceOf = (next: Next): number => oneOf(next, [0.95, 0.9, 0.99]);

function numbered(list: ArrayLike<number>): Figures {
  return Object.fromEntries(Array.from(list, (value, index) => [String(index), value]));
}

/** People in strata with at least two in each, and populations at least as large. */
function stratified(next: Next) {
  const strata = whole(next, 2, 5);
  const n = strata * 2 + whole(next, 5, 100);
  const of = times(n, (person) => (person < strata * 2 ? person % strata : Math.floor(strata * next() ** 2)));
  const populations = times(strata, (stratum) => of.filter((own) => own === stratum).length + whole(next, 0, 500));
  return { n, of, populations };
}

function raking(next: Next) {
  const people = whole(next, 60, 250);
  const sizes = times(whole(next, 1, 3), () => whole(next, 2, 4));
  const codes = sizes.map((size) => categories(next, people, size, next() < 0.3));
  // A base of many people per cell would always fit; the margins of a sample drawn at random always do as well.
  const total = oneOf(next, [1, 1000, 77_842]);
  const targets = codes.map((column, index) => {
    const parts = times(sizes[index] ?? 0, (category) => column.filter((code) => code === category).length * (0.6 + 0.8 * next()));
    const sum = parts.reduce((before, part) => before + part, 0);
    return parts.map((part) => (part / sum) * total);
  });
  return { codes, targets, weights: weights(next, people), values: likert(next, people) };
}

/** Every function of the package that R, survey or psych also have. */
export const COMPARED: Readonly<Record<string, Trial>> = {
  wilson: (next) => {
    const n = whole(next, 1, 3000);
    const data = { successes: successes(next, n), n, confidence: confidenceOf(next) };
    return { data, figures: { ...wilsonInterval(data.successes, n, data) } };
  },

  'wilson-corrected': (next) => {
    const n = whole(next, 1, 3000);
    const data = { successes: successes(next, n), n, confidence: confidenceOf(next) };
    return { data, figures: { ...wilsonIntervalCorrected(data.successes, n, data) } };
  },

  'wilson-effective-finite': (next) => {
    const data = { ...share(next), confidence: confidenceOf(next) };
    return { data, figures: { ...wilsonInterval(data.successes, data.n, data) } };
  },

  newcombe: (next) => {
    const data = { first: share(next), second: share(next), confidence: confidenceOf(next) };
    return { data, figures: { ...shareDifference(data.first, data.second, data.confidence) } };
  },

  'mean-interval': (next) => {
    const data = { values: [1, 2, ...values(next, whole(next, 0, 300))], confidence: confidenceOf(next) };
    const { n, mean, variance } = meanSampleOf(data.values);
    return { data, figures: { mean, ...meanInterval(n, mean, variance, data) } };
  },

  gap: (next) => {
    const n = whole(next, 5, 200);
    const data = { importance: [5, 1, ...likert(next, n)], performance: [1, 5, ...likert(next, n)] };
    const estimate = gapEstimate(pairedJudgements(data));
    return { data, figures: { gap: estimate?.gap ?? null, lower: estimate?.lower ?? null, upper: estimate?.upper ?? null } };
  },

  welch: (next) => {
    const data = { first: [1, 2, ...values(next, whole(next, 0, 200))], second: [3, 5, ...likert(next, whole(next, 0, 200))], confidence: confidenceOf(next) };
    const test = welchTest(meanSampleOf(data.first), meanSampleOf(data.second), data.confidence);
    return { data, figures: { t: test?.t ?? null, degrees: test?.degrees ?? null, p: test?.p ?? null, lower: test?.lower ?? null, upper: test?.upper ?? null } };
  },

  'mann-whitney': (next) => {
    // Now and then everyone agrees: no test exists, here and there.
    const draw = next() < 0.05 ? (count: number) => new Array<number>(count).fill(3) : (count: number) => (next() < 0.8 ? likert(next, count) : values(next, count));
    const data = { first: draw(whole(next, 1, 200)), second: draw(whole(next, 1, 200)) };
    const { w, p } = mannWhitneyTest(data.first, data.second);
    return { data, figures: { w, p } };
  },

  'chi-square': (next) => {
    const [rows, columns] = [whole(next, 2, 5), whole(next, 2, 5)];
    const size = oneOf(next, [6, 60, 600]);
    const data = { table: times(rows, () => times(columns, () => whole(next, 1, size))), yates: rows === 2 && columns === 2 };
    const test = chiSquareTest(data.table, data.yates);
    const thin = { thin: test?.thin.cells ?? null, smallest: test?.thin.smallestExpected ?? null };
    return { data, figures: { chiSquare: test?.chiSquare ?? null, degrees: test?.degrees ?? null, p: test?.p ?? null, ...thin } };
  },

  'benjamini-hochberg': (next) => {
    const drawn = times(whole(next, 1, 60), () => next() ** oneOf(next, [1, 6]));
    const data = { p: drawn.map((p, index) => (index > 0 && next() < 0.2 ? (drawn[index - 1] ?? p) : p)) };
    const { adjusted, rejected } = benjaminiHochberg(data.p);
    return { data, figures: { ...numbered(adjusted), rejected: rejected.filter(Boolean).length } };
  },

  kish: (next) => {
    const data = { weights: weights(next, whole(next, 1, 300)) };
    const { designEffect, effectiveN } = effectiveSample(data.weights);
    return { data, figures: { designEffect, effectiveN } };
  },

  'weighted-mean': (next) => {
    const n = whole(next, 2, 200);
    const drawn = next() < 0.4 ? times(n, () => (next() < 0.1 ? 1 : 0)) : values(next, n);
    const data = { values: [0, 1, ...drawn], weights: weights(next, n + 2), confidence: confidenceOf(next) };
    const estimate = weightedMean(data.values, data.weights);
    const interval = weightedMeanInterval(estimate, data.confidence);
    const { mean, varianceOfMean, designEffect } = estimate;
    return { data, figures: { mean, variance: varianceOfMean, designEffect, lower: interval?.lower ?? null, upper: interval?.upper ?? null } };
  },

  'mean-of-a-part': (next) => {
    const n = whole(next, 4, 200);
    const data = { values: values(next, n), weights: weights(next, n), part: times(n, (person) => (person < 2 || next() < 0.4 ? 1 : 0)) };
    const { mean, varianceOfMean, degrees } = weightedMean(data.values, data.weights.map((weight, person) => weight * (data.part[person] ?? 0)));
    return { data, figures: { mean, variance: varianceOfMean, degrees } };
  },

  'stratified-mean': (next) => {
    const { n, of, populations } = stratified(next);
    const data = { values: values(next, n), weights: weights(next, n), strata: of, populations };
    const { mean, varianceOfMean, degrees } = weightedMean(data.values, data.weights, { of });
    return { data, figures: { mean, variance: varianceOfMean, degrees, finite: weightedMean(data.values, data.weights, { of, populations }).varianceOfMean } };
  },

  'stratum-weights': (next) => {
    const { of, populations } = stratified(next);
    const strata = populations.map((population, index) => ({ name: String(index), population }));
    return { data: { strata: of, populations }, figures: numbered(stratumWeights(of, strata)) };
  },

  raking: (next) => {
    const data = raking(next);
    const variables = data.codes.map((codes, index) => {
      const targets = data.targets[index] ?? [];
      return { name: String(index), categories: targets.map((_, category) => String(category)), codes, targets };
    });
    const result = rake(variables, { baseWeights: data.weights, trimming: null, tolerance: 1e-12, maximumRounds: 5000, onThinCategory: 'advise' });
    if (result.kind === 'refused') throw new Error(result.problems.map(({ sentence }) => sentence).join(' '));
    const { mean } = weightedMean(data.values, result.weights);
    return { data, figures: { ...numbered(result.weights), designEffect: result.report.designEffect, mean } };
  },

  'cronbach-alpha': (next) => {
    const data = { people: ratings(next, whole(next, 50, 150), whole(next, 3, 9)) };
    const result = itemReliability(data.people);
    return { data, figures: { raw: result.kind === 'alpha' ? result.raw : null, standardised: result.kind === 'alpha' ? result.standardised : null } };
  },

  'spearman-brown': (next) => {
    const data = { people: ratings(next, whole(next, 50, 150), 2) };
    const result = itemReliability(data.people);
    const reliability = result.kind === 'spearman-brown' ? result.reliability : null;
    return { data, figures: { reliability, byAlpha: standardisedAlpha(covarianceMatrix(data.people)) } };
  },

  'cohen-kappa': (next) => {
    const k = whole(next, 2, 6);
    const data = { table: times(k, (row) => times(k, (column) => whole(next, 0, row === column ? 60 : 15) + (row === column ? 1 : 0))) };
    const kappaOf = (kind: 'none' | 'linear' | 'quadratic'): number | null => cohenKappa(data.table, kind)?.kappa ?? null;
    return { data, figures: { none: kappaOf('none'), linear: kappaOf('linear'), quadratic: kappaOf('quadratic') } };
  },
};
