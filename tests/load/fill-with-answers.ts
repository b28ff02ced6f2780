import { compileCheck } from '@stadtteilstimme/questionnaire';
import pg from 'pg';
import { randomSubmissions, seededNumbers } from '../runner/random-answers.ts';
import type { BenchmarkQuestionnaire } from './benchmark-city.ts';

/** Different answers; larger tables repeat them under ids of their own. */
const DIFFERENT = 20_000;
const BATCH = 2_000;
const WEEKS = Array.from({ length: 12 }, (_, index) => `2026-W${String(index + 9).padStart(2, '0')}`);
/** Codes of the district question that mean "not in this city". */
const ELSEWHERE = ['outside', 'citywide'];

/** The columns of a stored answer except its id, in the order of the table. */
export interface AnswerRow {
  readonly versionId: string;
  readonly districtId: string | null;
  readonly elsewhere: boolean;
  readonly targetGroup: string;
  readonly mode: string;
  readonly week: string;
  readonly answers: string;
  readonly vector: Uint8Array;
}

/** Rows as the service would store them: the project's own answer check makes normal form and vector. */
export function answerRows(questionnaire: BenchmarkQuestionnaire, count: number, seed: number): readonly AnswerRow[] {
  const { published, districtIds, targetGroupId } = questionnaire;
  const next = seededNumbers(seed);
  const make = randomSubmissions(published, next);
  const check = compileCheck(published.codebook);
  return Array.from({ length: count }, () => {
    const { versionId, mode, consent, answers } = make();
    const result = check(answers, { consent });
    if (!result.ok) throw new Error(`An invented answer is not valid: ${JSON.stringify(result.problems)}`);
    const district = result.district;
    return {
      versionId,
      districtId: district !== null && districtIds.includes(district) ? district : null,
      elsewhere: district !== null && ELSEWHERE.includes(district),
      targetGroup: targetGroupId,
      mode,
      week: WEEKS[Math.floor(next() * WEEKS.length)] ?? '2026-W09',
      answers: JSON.stringify(result.answers),
      vector: result.vector,
    };
  });
}

/** Fills the table up to `count` answers of the questionnaire, inside the server. */
export async function fillWithAnswers(databaseUrl: string, questionnaire: BenchmarkQuestionnaire, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ stored: number }>('SELECT count(*)::int AS stored FROM response WHERE version_id = $1', [
      questionnaire.published.versionId,
    ]);
    const missing = count - (rows[0]?.stored ?? 0);
    if (missing <= 0) return;
    await writeDifferentAnswers(client, answerRows(questionnaire, Math.min(DIFFERENT, missing), count));
    await client.query(
      `INSERT INTO response (id, version_id, district_id, elsewhere, target_group, mode, week, answers, vector)
       SELECT gen_random_uuid(), version_id, district_id, elsewhere, target_group, mode, week, answers, vector
       FROM generate_series(0, $1::int - 1) AS copy JOIN different_answer ON number = copy % $2::int`,
      [missing, Math.min(DIFFERENT, missing)],
    );
    await client.query('VACUUM (ANALYZE) response');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

async function writeDifferentAnswers(client: pg.Client, rows: readonly AnswerRow[]): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE different_answer (number integer PRIMARY KEY, version_id uuid, district_id text, elsewhere boolean,
       target_group text, mode text, week text, answers jsonb, vector bytea)`,
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await client.query(
      `INSERT INTO different_answer SELECT $1::int + ordinality - 1, version_id, district_id, elsewhere, target_group, mode, week, answers, vector
       FROM unnest($2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::bytea[])
         WITH ORDINALITY AS row (version_id, district_id, elsewhere, target_group, mode, week, answers, vector, ordinality)`,
      [
        from,
        batch.map((row) => row.versionId),
        batch.map((row) => row.districtId),
        batch.map((row) => row.elsewhere),
        batch.map((row) => row.targetGroup),
        batch.map((row) => row.mode),
        batch.map((row) => row.week),
        batch.map((row) => row.answers),
        batch.map((row) => Buffer.from(row.vector)),
      ],
    );
  }
  await client.query('ANALYZE different_answer');
}
