import { Injectable } from '@nestjs/common';
import type { ResponseReceipt } from '@stadtteilstimme/domain';
import type { ResponseEntity } from './response.entity.js';
import { ResponseRepository } from './response.repository.js';
import { DoubtfulWrites, StoredResponses } from './stored-responses.js';

interface Waiting {
  readonly response: ResponseEntity;
  readonly resolve: (status: ResponseReceipt['status']) => void;
  readonly reject: (error: unknown) => void;
}

/** Keeps one statement in the low megabytes. */
const MAX_BATCH = 500;

/**
 * Group commit: while one batch is being committed, the answers that arrive form the next one. So many answers share one
 * fsync, none waits for a timer, and each is acknowledged only after its own batch was committed.
 */
@Injectable()
export class ResponseWriter {
  private queue: Waiting[] = [];
  private running = false;
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly repository: ResponseRepository,
    private readonly stored: StoredResponses,
    private readonly doubtful: DoubtfulWrites,
  ) {}

  /** Resolves after commit. The same id never makes a second row: then `already-stored`, and nothing was changed. */
  store(response: ResponseEntity): Promise<ResponseReceipt['status']> {
    const written = new Promise<ResponseReceipt['status']>((resolve, reject) => this.queue.push({ response, resolve, reject }));
    this.lastWrite = written;
    if (!this.running) {
      this.running = true;
      // Requests that were read in the same turn of the event loop still make it into this batch.
      setImmediate(() => void this.drain());
    }
    return written;
  }

  /** Resolves when every write that began before this call was announced or has failed: batches keep their order. */
  async writesSettled(): Promise<void> {
    await this.lastWrite.catch(() => undefined);
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, MAX_BATCH);
      await this.write(batch);
    }
    this.running = false;
  }

  /** Never rejects: whatever happens is told to those who wait. */
  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const ids = await this.repository.store(batch.map(({ response }) => response));
      for (const waiting of batch) this.settle(waiting, ids);
    } catch (error) {
      if (batch.length > 1 && isFaultOfARow(error)) {
        // One bad row must not refuse the others.
        for (const waiting of batch) await this.write([waiting]);
      } else {
        for (const versionId of new Set(batch.map(({ response }) => response.versionId))) this.doubtful.next(versionId);
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  private settle({ response, resolve }: Waiting, storedIds: Set<string>): void {
    // Deleting makes the second of two equal ids in one batch the one that was there already.
    if (!storedIds.delete(response.id)) {
      resolve('already-stored');
      return;
    }
    const { id, versionId, districtId, elsewhere, targetGroup, mode, week, vector } = response;
    this.stored.next({ id, versionId, districtId, elsewhere, targetGroup, mode, week, vector });
    resolve('stored');
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation); anything else concerns every row. */
function isFaultOfARow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);
}
