import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const HOW: Readonly<Record<string, string>> = {
  pspp: 'PSPP is missing: apt-get install pspp',
  Rscript: 'R is missing: apt-get install r-base-core r-cran-haven r-cran-jsonlite',
  soffice: 'LibreOffice is missing: apt-get install libreoffice-calc',
};

/** Reason to skip when a program is not on this machine, false when it is; made for the `skip` option of a test. */
export function missingProgram(program: string): string | false {
  const { error, status } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (error !== undefined || status !== 0) return HOW[program] ?? `${program} is missing`;
  if (program !== 'Rscript') return false;
  return spawnSync(program, ['-e', 'library(haven); library(jsonlite)']).status === 0 ? false : (HOW['Rscript'] ?? '');
}

/** Runs a program to its end. @returns everything it said. @throws Error with that when it fails. */
export function runProgram(program: string, args: readonly string[], folder: string): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 240_000, maxBuffer: 256_000_000 });
  if (error !== undefined || status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stdout}${stderr}${error?.message ?? ''}`);
  return stdout + stderr;
}

/** A temporary folder for the time of one piece of work. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-programs-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
