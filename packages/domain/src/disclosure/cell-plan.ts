import type { WithheldReason } from '../contract/report.js';
import type { CountTable } from './count-table.js';

/** Everything the search for complementary cells knows about the cells of one table; arrays laid out like `table.counts`. */
export interface CellPlan {
  readonly table: CountTable;
  /** Reason of every withheld cell; null = shown. */
  readonly reasons: (WithheldReason | null)[];
  /** Cells that may not change between shown and withheld: fixed by another table of the same report. */
  readonly fixed: readonly boolean[];
  /** Cells a reader may know from elsewhere, withheld or not: nothing may rest on them. */
  readonly known: readonly boolean[];
  /** How wide the feasible interval of a cell has to be at least (upper − lower), were it withheld. */
  readonly width: readonly number[];
  /**
   * What a reader may conclude from the reason: lowest and highest count it is given for. Of a reason that leaves a gap
   * ("protected" means 0 or at least k) only the part around the true count, so that what is feasible here is feasible.
   */
  readonly lowest: number[];
  readonly highest: number[];
  /** Smallest count other than 0 that is called `protected` when withheld. 1 = that reason says nothing about the count. */
  readonly protectedFrom: readonly number[];
  /** How unwillingly a cell is given up. */
  readonly cost: readonly number[];
}
