import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** An empty database of its own for one spec file. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates it on the server of TEST_DATABASE_URL; the test runner provides one. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined || server === '') {
    throw new Error('Integration tests need TEST_DATABASE_URL, for example postgres://postgres@127.0.0.1:5432/postgres. "npm test" provides it.');
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
