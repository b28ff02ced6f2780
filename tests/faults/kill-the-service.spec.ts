/**
 * The service is killed ten times while people answer. Its embedded database stays up, the next start attaches to it, and
 * no acknowledged answer is lost or doubled.
 */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';
import { startEmbeddedPostgres } from '@stadtteilstimme/api/embedded-postgres';
import { seededNumbers } from '../runner/random-answers.ts';
import { freePort, ServiceProcess } from '../runner/service-process.ts';
import { AnswerStream, pause } from './answer-stream.ts';
import { postmasterPid } from './postmaster.ts';
import { answersTo, firstOpenQuestionnaire } from './published-questionnaire.ts';
import { assertNothingLostNothingDoubled, storedIds } from './stored-answers.ts';

const ROUNDS = 10;
const SEED = 20_260_301;

const dataDir = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-faults-'));
chmodSync(dataDir, 0o755); // the server runs as another account when the tests run as root
const cluster = path.join(dataDir, 'postgres');
let service: ServiceProcess | null = null;

after(async () => {
  await service?.stop();
  if (postmasterPid(cluster) !== null) await (await startEmbeddedPostgres(dataDir)).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('kill -9 of the service loses and doubles no acknowledged answer', { timeout: 180_000 }, async (test) => {
  const next = seededNumbers(SEED);
  const settings = { dataDir, port: await freePort(), demo: true };
  service = await ServiceProcess.start(settings);
  const { url } = await startEmbeddedPostgres(dataDir);
  const server = postmasterPid(cluster);
  const before = await storedIds(url);
  const stream = new AnswerStream(service.address, answersTo(await firstOpenQuestionnaire(service.address), SEED));
  const outages: number[] = [];

  for (let round = 0; round < ROUNDS; round += 1) {
    await stream.flows();
    await pause(200 + next() * 500);
    const killed = performance.now();
    await service.kill9();
    assert.equal(postmasterPid(cluster), server, 'the database server did not outlive the service');
    service = await ServiceProcess.start(settings);
    assert.equal(postmasterPid(cluster), server, 'the service did not attach to the running database server');
    await stream.flows();
    outages.push(performance.now() - killed);
  }

  const figures = await stream.settle();
  assert.equal((await fetch(`${service.address}/api/health`)).status, 200);
  await assertNothingLostNothingDoubled(url, before, stream, figures);
  test.diagnostic(`killed ${ROUNDS} times: ${JSON.stringify(figures)}`);
  test.diagnostic(`acknowledged but lost: 0, doubled: 0, stored but never sent: 0, stored before: ${before.length}`);
  test.diagnostic(`from kill to answers again, ms: ${outages.map(Math.round).join(', ')}`);

  assert.equal(await service.stop(), 0);
  assert.equal(postmasterPid(cluster), null, 'the database server still runs after a clean stop');
  const reopened = await startEmbeddedPostgres(dataDir);
  try {
    await assertNothingLostNothingDoubled(reopened.url, before, stream, figures);
  } finally {
    await reopened.stop();
  }
  assert.ok(!existsSync(path.join(cluster, 'postmaster.pid')), 'the database was not closed cleanly');
});
