/**
 * What a column of a table is; decides the thresholds and how unwillingly a cell is given up.
 * `total`: people of the row, fixed by the table it comes from · `base`: people with a valid judgement ·
 * `headline`: the sum a reader looks at first (agreement) · `sum`: another sum of codes · `valid`: one code ·
 * `aside`: no judgement (don't know, prefer not, not answered, not shown).
 */
export type ColumnRole = 'total' | 'base' | 'headline' | 'sum' | 'valid' | 'aside';

/** A column; columns form a tree in which every parent is the sum of its children. */
export interface TableColumn {
  /** Unique within the table. */
  readonly key: string;
  readonly role: ColumnRole;
  /** Index of the column this one is part of, lower than the own index; −1 for the root, which is column 0. */
  readonly parent: number;
}

/**
 * A two-way table of counts with published margins: rows add up to the last row (`all`), children to their parent column.
 * One row hierarchy of depth one and one laminar column hierarchy make it a network (Fischetti & Salazar 2001).
 */
export interface CountTable {
  readonly columns: readonly TableColumn[];
  /** Row ids without `all`; unique. */
  readonly rows: readonly string[];
  /** `counts[row * columns.length + column]`, whole numbers ≥ 0; the row after the last one is `all`. */
  readonly counts: readonly number[];
}

/** Id of the margin row. */
export const ALL_ROW = 'all';

/** Children of every column. */
export function childrenOf(columns: readonly TableColumn[]): readonly (readonly number[])[] {
  return columns.map((_, parent) => columns.flatMap((column, index) => (column.parent === parent ? [index] : [])));
}

/**
 * Fills sums and margins from the counts of the leaf columns.
 * @param leafCount count of a leaf column in a row (without `all`).
 */
export function countTable(
  columns: readonly TableColumn[],
  rows: readonly string[],
  leafCount: (row: number, column: number) => number,
): CountTable {
  const width = columns.length;
  const children = childrenOf(columns);
  const counts = new Array<number>((rows.length + 1) * width).fill(0);
  for (let row = 0; row < rows.length; row += 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const parts = children[column] ?? [];
      const count = parts.length === 0 ? leafCount(row, column) : parts.reduce((sum, part) => sum + (counts[row * width + part] ?? 0), 0);
      counts[row * width + column] = count;
      counts[rows.length * width + column] = (counts[rows.length * width + column] ?? 0) + count;
    }
  }
  return { columns, rows, counts };
}
