import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDatabase, startEmbeddedPostgres } from '@stadtteilstimme/api/embedded-postgres';

/**
 * A PostgreSQL cluster in a temporary folder on a free loopback port; `installed` = programs of the machine,
 * otherwise the ones that come with the project. `stop` removes the folder.
 */
export async function startThrowAwayDatabase(installed, port) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-db-'));
  chmodSync(folder, 0o755); // the server runs as another account when the tests run as root
  const database = await startEmbeddedPostgres(folder, { binaries: installed ?? undefined, port });
  await ensureDatabase(database.url);
  return {
    url: database.url,
    folder,
    async stop() {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
