import { requirePositive, requireThat } from './check-number.js';

/**
 * Design weights: one divided by the probability of being asked (Horvitz & Thompson 1952).
 * @param probabilities one per person, above 0 and at most 1
 * @throws RangeError outside this range; the sentence names the person's position.
 */
export function designWeights(probabilities: ArrayLike<number>): Float64Array {
  return Float64Array.from(probabilities, (probability, index) => {
    requireThat(probability > 0 && probability <= 1, () => `Person ${String(index)}: a probability of being asked lies above 0 and at most at 1.`);
    return 1 / probability;
  });
}

/** A layer of the population people were drawn from, for example a district. */
export interface Stratum {
  readonly name: string;
  readonly population: number;
}

/**
 * Design weights of a stratified sample: N_h / n_h for everyone in stratum h (Cochran 1977, section 5.3).
 * @param stratumOf index of each person's stratum · @param strata name and population, > 0 and at least the number of people
 * @throws RangeError for an unknown stratum, more people than the population, or a stratum without anybody: its people
 * would be represented by no one, so it has to be collapsed with another one first.
 */
export function stratumWeights(stratumOf: ArrayLike<number>, strata: readonly Stratum[]): Float64Array {
  const counts = new Float64Array(strata.length);
  for (let index = 0; index < stratumOf.length; index += 1) {
    const stratum = stratumOf[index] ?? -1;
    requireThat(strata[stratum] !== undefined, () => `Person ${String(index)} is in stratum ${String(stratum)}, which does not exist.`);
    counts[stratum] = (counts[stratum] ?? 0) + 1;
  }
  const weights = strata.map(({ name, population }, stratum) => {
    const n = counts[stratum] ?? 0;
    requirePositive(population, `The population of “${name}”`);
    requireThat(n > 0, `Nobody of “${name}” answered: collapse it with another stratum.`);
    requireThat(n <= population, `“${name}”: ${String(n)} people cannot be part of a population of ${String(population)}.`);
    return population / n;
  });
  return Float64Array.from(stratumOf, (stratum) => weights[stratum] ?? 0);
}
