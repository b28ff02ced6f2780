import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SetupRequest, StaffMember, StaffMemberDraft } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import { AUTHENTICATION, type Authentication, MINIMUM_PASSWORD_LENGTH } from './authentication.js';
import { StaffRepository, type StaffRole } from './staff.repository.js';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Creating, changing and removing colleagues, and the one-time set-up of the first administrator. */
@Injectable()
export class ManageStaff {
  constructor(
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
    private readonly staff: StaffRepository,
  ) {}

  list(): Promise<StaffMember[]> {
    return this.staff.all();
  }

  anyone(): Promise<boolean> {
    return this.staff.anyone();
  }

  /** @throws ProblemException `weak-password`, `email-taken`, `invalid-request` (unknown district). */
  async add(draft: StaffMemberDraft): Promise<StaffMember> {
    const role = await this.checkedRole(draft);
    const user = await this.createUser(draft);
    await this.staff.inTransaction((manager) => this.staff.save(manager, user.id, role));
    return { id: user.id, name: user.name, email: user.email, ...role };
  }

  /** An empty password keeps the old one. @throws ProblemException as `add`, and `not-found`, `last-administrator`. */
  async change(id: string, draft: StaffMemberDraft): Promise<StaffMember> {
    requireAccountId(id);
    const role = await this.checkedRole(draft);
    const context = await this.authentication.auth.$context;
    const user = await context.internalAdapter.findUserById(id);
    if (user === null || (await this.staff.roleOf(id)) === null) throw new ProblemException('not-found');
    const email = draft.email.toLowerCase();
    if (email !== user.email && (await context.internalAdapter.findUserByEmail(email)) !== null) throw new ProblemException('email-taken');
    if (draft.password !== '') requireStrong(draft.password);
    await this.staff.inTransaction(async (manager) => {
      if (role.role !== 'administrator') await this.keepOneAdministrator(await this.staff.administrators(manager), id);
      await this.staff.save(manager, id, role);
    });
    await context.internalAdapter.updateUser(id, { name: draft.name, email });
    if (draft.password !== '') {
      await context.internalAdapter.updatePassword(id, await context.password.hash(draft.password));
      await context.internalAdapter.deleteUserSessions(id);
    }
    return { id, name: draft.name, email, ...role };
  }

  /** @throws ProblemException `not-found`, `last-administrator`. */
  async remove(id: string): Promise<void> {
    requireAccountId(id);
    if ((await this.staff.roleOf(id)) === null) throw new ProblemException('not-found');
    await this.staff.inTransaction(async (manager) => {
      await this.keepOneAdministrator(await this.staff.administrators(manager), id);
      await this.staff.remove(manager, id);
    });
    const context = await this.authentication.auth.$context;
    await context.internalAdapter.deleteUserSessions(id);
    await context.internalAdapter.deleteUser(id);
  }

  /** Makes a fresh one-time token and forgets the old one; only its hash is stored. */
  async makeSetupToken(): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    await this.staff.replaceSetupLink(hashOf(token));
    return token;
  }

  /** @throws ProblemException `invalid-setup-link` when the token is unknown, used, or somebody is there already. */
  async setUp(request: SetupRequest): Promise<void> {
    requireStrong(request.password);
    if (await this.staff.anyone()) throw new ProblemException('invalid-setup-link');
    await this.staff.inTransaction(async (manager) => {
      if (!(await this.staff.spendSetupLink(manager, hashOf(request.token)))) throw new ProblemException('invalid-setup-link');
      const user = await this.createUser(request);
      await this.staff.save(manager, user.id, { role: 'administrator', districtIds: [] });
    });
  }

  private async checkedRole(draft: StaffMemberDraft): Promise<StaffRole> {
    const districtIds = draft.role === 'district-team' ? [...new Set(draft.districtIds)] : [];
    const unknown = await this.staff.unknownDistricts(districtIds);
    if (unknown.length > 0) throw new ProblemException('invalid-request', [{ code: 'invalid-request', place: 'districtIds' }]);
    return { role: draft.role, districtIds };
  }

  private async createUser(person: { name: string; email: string; password: string }) {
    requireStrong(person.password);
    const context = await this.authentication.auth.$context;
    if ((await context.internalAdapter.findUserByEmail(person.email.toLowerCase())) !== null) throw new ProblemException('email-taken');
    const { user } = await this.authentication.auth.api.signUpEmail({
      body: { name: person.name, email: person.email, password: person.password },
    });
    return user;
  }

  private async keepOneAdministrator(administrators: readonly string[], leaving: string): Promise<void> {
    if (administrators.length === 1 && administrators[0] === leaving) throw new ProblemException('last-administrator');
  }
}

/** Ids come from the address; PostgreSQL cannot even compare some texts, such as one with a NUL. */
function requireAccountId(id: string): void {
  if (!/^[\w-]{1,64}$/.test(id)) throw new ProblemException('not-found');
}

function requireStrong(password: string): void {
  if (password.length < MINIMUM_PASSWORD_LENGTH) throw new ProblemException('weak-password');
}
