import type { Codebook, ReportRowId } from '@stadtteilstimme/domain';
import { AnswerColumns, type ColumnSnapshot } from './answer-columns.js';
import { AnswerIds } from './answer-ids.js';
import type { AnswerRecord, RecordedAnswer } from './answer-record.js';

/** The version whose answers are kept, with the rows its answers may fall into. */
export interface ColumnSource {
  readonly versionId: string;
  readonly codebook: Codebook;
  readonly rows: readonly ReportRowId[];
}

/**
 * Columns of one version that are loaded from the record and then follow it: every answer once.
 *
 * An answer committed while the load runs may be in the database state the load reads, on the stream of stored answers,
 * or both; and one committed just before may still be on its way to the stream when the load ends. So: listen from the
 * start and keep what comes; read one state of the database; wait until every write begun by then was announced; add
 * what the load did not contain, by id. Whatever is announced later was committed after the state that was read.
 */
export class LiveColumns {
  private readonly columns: AnswerColumns;
  private waiting: RecordedAnswer[] | null = [];

  constructor(private readonly source: ColumnSource) {
    this.columns = new AnswerColumns(source.rows, source.codebook);
  }

  /** Must be called for every stored answer of the version from before `load` on. */
  receive(answer: RecordedAnswer): void {
    if (this.waiting === null) this.columns.append(answer);
    else this.waiting.push(answer);
  }

  async load(record: AnswerRecord): Promise<void> {
    const ids = new AnswerIds();
    for await (const answer of record.codedAnswers(this.source.versionId, { kind: 'whole-city' })) {
      this.columns.append(answer);
      ids.add(answer.id);
    }
    await record.writesSettled();
    for (const answer of ids.missing(this.waiting ?? [])) this.columns.append(answer);
    this.waiting = null;
  }

  snapshot(): ColumnSnapshot {
    return this.columns.snapshot();
  }
}
