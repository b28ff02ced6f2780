/**
 * Throws a RangeError with the given sentence unless the condition holds.
 * @param sentence a function where the check runs once per person, so that nothing is written while all is well
 */
export function requireThat(condition: boolean, sentence: string | (() => string)): asserts condition {
  if (!condition) throw new RangeError(typeof sentence === 'string' ? sentence : sentence());
}

/** @throws RangeError unless `value` is a finite number above 0. */
export function requirePositive(value: number, name: string): void {
  requireThat(Number.isFinite(value) && value > 0, `${name} must be a number above 0, not ${String(value)}.`);
}

/** @throws RangeError unless `value` is a finite number, 0 or above. */
export function requireNonNegative(value: number, name: string): void {
  requireThat(Number.isFinite(value) && value >= 0, `${name} must be a number from 0 on, not ${String(value)}.`);
}

/** @throws RangeError at the first entry that is not a finite number; the sentence names its position. */
export function requireFinite(values: ArrayLike<number>, name: string): void {
  for (let index = 0; index < values.length; index += 1) {
    requireThat(Number.isFinite(values[index]), () => `${name}: entry ${String(index)} is ${String(values[index])}, not a finite number.`);
  }
}

/**
 * Kish's effective number of people never exceeds the people; a part in a million is left for rounding.
 * @throws RangeError unless 0 ≤ `effectiveN` ≤ `n`.
 */
export function requireEffectiveN(effectiveN: number, n: number): void {
  requireNonNegative(effectiveN, 'The effective number of people');
  requireThat(effectiveN <= n * (1 + 1e-6), `${String(n)} people cannot count as ${String(effectiveN)}.`);
}

/** @throws RangeError at the first weight that is not a finite number from 0 on, or when all are 0. */
export function requireWeights(weights: ArrayLike<number>): void {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] ?? Number.NaN;
    requireThat(Number.isFinite(weight) && weight >= 0, () => `Weights: entry ${String(index)} is ${String(weights[index])}, not a number from 0 on.`);
    sum += weight;
  }
  requireThat(sum > 0 && Number.isFinite(sum), 'Weights need a finite sum above 0.');
}
