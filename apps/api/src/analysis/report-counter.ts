import type { ProtectedReport } from '@stadtteilstimme/domain';
import { countAndProtect, type ReportTask } from './count-and-protect.js';
import { CountingThread } from './counting-thread.js';

/** Counts and protects reports; only protected numbers come back. */
export interface ReportCounter {
  count(task: ReportTask): Promise<ProtectedReport>;
  close(): Promise<void>;
}
export const REPORT_COUNTER = Symbol('ReportCounter');

/** Counts in the calling thread: for tests, whose TypeScript sources a worker thread cannot load. */
export const inProcessCounter: ReportCounter = {
  count: (task) => Promise.resolve().then(() => countAndProtect(task)),
  close: () => Promise.resolve(),
};

/** The counter of a built program runs in a thread of its own, so that a large report delays no other request. */
export function createReportCounter(): ReportCounter {
  return import.meta.url.endsWith('.js') ? new CountingThread(new URL('./counting.worker.js', import.meta.url)) : inProcessCounter;
}
