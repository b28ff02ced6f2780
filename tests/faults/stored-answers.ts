import assert from 'node:assert/strict';
import type { Answers } from '@stadtteilstimme/domain';
import pg from 'pg';
import type { AnswerStream, StreamFigures } from './answer-stream.ts';

interface StoredRow {
  readonly id: string;
  readonly version_id: string;
  readonly mode: string;
  readonly answers: Answers;
  readonly bytes: number;
}

/** Ids in the table, read from the table itself: a damaged index could hide a row or show it twice. */
export async function storedIds(databaseUrl: string): Promise<readonly string[]> {
  return (await readRows(databaseUrl)).map(({ id }) => id);
}

/**
 * Every acknowledged answer is there once, as it was sent; what was there before still is; nothing else is.
 * @throws AssertionError naming ids only.
 */
export async function assertNothingLostNothingDoubled(
  databaseUrl: string,
  before: readonly string[],
  stream: AnswerStream,
  figures: StreamFigures,
): Promise<void> {
  const rows = await readRows(databaseUrl);
  const stored = new Map(rows.map((row) => [row.id, row]));
  assert.equal(rows.length, stored.size, 'an id is in the table twice');
  assert.deepEqual(before.filter((id) => !stored.has(id)), [], 'answers from before the test are gone');
  const acknowledged = [...stream.sent].filter(([, answer]) => answer.acknowledged);
  assert.deepEqual(acknowledged.flatMap(([id]) => (stored.has(id) ? [] : [id])), [], 'acknowledged answers are gone');
  assert.deepEqual(stream.violations, []);
  const known = new Set([...before, ...stream.sent.keys()]);
  assert.deepEqual(rows.flatMap(({ id }) => (known.has(id) ? [] : [id])), [], 'answers are stored that nobody sent');
  for (const [id, { submission }] of acknowledged) {
    const row = stored.get(id);
    assert.deepEqual(row?.answers, submission.answers, `answer ${id} is not what was sent`);
    assert.equal(row?.version_id, submission.versionId);
    assert.equal(row?.mode, submission.mode);
    assert.ok((row?.bytes ?? 0) > 0, `answer ${id} has no coded vector`);
  }
  assert.equal(figures.unacknowledged, 0, 'answers were never acknowledged although the service is back');
  assert.equal(rows.length, before.length + figures.acknowledged);
}

async function readRows(databaseUrl: string): Promise<readonly StoredRow[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off');
    const { rows } = await client.query<StoredRow>('SELECT id, version_id, mode, answers, octet_length(vector) AS bytes FROM response');
    return rows;
  } finally {
    await client.end();
  }
}
