import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Chromium of the machine; the project downloads no browser. */
export function findChromium() {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** Programs of the newest PostgreSQL server installed on the machine. */
export function findPostgres() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return null;
  const versions = readdirSync(base).map(Number).filter(Number.isFinite).sort((a, b) => b - a);
  for (const version of versions) {
    const bin = path.join(base, String(version), 'bin');
    if (existsSync(path.join(bin, 'initdb')) && existsSync(path.join(bin, 'postgres'))) {
      return { version, initdb: path.join(bin, 'initdb'), pg_ctl: path.join(bin, 'pg_ctl'), postgres: path.join(bin, 'postgres') };
    }
  }
  return null;
}
