/** One possible noise of a row with its probability. */
export interface NoiseProbability {
  readonly noise: number;
  readonly probability: number;
}

/** Neighbouring values that must share one probability because the rule of rising probabilities binds there. */
interface Block {
  readonly values: readonly number[];
  readonly mean: number;
  readonly meanSquare: number;
}

const STEPS = 200;
const TOLERANCE = 1e-13;

/**
 * The distribution of noise with mean 0 and the given variance that favours nothing else: among all distributions over
 * `support` the one of largest entropy. It has the form p(v) ∝ exp(b·v + c·v²); b and c are found by Newton's method on the
 * convex dual, halving the step while the dual does not fall.
 * With `rising` the probabilities must not fall on the way up to v = 0. Where that binds, neighbours are pooled into blocks of equal
 * probability (p ∝ exp(b·mean of v + c·mean of v²) within a block), as in isotonic regression, until none falls.
 * @param support whole numbers in rising order, at least one below and one above 0.
 * @param variance must lie strictly between what the values next to 0 and the outermost values allow.
 * @throws RangeError when no distribution over `support` has mean 0 and this variance (with `rising`: and rises), or only one on the
 *   edge of what is possible, which has no largest-entropy form.
 * Source: Giessing (2016), Computational issues in the design of transition probabilities and disclosure risk estimation
 *   for additive noise; Marley & Leaver (2011).
 */
export function maximumEntropyNoise(support: readonly number[], variance: number, rising: boolean): readonly NoiseProbability[] {
  checkReach(support, variance);
  let blocks: readonly Block[] = support.map((noise) => blockOf([noise]));
  for (;;) {
    const probabilities = solve(blocks, variance);
    const falls = rising ? blocks.findIndex((block, index) => fallsBefore(blocks, probabilities, block, index)) : -1;
    if (falls < 0) return blocks.flatMap(({ values }, index) => values.map((noise) => ({ noise, probability: probabilities[index] ?? 0 })));
    blocks = [...blocks.slice(0, falls), blockOf([...(blocks[falls]?.values ?? []), ...(blocks[falls + 1]?.values ?? [])]), ...blocks.slice(falls + 2)];
  }
}

/** Whether the probability falls between this block and the next one, which does not reach beyond 0. */
function fallsBefore(blocks: readonly Block[], probabilities: readonly number[], block: Block, index: number): boolean {
  const next = blocks[index + 1];
  if (next === undefined || (next.values[0] ?? 1) > 0 || (block.values.at(-1) ?? 0) >= 0) return false;
  return (probabilities[index] ?? 0) > (probabilities[index + 1] ?? 0) + TOLERANCE;
}

function blockOf(values: readonly number[]): Block {
  const sum = (of: (value: number) => number): number => values.reduce((total, value) => total + of(value), 0);
  return { values, mean: sum((value) => value) / values.length, meanSquare: sum((value) => value * value) / values.length };
}

/** Mean 0 and variance V are reachable when (0, V) lies inside the hull of the points (v, v²). */
function checkReach(support: readonly number[], variance: number): void {
  const below = support.filter((noise) => noise < 0);
  const above = support.filter((noise) => noise > 0);
  if (below.length === 0 || above.length === 0) throw new RangeError('Noise with mean 0 needs values on both sides of 0.');
  const least = support.includes(0) ? 0 : -(below.at(-1) ?? 0) * (above[0] ?? 0);
  const most = -(below[0] ?? 0) * (above.at(-1) ?? 0);
  if (!(variance > least && variance < most)) {
    throw new RangeError(`The variance must lie between ${least} and ${most}, both excluded; it is ${variance}.`);
  }
}

/** Probability of each single value of a block, by Newton's method on log Σ exp(b·v + c·(v² − V)). */
function solve(blocks: readonly Block[], variance: number): readonly number[] {
  let b = 0;
  let c = 0;
  let dual = dualAt(blocks, variance, b, c);
  for (let step = 0; step < STEPS; step += 1) {
    const { m1, m2, m11, m12, m22 } = dual;
    if (Math.abs(m1) < TOLERANCE && Math.abs(m2) < TOLERANCE) return dual.probabilities;
    const determinant = m11 * m22 - m12 * m12;
    if (!(determinant > 1e-280)) break;
    const db = (m22 * m1 - m12 * m2) / determinant;
    const dc = (m11 * m2 - m12 * m1) / determinant;
    let factor = 1;
    let next = dualAt(blocks, variance, b - db, c - dc);
    while (!(next.value <= dual.value + 1e-15) && factor > 1e-12) {
      factor /= 2;
      next = dualAt(blocks, variance, b - factor * db, c - factor * dc);
    }
    b -= factor * db;
    c -= factor * dc;
    dual = next;
  }
  if (Math.abs(dual.m1) < 1e-10 && Math.abs(dual.m2) < 1e-10) return dual.probabilities;
  throw new RangeError('No distribution of rising probabilities has mean 0 and this variance.');
}

interface Dual {
  readonly value: number;
  readonly probabilities: readonly number[];
  /** First derivatives: mean of v and of v² − V. */
  readonly m1: number;
  readonly m2: number;
  /** Second derivatives: their variances and covariance. */
  readonly m11: number;
  readonly m12: number;
  readonly m22: number;
}

function dualAt(blocks: readonly Block[], variance: number, b: number, c: number): Dual {
  const exponents = blocks.map(({ mean, meanSquare }) => b * mean + c * (meanSquare - variance));
  const largest = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - largest));
  const total = weights.reduce((sum, weight, index) => sum + weight * (blocks[index]?.values.length ?? 0), 0);
  const probabilities = weights.map((weight) => weight / total);
  const expected = (of: (block: Block) => number): number =>
    blocks.reduce((sum, block, index) => sum + (probabilities[index] ?? 0) * block.values.length * of(block), 0);
  const m1 = expected(({ mean }) => mean);
  const m2 = expected(({ meanSquare }) => meanSquare - variance);
  return {
    value: largest + Math.log(total),
    probabilities,
    m1,
    m2,
    m11: expected(({ mean }) => (mean - m1) ** 2),
    m12: expected(({ mean, meanSquare }) => (mean - m1) * (meanSquare - variance - m2)),
    m22: expected(({ meanSquare }) => (meanSquare - variance - m2) ** 2),
  };
}
