import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Seconds of processor time a process has used so far, all threads; null where the system does not say (not Linux). */
export function processorSeconds(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Begins a new count of the peak memory of a process. */
export function resetPeakMemory(pid: number): void {
  const file = `/proc/${pid}/clear_refs`;
  if (existsSync(file)) writeFileSync(file, '5');
}

/** Most resident memory a process ever had since `resetPeakMemory`, bytes; null where the system does not say. */
export function peakMemory(pid: number): number | null {
  return kilobytes(`/proc/${pid}/status`, 'VmHWM');
}

/** Proportional memory of processes together, bytes: pages they share count once. Null where the system does not say. */
export function sharedOutMemory(pids: readonly number[]): number | null {
  const parts = pids.map((pid) => kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'));
  return parts.some((part) => part === null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/** A process with everything it started, directly or not. */
export function withDescendants(pid: number): readonly number[] {
  const folder = `/proc/${pid}/task`;
  if (!existsSync(folder)) return [pid];
  const children = readdirSync(folder).flatMap((thread) => readFileSync(`${folder}/${thread}/children`, 'utf8').split(/\s+/).filter(Boolean).map(Number));
  return [pid, ...children.flatMap(withDescendants)];
}

function kilobytes(file: string, name: string): number | null {
  if (!existsSync(file)) return null;
  const line = readFileSync(file, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'));
  return line === null ? null : Number(line[1]) * 1024;
}
