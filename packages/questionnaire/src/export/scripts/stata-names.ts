const MAX_NAME_LENGTH = 32;

/** The variable a do-file builds every column in before it gets the column's name. */
export const WORKING_NAME = 'new_value';

/** Names of Stata variables (at most 32 characters, told apart without regard to case) for column names, in their order. */
export function stataNames(names: readonly string[]): readonly string[] {
  const taken = new Set([WORKING_NAME]);
  return names.map((wanted) => {
    let name = wanted.slice(0, MAX_NAME_LENGTH);
    for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) {
      const suffix = `_${turn}`;
      name = wanted.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
