import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { CodedResponse } from './response.repository.js';

/** An answer that is in the database. */
export interface StoredResponse extends CodedResponse {
  readonly versionId: string;
}

/** Announces every answer once, after its commit and before it is acknowledged. Only within this process. */
@Injectable()
export class StoredResponses extends Subject<StoredResponse> {}

/**
 * Names a version when nobody knows whether some of its answers were committed: the connection was lost while the server
 * worked. Whoever follows `StoredResponses` has to look at the record again.
 */
@Injectable()
export class DoubtfulWrites extends Subject<string> {}
