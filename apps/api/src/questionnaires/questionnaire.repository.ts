import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DistrictId, DistrictScope, QuestionnaireState, QuestionnaireVersionSummary } from '@stadtteilstimme/domain';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { QuestionnaireEntity, QuestionnaireVersionEntity } from './questionnaire.entity.js';

/** A questionnaire with the number of its newest version; null while never published. */
export interface StoredQuestionnaire extends QuestionnaireEntity {
  readonly publishedVersion: number | null;
}

/** As staff see it: whether its draft is no longer what the newest version was made from. */
export interface ScopedQuestionnaire extends StoredQuestionnaire {
  readonly newVersionBegun: boolean;
}

/** A published version and what of its questionnaire may change. */
export interface StoredVersion {
  readonly version: QuestionnaireVersionEntity;
  readonly state: 'open' | 'closed';
  readonly synthetic: boolean;
}

const VERSION_COLUMNS = `v.id, v.questionnaire_id AS "questionnaireId", v.number, v.published_on::text AS "publishedOn",
              v.taxonomy_version AS "taxonomyVersion", v.draft, v.content, v.wording_notes AS "wordingNotes"`;
const NEWEST_NUMBER = '(SELECT max(v.number) FROM questionnaire_version v WHERE v.questionnaire_id = q.id)';
const BEGUN = '(SELECT v.draft <> q.draft FROM questionnaire_version v WHERE v.questionnaire_id = q.id ORDER BY v.number DESC LIMIT 1)';

/** All SQL about questionnaires and their versions. */
@Injectable()
export class QuestionnaireRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those in scope: a Stadtteil team sees what is asked in one of its Stadtteile. */
  inScope(scope: DistrictScope): Promise<ScopedQuestionnaire[]> {
    return withNumbers(this.scoped(scope).orderBy("q.draft->'title'->>'de'").addOrderBy('q.slug'));
  }

  async find(id: string, scope: DistrictScope): Promise<ScopedQuestionnaire | null> {
    const [found] = await withNumbers(this.scoped(scope).andWhere('q.id = :id', { id }));
    return found ?? null;
  }

  /** Locks the row until the transaction ends, so that publishing and saving cannot cross. */
  async lock(manager: EntityManager, id: string): Promise<StoredQuestionnaire | null> {
    const questionnaire = await manager.findOne(QuestionnaireEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (questionnaire === null) return null;
    const publishedVersion = await manager.maximum(QuestionnaireVersionEntity, 'number', { questionnaireId: id });
    return { ...questionnaire, publishedVersion };
  }

  async insert(manager: EntityManager, questionnaire: QuestionnaireEntity): Promise<void> {
    await manager.insert(QuestionnaireEntity, questionnaire);
  }

  async saveDraft(manager: EntityManager, { id, slug, draft, revision }: QuestionnaireEntity): Promise<void> {
    await manager.update(QuestionnaireEntity, { id }, { slug, draft, revision });
  }

  async setState(manager: EntityManager, id: string, state: QuestionnaireState): Promise<void> {
    await manager.update(QuestionnaireEntity, { id }, { state });
  }

  /** @param day ISO date; the same day twice is one closing */
  async recordClosing(manager: EntityManager, questionnaireId: string, day: string): Promise<void> {
    await manager.query('INSERT INTO questionnaire_closing (questionnaire_id, closed_on) VALUES ($1, $2) ON CONFLICT DO NOTHING', [questionnaireId, day]);
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(QuestionnaireEntity, { id });
  }

  async insertVersion(manager: EntityManager, version: QuestionnaireVersionEntity): Promise<void> {
    const { id, questionnaireId, number, publishedOn, taxonomyVersion, draft, content, wordingNotes } = version;
    await manager.query(
      `INSERT INTO questionnaire_version (id, questionnaire_id, number, published_on, taxonomy_version, draft, content, wording_notes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, questionnaireId, number, publishedOn, taxonomyVersion, JSON.stringify(draft), JSON.stringify(content), JSON.stringify(wordingNotes)],
    );
  }

  /** Newest first. */
  async versions(questionnaireId: string): Promise<QuestionnaireVersionSummary[]> {
    return this.dataSource.query<QuestionnaireVersionSummary[]>(
      `SELECT id, number, published_on::text AS "publishedOn", taxonomy_version AS "taxonomyVersion", draft->'languages' AS languages,
              wording_notes AS "wordingNotes"
         FROM questionnaire_version WHERE questionnaire_id = $1 ORDER BY number DESC`,
      [questionnaireId],
    );
  }

  /** Every version as a whole, oldest first. */
  versionsOf(manager: EntityManager, questionnaireId: string): Promise<QuestionnaireVersionEntity[]> {
    return manager.query<QuestionnaireVersionEntity[]>(
      `SELECT ${VERSION_COLUMNS} FROM questionnaire_version v WHERE v.questionnaire_id = $1 ORDER BY v.number`,
      [questionnaireId],
    );
  }

  findVersion(versionId: string): Promise<StoredVersion | null> {
    return this.oneVersion('v.id = $1', versionId);
  }

  newestVersion(questionnaireId: string): Promise<StoredVersion | null> {
    return this.oneVersion('v.questionnaire_id = $1', questionnaireId);
  }

  newestVersionBySlug(slug: string): Promise<StoredVersion | null> {
    return this.oneVersion('q.slug = $1', slug);
  }

  /** Addresses of the questionnaires that take answers. */
  async openSlugs(): Promise<string[]> {
    const open = await this.dataSource.getRepository(QuestionnaireEntity).find({ select: { slug: true }, where: { state: 'open' }, order: { slug: 'ASC' } });
    return open.map((questionnaire) => questionnaire.slug);
  }

  async kinds(): Promise<{ synthetic: number; real: number }> {
    const questionnaires = this.dataSource.getRepository(QuestionnaireEntity);
    return { synthetic: await questionnaires.countBy({ synthetic: true }), real: await questionnaires.countBy({ synthetic: false }) };
  }

  async slugTaken(slug: string): Promise<boolean> {
    return this.dataSource.getRepository(QuestionnaireEntity).existsBy({ slug });
  }

  /** Which of these districts a questionnaire is meant for, as a draft or in a published version. */
  async districtsUsed(districtIds: readonly DistrictId[]): Promise<DistrictId[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM unnest($1::text[]) AS wanted (id)
        WHERE EXISTS (SELECT 1 FROM questionnaire q WHERE q.draft->'districtIds' ? wanted.id)
           OR EXISTS (SELECT 1 FROM questionnaire_version v WHERE v.draft->'districtIds' ? wanted.id)`,
      [districtIds],
    );
    return rows.map((row) => row.id);
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  private scoped(scope: DistrictScope): SelectQueryBuilder<QuestionnaireEntity> {
    const query = this.dataSource.getRepository(QuestionnaireEntity).createQueryBuilder('q').addSelect(NEWEST_NUMBER, 'newest').addSelect(BEGUN, 'begun');
    if (scope.kind === 'whole-city') return query.where('true');
    return query.where(`q.draft->'districtIds' ?| :districtIds`, { districtIds: scope.districtIds });
  }

  private async oneVersion(condition: string, value: string): Promise<StoredVersion | null> {
    const rows = await this.dataSource.query<(QuestionnaireVersionEntity & { state: 'open' | 'closed'; synthetic: boolean })[]>(
      `SELECT ${VERSION_COLUMNS}, q.state, q.synthetic
         FROM questionnaire_version v JOIN questionnaire q ON q.id = v.questionnaire_id
        WHERE ${condition} ORDER BY v.number DESC LIMIT 1`,
      [value],
    );
    const row = rows[0];
    if (row === undefined) return null;
    const { state, synthetic, ...version } = row;
    return { version, state, synthetic };
  }
}

async function withNumbers(query: SelectQueryBuilder<QuestionnaireEntity>): Promise<ScopedQuestionnaire[]> {
  const { entities, raw } = await query.getRawAndEntities<{ newest: number | null; begun: boolean | null }>();
  return entities.map((entity, index) => ({ ...entity, publishedVersion: raw[index]?.newest ?? null, newVersionBegun: raw[index]?.begun ?? false }));
}
