import type { ColumnSnapshot } from './answer-columns.js';

/** Outcome of a comparison of the columns with the record. */
export interface ColumnComparison {
  /** Answers in the live columns. */
  readonly live: number;
  /** Answers in columns built anew from the record. */
  readonly record: number;
  /** Answers that are in one of them and not in the other; 0 = equal. */
  readonly different: number;
}

/** Compares two snapshots as multisets: the order of answers carries no meaning. */
export function compareColumns(live: ColumnSnapshot, record: ColumnSnapshot): ColumnComparison {
  const balance = new Map<string, number>();
  for (const key of answerKeys(live)) balance.set(key, (balance.get(key) ?? 0) + 1);
  for (const key of answerKeys(record)) balance.set(key, (balance.get(key) ?? 0) - 1);
  let different = 0;
  for (const surplus of balance.values()) different += Math.abs(surplus);
  return { live: live.columns.length, record: record.columns.length, different };
}

/** Weeks and target groups by name, because two snapshots may number them differently. */
function* answerKeys({ columns, targetGroups, weeks }: ColumnSnapshot): Generator<string> {
  const bytes = Buffer.alloc(columns.variables.length + 2);
  for (let at = 0; at < columns.length; at += 1) {
    bytes[0] = columns.rowIndex[at] ?? 0;
    bytes[1] = columns.mode[at] ?? 0;
    for (const [index, column] of columns.variables.entries()) bytes[index + 2] = column[at] ?? 0;
    yield `${targetGroups[columns.targetGroup[at] ?? 0]} ${weeks[columns.week[at] ?? 0]} ${bytes.toString('latin1')}`;
  }
}
