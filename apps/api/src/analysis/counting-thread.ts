import { Worker } from 'node:worker_threads';
import type { ProtectedReport } from '@stadtteilstimme/domain';
import type { ReportTask } from './count-and-protect.js';

export interface CountingRequest {
  readonly number: number;
  readonly task: ReportTask;
}

/** `error` carries the message of what went wrong in the kernel; it never contains an answer. */
export type CountingReply =
  | { readonly number: number; readonly report: ProtectedReport }
  | { readonly number: number; readonly error: string };

interface Waiting {
  readonly resolve: (report: ProtectedReport) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread that counts one report after another; started on first use, started again after a crash. */
export class CountingThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastNumber = 0;

  constructor(private readonly script: URL) {}

  count(task: ReportTask): Promise<ProtectedReport> {
    const worker = (this.worker ??= this.start());
    const number = (this.lastNumber += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      worker.postMessage({ number, task } satisfies CountingRequest);
    });
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    // A report nobody waits for any more must not keep the process alive.
    worker.unref();
    worker.on('message', (reply: CountingReply) => this.settle(reply));
    worker.on('error', (error: Error) => this.giveUp(worker, error));
    worker.on('exit', () => this.giveUp(worker, new Error('The counting thread has ended.')));
    return worker;
  }

  private settle(reply: CountingReply): void {
    const waiting = this.waiting.get(reply.number);
    this.waiting.delete(reply.number);
    if ('report' in reply) waiting?.resolve(reply.report);
    else waiting?.reject(new Error(reply.error));
  }

  private giveUp(worker: Worker, error: Error): void {
    if (this.worker === worker) this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
