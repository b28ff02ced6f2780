import { NOT_SHOWN, type Variable } from '../survey/codebook.js';
import { reversed } from './scale-range.js';

/**
 * Score of an answer on its scale; Bestand items worded negatively are turned round (min + max − x).
 * Importance (Bedarf) is never turned: a negative statement does not make importance negative.
 * @returns null for codes that are missing for scoring, for words, and for variables without an ordered scale.
 */
export function scaleScore(variable: Variable, code: number | string): number | null {
  const { scale } = variable;
  if (scale === null || variable.measurement !== 'ordinal' || typeof code !== 'number') return null;
  const known = variable.codes.find((candidate) => candidate.code === code);
  if (known === undefined || known.missing !== null) return null;
  return variable.reverse && variable.part === 'bestand' ? reversed(code, scale) : code;
}

/** Score of every byte of the coded vector (256 entries), NaN where the byte carries no score. */
export function scoresByByte(variable: Variable): Float64Array {
  const scores = new Float64Array(NOT_SHOWN + 1).fill(Number.NaN);
  for (const { code, position } of variable.codes) scores[position] = scaleScore(variable, code) ?? Number.NaN;
  return scores;
}
