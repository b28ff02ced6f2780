/**
 * The PostgreSQL server is killed ten times while people answer. The service outlives it, accepts answers again as soon as
 * the server is back, and no acknowledged answer is lost or doubled.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';
import { startEmbeddedPostgres } from '@stadtteilstimme/api/embedded-postgres';
import { findPostgres } from '../runner/machine.mjs';
import { seededNumbers } from '../runner/random-answers.ts';
import { freePort, ServiceProcess } from '../runner/service-process.ts';
import { startThrowAwayDatabase, type ThrowAwayDatabase } from '../runner/throw-away-database.mjs';
import { AnswerStream, pause } from './answer-stream.ts';
import { killPostgres } from './postmaster.ts';
import { answersTo, firstOpenQuestionnaire } from './published-questionnaire.ts';
import { assertNothingLostNothingDoubled, storedIds } from './stored-answers.ts';

const ROUNDS = 10;
const SEED = 20_260_302;

const dataDir = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-faults-'));
let database: ThrowAwayDatabase | null = null;
let service: ServiceProcess | null = null;

after(async () => {
  await service?.stop();
  await database?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('kill -9 of PostgreSQL loses and doubles no acknowledged answer', { timeout: 180_000 }, async (test) => {
  const installed = findPostgres();
  assert.ok(installed !== null, 'no PostgreSQL server on this machine');
  const next = seededNumbers(SEED);
  const port = await freePort();
  database = await startThrowAwayDatabase(installed, port);
  const cluster = path.join(database.folder, 'postgres');
  service = await ServiceProcess.start({ dataDir, databaseUrl: database.url, demo: true });
  const before = await storedIds(database.url);
  const stream = new AnswerStream(service.address, answersTo(await firstOpenQuestionnaire(service.address), SEED));
  const outages: number[] = [];
  let processes = 0;

  for (let round = 0; round < ROUNDS; round += 1) {
    await stream.flows();
    await pause(200 + next() * 500);
    const killed = performance.now();
    processes += await killPostgres(cluster);
    await startEmbeddedPostgres(database.folder, { binaries: installed, port });
    await stream.flows();
    outages.push(performance.now() - killed);
    assert.ok(service.isRunning, `the service ended with its database:\n${service.output}`);
  }

  const figures = await stream.settle();
  assert.equal((await fetch(`${service.address}/api/health`)).status, 200);
  await assertNothingLostNothingDoubled(database.url, before, stream, figures);
  test.diagnostic(`PostgreSQL ${installed.version} killed ${ROUNDS} times (${processes} processes): ${JSON.stringify(figures)}`);
  test.diagnostic(`acknowledged but lost: 0, doubled: 0, stored but never sent: 0, stored before: ${before.length}`);
  test.diagnostic(`from kill to answers again, ms: ${outages.map(Math.round).join(', ')}`);
  assert.equal(await service.stop(), 0);
});
