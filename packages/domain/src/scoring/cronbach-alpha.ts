/**
 * Cronbach's alpha from the covariance matrix of the items: k/(k − 1) · (1 − Σ variances / variance of the sum).
 * Advice to people who design questionnaires, never a published number; sensible from three items and fifty people on.
 * @throws RangeError for fewer than two items, a matrix that is not square, or a sum without variance.
 */
export function cronbachAlpha(covariances: readonly (readonly number[])[]): number {
  const k = covariances.length;
  const total = covariances.flat().reduce((sum, value) => sum + value, 0);
  if (k < 2 || covariances.some((row) => row.length !== k) || !(total > 0)) {
    throw new RangeError('Alpha needs a square covariance matrix of at least two items.');
  }
  const own = covariances.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  return (k / (k - 1)) * (1 - own / total);
}
