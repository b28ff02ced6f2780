import { maximumEntropyNoise, type NoiseProbability } from './maximum-entropy.js';
import { checkNoiseParameters, lastRowOf, perturbationTable, type NoiseParameters, type PerturbationTable, type TableLine } from './perturbation-table.js';

/**
 * Makes the perturbation table for other parameters than the fixed ones: for every true count the noise of largest entropy
 * with mean 0 and variance V over the values that may be published. Zeros stay zero. Bounds are kept to eight digits.
 * @param rising for every row, or by row (index 0 = count 1): probabilities must not fall on the way up to noise 0. Some rows cannot
 *   have it, for example count 3 of D = 2, V = 1.08, js = 1; default: never.
 * @throws RangeError naming the count for which no such noise exists. Every V works with D > V > the largest i · (js + 1 − i) over the
 *   barred counts i (they can only become 0 or js + 1 and more): above 1 for js = 1, above 2 for js = 2, above 4 for js = 3.
 * Source: Giessing (2016); the R package ptable states the same problem (`D`, `V`, `js`, `mono`).
 */
export function makePerturbationTable(parameters: NoiseParameters, rising: boolean | readonly boolean[] = false): PerturbationTable {
  checkNoiseParameters(parameters);
  const rows = Array.from({ length: lastRowOf(parameters) }, (_, index) => {
    const count = index + 1;
    try {
      const noise = maximumEntropyNoise(supportOf(count, parameters), parameters.variance, typeof rising === 'boolean' ? rising : (rising[index] ?? false));
      return linesOf(count, noise);
    } catch (error) {
      if (error instanceof RangeError) throw new RangeError(`Count ${count}: ${error.message}`, { cause: error });
      throw error;
    }
  });
  return perturbationTable(parameters, rows);
}

function supportOf(count: number, { maximumNoise, neverPublished }: NoiseParameters): readonly number[] {
  return Array.from({ length: 2 * maximumNoise + 1 }, (_, index) => index - maximumNoise).filter((noise) => {
    const value = count + noise;
    return value === 0 || value > neverPublished;
  });
}

/** Values with a probability below 10⁻⁸ have no key and therefore no line. */
function linesOf(count: number, noise: readonly NoiseProbability[]): readonly TableLine[] {
  const lines: TableLine[] = [];
  let sum = 0;
  let before = 0;
  noise.forEach((entry, index) => {
    sum += entry.probability;
    const upperBound = index === noise.length - 1 ? 1 : Math.round(sum * 1e8) / 1e8;
    if (upperBound > before) lines.push({ value: count + entry.noise, upperBound });
    before = upperBound;
  });
  const last = lines.at(-1);
  if (last !== undefined && last.upperBound !== 1) lines[lines.length - 1] = { value: last.value, upperBound: 1 };
  return lines;
}
