import { Injectable } from '@angular/core';
import { Subject } from 'rxjs';

/** Tells that the server no longer knows the session. A subject, because nobody below `backend/` may know who listens. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  readonly ended = new Subject<void>();
}
