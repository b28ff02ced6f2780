import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Answers, CollectionMode, DistrictId, DistrictScope } from '@stadtteilstimme/domain';
import pLimit from 'p-limit';
import { DataSource } from 'typeorm';
import type { ResponseEntity } from './response.entity.js';

/** Whole city: null; a Stadtteil team: its districts, so that no row of another one leaves the database. */
const IN_SCOPE = (parameter: string) => `(${parameter}::text[] IS NULL OR district_id = ANY (${parameter}))`;

/** Every query that writes or reads answers. Written out in response-queries.golden.sql for reviewers of privacy. */
export const RESPONSE_QUERIES = {
  storeResponses: `INSERT INTO response (id, version_id, district_id, elsewhere, target_group, mode, week, answers, vector)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::bytea[])
ON CONFLICT (id) DO NOTHING
RETURNING id`,
  isStored: `SELECT 1 FROM response WHERE id = $1 AND version_id = $2`,
  countByQuestionnaire: `SELECT v.questionnaire_id AS id, count(*)::integer AS responses
  FROM response r JOIN questionnaire_version v ON v.id = r.version_id
 WHERE ${IN_SCOPE('$1')}
 GROUP BY v.questionnaire_id`,
  districtsWithResponses: `SELECT id FROM unnest($1::text[]) AS wanted (id)
 WHERE EXISTS (SELECT 1 FROM response r WHERE r.district_id = wanted.id)`,
  codedAnswers: `DECLARE answers NO SCROLL CURSOR FOR
SELECT id, district_id AS "districtId", elsewhere, target_group AS "targetGroup", mode, week, vector
  FROM response
 WHERE version_id = $1 AND ${IN_SCOPE('$2')}`,
  singleAnswers: `DECLARE answers NO SCROLL CURSOR FOR
SELECT district_id AS "districtId", elsewhere, target_group AS "targetGroup", mode, week,
       (SELECT jsonb_object_agg(key, whole -> key) FILTER (WHERE whole ? key)
          FROM (SELECT answers || '{}' AS whole OFFSET 0) AS once, unnest($3::text[]) AS key) AS answers,
       vector
  FROM response
 WHERE version_id = $1 AND ${IN_SCOPE('$2')}
 ORDER BY id`,
  removeFreeTexts: `WITH due AS (
  SELECT id FROM response
   WHERE version_id = $1::uuid AND id > $2 AND ($3::text IS NULL OR week <= $3) AND answers ?| $4::text[]
   ORDER BY id LIMIT $5
), changed AS (
  UPDATE response SET answers = answers - $4::text[] FROM due WHERE response.id = due.id RETURNING response.id
), proof AS (
  INSERT INTO free_text_deletion (version_id, deleted_on, answers)
  SELECT $1::uuid, $6::date, count(*) FROM changed HAVING count(*) > 0
  ON CONFLICT (version_id, deleted_on) DO UPDATE SET answers = free_text_deletion.answers + excluded.answers
)
SELECT count(*)::integer AS answers, max(id::text) AS last FROM changed`,
} as const;

/*
 * About `singleAnswers`: only the wanted keys leave the database, and only they are sorted. `|| '{}'` changes nothing; it
 * makes the server unpack a long answer once instead of twice for every key.
 */

/** The coded answer as it is counted. */
export interface CodedResponse {
  readonly id: string;
  readonly districtId: DistrictId | null;
  readonly elsewhere: boolean;
  readonly targetGroup: string;
  readonly mode: CollectionMode;
  /** ISO week `YYYY-Www`. */
  readonly week: string;
  /** One byte per coded variable, in codebook order. */
  readonly vector: Uint8Array;
}

/** A single answer as analysts take it away: without its id. */
export interface SingleResponse extends Omit<CodedResponse, 'id'> {
  /** Only what was asked for: texts, numbers and dates; everything else is in the vector. */
  readonly answers: Answers;
}

/** `answers` is null where the answer has none of the wanted keys. */
type SingleRow = Omit<SingleResponse, 'answers'> & { readonly answers: Answers | null };
const NO_ANSWERS: Answers = {};

/** Whose free texts go, and what of an answer they are. */
export interface FreeTextRemoval {
  readonly versionId: string;
  /** Keys of `answers`. */
  readonly keys: readonly string[];
  /** Answers of this ISO week and before; null = of any week. */
  readonly through: string | null;
  /** ISO date that goes into the proof. */
  readonly day: string;
}

/** Answers changed by one statement: a batch is soon done and keeps no writer waiting. */
const ANSWERS_PER_REMOVAL = 1000;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/**
 * Rows fetched at once: enough to hide the round trip, few enough that a page is done with while its memory is young, also
 * when several readers take turns (two files of 1,000,000 rows at once: 230 MB, with pages of 1,000 rows 300 MB).
 */
const ROWS_PER_FETCH = 500;

/** Files of single answers written at once; each holds one of the pool's connections, and answers come first. Others wait. */
const FILES_AT_ONCE = 4;

/** All SQL of the slice. Whoever reads rows must say for which scope. */
@Injectable()
export class ResponseRepository {
  /**
   * Milliseconds a reader of single answers may take for a page. Who stops reading without going away would hold a connection and
   * an open transaction for ever; the database then ends both, and the file breaks off visibly.
   */
  readerPatience = 120_000;
  private readonly turns = pLimit(FILES_AT_ONCE);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One statement, one commit. @returns ids stored now; the others were there already */
  async store(responses: readonly ResponseEntity[]): Promise<Set<string>> {
    const column = <T>(value: (response: ResponseEntity) => T): T[] => responses.map(value);
    const rows = await this.dataSource.query<{ id: string }[]>(RESPONSE_QUERIES.storeResponses, [
      column((response) => response.id),
      column((response) => response.versionId),
      column((response) => response.districtId),
      column((response) => response.elsewhere),
      column((response) => response.targetGroup),
      column((response) => response.mode),
      column((response) => response.week),
      column((response) => JSON.stringify(response.answers)),
      column((response) => response.vector),
    ]);
    return new Set(rows.map((row) => row.id));
  }

  async isStored(id: string, versionId: string): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>(RESPONSE_QUERIES.isStored, [id, versionId])).length > 0;
  }

  async countByQuestionnaire(scope: DistrictScope): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.query<{ id: string; responses: number }[]>(RESPONSE_QUERIES.countByQuestionnaire, [districtsOf(scope)]);
    return new Map(rows.map((row) => [row.id, row.responses]));
  }

  async districtsWithResponses(districtIds: readonly DistrictId[]): Promise<DistrictId[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(RESPONSE_QUERIES.districtsWithResponses, [districtIds]);
    return rows.map((row) => row.id);
  }

  /** All answers of a version in one state of the database, read piece by piece, in no particular order. */
  async *codedAnswers(versionId: string, scope: DistrictScope): AsyncGenerator<CodedResponse> {
    for await (const page of this.pages<CodedResponse>(RESPONSE_QUERIES.codedAnswers, [versionId, districtsOf(scope)])) yield* page;
  }

  /**
   * The same for single answers, page by page, in the order of their random ids, which says nothing.
   * @param keys the keys of `answers` that are wanted
   */
  async *singleAnswers(versionId: string, scope: DistrictScope, keys: readonly string[]): AsyncGenerator<readonly SingleResponse[]> {
    const endTurn = await this.turn();
    try {
      const pages = this.pages<SingleRow>(RESPONSE_QUERIES.singleAnswers, [versionId, districtsOf(scope), keys], this.readerPatience);
      for await (const page of pages) yield page.map((row) => ({ ...row, answers: row.answers ?? NO_ANSWERS }));
    } finally {
      endTurn();
    }
  }

  /**
   * Takes free texts out of the record, for good: batch by batch, each with its proof in the same statement. What else was
   * answered stays, and so does the coded vector. Running it again finds nothing.
   * @param isStopped asked between batches; what is left is for the next run
   * @returns how many answers lost texts
   */
  async removeFreeTexts({ versionId, keys, through, day }: FreeTextRemoval, isStopped: () => boolean): Promise<number> {
    let total = 0;
    let after: string | null = BEFORE_ALL_IDS;
    while (after !== null && !isStopped()) {
      const parameters: unknown[] = [versionId, after, through, keys, ANSWERS_PER_REMOVAL, day];
      const [batch] = await this.dataSource.query<{ answers: number; last: string | null }[]>(RESPONSE_QUERIES.removeFreeTexts, parameters);
      total += batch?.answers ?? 0;
      after = batch?.last ?? null;
    }
    // Changed rows leave their old texts in the pages of the table until these are swept and written over.
    if (total > 0) await this.dataSource.query('VACUUM response');
    return total;
  }

  /** Waits until fewer than `FILES_AT_ONCE` files are being written. @returns ends the turn */
  private turn(): Promise<() => void> {
    return new Promise((begin) => {
      void this.turns(() => new Promise<void>((end) => begin(end)));
    });
  }

  /**
   * The rows of a cursor. The next page is on its way while the reader works on this one. Memory does not grow with the
   * number of rows; the connection goes back also when the reader stops early.
   * @param patience milliseconds between two pages after which the database gives up on the reader; 0 = never
   */
  private async *pages<Row>(declareCursor: string, parameters: readonly unknown[], patience = 0): AsyncGenerator<readonly Row[]> {
    const runner = this.dataSource.createQueryRunner();
    const fetch = async (): Promise<readonly Row[]> => {
      const rows = (await runner.query(`FETCH ${ROWS_PER_FETCH} FROM answers`)) as Row[];
      // Lists of the driver's finished queries outlive every collection of young memory (seen in pg 8.23, promise form) and
      // pile up by hundreds of megabytes. Moved out of its list, a page is free when its reader is done with it.
      return rows.splice(0);
    };
    let next: Promise<readonly Row[]> | null = null;
    try {
      await runner.query('BEGIN READ ONLY');
      // Every row will be read: a plan that is quick to the first ones can be ten times slower to the last.
      await runner.query('SET LOCAL cursor_tuple_fraction = 1');
      await runner.query(`SET LOCAL idle_in_transaction_session_timeout = ${patience}`);
      await runner.query(declareCursor, [...parameters]);
      let rows = await fetch();
      while (rows.length === ROWS_PER_FETCH) {
        next = fetch();
        // Told to the reader when it asks for that page, not while it still holds this one.
        next.catch(() => undefined);
        yield rows;
        rows = await next;
      }
      yield rows;
    } finally {
      await next?.catch(() => undefined);
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  }
}

function districtsOf(scope: DistrictScope): readonly DistrictId[] | null {
  return scope.kind === 'whole-city' ? null : scope.districtIds;
}
