import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { QuestionnaireSummary } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { AnalysisModule } from '../analysis/index.js';
import { DemoModule, SeedExampleAnswers } from '../demo/index.js';
import { PublishedVersions, QuestionnairesModule, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { ResponseRepository } from '../responses/response.repository.js';
import { ExportsModule } from './index.js';

/** Far more bytes than the buffers between database and receiver hold, so that a receiver who stops reading stops the cursor. */
const COPIES = 60;

interface PausedDownload {
  readonly reply: IncomingMessage;
  readonly firstLines: number;
}

describe('a download of single answers whose receiver stops reading', () => {
  let application: TestApplication;
  let address: string;
  let questionnaireId: string;
  let versionId: string;
  let rows: number;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule, ResponsesModule, AnalysisModule, ExportsModule, DemoModule]);
    for (const seed of [SeedReferenceData, SeedItemBank, SeedExampleQuestionnaires, SeedExampleAnswers]) await application.app.get(seed).run();
    const { body } = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'analyst' });
    questionnaireId = body.find(({ targetGroupId }) => targetGroupId === 'refugee')?.id ?? '';
    versionId = (await application.app.get(PublishedVersions).newest(questionnaireId))?.id ?? '';
    await application.dataSource.query(
      `INSERT INTO response (id, version_id, district_id, elsewhere, target_group, mode, week, answers, vector)
       SELECT gen_random_uuid(), version_id, district_id, elsewhere, target_group, mode, week, answers, vector
         FROM response, generate_series(2, $2) WHERE version_id = $1`,
      [versionId, COPIES],
    );
    rows = 900 * COPIES;
    await application.app.listen(0, '127.0.0.1');
    address = await application.app.getUrl();
  });

  afterAll(() => application?.stop());

  /** Has its first bytes and reads no further. */
  const pausedDownload = (): Promise<PausedDownload> =>
    new Promise((resolve, reject) => {
      const headers = { 'x-test-staff': JSON.stringify({ role: 'analyst', districtIds: [] }) };
      const request = get(`${address}/api/questionnaires/${questionnaireId}/exports/responses.csv`, { headers, agent: false }, (reply) => {
        reply.on('error', () => undefined);
        reply.once('data', (part: Buffer) => {
          reply.pause();
          resolve({ reply, firstLines: lineBreaks(part) });
        });
      });
      request.on('error', reject);
    });
  /** Sessions with a cursor that nobody has fetched from for a while. */
  const waitingCursors = async (): Promise<number> => {
    const [row] = await application.dataSource.query<{ waiting: number }[]>(
      `SELECT count(*)::integer AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE 'FETCH%' AND state_change < clock_timestamp() - interval '300 ms'`,
    );
    return row?.waiting ?? 0;
  };
  const openTransactions = async (): Promise<number> => {
    const [row] = await application.dataSource.query<{ open: number }[]>(
      `SELECT count(*)::integer AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    return row?.open ?? 0;
  };
  /** The test runner's own limit ends the wait. */
  const until = async (count: () => Promise<number>, wanted: number): Promise<void> => {
    while ((await count()) !== wanted) await pause(50);
  };

  it('holds its cursor, and gives cursor and connection back when the receiver goes away', async () => {
    const { reply } = await pausedDownload();
    await until(waitingCursors, 1);
    reply.destroy();
    await until(openTransactions, 0);
  });

  it('gives them back more often than there are connections', async () => {
    for (let turn = 0; turn < 20; turn += 1) (await pausedDownload()).reply.destroy();
    await until(openTransactions, 0);
    expect((await application.request('GET', '/api/questionnaires', { as: 'analyst' })).status).toBe(200);
  });

  it('leaves answers their connections, and the file holds those of its beginning', async () => {
    const [first, second] = [await pausedDownload(), await pausedDownload()];
    await until(waitingCursors, 2);
    const replies = await Promise.all(
      Array.from({ length: 60 }, () =>
        application.request('PUT', `/api/public/responses/${randomUUID()}`, {
          body: { versionId, mode: 'online', consent: { agree: true, art9: false }, answers: {} },
        }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await waitingCursors()).toBe(2);
    let lines = first.firstLines;
    for await (const part of first.reply) lines += lineBreaks(part as Buffer);
    // One is the header.
    expect(lines - 1).toBe(rows);
    second.reply.destroy();
    await until(openTransactions, 0);
  });

  it('writes four files at once; a fifth waits for its turn', async () => {
    const four = await Promise.all(Array.from({ length: 4 }, pausedDownload));
    await until(waitingCursors, 4);
    const fifth = pausedDownload();
    await pause(500);
    expect(await openTransactions()).toBe(4);
    four[0]?.reply.destroy();
    (await fifth).reply.destroy();
    for (const { reply } of four) reply.destroy();
    await until(openTransactions, 0);
  });

  it('gives up on a receiver who stays and does not read, and breaks the file off instead of ending it', async () => {
    const repository = application.app.get(ResponseRepository);
    const { readerPatience } = repository;
    repository.readerPatience = 400;
    try {
      const { reply } = await pausedDownload();
      await until(waitingCursors, 1);
      await until(openTransactions, 0);
      const ended = await reply.resume().toArray().then(() => 'complete', () => 'broken off');
      expect(ended).toBe('broken off');
      expect((await application.request('GET', '/api/questionnaires', { as: 'analyst' })).status).toBe(200);
    } finally {
      repository.readerPatience = readerPatience;
    }
  });
});

function lineBreaks(part: Buffer): number {
  return part.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 0);
}
