import { requireThat } from './check-number.js';
import { effectiveSample } from './effective-sample.js';
import type { Share } from './intervals.js';

/**
 * Weighted share as the intervals and comparisons take it: `wilsonInterval(successes, n, share)`, `shareDifference`,
 * `compareShares`. Successes are the weighted share times the unweighted number of people; the effective number is Kish's.
 * @param hasProperty 1 or 0 for every person · @param weights one per person, ≥ 0, at least one above 0; people with weight 0
 * are not counted · @param population size of the population, if it is to be taken into account
 * @throws RangeError for unequal lengths, other values, or weights outside their range.
 */
export function weightedShare(hasProperty: ArrayLike<number>, weights: ArrayLike<number>, population?: number): Share & { readonly effectiveN: number } {
  requireThat(hasProperty.length === weights.length, `${String(hasProperty.length)} people need as many weights, not ${String(weights.length)}.`);
  const { n, effectiveN } = effectiveSample(weights);
  let [total, having] = [0, 0];
  for (let person = 0; person < weights.length; person += 1) {
    const value = hasProperty[person] ?? Number.NaN;
    requireThat(value === 0 || value === 1, () => `Person ${String(person)} has a property (1) or not (0), not ${String(value)}.`);
    total += weights[person] ?? 0;
    having += value * (weights[person] ?? 0);
  }
  // Rounding must not let a share of everyone exceed everyone.
  const successes = Math.min(n, (having / total) * n);
  return population === undefined ? { successes, n, effectiveN } : { successes, n, effectiveN, population };
}
