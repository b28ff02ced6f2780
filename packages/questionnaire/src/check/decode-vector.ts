import { codedVariables, NOT_ANSWERED, NOT_SHOWN } from '@stadtteilstimme/domain';
import type { Codebook, VariableCode } from '@stadtteilstimme/domain';

/** One byte of a coded vector, read back. */
export type DecodedValue =
  | { readonly kind: 'code'; readonly code: VariableCode }
  | { readonly kind: 'not-answered' }
  | { readonly kind: 'not-shown' };

/**
 * Reads a coded vector: variable name → its code, or why there is none, in codebook order.
 * @throws {RangeError} when the vector does not belong to this codebook (wrong length or unknown position).
 */
export function decodeVector(codebook: Codebook, vector: Uint8Array): ReadonlyMap<string, DecodedValue> {
  const variables = codedVariables(codebook);
  if (vector.length !== variables.length) {
    throw new RangeError(`The vector has ${vector.length} bytes, the codebook ${variables.length} coded variables.`);
  }
  return new Map(variables.map((variable, index) => [variable.name, decodeByte(variable.codes, vector[index] ?? NOT_ANSWERED)]));
}

function decodeByte(codes: readonly VariableCode[], byte: number): DecodedValue {
  if (byte === NOT_ANSWERED) return { kind: 'not-answered' };
  if (byte === NOT_SHOWN) return { kind: 'not-shown' };
  const code = codes.find((candidate) => candidate.position === byte);
  if (!code) throw new RangeError(`Position ${byte} is not in the codebook.`);
  return { kind: 'code', code };
}
