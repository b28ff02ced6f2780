import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillWithExampleData, type ListedRoute, listRoutes, prepareMasterData, startService } from '@stadtteilstimme/api/start-up';
import type { Role } from '@stadtteilstimme/domain';
import pg from 'pg';
import { DEMO_SIGN_INS } from './demo-sign-ins.ts';

export interface TestService {
  readonly address: string;
  readonly databaseUrl: string;
  routes(): readonly ListedRoute[];
  stop(): Promise<void>;
}

/** The whole service in this process, on an emptied database of TEST_DATABASE_URL and a free loopback port. */
export async function startTestService({ demo }: { demo: boolean }): Promise<TestService> {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('TEST_DATABASE_URL is missing; npm test sets it.');
  await emptyDatabase(databaseUrl);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-service-'));
  const configuration = { port: 0, host: '127.0.0.1', dataDir, databaseUrl, demo, publicUrl: 'http://localhost', cookieSecret: null };
  const service = await startService(configuration);
  await prepareMasterData(service.app);
  if (demo) await fillWithExampleData(service.app);
  await service.app.listen(0, '127.0.0.1');
  return {
    address: (await service.app.getUrl()).replace('[::1]', '127.0.0.1'),
    databaseUrl,
    routes: () => listRoutes(service.app),
    stop: async () => {
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA IF EXISTS public CASCADE; DROP SCHEMA IF EXISTS auth CASCADE; CREATE SCHEMA public');
  await client.end();
}

const cookies = new Map<string, string>();

/** Cookie header of a fresh session of the role (one per service and role, renewed when it was closed). */
export async function signIn(service: TestService, role: Role): Promise<string> {
  const key = `${service.address} ${role}`;
  const known = cookies.get(key);
  if (known !== undefined) {
    const account = await fetch(`${service.address}/api/account`, { headers: { cookie: known } });
    if (account.ok) return known;
  }
  const response = await fetch(`${service.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(DEMO_SIGN_INS[role]),
  });
  if (!response.ok) throw new Error(`Signing in as ${role} failed with ${response.status}.`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  cookies.set(key, cookie);
  return cookie;
}
