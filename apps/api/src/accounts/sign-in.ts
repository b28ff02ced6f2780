import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Account, type SignInRequest } from '@stadtteilstimme/domain';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../platform/errors/index.js';
import type { SessionReader, SignedInStaff } from '../platform/access/index.js';
import { AUTHENTICATION, type Authentication } from './authentication.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StaffRepository } from './staff.repository.js';

/** Sign-in, sign-out and who is behind a cookie. Neither address nor device of staff is kept. */
@Injectable()
export class SignIn implements SessionReader {
  constructor(
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
    private readonly staff: StaffRepository,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws ProblemException `wrong-credentials` (the same for an unknown address and a wrong password), `too-many-requests`. */
  async signIn(request: SignInRequest): Promise<{ account: Account; cookies: string[] }> {
    if (!this.attempts.mayTry(request.email)) throw new ProblemException('too-many-requests');
    this.attempts.begin(request.email);
    const response = await this.authentication.auth.api.signInEmail({
      body: { email: request.email, password: request.password, rememberMe: true },
      asResponse: true,
    });
    if (!response.ok) throw new ProblemException('wrong-credentials');
    const { user } = (await response.json()) as { user: { id: string; name: string; email: string } };
    const role = await this.staff.roleOf(user.id);
    if (role === null) throw new ProblemException('wrong-credentials');
    this.attempts.succeeded(request.email);
    return { account: { name: user.name, email: user.email, ...role }, cookies: response.headers.getSetCookie() };
  }

  async signOut(cookie: string | undefined): Promise<string[]> {
    const response = await this.authentication.auth.api.signOut({ headers: new Headers({ cookie: cookie ?? '' }), asResponse: true });
    return response.headers.getSetCookie();
  }

  async read(request: FastifyRequest): Promise<SignedInStaff | null> {
    const cookie = request.headers.cookie;
    if (cookie === undefined) return null;
    const session = await this.authentication.auth.api.getSession({ headers: new Headers({ cookie }) });
    if (session === null) return null;
    const staff = await this.staff.roleOf(session.user.id);
    if (staff === null) return null;
    const { id: userId, name, email } = session.user;
    return { userId, name, email, ...staff, scope: scopeOf(staff.role, staff.districtIds) };
  }
}
