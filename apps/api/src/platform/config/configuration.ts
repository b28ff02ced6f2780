import path from 'node:path';

/** How this process was asked to run. Read once at start; nothing else looks at the environment. */
export interface Configuration {
  /** TCP port of the one HTTP server; 0 lets the system choose (tests). */
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and its password. Unused with `databaseUrl`. */
  readonly dataDir: string;
  /** PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** Load the example city with labelled synthetic answers. */
  readonly demo: boolean;
  /** Public address printed at start and used in one-time links. */
  readonly publicUrl: string;
  /** Signs the cookies of staff; null = a random one kept in the database. */
  readonly cookieSecret: string | null;
}

/** A setting that cannot be used; the message is shown to the operator as it is. */
export class ConfigurationError extends Error {}

export function readConfiguration(env: NodeJS.ProcessEnv, argv: readonly string[]): Configuration {
  const port = readPort(env['PORT']);
  const databaseUrl = readDatabaseUrl(env['DATABASE_URL']);
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: path.resolve(env['DATA_DIR'] ?? 'data'),
    databaseUrl,
    demo: argv.includes('--demo'),
    publicUrl: (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    cookieSecret: env['COOKIE_SECRET'] || null,
  };
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return 3000;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigurationError(`PORT must be a whole number from 0 to 65535, but is "${value}".`);
  }
  return port;
}

function readDatabaseUrl(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new ConfigurationError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  return value;
}

/** Injection token of the configuration. */
export const CONFIGURATION = Symbol('Configuration');
