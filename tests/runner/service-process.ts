import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PROGRAM = path.join(ROOT, 'apps/api/dist/main.js');
const READY = /\bready\b/i;
const KEPT_OUTPUT = 64 * 1024;

export interface ServiceSettings {
  /** Folder of the embedded database, used without `databaseUrl`. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Load the example city. */
  readonly demo?: boolean;
  /** Default: a free one. */
  readonly port?: number;
  /** Options for Node itself, for example of its profiler, after those of `npm start`. */
  readonly nodeOptions?: readonly string[];
  /** Milliseconds until the service counts as not starting; default two minutes. */
  readonly patience?: number;
}

/** The built service as a process of its own, as an operator runs it. Ends by its own pid, never by name. */
export class ServiceProcess {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its line "ready". */
  readonly readyAfter: number;
  private readonly child: ChildProcess;
  private readonly readOutput: () => string;

  private constructor(child: ChildProcess, pid: number, port: number, readyAfter: number, readOutput: () => string) {
    this.child = child;
    this.pid = pid;
    this.address = `http://127.0.0.1:${port}`;
    this.readyAfter = readyAfter;
    this.readOutput = readOutput;
  }

  /** @throws Error with everything the process printed, when it ends or stays silent instead of becoming ready. */
  static async start(settings: ServiceSettings): Promise<ServiceProcess> {
    const port = settings.port ?? (await freePort());
    const started = performance.now();
    const child = spawn(process.execPath, [...startOptions(settings.demo ?? false), ...(settings.nodeOptions ?? []), PROGRAM, ...(settings.demo ? ['--demo'] : [])], {
      env: { ...process.env, PORT: String(port), DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const readOutput = collectOutput(child);
    const ready = await waitUntilReady(child, readOutput, settings.patience ?? 120_000);
    if (!ready || child.pid === undefined) {
      await end(child, 'SIGKILL');
      throw new Error(`The service did not become ready (exit code ${child.exitCode ?? child.signalCode ?? 'none'}).\n${readOutput()}`);
    }
    return new ServiceProcess(child, child.pid, port, performance.now() - started, readOutput);
  }

  /** The last 64 KiB the process printed. */
  get output(): string {
    return this.readOutput();
  }

  get isRunning(): boolean {
    return isRunning(this.child);
  }

  /** No chance to tidy up: what a power cut or the kernel's memory killer does. */
  async kill9(): Promise<void> {
    await end(this.child, 'SIGKILL');
  }

  /** Asks the service to end and waits; its exit code, or null when it had to be killed after 30 seconds. */
  async stop(): Promise<number | null> {
    if (!isRunning(this.child)) return this.child.exitCode;
    const lastResort = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    await end(this.child, 'SIGTERM');
    clearTimeout(lastResort);
    return this.child.exitCode;
  }
}

/**
 * The options for Node in `npm start` or `npm run demo`, so that tests and benchmarks meet the process operators have.
 * `--max-semi-space-size=16` (MiB): Node would let the space of young objects grow to 128 MiB while it starts, and keep it.
 */
function startOptions(demo: boolean): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string; demo: string } };
  const command = /\bnode((?: --\S+)*) apps\/api\/dist\/main\.js(?: --demo)?$/.exec(demo ? scripts.demo : scripts.start);
  if (command === null) throw new Error('The script of package.json does not end with the program of the service.');
  return command[1]?.split(' ').filter(Boolean) ?? [];
}

/** A TCP port of the loopback interface that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => output;
}

function waitUntilReady(child: ChildProcess, readOutput: () => string, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      resolve(ready);
    };
    const look = () => {
      if (READY.test(readOutput())) settle(true);
    };
    const timer = setTimeout(() => settle(false), patience);
    child.stdout?.on('data', look);
    child.once('exit', () => settle(false));
    child.once('error', () => settle(false));
  });
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!isRunning(child)) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
