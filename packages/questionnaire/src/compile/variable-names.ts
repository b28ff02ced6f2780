/** Longest variable name SPSS accepts (64 bytes; our names are ASCII). */
const MAX_NAME_LENGTH = 64;

/**
 * Names that may not become a variable: survey-core looks variables up without regard to case, and
 * `constructor` or `toString` as a key of an answer object would hide what every object has.
 */
const RESERVED_NAMES = ['consentart9', ...Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase())];

/** Hands out names legal in SPSS, R and SQL, unique without regard to case (SPSS and SQL ignore it). */
export interface VariableNames {
  /** `K1-1` → `K1_1`; a name already taken gets `_2`, `_3`, … */
  readonly claim: (wanted: string) => string;
}

/** A fresh set of names; one per questionnaire. */
export function createVariableNames(): VariableNames {
  const taken = new Set(RESERVED_NAMES);
  return {
    claim: (wanted) => {
      const base = legalName(wanted);
      let name = base;
      for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
        const suffix = `_${n}`;
        name = base.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
      }
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

function legalName(wanted: string): string {
  const replaced = wanted.replaceAll(/[^A-Za-z0-9_]/g, '_');
  const started = /^[A-Za-z]/.test(replaced) ? replaced : `v${replaced}`;
  return started.slice(0, MAX_NAME_LENGTH);
}
