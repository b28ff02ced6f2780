import { parentPort } from 'node:worker_threads';
import { countAndProtect } from './count-and-protect.js';
import type { CountingReply, CountingRequest } from './counting-thread.js';

// The columns arrive as views on shared memory: nothing is copied, and raw counts stay in this thread.
parentPort?.on('message', ({ number, task }: CountingRequest) => {
  parentPort?.postMessage(reply(number, task));
});

function reply(number: number, task: CountingRequest['task']): CountingReply {
  try {
    return { number, report: countAndProtect(task) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : 'Counting failed.' };
  }
}
