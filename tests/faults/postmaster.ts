import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pause } from './answer-stream.ts';

/** Pid of the PostgreSQL server that runs on a cluster folder, or null. */
export function postmasterPid(cluster: string): number | null {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : NaN;
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) ? pid : null;
}

/**
 * Kills a PostgreSQL server and the processes it started, without warning, and waits until they are gone. The server
 * first, or it would begin to recover on its own.
 * @returns number of processes killed.
 * @throws Error when no server runs there or it is still there after ten seconds.
 */
export async function killPostgres(cluster: string): Promise<number> {
  const server = postmasterPid(cluster);
  if (server === null) throw new Error(`No PostgreSQL server runs on ${cluster}.`);
  const processes = [server, ...childrenOf(server)];
  for (const pid of processes) kill(pid);
  for (const started = performance.now(); processes.some(isAlive); await pause(10)) {
    if (performance.now() - started > 10_000) throw new Error('A killed PostgreSQL process is still there.');
  }
  return processes.length;
}

/** Linux lists them; elsewhere they notice themselves that their server is gone. */
function childrenOf(pid: number): readonly number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8').trim().split(/\s+/).map(Number).filter((child) => child > 1);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between being listed and being killed.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
