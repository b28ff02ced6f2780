import type { DistrictScope } from '@stadtteilstimme/domain';
import type { Observable } from 'rxjs';
import type { CodedAnswer } from './answer-columns.js';

/** A coded answer with the id it has in the record; the id is used while columns are loaded and then forgotten. */
export interface RecordedAnswer extends CodedAnswer {
  readonly id: string;
}

/** What the columns need of the record of answers. */
export interface AnswerRecord {
  /** All answers of a version in one state of the database, read piece by piece. */
  codedAnswers(versionId: string, scope: DistrictScope): AsyncIterable<RecordedAnswer>;
  /** Every answer once, after its commit. */
  readonly stored: Observable<RecordedAnswer & { readonly versionId: string }>;
  /** A version of which answers may have been committed without being announced, because a connection was lost. */
  readonly doubtful: Observable<string>;
  /** Resolves when every write that has begun before this call has been announced on `stored` or has failed. */
  writesSettled(): Promise<void>;
}
export const ANSWER_RECORD = Symbol('AnswerRecord');
