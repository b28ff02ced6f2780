import { COLLECTION_MODES, NO_FILTER } from '@stadtteilstimme/domain';
import { SMALL_CODEBOOK } from '../../test/small-survey.js';
import { AnswerColumns } from './answer-columns.js';
import type { ReportTask } from './count-and-protect.js';
import { CountingThread } from './counting-thread.js';
import { DISCLOSURE_POLICY } from './disclosure-policy.js';

const columns = new AnswerColumns(['north', 'elsewhere', 'unknown'], SMALL_CODEBOOK);
const TASK: ReportTask = {
  columns: columns.snapshot().columns,
  filter: NO_FILTER,
  about: { codebook: SMALL_CODEBOOK, rows: [], modes: COLLECTION_MODES, items: [], criteria: [], policy: DISCLOSURE_POLICY },
};

/** A worker in place of the real one, which exists only in the built program. */
function thread(onMessage: string): CountingThread {
  const script = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ number, task }) => { ${onMessage} });`;
  return new CountingThread(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
}

describe('CountingThread', () => {
  it('gives every caller the reply to its own request', async () => {
    const counting = thread('setTimeout(() => parentPort.postMessage({ number, report: { number } }), 20 / number);');
    expect(await Promise.all([counting.count(TASK), counting.count(TASK), counting.count(TASK)])).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
    await counting.close();
  });

  it('shares the memory of the columns with the worker', async () => {
    const counting = thread('task.columns.mode[0] = 77; parentPort.postMessage({ number, report: {} });');
    await counting.count(TASK);
    expect(TASK.columns.mode[0]).toBe(77);
    await counting.close();
  });

  it('rejects when counting fails', async () => {
    const counting = thread("parentPort.postMessage({ number, error: 'does not fit' });");
    await expect(counting.count(TASK)).rejects.toThrow('does not fit');
    await counting.close();
  });

  it('rejects what waits when the thread dies and starts a new one', async () => {
    const counting = thread('if (number === 1) process.exit(1); else parentPort.postMessage({ number, report: { number } });');
    await expect(counting.count(TASK)).rejects.toThrow('ended');
    expect(await counting.count(TASK)).toEqual({ number: 2 });
    await counting.close();
  });
});
