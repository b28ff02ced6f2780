/** Longest variable name SPSS accepts; our names are ASCII, so bytes are characters. */
const MAX_NAME_LENGTH = 64;

/**
 * Words that cannot be a variable, in lower case. SPSS: reserved keywords (Command Syntax Reference, "Variable Names").
 * R: `?Reserved`. Stata: manual [U] 11.3, naming conventions.
 */
const RESERVED = new Set([
  ...['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with'],
  ...['if', 'else', 'repeat', 'while', 'function', 'for', 'next', 'break', 'true', 'false', 'null', 'inf', 'nan', 'na', 'in'],
  ...['na_integer_', 'na_real_', 'na_complex_', 'na_character_', 'using', 'byte', 'double', 'float', 'int', 'long', 'strl'],
]);
const STATA_STRING_TYPE = /^str\d+$/;

/** Hands out column names. */
export interface ColumnNames {
  /**
   * The name itself where it is free and no program reserves it; else with `_answer` behind it, then `_answer_2`, …
   * Names are told apart without regard to case, as SPSS and SQL do.
   */
  readonly claim: (wanted: string) => string;
}

/** Names for the columns of one table, legal in SPSS, R, SQL and (up to their length) Stata. */
export function columnNames(): ColumnNames {
  const taken = new Set<string>();
  const isFree = (name: string) => !taken.has(name.toLowerCase()) && !RESERVED.has(name.toLowerCase()) && !STATA_STRING_TYPE.test(name.toLowerCase());
  return {
    claim: (wanted) => {
      let name = wanted;
      for (let turn = 1; !isFree(name); turn += 1) {
        const suffix = turn === 1 ? '_answer' : `_answer_${turn}`;
        name = wanted.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
      }
      taken.add(name.toLowerCase());
      return name;
    },
  };
}
