import { Injectable } from '@nestjs/common';
import type { DistrictScope } from '@stadtteilstimme/domain';
import type { Observable } from 'rxjs';
import { type CodedResponse, type FreeTextRemoval, ResponseRepository, type SingleResponse } from './response.repository.js';
import { ResponseWriter } from './response-writer.js';
import { DoubtfulWrites, type StoredResponse, StoredResponses } from './stored-responses.js';

/** The record of answers as other slices read it. */
@Injectable()
export class ResponseRecord {
  /** Every answer once, after its commit. */
  readonly stored: Observable<StoredResponse>;
  /** A version of which answers may have been committed without being announced on `stored`. */
  readonly doubtful: Observable<string>;

  constructor(
    private readonly repository: ResponseRepository,
    private readonly writer: ResponseWriter,
    storedResponses: StoredResponses,
    doubtfulWrites: DoubtfulWrites,
  ) {
    this.stored = storedResponses.asObservable();
    this.doubtful = doubtfulWrites.asObservable();
  }

  /** All answers of a version in one state of the database, read piece by piece. */
  codedAnswers(versionId: string, scope: DistrictScope): AsyncIterable<CodedResponse> {
    return this.repository.codedAnswers(versionId, scope);
  }

  /** Single answers, in the order of random ids, page by page. @param keys what is wanted of `answers` beside the vector */
  singleAnswers(versionId: string, scope: DistrictScope, keys: readonly string[]): AsyncIterable<readonly SingleResponse[]> {
    return this.repository.singleAnswers(versionId, scope, keys);
  }

  /** Takes free texts out of the record, for good. @returns how many answers lost texts */
  removeFreeTexts(removal: FreeTextRemoval, isStopped: () => boolean): Promise<number> {
    return this.repository.removeFreeTexts(removal, isStopped);
  }

  /** Resolves when every write that has begun before this call has been announced on `stored` or has failed. */
  writesSettled(): Promise<void> {
    return this.writer.writesSettled();
  }
}
