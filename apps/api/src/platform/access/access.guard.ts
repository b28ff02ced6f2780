import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayDo } from '@stadtteilstimme/domain';
import { ProblemException } from '../errors/index.js';
import { ACCESS_RULE, type AccessRule, type RequestWithStaff, SESSION_READER, type SessionReader } from './access.js';

/** Denies every route unless its rule says who may use it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SESSION_READER) private readonly sessions: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (rule === 'public') return true;
    if (rule === undefined) throw new ProblemException('not-allowed');
    const request = context.switchToHttp().getRequest<RequestWithStaff>();
    const staff = await this.sessions.read(request);
    if (staff === null) throw new ProblemException('not-signed-in');
    request.staff = staff;
    if (rule !== 'signed-in' && !mayDo(staff.role, rule)) throw new ProblemException('not-allowed');
    return true;
  }
}
