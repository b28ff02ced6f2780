import { codedVariables } from '@stadtteilstimme/domain';
import pg from 'pg';
import type { BenchmarkQuestionnaire } from './benchmark-city.ts';

const BYTES = 256;
const ROWS_PER_FETCH = 20_000;

/** Coded answers as columns, as plain as they can be. */
export interface PlainColumns {
  readonly length: number;
  readonly rowIndex: Uint8Array;
  readonly variables: readonly Uint8Array[];
  /** Districts, elsewhere, unknown. */
  readonly rowCount: number;
}

/** Reads all answers of the questionnaire once, for `plainCount`. */
export async function loadPlainColumns(databaseUrl: string, { published, districtIds }: BenchmarkQuestionnaire, count: number): Promise<PlainColumns> {
  const rowOf = new Map(districtIds.map((id, index) => [id, index]));
  const variables = codedVariables(published.codebook).map(() => new Uint8Array(count));
  const rowIndex = new Uint8Array(count);
  let length = 0;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(
      `DECLARE plain NO SCROLL CURSOR FOR SELECT district_id, elsewhere, vector FROM response WHERE version_id = '${published.versionId}'`,
    );
    for (;;) {
      const { rows } = await client.query<{ district_id: string | null; elsewhere: boolean; vector: Buffer }>(`FETCH ${ROWS_PER_FETCH} FROM plain`);
      for (const { district_id, elsewhere, vector } of rows) {
        rowIndex[length] = rowOf.get(district_id ?? '') ?? districtIds.length + (elsewhere ? 0 : 1);
        variables.forEach((column, index) => {
          column[length] = vector[index] ?? 0;
        });
        length += 1;
      }
      if (rows.length < ROWS_PER_FETCH) break;
    }
  } finally {
    await client.end();
  }
  return { length, rowIndex, variables, rowCount: districtIds.length + 2 };
}

/** Every cell of the dashboard: variable × row × code. One thread, one pass per variable, nothing else. */
export function plainCount({ length, rowIndex, variables, rowCount }: PlainColumns): readonly Uint32Array[] {
  return variables.map((column) => {
    const cells = new Uint32Array(rowCount * BYTES);
    for (let at = 0; at < length; at += 1) {
      const cell = (rowIndex[at] as number) * BYTES + (column[at] as number);
      cells[cell] = (cells[cell] as number) + 1;
    }
    return cells;
  });
}
