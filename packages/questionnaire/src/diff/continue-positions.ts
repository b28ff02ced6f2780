import type { Codebook, VariableCode } from '@stadtteilstimme/domain';
import { MOST_CODES } from '../codebook/choice-codes.js';
import { variableIdentities } from './variable-identity.js';
import { codeKey } from './variable-structure.js';

/**
 * The next codebook with the stored positions of the published ones: a known code keeps its position wherever it stands
 * in the list, a new code gets the next one that no code of this variable ever had. So a new option may be shown above
 * "don't know" and old vectors stay readable.
 * @param published codebooks that can have answers, oldest first.
 * @throws {RangeError} when a variable would need a position above 250.
 */
export function continuePositions(published: readonly Codebook[], next: Codebook): Codebook {
  const identities = variableIdentities([...published, next]);
  const own = identities.at(-1) ?? new Map<string, string>();
  const held = new Map<string, Map<string, number>>();
  published.forEach((codebook, index) => {
    for (const variable of codebook.variables) {
      const identity = identities[index]?.get(variable.name) ?? '';
      const positions = held.get(identity) ?? new Map<string, number>();
      for (const { code, position } of variable.codes) if (!positions.has(codeKey(code))) positions.set(codeKey(code), position);
      held.set(identity, positions);
    }
  });
  return {
    ...next,
    variables: next.variables.map((variable) => {
      const positions = held.get(own.get(variable.name) ?? '');
      return positions ? { ...variable, codes: continued(variable.codes, positions, variable.name) } : variable;
    }),
  };
}

function continued(codes: readonly VariableCode[], positions: ReadonlyMap<string, number>, variable: string): readonly VariableCode[] {
  let highest = Math.max(0, ...positions.values());
  return codes.map((code) => {
    const position = positions.get(codeKey(code.code)) ?? (highest += 1);
    if (position > MOST_CODES) throw new RangeError(`Variable ${variable} has used up its ${MOST_CODES} positions.`);
    return { ...code, position };
  });
}
