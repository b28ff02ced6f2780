import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@stadtteilstimme/api/embedded-postgres';
import { ServiceProcess } from '../runner/service-process.ts';
import { type BenchmarkRun, type Measurement, median, megabytes, ms, pause, times } from './measurement.ts';
import { sharedOutMemory, withDescendants } from './process-figures.ts';

/** Start of the built service on an existing data folder, against its database alone. */
export async function startToReady({ quick, log }: BenchmarkRun): Promise<Measurement> {
  const rounds = quick ? 3 : 7;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-bench-start-'));
  chmodSync(dataDir, 0o755);
  const first: number[] = [];
  const ours: number[] = [];
  const alone: number[] = [];
  const memory: number[] = [];
  try {
    for (let round = -1; round < rounds; round += 1) {
      const service = await ServiceProcess.start({ dataDir, demo: true });
      (round < 0 ? first : ours).push(service.readyAfter);
      if (round >= 0) memory.push(...(await idleMemory(service, dataDir)));
      await service.stop();
      const started = performance.now();
      const database = await startEmbeddedPostgres(dataDir);
      if (round >= 0) alone.push(performance.now() - started);
      await database.stop();
      log(`start ${round < 0 ? 'on a new folder' : String(round + 1)}: ${ms(service.readyAfter)}`);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  const ready = median(ours);
  const idle = memory.length === 0 ? null : median(memory);
  return {
    title: 'Start to "ready"',
    method: [
      'The built service with the example city on its embedded database, from starting the process until it prints "ready"; the database server is stopped in between, its files are in the cache of the operating system.',
      'Limit: the same database server alone, until it takes connections.',
      `Median of ${rounds} starts of each in turn. Memory: all processes, service and database, shared pages counted once (PSS), three seconds after "ready".`,
    ],
    figures: [
      { work: 'existing data folder', ours: ms(ready), limit: ms(median(alone)), ratio: times(ready / median(alone)), target: '≤ 3 s', holds: ready <= 3000 },
      { work: 'new data folder, example city written', ours: ms(median(first)), limit: '–', ratio: '–', target: '–', holds: null },
      {
        work: 'all processes, idle',
        ours: idle === null ? '–' : megabytes(idle),
        limit: '–',
        ratio: '–',
        target: '≤ 350 MB',
        holds: idle === null ? null : idle <= 350_000_000,
      },
    ],
    notes: [],
  };
}

async function idleMemory(service: ServiceProcess, dataDir: string): Promise<readonly number[]> {
  await pause(3000);
  const postmaster = Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const bytes = sharedOutMemory([...withDescendants(service.pid), ...withDescendants(postmaster)]);
  return bytes === null ? [] : [bytes];
}
