import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DistrictId, Role, StaffMember } from '@stadtteilstimme/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SetupLinkEntity, StaffMemberDistrictEntity, StaffMemberEntity } from './staff-member.entity.js';

export interface StaffRole {
  readonly role: Role;
  readonly districtIds: readonly DistrictId[];
}

/** All SQL of the slice. */
@Injectable()
export class StaffRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async roleOf(userId: string): Promise<StaffRole | null> {
    const rows = await this.dataSource.query<{ role: Role; districts: string[] }[]>(
      `SELECT role, ARRAY(SELECT district_id FROM staff_member_district d WHERE d.user_id = s.user_id ORDER BY 1) AS districts
         FROM staff_member s WHERE user_id = $1`,
      [userId],
    );
    const row = rows[0];
    return row === undefined ? null : { role: row.role, districtIds: row.districts };
  }

  async all(): Promise<StaffMember[]> {
    const rows = await this.dataSource.query<{ id: string; name: string; email: string; role: Role; districts: string[] }[]>(
      `SELECT u.id, u.name, u.email, s.role,
              ARRAY(SELECT district_id FROM staff_member_district d WHERE d.user_id = s.user_id ORDER BY 1) AS districts
         FROM staff_member s JOIN auth."user" u ON u.id = s.user_id ORDER BY u.name, u.email`,
    );
    return rows.map(({ districts, ...member }) => ({ ...member, districtIds: districts }));
  }

  async anyone(): Promise<boolean> {
    return (await this.dataSource.getRepository(StaffMemberEntity).count({ take: 1 })) > 0;
  }

  async administrators(manager: EntityManager): Promise<readonly string[]> {
    const rows = await manager.query<{ user_id: string }[]>(
      `SELECT user_id FROM staff_member WHERE role = 'administrator' FOR UPDATE`,
    );
    return rows.map((row) => row.user_id);
  }

  async save(manager: EntityManager, userId: string, staff: StaffRole): Promise<void> {
    await manager.getRepository(StaffMemberEntity).save({ userId, role: staff.role });
    await manager.getRepository(StaffMemberDistrictEntity).delete({ userId });
    await manager
      .getRepository(StaffMemberDistrictEntity)
      .insert(staff.districtIds.map((districtId) => ({ userId, districtId })));
  }

  async remove(manager: EntityManager, userId: string): Promise<void> {
    await manager.getRepository(StaffMemberEntity).delete({ userId });
  }

  async unknownDistricts(districtIds: readonly DistrictId[]): Promise<readonly DistrictId[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT wanted AS id FROM unnest($1::text[]) AS wanted WHERE NOT EXISTS (SELECT 1 FROM district WHERE id = wanted)',
      [districtIds],
    );
    return rows.map((row) => row.id);
  }

  async replaceSetupLink(tokenHash: string): Promise<void> {
    await this.inTransaction(async (manager) => {
      await manager.query('DELETE FROM setup_link');
      await manager.getRepository(SetupLinkEntity).insert({ tokenHash });
    });
  }

  /** True for exactly one caller per link. */
  async spendSetupLink(manager: EntityManager, tokenHash: string): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>('DELETE FROM setup_link WHERE token_hash = $1 RETURNING 1', [tokenHash]);
    return rows.length === 1;
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
