import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Answers, CollectionMode, DistrictId, DistrictScope } from '@stadtteilstimme/domain';
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
SELECT district_id AS "districtId", elsewhere, target_group AS "targetGroup", mode, week, answers, vector
  FROM response
 WHERE version_id = $1 AND ${IN_SCOPE('$2')}
 ORDER BY id`,
} as const;

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
  readonly answers: Answers;
}

/** Rows fetched at once: enough to hide the round trip, few enough to stay in a few megabytes. */
const ROWS_PER_FETCH = 2000;

/** All SQL of the slice. Whoever reads rows must say for which scope. */
@Injectable()
export class ResponseRepository {
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
  codedAnswers(versionId: string, scope: DistrictScope): AsyncGenerator<CodedResponse> {
    return this.read<CodedResponse>(RESPONSE_QUERIES.codedAnswers, [versionId, districtsOf(scope)]);
  }

  /** The same for single answers, in the order of their random ids, which says nothing. */
  singleAnswers(versionId: string, scope: DistrictScope): AsyncGenerator<SingleResponse> {
    return this.read<SingleResponse>(RESPONSE_QUERIES.singleAnswers, [versionId, districtsOf(scope)]);
  }

  /** Memory does not grow with the number of rows; the connection goes back also when the reader stops early. */
  private async *read<Row>(declareCursor: string, parameters: readonly unknown[]): AsyncGenerator<Row> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('BEGIN READ ONLY');
      await runner.query(declareCursor, [...parameters]);
      for (;;) {
        const rows = (await runner.query(`FETCH ${ROWS_PER_FETCH} FROM answers`)) as Row[];
        yield* rows;
        if (rows.length < ROWS_PER_FETCH) return;
      }
    } finally {
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  }
}

function districtsOf(scope: DistrictScope): readonly DistrictId[] | null {
  return scope.kind === 'whole-city' ? null : scope.districtIds;
}
