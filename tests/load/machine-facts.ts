import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the figures depend on, as rows of a table. Ask before measuring. */
export function machineFacts(): readonly (readonly [name: string, value: string])[] {
  const cpus = os.cpus();
  return [
    ['Processor', `${cpus[0]?.model ?? 'unknown'}, ${cpus.length} cores`],
    ['Memory', `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`],
    ['Kernel', `${os.type()} ${os.release()}`],
    ['Node', process.version],
    ['Load before the run', `${(os.loadavg()[0] ?? 0).toFixed(1)} on ${cpus.length} cores${isBusy() ? '; **the machine was busy with other work, so the figures are too bad**' : ''}`],
    ['Disk', `${Math.round(durableWritesPerSecond()).toLocaleString('en-GB')} writes of 8 KiB with fdatasync per second, one after the other`],
  ];
}

/** Other programs take more than a quarter of the processor. */
function isBusy(): boolean {
  return (os.loadavg()[0] ?? 0) > os.cpus().length / 4;
}

/** What one committing connection can reach at most; explains most of any difference between two machines. */
function durableWritesPerSecond(): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stadtteilstimme-disk-'));
  const file = openSync(path.join(folder, 'probe'), 'w');
  const block = Buffer.alloc(8192, 1);
  const started = performance.now();
  let writes = 0;
  for (; writes < 2000 && performance.now() - started < 1000; writes += 1) {
    writeSync(file, block, 0, block.length, 0);
    fdatasyncSync(file);
  }
  const seconds = (performance.now() - started) / 1000;
  closeSync(file);
  rmSync(folder, { recursive: true });
  return writes / seconds;
}
