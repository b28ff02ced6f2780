import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';

/** Most processor time one file may take, and most memory the process may have. */
const MAX_SECONDS = 5;

/** A machine with other work may need longer on the clock; what takes this long hangs. */
const HANGS_AFTER_SECONDS = 60;
const MAX_MEGABYTES = 500;

interface Totals {
  readonly imported: number;
  readonly refused: number;
  /** Processor time, user and system. */
  readonly slowestMs: number;
  readonly slowest: string;
  readonly peakRssMb: number;
}

type Message = { readonly start: string } | { readonly failed: string; readonly error: string } | { readonly done: Totals };

/** Runs the child; a case that hangs is killed and named. */
function fuzz(parameters: readonly string[]): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'fuzz-imports.ts'), parameters, { execArgv: ['--max-old-space-size=256', '--expose-gc'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let current = 'start-up';
    let errors = '';
    let totals: Totals | null = null;
    const watch = (): NodeJS.Timeout => setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`hangs for more than ${HANGS_AFTER_SECONDS} s: ${current}`));
    }, HANGS_AFTER_SECONDS * 1000);
    let timer = watch();
    child.stderr?.on('data', (chunk: Buffer) => { errors = (errors + chunk.toString()).slice(-2000); });
    child.on('message', (message: Message) => {
      clearTimeout(timer);
      if ('start' in message) current = message.start;
      if ('failed' in message) reject(new Error(`${message.failed}: ${message.error}`));
      if ('done' in message) totals = message.done;
      else timer = watch();
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (totals !== null) resolve(totals);
      else reject(new Error(`ended with ${code ?? signal ?? '?'} in ${current}\n${errors}`));
    });
  });
}

// Each in a process of its own, so they can run at the same time.
describe('fuzzed imports', { concurrency: true }, () => {
  it('800 changed corpus files: a result or a problem, never a crash, a hang or 500 MB', async (t) => {
    const totals = await fuzz(['4', '0', '800']);
    t.diagnostic(JSON.stringify(totals));
    assert.equal(totals.imported + totals.refused, 800);
    // Both must happen, or the changes are too mild or too wild to show anything.
    assert.ok(totals.imported > 100 && totals.refused > 100, JSON.stringify(totals));
    assert.ok(totals.slowestMs < MAX_SECONDS * 1000, `${totals.slowestMs} ms: ${totals.slowest}`);
    assert.ok(totals.peakRssMb < MAX_MEGABYTES, `${totals.peakRssMb} MB`);
  });

  // A process per format: what building one format's files leaves behind is not counted for the next.
  for (const [format, leastRefused] of [['lss', 8], ['surveyjs', 4], ['xlsform', 5]] as const) {
    it(`files made to take time or memory: ${format}`, async (t) => {
      const totals = await fuzz(['bombs', format]);
      t.diagnostic(JSON.stringify(totals));
      assert.ok(totals.refused >= leastRefused, JSON.stringify(totals));
      assert.ok(totals.slowestMs < MAX_SECONDS * 1000, `${totals.slowestMs} ms: ${totals.slowest}`);
      assert.ok(totals.peakRssMb < MAX_MEGABYTES, `${totals.peakRssMb} MB`);
    });
  }
});
