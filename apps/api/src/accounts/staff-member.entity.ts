import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@stadtteilstimme/domain';

/** Role of a sign-in account; the account itself lives in schema `auth`. */
@Entity('staff_member')
export class StaffMemberEntity {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @Column('text')
  role: Role;
}

/** A Stadtteil that a member of a Stadtteil team works in. */
@Entity('staff_member_district')
export class StaffMemberDistrictEntity {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('text', { name: 'district_id' })
  districtId: string;
}

/** One-time link that creates the first administrator. */
@Entity('setup_link')
export class SetupLinkEntity {
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;
}
