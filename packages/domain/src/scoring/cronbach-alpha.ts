import { requireFinite, requireThat } from '../inference/check-number.js';

function checkSquare(covariances: readonly (readonly number[])[]): number {
  const k = covariances.length;
  requireThat(k >= 2 && covariances.every((row) => row.length === k), 'Alpha needs a square covariance matrix of at least two items.');
  covariances.forEach((row, index) => {
    requireFinite(row, `Row ${String(index)} of the covariance matrix`);
  });
  return k;
}

/**
 * Cronbach's alpha from the covariance matrix of the items: k/(k − 1) · (1 − Σ variances / variance of the sum) (Cronbach 1951).
 * Advice to people who design questionnaires, never a published number; `itemReliability` decides whether it is sensible.
 * @throws RangeError for fewer than two items, a matrix that is not square, or a sum without variance.
 */
export function cronbachAlpha(covariances: readonly (readonly number[])[]): number {
  const k = checkSquare(covariances);
  const total = covariances.flat().reduce((sum, value) => sum + value, 0);
  requireThat(total > 0, 'Alpha needs a sum of items with variance.');
  const own = covariances.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  return (k / (k - 1)) * (1 - own / total);
}

/**
 * Standardised alpha, as if all items had the same variance: k·r̄ / (1 + (k − 1)·r̄) with the mean correlation r̄
 * (Falk & Savalei 2011). @throws RangeError as `cronbachAlpha`, and for an item without variance.
 */
export function standardisedAlpha(covariances: readonly (readonly number[])[]): number {
  checkSquare(covariances);
  const deviations = covariances.map((row, index) => Math.sqrt(row[index] ?? 0));
  requireThat(deviations.every((deviation) => deviation > 0), 'Standardised alpha needs items with variance.');
  const correlations = covariances.map((row, i) => row.map((value, j) => value / ((deviations[i] ?? 1) * (deviations[j] ?? 1))));
  return cronbachAlpha(correlations);
}

/**
 * Reliability of a sum of two items from their correlation: 2r/(1 + r) (Spearman 1910, Brown 1910).
 * @param correlation above −1, at most 1 · @throws RangeError outside this range.
 */
export function spearmanBrown(correlation: number): number {
  requireThat(correlation > -1 && correlation <= 1, `A correlation lies above −1 and at most at 1, not at ${String(correlation)}.`);
  return (2 * correlation) / (1 + correlation);
}

/**
 * Sample covariances (n − 1) of items. @param people one row per person, one finite score per item
 * @throws RangeError for fewer than two people, rows of different lengths and scores that are not finite.
 */
export function covarianceMatrix(people: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const k = people[0]?.length ?? 0;
  const n = people.length;
  requireThat(n >= 2, 'Covariances need at least two people.');
  people.forEach((row, person) => {
    requireThat(row.length === k, 'Everyone needs one score per item.');
    requireFinite(row, `Person ${String(person)}`);
  });
  const means = Array.from({ length: k }, (_, item) => people.reduce((sum, row) => sum + (row[item] ?? 0), 0) / n);
  const centred = people.map((row) => row.map((score, item) => score - (means[item] ?? 0)));
  return means.map((_, i) => means.map((__, j) => centred.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / (n - 1)));
}
