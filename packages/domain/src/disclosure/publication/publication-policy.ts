import type { DisclosurePolicy } from '../../contract/report.js';
import type { PerturbationTable } from '../cell-key/perturbation-table.js';
import type { RoundingBase } from '../rounding/round-counts.js';

/**
 * How counts of a publication are protected, and what it promises against a reader who has all of it, knows this code and the reasons.
 * - `suppression`: sensitive cells and those that would give them away are withheld. Promise: every withheld cell keeps a feasible
 *   interval at least k wide for a reader of the numbers, and two values for one who also uses the reasons (`protect`). Shown
 *   counts are true.
 * - `cell-key`: every count carries noise of its own (Cell Key Method), zeros stay zero. Promise: every count from 1 to k − 1 keeps at
 *   least two values that fit everything published, and no group below `homogeneityBase` is known to agree; also for a reader who
 *   uses that keys add up along the rows and columns of a table. Not promised: that nobody can tell one person from none (a published 2
 *   means 1 to 4 people), that both values are equally likely, that the size of large groups stays secret (whoever averages all tables
 *   of a Stadtteil finds how many answered there), nor anything about groups of `homogeneityBase` people and more who agree.
 * - `rounding`: every count is rounded on its own. Same promise as `cell-key`.
 * - `none`: true counts. Only to show that the attackers work; no preset uses it.
 *
 * Over time all of them promise that any two snapshots differ by nobody, or by at least ten people, in every row of every table, and that
 * small counts and unanimous groups of rows that have not changed keep two values for whoever kept all earlier publications in the
 * history (other methods for other readers included). With true counts the difference is then a table of those ten or more people that is not protected again: it may say that one of
 * them chose an answer, not who. Nothing is promised against a reader who already knows the answers of all the others in a batch.
 */
export type ProtectionMethod =
  | { readonly kind: 'suppression' }
  | { readonly kind: 'cell-key'; readonly table: PerturbationTable }
  | { readonly kind: 'rounding'; readonly base: RoundingBase }
  | { readonly kind: 'none' };

/**
 * The rules of a publication. Each is there because an attack succeeds without it; `tests/attacks` switches them off one by one.
 */
export interface PublicationPolicy {
  /** Kept with the snapshot; unique among the policies in use. */
  readonly name: string;
  readonly method: ProtectionMethod;
  /** k, k for sensitive content, smallest base, base below which unanimous groups are withheld. */
  readonly thresholds: DisclosurePolicy;
  /** Most dimensions of one table. Every further dimension gives more tables with the same true value to average. */
  readonly maximumDimensions: 1 | 2 | 3;
  /** The list of tables may not change from one snapshot to the next; else overlapping tables can be asked for one by one. */
  readonly fixedTables: boolean;
  /**
   * All publications of one history use one method; else suppressed cells are bounded by their perturbed twins. Without this rule a second
   * method is audited against everything published before, which costs cells or is refused (`not-protectable`): inside first, then the page.
   */
  readonly oneMethod: boolean;
  /**
   * A snapshot follows others only with at least `answers` new answers, in every group that changes, and after at least `days`
   * days; else two snapshots differ by one person. Whole numbers; 1 and 0 switch the rules off.
   */
  readonly batch: { readonly answers: number; readonly days: number };
  /** `whole`: from protected counts, whole numbers · `exact`: from true counts with one decimal, only for attackers · `none`. */
  readonly percentages: 'whole' | 'exact' | 'none';
  /** Smallest protected base percentages are given for (default 30). */
  readonly minimumPercentageBase: number;
  /** Bases beside percentages are printed to the nearest 5 of their protected count, or as true counts (`exact`). */
  readonly printedBases: 'protected' | 'fives' | 'exact';
  /**
   * It must also hold against readers who know the true number of people in every group: staff who saw them come, or
   * anybody who averages the many tables a group stands in.
   * With `suppression` a withheld cell then keeps two values (for a group of three, k is out of reach).
   */
  readonly readersKnowGroups: boolean;
  /** Means of scores only for at least so many people (10); also switches off, with 1, that a mean must leave doubt about answers. */
  readonly minimumMeanBase: number;
}

/** Name of a method with its parameters: the same name publishes the same count of the same people as the same number. */
export function methodName(method: ProtectionMethod): string {
  const parameters = method.kind === 'cell-key' ? [method.table.maximumNoise, method.table.variance, method.table.neverPublished] : method.kind === 'rounding' ? [method.base] : [];
  return [method.kind, ...parameters].join(' ');
}

/** Whether the numbers of a policy can be used. @throws RangeError naming the rule. */
export function checkPolicy({ name, thresholds, batch, minimumMeanBase, minimumPercentageBase }: PublicationPolicy): void {
  const limits: Readonly<Record<string, number>> = { ...thresholds, 'batch.answers': batch.answers, minimumMeanBase, minimumPercentageBase };
  for (const [rule, value] of Object.entries(limits)) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`Policy "${name}": ${rule} must be a whole number from 1; it is ${value}.`);
  }
  if (!Number.isInteger(batch.days) || batch.days < 0) throw new RangeError(`Policy "${name}": batch.days must be a whole number from 0; it is ${batch.days}.`);
}
