import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Codebook, FREE_TEXT_MONTHS, type FreeTextPeriod } from '@stadtteilstimme/domain';
import { DataSource } from 'typeorm';

/** What decides about the free texts of one published version. */
export interface VersionPeriod extends FreeTextPeriod {
  readonly versionId: string;
  readonly codebook: Pick<Codebook, 'questions'>;
  /** Last day on which texts of it were deleted, ISO date; null = never. */
  readonly lastOn: string | null;
}

/**
 * A version keeps the promise it was published with. One from before that was written down keeps the shortest the city has
 * ever set: earlier than promised is allowed, later is not.
 */
const PERIODS = `SELECT v.id AS "versionId",
       coalesce((v.content->>'freeTextMonths')::integer, (SELECT min((settings->>'freeTextMonths')::integer) FROM city_settings_version), $1) AS months,
       jsonb_build_object('questions', v.content->'codebook'->'questions') AS codebook,
       ARRAY(SELECT closed_on::text FROM questionnaire_closing c WHERE c.questionnaire_id = v.questionnaire_id ORDER BY closed_on) AS closings,
       q.state = 'open' AS open,
       (SELECT max(deleted_on)::text FROM free_text_deletion d WHERE d.version_id = v.id) AS "lastOn"
  FROM questionnaire_version v JOIN questionnaire q ON q.id = v.questionnaire_id
 WHERE $2::uuid IS NULL OR q.id = $2
 ORDER BY q.id, v.number`;

/** All SQL of the slice. */
@Injectable()
export class RetentionRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of every published version, or of those of one questionnaire, oldest first. */
  periods(questionnaireId: string | null = null): Promise<readonly VersionPeriod[]> {
    return this.dataSource.query<VersionPeriod[]>(PERIODS, [FREE_TEXT_MONTHS.max, questionnaireId]);
  }
}
