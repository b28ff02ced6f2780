import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import type { ColumnSnapshot } from './answer-columns.js';
import { ANSWER_RECORD, type AnswerRecord, type RecordedAnswer } from './answer-record.js';
import { type ColumnSource, LiveColumns } from './live-columns.js';

/** A snapshot with a name for its state: the same name means the same answers. */
export interface NamedSnapshot extends ColumnSnapshot {
  readonly state: string;
}

interface Entry {
  /** Counts the loads, because the same number of answers after another load need not be the same answers. */
  readonly edition: number;
  readonly columns: LiveColumns;
  readonly loaded: Promise<void>;
}

/** Coded answers by questionnaire version: loaded on first use, then extended as answers arrive. Can be thrown away at will. */
@Injectable()
export class ColumnCache implements OnModuleDestroy {
  private readonly logger = new Logger(ColumnCache.name);
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Map<string, Set<LiveColumns>>();
  private readonly subscription: Subscription;
  private editions = 0;

  constructor(@Inject(ANSWER_RECORD) private readonly record: AnswerRecord) {
    this.subscription = record.stored.subscribe((answer) => this.announce(answer.versionId, answer));
    this.subscription.add(record.doubtful.subscribe((versionId) => this.forget(versionId)));
  }

  onModuleDestroy(): void {
    this.subscription.unsubscribe();
    this.entries.clear();
    this.listeners.clear();
  }

  /** One state of the answers of a version. */
  async snapshot(source: ColumnSource): Promise<NamedSnapshot> {
    for (;;) {
      const entry = this.entries.get(source.versionId) ?? this.keep(source);
      await entry.loaded;
      // Thrown away while it was loading: it has stopped listening and may lack answers.
      if (this.entries.get(source.versionId) !== entry) continue;
      const snapshot = entry.columns.snapshot();
      return { ...snapshot, state: `${source.versionId} ${entry.edition} ${snapshot.columns.length}` };
    }
  }

  /** The live columns and columns built anew from the record, both in the same state. */
  async besideRecord(source: ColumnSource): Promise<{ readonly live: ColumnSnapshot; readonly record: ColumnSnapshot }> {
    const live = this.entries.get(source.versionId) ?? this.keep(source);
    const { columns, loaded } = this.follow(source);
    try {
      await Promise.all([live.loaded, loaded]);
      return { live: live.columns.snapshot(), record: columns.snapshot() };
    } finally {
      this.listeners.get(source.versionId)?.delete(columns);
    }
  }

  /** Throws the columns of a version away; the next reader loads them again. */
  forget(versionId: string): void {
    const entry = this.entries.get(versionId);
    this.entries.delete(versionId);
    if (entry !== undefined) this.listeners.get(versionId)?.delete(entry.columns);
  }

  private keep(source: ColumnSource): Entry {
    const entry = this.follow(source);
    this.entries.set(source.versionId, entry);
    entry.loaded.catch(() => {
      if (this.entries.get(source.versionId) === entry) this.forget(source.versionId);
    });
    return entry;
  }

  /** Listens before the first query is sent, so that no answer falls between. */
  private follow(source: ColumnSource): Entry {
    const columns = new LiveColumns(source);
    const listeners = this.listeners.get(source.versionId) ?? new Set();
    this.listeners.set(source.versionId, listeners.add(columns));
    this.editions += 1;
    return { edition: this.editions, columns, loaded: columns.load(this.record) };
  }

  private announce(versionId: string, answer: RecordedAnswer): void {
    for (const columns of this.listeners.get(versionId) ?? []) {
      try {
        columns.receive(answer);
      } catch {
        // The answer is stored; only the cache is wrong now, so it is built again from the record.
        this.logger.error('A stored answer did not fit its columns; they will be loaded again.');
        this.forget(versionId);
      }
    }
  }
}
