import { requireFinite, requirePositive, requireThat, requireWeights } from './check-number.js';
import { CONFIDENCE, studentReach, type Interval } from './confidence.js';

/** Layers the sample was drawn from. */
export interface SampleStrata {
  /** Index of each person's stratum, from 0 on. */
  readonly of: ArrayLike<number>;
  /** Population per stratum, for the finite population correction; without it every stratum is taken as very large. */
  readonly populations?: readonly number[];
}

/** A weighted mean or, of values 0 and 1, a weighted proportion. */
export interface WeightedMean {
  /** Unweighted number of people with a weight above 0: always shown beside the mean. */
  readonly n: number;
  readonly mean: number;
  /** Linearised variance of the mean itself (its standard error squared), not of the answers: `weightedMeanInterval` takes it. */
  readonly varianceOfMean: number;
  /** Degrees of freedom of that variance: people with a weight above 0, less one for each of their strata. */
  readonly degrees: number;
  /** `varianceOfMean` divided by that of a simple random sample of n people (drawn with replacement); null when the values do not vary. */
  readonly designEffect: number | null;
}

function stratumOf(strata: SampleStrata | undefined, person: number): number {
  const stratum = strata === undefined ? 0 : (strata.of[person] ?? -1);
  requireThat(Number.isInteger(stratum) && stratum >= 0, () => `Person ${String(person)} has no stratum.`);
  return stratum;
}

interface StratumSums {
  n: number;
  sum: number;
}

/** Variance of the sum of `parts`, stratum by stratum: n/(n − 1)·Σ(part − stratum mean)², times 1 − n/N where N is known. */
function varianceOfSum(parts: Float64Array, strata: SampleStrata | undefined): number {
  const sums = new Map<number, StratumSums>();
  parts.forEach((part, person) => {
    const stratum = stratumOf(strata, person);
    const entry = sums.get(stratum) ?? { n: 0, sum: 0 };
    entry.n += 1;
    entry.sum += part;
    sums.set(stratum, entry);
  });
  const factors = new Map<number, number>();
  for (const [stratum, { n }] of sums) {
    requireThat(n >= 2, `Only one person in stratum ${String(stratum)}: collapse it with another one.`);
    factors.set(stratum, (n / (n - 1)) * samplingFraction(n, stratum, strata?.populations));
  }
  return parts.reduce((variance, part, person) => {
    const stratum = stratumOf(strata, person);
    const { n, sum } = sums.get(stratum) ?? { n: 1, sum: 0 };
    return variance + (factors.get(stratum) ?? 0) * (part - sum / n) ** 2;
  }, 0);
}

function samplingFraction(n: number, stratum: number, populations: readonly number[] | undefined): number {
  if (populations === undefined) return 1;
  const population = populations[stratum] ?? Number.NaN;
  requirePositive(population, `The population of stratum ${String(stratum)}`);
  requireThat(n <= population, `Stratum ${String(stratum)}: ${String(n)} people cannot be part of a population of ${String(population)}.`);
  return 1 - n / population;
}

/**
 * Weighted mean with its linearised variance, n/(n − 1)·Σ[wᵢ(yᵢ − ȳ)/Σw]² (Taylor linearisation of a ratio; Särndal, Swensson
 * & Wretman 1992, section 5.7), within strata if given. With weights from raking the variance errs on the safe side, for what
 * the margins explain is not taken off.
 * @param values finite numbers; 0 and 1 give a proportion · @param weights one per person, ≥ 0, at least one above 0. Weight 0 for
 * everyone outside gives the mean of a part of the sample: whether somebody belongs to it is then random as well.
 * @throws RangeError for unequal lengths, fewer than two people, a stratum of one person, or numbers outside their range.
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>, strata?: SampleStrata): WeightedMean {
  const n = values.length;
  requireThat(n === weights.length, `${String(n)} values need as many weights, not ${String(weights.length)}.`);
  requireThat(strata === undefined || strata.of.length === n, 'Everyone needs a stratum.');
  requireThat(n >= 2, 'A weighted mean with a variance needs at least two people.');
  requireFinite(values, 'Values');
  requireWeights(weights);
  const first = values[0] ?? 0;
  const countedStrata = new Set<number>();
  let [counted, total, sum] = [0, 0, 0];
  for (let person = 0; person < n; person += 1) {
    const weight = weights[person] ?? 0;
    if (weight === 0) continue;
    counted += 1;
    countedStrata.add(stratumOf(strata, person));
    total += weight;
    // From the first value on, so that equal values have no variance at all.
    sum += weight * ((values[person] ?? 0) - first);
  }
  const mean = first + sum / total;
  const parts = Float64Array.from(values, (value, person) => ((weights[person] ?? 0) * (value - mean)) / total);
  const varianceOfMean = varianceOfSum(parts, strata);
  const spread = parts.reduce((squares, part, person) => squares + part * ((values[person] ?? 0) - mean), 0) / (counted - 1);
  const designEffect = counted > 1 && spread > 0 ? varianceOfMean / spread : null;
  return { n: counted, mean, varianceOfMean, degrees: counted - countedStrata.size, designEffect };
}

/**
 * t interval of a weighted mean from its linearised variance (Särndal, Swensson & Wretman 1992, section 5.7; `confint` with `degf`
 * of the R package survey). Of a proportion it may leave 0 to 1: for shares take `weightedShare` and `wilsonInterval`.
 * @returns null when fewer than two people in a stratum of their own carry weight: nothing then says how far the mean may be off.
 * @throws RangeError unless 0 < confidence < 1.
 */
export function weightedMeanInterval({ mean, varianceOfMean, degrees }: WeightedMean, confidence: number = CONFIDENCE): Interval | null {
  if (degrees < 1) return null;
  const half = studentReach(confidence, degrees) * Math.sqrt(varianceOfMean);
  return { lower: mean - half, upper: mean + half };
}
