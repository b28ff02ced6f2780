import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { DistrictScope, Permission, Role } from '@stadtteilstimme/domain';
import type { FastifyRequest } from 'fastify';

/** Who makes this request, as the guard found out. */
export interface SignedInStaff {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly districtIds: readonly string[];
  readonly scope: DistrictScope;
}

/** What a route says about who may use it. A route that says nothing is refused to everyone. */
export type AccessRule = 'public' | 'signed-in' | Permission;

export const ACCESS_RULE = Symbol('access rule');

/** Anyone, without signing in. */
export const Public = () => SetMetadata(ACCESS_RULE, 'public' satisfies AccessRule);
/** Any signed-in member of staff. */
export const SignedIn = () => SetMetadata(ACCESS_RULE, 'signed-in' satisfies AccessRule);
/** Staff whose role holds the permission. */
export const Requires = (permission: Permission) => SetMetadata(ACCESS_RULE, permission satisfies AccessRule);

/** Finds out who makes a request; implemented by the accounts slice, so that the platform knows no slice. */
export interface SessionReader {
  read(request: FastifyRequest): Promise<SignedInStaff | null>;
}
export const SESSION_READER = Symbol('SessionReader');

export type RequestWithStaff = FastifyRequest & { staff?: SignedInStaff };

/** The signed-in member of staff; only on routes that are not public. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): SignedInStaff => {
  const staff = context.switchToHttp().getRequest<RequestWithStaff>().staff;
  if (staff === undefined) throw new Error('CurrentStaff used on a route without a sign-in rule');
  return staff;
});
