import { randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';

/** Shortest password staff may choose (BSI TR: length before composition rules). */
export const MINIMUM_PASSWORD_LENGTH = 12;

/** Days without use after which staff sign in again. */
const SESSION_SECONDS = 7 * 24 * 60 * 60;

interface AuthenticationSettings {
  readonly databaseUrl: string;
  readonly publicUrl: string;
  /** Signs cookies; kept in the database unless the operator sets it. */
  readonly secret: string | null;
}

export const AUTHENTICATION = Symbol('Authentication');

export type Authentication = Awaited<ReturnType<typeof createAuthentication>>;

/** Password sign-in and sessions on the same PostgreSQL, in a schema of its own. Its HTTP handler is not mounted. */
export async function createAuthentication(settings: AuthenticationSettings) {
  const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 4, options: '-c search_path=auth' });
  // A server that goes away must not take the process with it; the next query connects anew.
  pool.on('error', () => undefined);
  await pool.query('CREATE SCHEMA IF NOT EXISTS auth');
  const secret = settings.secret ?? (await storedSecret(pool));
  const auth = betterAuth({
    appName: 'Stadtteilstimme',
    baseURL: settings.publicUrl,
    secret,
    database: pool,
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: MINIMUM_PASSWORD_LENGTH },
    session: { expiresIn: SESSION_SECONDS },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  return { auth, close: () => pool.end() };
}

async function storedSecret(pool: pg.Pool): Promise<string> {
  await pool.query('CREATE TABLE IF NOT EXISTS cookie_secret (singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), value text NOT NULL)');
  await pool.query('INSERT INTO cookie_secret (value) VALUES ($1) ON CONFLICT DO NOTHING', [randomBytes(32).toString('hex')]);
  const { rows } = await pool.query<{ value: string }>('SELECT value FROM cookie_secret');
  const row = rows[0];
  if (row === undefined) throw new Error('The cookie secret could not be stored.');
  return row.value;
}
