import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServiceProcess } from '../runner/service-process.ts';

/** One demo service on an embedded database for all end-to-end tests; its address is in STADTTEILSTIMME_ADDRESS. */
export default async function demoService(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-e2e-'));
  chmodSync(dataDir, 0o755);
  const service = await ServiceProcess.start({ dataDir, demo: true });
  process.env['STADTTEILSTIMME_ADDRESS'] = service.address;
  return async () => {
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
