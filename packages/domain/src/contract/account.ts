import type { DistrictId } from '../taxonomy/taxonomy.js';
import type { Role } from '../access/roles.js';

/** Who is signed in. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Empty for roles that see the whole city. */
  readonly districtIds: readonly DistrictId[];
}

/** A colleague in the administrator's list. */
export interface StaffMember extends Account {
  readonly id: string;
}

export interface StaffMemberDraft {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly districtIds: readonly DistrictId[];
  /** At least twelve characters. */
  readonly password: string;
}

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
}

/** Body of the one-time set-up that creates the first administrator. */
export interface SetupRequest {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What every page needs to know about the installation before anyone signs in. */
export interface Installation {
  readonly cityName: string;
  /** Example data and demo sign-ins are loaded. */
  readonly demo: boolean;
  readonly setupNeeded: boolean;
  readonly demoSignIns: readonly { readonly email: string; readonly password: string; readonly role: Role }[];
}
