import { Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import { SMALL_CODEBOOK } from '../../test/small-survey.js';
import type { AnswerRecord, RecordedAnswer } from './answer-record.js';
import { ColumnCache } from './column-cache.js';
import { compareColumns } from './compare-columns.js';

const SOURCE = { versionId: 'v1', codebook: SMALL_CODEBOOK, rows: ['north', 'south', 'elsewhere', 'unknown'] } as const;

function recorded(number: number): RecordedAnswer & { versionId: string } {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    versionId: 'v1',
    districtId: 'north',
    elsewhere: false,
    targetGroup: 'senior',
    mode: 'online',
    week: '2026-W10',
    vector: Uint8Array.of(1, 2, 1, 1, number),
  };
}

/** A record whose commit, announcement and reading can be put in any order. */
class StagedRecord implements AnswerRecord {
  readonly stored = new Subject<RecordedAnswer & { versionId: string }>();
  readonly doubtful = new Subject<string>();
  readonly committed: RecordedAnswer[] = [];
  beforeRow: (row: number) => void = () => undefined;
  beforeSettled: () => Promise<void> = () => Promise.resolve();
  loads = 0;

  async *codedAnswers(): AsyncGenerator<RecordedAnswer> {
    this.loads += 1;
    const state = [...this.committed];
    for (const [row, answer] of state.entries()) {
      this.beforeRow(row);
      await Promise.resolve();
      yield answer;
    }
  }

  writesSettled(): Promise<void> {
    return this.beforeSettled();
  }

  announce(number: number): void {
    this.stored.next(recorded(number));
  }
}

async function countedIn(cache: ColumnCache): Promise<number[]> {
  const { columns } = await cache.snapshot(SOURCE);
  const numbers = columns.variables[4]?.subarray(0, columns.length) ?? new Uint8Array();
  return [...numbers].sort((left, right) => left - right);
}

describe('ColumnCache', () => {
  let record: StagedRecord;
  let cache: ColumnCache;

  beforeEach(() => {
    record = new StagedRecord();
    record.committed.push(recorded(1), recorded(2), recorded(3));
    cache = new ColumnCache(record);
  });

  afterEach(() => cache.onModuleDestroy());

  it('loads once and then follows the stream', async () => {
    expect(await countedIn(cache)).toEqual([1, 2, 3]);
    record.announce(4);
    expect(await countedIn(cache)).toEqual([1, 2, 3, 4]);
    expect(record.loads).toBe(1);
  });

  it('ignores answers announced before anybody asked: the load finds them', async () => {
    record.committed.push(recorded(4));
    record.announce(4);
    expect(await countedIn(cache)).toEqual([1, 2, 3, 4]);
  });

  it('does not miss an answer committed while the load runs', async () => {
    record.beforeRow = (row) => {
      if (row === 1) record.announce(9);
    };
    expect(await countedIn(cache)).toEqual([1, 2, 3, 9]);
  });

  it('does not double an answer that is both in the load and on the stream', async () => {
    record.beforeRow = (row) => {
      if (row === 0) record.announce(3);
      if (row === 2) record.announce(1);
    };
    expect(await countedIn(cache)).toEqual([1, 2, 3]);
  });

  it('does not double an answer whose announcement comes after the last row was read', async () => {
    record.beforeSettled = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      record.announce(2);
      record.announce(7);
    };
    expect(await countedIn(cache)).toEqual([1, 2, 3, 7]);
  });

  it('keeps versions apart', async () => {
    await cache.snapshot(SOURCE);
    record.stored.next({ ...recorded(5), versionId: 'v2' });
    expect(await countedIn(cache)).toEqual([1, 2, 3]);
  });

  it('tries again after a failed load', async () => {
    record.beforeSettled = () => Promise.reject(new Error('connection lost'));
    await expect(cache.snapshot(SOURCE)).rejects.toThrow('connection lost');
    record.beforeSettled = () => Promise.resolve();
    expect(await countedIn(cache)).toEqual([1, 2, 3]);
  });

  it('loads again when an announced answer does not fit', async () => {
    Logger.overrideLogger(false);
    await cache.snapshot(SOURCE);
    record.stored.next({ ...recorded(5), vector: Uint8Array.of(1) });
    record.committed.push(recorded(6));
    expect(await countedIn(cache)).toEqual([1, 2, 3, 6]);
    Logger.overrideLogger(['error']);
  });

  it('loads again when a connection was lost while answers were committed', async () => {
    await cache.snapshot(SOURCE);
    record.committed.push(recorded(4));
    record.doubtful.next('v1');
    expect(await countedIn(cache)).toEqual([1, 2, 3, 4]);
  });

  it('gives a reader who came before the doubt a fresh state too', async () => {
    record.beforeRow = (row) => {
      if (row === 1) record.doubtful.next('v1');
    };
    record.beforeSettled = () => {
      record.beforeRow = () => undefined;
      record.announce(7);
      return Promise.resolve();
    };
    expect(await countedIn(cache)).toEqual([1, 2, 3, 7]);
    expect(record.loads).toBe(2);
  });

  it('finds columns equal to the record whatever the order of answers, also while answers arrive', async () => {
    await cache.snapshot(SOURCE);
    record.announce(8);
    record.committed.unshift(recorded(8));
    record.beforeRow = (row) => {
      if (row === 1) record.announce(9);
    };
    const { live, record: rebuilt } = await cache.besideRecord(SOURCE);
    expect(compareColumns(live, rebuilt)).toEqual({ live: 5, record: 5, different: 0 });
  });

  it('finds columns that are not equal to the record', async () => {
    await cache.snapshot(SOURCE);
    record.announce(8);
    record.committed.push(recorded(4), recorded(5));
    const { live, record: rebuilt } = await cache.besideRecord(SOURCE);
    expect(compareColumns(live, rebuilt)).toEqual({ live: 4, record: 5, different: 3 });
  });
});
