import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';

import { API } from './api';
import { refusalOf } from './problem';
import { SessionEnd } from './session-end';

/** Asking who is signed in may be answered with "nobody"; that is an answer, not an end of the session. */
const QUESTIONS_ABOUT_THE_SESSION = [`${API}/account`, `${API}/session`];

/** When the session has ended, leads to the sign-in page and remembers where the person was. */
export const signInAgain: HttpInterceptorFn = (request, next) => {
  const router = inject(Router);
  const sessionEnd = inject(SessionEnd);
  return next(request).pipe(
    catchError((error: unknown) => {
      const ended = error instanceof HttpErrorResponse && refusalOf(error).code === 'not-signed-in';
      if (ended && !QUESTIONS_ABOUT_THE_SESSION.includes(request.url) && !router.url.startsWith('/anmelden')) {
        sessionEnd.ended.next();
        void router.navigate(['/anmelden'], { queryParams: { weiter: router.url } });
      }
      return throwError(() => error);
    }),
  );
};
