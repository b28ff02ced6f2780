import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DistrictId, TaxonomyVersion } from '@stadtteilstimme/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { DistrictEntity, TaxonomyVersionEntity } from './taxonomy-version.entity.js';

/** All SQL of the slice. */
@Injectable()
export class TaxonomyRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async newest(manager: EntityManager = this.dataSource.manager): Promise<TaxonomyVersion | null> {
    const [newest] = await manager.getRepository(TaxonomyVersionEntity).find({ order: { version: 'DESC' }, take: 1 });
    return newest ?? null;
  }

  byVersion(version: number): Promise<TaxonomyVersion | null> {
    return this.dataSource.getRepository(TaxonomyVersionEntity).findOneBy({ version });
  }

  /** Newest first, without their content. */
  summaries(): Promise<Omit<TaxonomyVersion, 'taxonomy'>[]> {
    return this.dataSource
      .getRepository(TaxonomyVersionEntity)
      .find({ select: { version: true, createdOn: true, comment: true }, order: { version: 'DESC' } });
  }

  async insert(manager: EntityManager, version: TaxonomyVersion): Promise<void> {
    const ids = version.taxonomy.districts.map((district) => ({ id: district.id }));
    if (ids.length > 0) await manager.createQueryBuilder().insert().into(DistrictEntity).values(ids).orIgnore().execute();
    await manager.query('INSERT INTO taxonomy_version (version, created_on, comment, taxonomy) VALUES ($1, $2, $3, $4)', [
      version.version,
      version.createdOn,
      version.comment,
      JSON.stringify(version.taxonomy),
    ]);
  }

  /** Which of these districts somebody of the staff is bound to. */
  async districtsWithStaff(manager: EntityManager, districtIds: readonly DistrictId[]): Promise<readonly DistrictId[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT DISTINCT district_id AS id FROM staff_member_district WHERE district_id = ANY($1)',
      [districtIds],
    );
    return rows.map((row) => row.id);
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
