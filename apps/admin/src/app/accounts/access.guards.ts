import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@stadtteilstimme/domain';

import { Session } from './session';

/** Lets signed-in people pass; everybody else signs in first and comes back. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const account = await inject(Session).known();
  return account !== null || new RedirectCommand(router.createUrlTree(['/anmelden'], { queryParams: { weiter: state.url } }));
};

/** Keeps a role off pages it can do nothing with. */
export function mayOpen(permission: Permission): CanActivateFn {
  return () => {
    const router = inject(Router);
    return inject(Session).may(permission) || new RedirectCommand(router.createUrlTree(['/']));
  };
}
