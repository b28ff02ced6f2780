import type { SavVariable } from './sav-variable.js';

/** A variable with its names and its place in the dictionary. */
export interface NamedVariable {
  readonly variable: SavVariable;
  /** One; several for a string above 255 bytes. */
  readonly segments: readonly { readonly shortName: string; readonly width: number }[];
  /** Number of its first element, counted from 1. */
  readonly firstElement: number;
}
