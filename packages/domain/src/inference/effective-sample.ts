import { requireWeights } from './check-number.js';

/** How much precision unequal weights cost. */
export interface EffectiveSample {
  /** People with a weight above 0: always shown beside weighted values. */
  readonly n: number;
  /** n·Σw²/(Σw)²: 1 when all weights are equal, above otherwise. */
  readonly designEffect: number;
  /** (Σw)²/Σw² = n / design effect. */
  readonly effectiveN: number;
}

/**
 * Kish's design effect and effective number of people (Kish 1965, section 11.7). The scale of the weights does not matter.
 * @param weights finite, ≥ 0, at least one above 0; people with weight 0 are not counted
 * @throws RangeError outside these ranges.
 */
export function effectiveSample(weights: ArrayLike<number>): EffectiveSample {
  requireWeights(weights);
  const own = Float64Array.from(weights);
  const largest = own.reduce((before, weight) => Math.max(before, weight), 0);
  let [n, sum, squares] = [0, 0, 0];
  for (const given of own) {
    // Relative to the largest, so that squares neither overflow nor vanish.
    const weight = given / largest;
    if (weight > 0) n += 1;
    sum += weight;
    squares += weight * weight;
  }
  return { n, designEffect: (n * squares) / (sum * sum), effectiveN: (sum * sum) / squares };
}
