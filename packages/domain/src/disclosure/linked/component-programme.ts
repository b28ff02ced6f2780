import { solve, type Constraint, type Model, type Options } from 'yalps';
import type { CellSystem } from './cell-system.js';
import type { SumIndex } from './withheld-components.js';

/** Best value of one cell and, if every value of the solution is whole, the cells' values; both null when none was found. */
export interface Optimum {
  /** Infinity = no limit. */
  readonly value: number | null;
  readonly table: ReadonlyMap<number, number> | null;
}

type Key = number | string;

const OPTIONS: Options = { precision: 1e-7, maxPivots: 20_000, maxIterations: 40, timeout: Number.POSITIVE_INFINITY };

/**
 * Everything known about the withheld cells of one component as a linear programme: the sums they are in, and that counts are
 * not negative (Fischetti & Salazar 2001, the attacker's problem). Solved by the simplex method.
 */
export class ComponentProgramme {
  private readonly constraints = new Map<Key, Constraint>();
  private readonly variables: (readonly [number, readonly (readonly [Key, number])[]])[] = [];

  /** @param lowest,highest values a reader knows each cell to lie between; default 0 and no limit. */
  constructor(
    private readonly system: CellSystem,
    private readonly index: SumIndex,
    private readonly cells: readonly number[],
    private readonly limits: { readonly lowest: Int32Array; readonly highest: Int32Array; readonly unlimited: number } | null = null,
  ) {
    const inside = new Set(cells);
    const entries = new Map<number, (readonly [Key, number])[]>(cells.map((cell) => [cell, [[`cell ${String(cell)}`, 1]]]));
    const sums = new Set(cells.flatMap((cell) => [...index.sumsWith(cell)]));
    for (const sum of sums) this.addSum(sum, inside, entries);
    for (const cell of cells) {
      const bounds = this.boundsOf(cell);
      if (bounds !== null) this.constraints.set(`cell ${String(cell)}`, bounds);
    }
    for (const [cell, coefficients] of entries) this.variables.push([cell, coefficients]);
  }

  private boundsOf(cell: number): Constraint | null {
    if (this.limits === null) return null;
    const min = this.limits.lowest[cell] ?? 0;
    const max = this.limits.highest[cell] ?? 0;
    if (max >= this.limits.unlimited) return min > 0 ? { min } : null;
    return { min, max };
  }

  private addSum(sum: number, inside: ReadonlySet<number>, entries: ReadonlyMap<number, (readonly [Key, number])[]>): void {
    const { counts } = this.system;
    const { whole, parts } = this.index.sums[sum] ?? { whole: 0, parts: [] };
    let equal = 0;
    for (const [cell, sign] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      if (!inside.has(cell)) continue;
      equal += sign * (counts[cell] ?? 0);
      entries.get(cell)?.push([sum, sign]);
    }
    this.constraints.set(sum, { equal });
  }

  /**
   * Largest or smallest value of a cell.
   * @param limit the search may stop there.
   * @param whole only whole tables count (branch and bound).
   */
  optimum(cell: number, direction: 'maximize' | 'minimize', limit: number | null, whole: boolean): Optimum {
    const objective = `cell ${String(cell)}`;
    const own = this.constraints.get(objective);
    const constraints = new Map(this.constraints);
    if (limit !== null) {
      constraints.set(objective, direction === 'maximize' ? { ...own, max: Math.min(limit, own?.max ?? limit) } : { ...own, min: Math.max(limit, own?.min ?? limit) });
    }
    const model: Model<number, Key> = { direction, objective, constraints, variables: this.variables, integers: whole };
    const { status, result, variables } = solve(model, OPTIONS);
    if (status === 'unbounded') return { value: Number.POSITIVE_INFINITY, table: null };
    if (status !== 'optimal' && !(status === 'timedout' && Number.isFinite(result))) return { value: null, table: null };
    return { value: result, table: this.wholeTable(new Map(variables)) };
  }

  /** Like `optimum`, but only whole tables count; branch and bound only where the relaxed solution is not whole. */
  wholeOptimum(cell: number, direction: 'maximize' | 'minimize', limit: number): ReadonlyMap<number, number> | null {
    const relaxed = this.optimum(cell, direction, limit, false);
    return relaxed.table ?? (relaxed.value === null ? null : this.optimum(cell, direction, limit, true).table);
  }

  /** The solution if it is a whole table that fits every sum exactly. */
  private wholeTable(solution: ReadonlyMap<number, number>): ReadonlyMap<number, number> | null {
    const table = new Map<number, number>();
    for (const cell of this.cells) {
      const value = solution.get(cell) ?? 0;
      const rounded = Math.round(value);
      if (Math.abs(value - rounded) > 1e-5 || rounded < 0) return null;
      table.set(cell, rounded);
    }
    return this.fits(table) ? table : null;
  }

  private fits(table: ReadonlyMap<number, number>): boolean {
    const totals = new Map<Key, number>();
    for (const [cell, coefficients] of this.variables) {
      for (const [key, sign] of coefficients) totals.set(key, (totals.get(key) ?? 0) + sign * (table.get(cell) ?? 0));
    }
    for (const [key, { equal, min, max }] of this.constraints) {
      const total = totals.get(key) ?? 0;
      if (equal !== undefined ? total !== equal : total < (min ?? total) || total > (max ?? total)) return false;
    }
    return true;
  }
}
