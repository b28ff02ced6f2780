/** The process as an operator meets it: what it prints, what it refuses, that it stops cleanly and starts again. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, ServiceProcess } from '../runner/service-process.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../apps/api/dist/main.js');

let folder = '';
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-start-'));
  chmodSync(folder, 0o755);
});
after(() => rmSync(folder, { recursive: true, force: true }));

function runToTheEnd(env: Record<string, string>): { status: number | null; text: string } {
  const result = spawnSync(process.execPath, [PROGRAM], { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 30_000 });
  return { status: result.status, text: `${result.stdout}${result.stderr}`.trim() };
}

describe('a setting that cannot be used', () => {
  for (const [name, env, sentence] of [
    ['a port that is none', { PORT: 'eighty' }, /^PORT must be a whole number/],
    ['an address that is no database', { DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL must look like postgres:\/\//],
    ['a server that does not answer', { DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:9/none' }, /^The database at postgres:\/\/nobody:…@127\.0\.0\.1:9\/none cannot be used \(ECONNREFUSED\)/],
  ] as const) {
    it(`${name}: one sentence, exit code 1, nothing created`, () => {
      const dataDir = path.join(folder, 'never-made');
      const { status, text } = runToTheEnd({ DATA_DIR: dataDir, ...env });
      assert.equal(status, 1);
      assert.match(text, sentence);
      assert.equal(text.split('\n').length, 1, text);
      assert.doesNotMatch(text, /secret-word/);
      assert.equal(existsSync(dataDir), false);
    });
  }
});

describe('the demo', () => {
  it('starts on an empty folder, stops cleanly, starts again with the same data', async () => {
    const dataDir = path.join(folder, 'demo');
    const first = await ServiceProcess.start({ dataDir, demo: true });
    assert.match(first.output, /verwaltung@beispiel\.example/);
    const list = (await (await fetch(`${first.address}/api/public/questionnaires`)).json()) as { slug: string; synthetic: boolean }[];
    assert.equal(list.length, 3);
    assert.ok(list.every((questionnaire) => questionnaire.synthetic));
    assert.equal(await first.stop(), 0);
    assert.equal(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid')), false, 'the database server is still running');

    const second = await ServiceProcess.start({ dataDir, demo: true });
    const cookie = await signInAs(second.address, 'verwaltung@beispiel.example', 'beispiel-verwaltung');
    const overview = (await (await fetch(`${second.address}/api/questionnaires`, { headers: { cookie } })).json()) as { responseCount: number }[];
    assert.equal(overview.length, 3);
    assert.equal(overview.reduce((sum, questionnaire) => sum + questionnaire.responseCount, 0), 2400);
    assert.equal(await second.stop(), 0);
  });

  it('keeps the answers, the addresses and the passwords out of the logs of service and database', async () => {
    const dataDir = path.join(folder, 'demo');
    const service = await ServiceProcess.start({ dataDir, demo: true });
    const slug = ((await (await fetch(`${service.address}/api/public/questionnaires`)).json()) as { slug: string }[])[0]?.slug ?? '';
    const { versionId } = (await (await fetch(`${service.address}/api/public/questionnaires/${slug}`)).json()) as { versionId: string };
    const body = JSON.stringify({ versionId, mode: 'online', consent: { agree: true, art9: false }, answers: { K2_1_bestand: 'my-secret-answer' } });
    for (const id of ['8d2b8a5e-0c6b-4b0e-9d8e-3f5a6b7c8d9e', 'not-a-uuid']) {
      const response = await fetch(`${service.address}/api/public/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'user-agent': 'a-very-special-browser' },
        body,
      });
      assert.ok(response.status === 422 || response.status === 400);
      assert.doesNotMatch(await response.text(), /my-secret-answer/);
    }
    assert.equal(await service.stop(), 0);
    const logs = service.output + readdirSync(path.join(dataDir, 'postgres')).filter((file) => file.endsWith('.log')).map((file) => readFileSync(path.join(dataDir, 'postgres', file), 'utf8')).join('');
    assert.doesNotMatch(logs, /my-secret-answer|a-very-special-browser|127\.0\.0\.1 - /);
  });
});

describe('a real installation', () => {
  it('gives out one link for the first administrator, which works once', async () => {
    const dataDir = path.join(folder, 'real');
    const service = await ServiceProcess.start({ dataDir });
    const token = /einrichtung\?token=([\w-]+)/.exec(service.output)?.[1];
    assert.ok(token !== undefined, service.output);
    const setUp = (password: string) =>
      fetch(`${service.address}/api/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, name: 'Erste Verwaltung', email: 'erste@stadt.example', password }),
      });
    assert.equal((await setUp('too short')).status, 422);
    assert.equal((await setUp('a good long password')).status, 204);
    assert.equal((await setUp('a good long password')).status, 403);
    const cookie = await signInAs(service.address, 'erste@stadt.example', 'a good long password');
    const bank = (await (await fetch(`${service.address}/api/item-bank`, { headers: { cookie } })).json()) as { items: unknown[] };
    assert.equal(bank.items.length, 38);
    const taxonomy = (await (await fetch(`${service.address}/api/taxonomy`, { headers: { cookie } })).json()) as { taxonomy: { districts: unknown[] } };
    assert.equal(taxonomy.taxonomy.districts.length, 17);
    assert.equal(await service.stop(), 0);
  });

  it('is not mixed with example data', () => {
    const result = spawnSync(process.execPath, [PROGRAM, '--demo'], {
      env: { ...process.env, DATA_DIR: path.join(folder, 'real'), PORT: '0' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /in real use/);
  });

  it('says so when the port is taken', async () => {
    const port = await freePort();
    const dataDir = path.join(folder, 'demo');
    const service = await ServiceProcess.start({ dataDir, demo: true, port });
    const { status, text } = runToTheEnd({ DATA_DIR: path.join(folder, 'real'), PORT: String(port) });
    assert.equal(status, 1);
    assert.match(text, new RegExp(`Port ${port} is in use`));
    assert.equal(await service.stop(), 0);
  });
});

async function signInAs(address: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  assert.equal(response.status, 200);
  return response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}
