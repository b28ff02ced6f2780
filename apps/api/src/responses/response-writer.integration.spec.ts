import { randomUUID } from 'node:crypto';
import type { DistrictScope } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { QuestionnairesModule, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { type CodedResponse, ResponseRepository, type SingleResponse } from './response.repository.js';
import { ResponsesModule } from './responses.module.js';
import { ResponseWriter } from './response-writer.js';
import type { ResponseEntity } from './response.entity.js';
import { StoredResponses } from './stored-responses.js';

const WHOLE_CITY = { kind: 'whole-city' } as const;

describe('ResponseWriter and ResponseRepository', () => {
  let application: TestApplication;
  let versionId: string;
  let writer: ResponseWriter;
  let repository: ResponseRepository;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule, ResponsesModule]);
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    const [first] = await application.app.get(SeedExampleQuestionnaires).run();
    if (first === undefined) throw new Error('no example');
    versionId = first;
    writer = application.app.get(ResponseWriter);
    repository = application.app.get(ResponseRepository);
  });

  beforeEach(() => application.dataSource.query('TRUNCATE response'));
  afterAll(() => application?.stop());

  const response = (change: Partial<ResponseEntity> = {}): ResponseEntity => ({
    id: randomUUID(),
    versionId,
    districtId: 'altstadt',
    elsewhere: false,
    targetGroup: 'senior',
    mode: 'online',
    week: '2026-W12',
    answers: { text: 'a "quoted" \\ text, {braces}, NULL and\nlines' },
    vector: Buffer.from([0, 1, 34, 92, 200, 255]),
    ...change,
  });
  const all = async <Row>(rows: AsyncIterable<Row>): Promise<Row[]> => {
    const found: Row[] = [];
    for await (const row of rows) found.push(row);
    return found;
  };

  const single = async (scope: DistrictScope, keys: readonly string[] = []): Promise<SingleResponse[]> =>
    (await all(repository.singleAnswers(versionId, scope, keys))).flat();

  it('stores exactly what it was given, bytes and texts included', async () => {
    const written = response();
    expect(await writer.store(written)).toBe('stored');
    const { id: _, versionId: __, ...kept } = written;
    expect(await single(WHOLE_CITY, ['text'])).toEqual([kept]);
  });

  it('hands out of an answer only the keys that are wanted', async () => {
    await writer.store(response({ answers: { text: 'a', number: 4, grid: { row: 98 }, 'choice-Comment': 'b', choice: ['c'] } }));
    const answersWith = async (keys: readonly string[]) => (await single(WHOLE_CITY, keys)).map(({ answers }) => answers);
    expect(await answersWith(['text', 'grid', 'absent'])).toEqual([{ text: 'a', grid: { row: 98 } }]);
    expect(await answersWith(['choice-Comment', 'number'])).toEqual([{ 'choice-Comment': 'b', number: 4 }]);
    expect(await answersWith(['absent'])).toEqual([{}]);
    expect(await answersWith([])).toEqual([{}]);
  });

  it('stores many simultaneous answers, each once, with few commits', async () => {
    const responses = Array.from({ length: 300 }, () => response());
    const [before] = await application.dataSource.query<[{ xact: string }]>("SELECT pg_current_xact_id()::text AS xact");
    const statuses = await Promise.all(responses.map((entry) => writer.store(entry)));
    const [after] = await application.dataSource.query<[{ xact: string }]>("SELECT pg_current_xact_id()::text AS xact");
    expect(new Set(statuses)).toEqual(new Set(['stored']));
    expect(await all(repository.codedAnswers(versionId, WHOLE_CITY))).toHaveLength(300);
    expect(Number(after.xact) - Number(before.xact)).toBeLessThan(10);
  });

  it('stores the same id once, within a batch and later, and changes nothing', async () => {
    const first = response();
    const again = { ...first, districtId: 'rettmer' };
    expect(await Promise.all([writer.store(first), writer.store(again)])).toEqual(['stored', 'already-stored']);
    expect(await writer.store(again)).toBe('already-stored');
    const rows = await all(repository.codedAnswers(versionId, WHOLE_CITY));
    expect(rows.map((row) => row.districtId)).toEqual(['altstadt']);
  });

  it('does not let one bad row refuse the others of its batch', async () => {
    const bad = response({ districtId: 'atlantis' });
    const results = await Promise.allSettled([writer.store(response()), writer.store(bad), writer.store(response())]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await all(repository.codedAnswers(versionId, WHOLE_CITY))).toHaveLength(2);
    expect(await writer.store(response())).toBe('stored');
  });

  it('acknowledges only what is committed: a reader on another connection sees it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const written = response();
      await writer.store(written);
      expect(await repository.isStored(written.id, versionId)).toBe(true);
    }
  });

  it('announces every stored answer once, before it is acknowledged, and none that was there', async () => {
    const announced: string[] = [];
    const subscription = application.app.get(StoredResponses).subscribe((stored) => announced.push(stored.id));
    const first = response();
    await writer.store(first);
    expect(announced).toEqual([first.id]);
    await Promise.allSettled([writer.store(first), writer.store(response({ districtId: 'atlantis' }))]);
    subscription.unsubscribe();
    expect(announced).toEqual([first.id]);
  });

  it('says when all writes begun so far have been announced', async () => {
    const announced: string[] = [];
    const subscription = application.app.get(StoredResponses).subscribe((stored) => announced.push(stored.id));
    const responses = Array.from({ length: 40 }, () => response());
    const writes = responses.map((entry) => writer.store(entry));
    await writer.writesSettled();
    subscription.unsubscribe();
    expect(new Set(announced)).toEqual(new Set(responses.map((entry) => entry.id)));
    await Promise.all(writes);
  });

  it('hands out only rows in scope', async () => {
    await Promise.all([
      writer.store(response({ districtId: 'altstadt' })),
      writer.store(response({ districtId: 'rettmer' })),
      writer.store(response({ districtId: null, elsewhere: true })),
      writer.store(response({ districtId: null })),
    ]);
    const districtsSeen = async (districtIds: string[]) => {
      const scope = { kind: 'districts', districtIds } as const;
      const coded = await all(repository.codedAnswers(versionId, scope));
      const districts = (rows: readonly Pick<CodedResponse, 'districtId'>[]) => rows.map((row) => row.districtId).sort();
      expect(districts(await single(scope))).toEqual(districts(coded));
      const counts = await repository.countByQuestionnaire(scope);
      expect([...counts.values()]).toEqual(coded.length === 0 ? [] : [coded.length]);
      return districts(coded);
    };
    expect(await districtsSeen(['altstadt'])).toEqual(['altstadt']);
    expect(await districtsSeen(['altstadt', 'rettmer', 'oedeme'])).toEqual(['altstadt', 'rettmer']);
    expect(await districtsSeen(['oedeme'])).toEqual([]);
    expect(await districtsSeen([])).toEqual([]);
    expect(await all(repository.codedAnswers(versionId, WHOLE_CITY))).toHaveLength(4);
  });

  it('reads more rows than one fetch, in the order of random ids, in one state of the database', async () => {
    await application.dataSource.query(
      `INSERT INTO response SELECT gen_random_uuid(), $1, NULL, false, 'senior', 'online', '2026-W' || lpad((n % 52 + 1)::text, 2, '0'),
              jsonb_build_object('n', n), '\\x00' FROM generate_series(1, 4500) AS n`,
      [versionId],
    );
    const numbers: number[] = [];
    for await (const page of repository.singleAnswers(versionId, WHOLE_CITY, ['n'])) {
      // Arrives while the reader is under way: it must not appear.
      if (numbers.length === 0) await writer.store(response({ answers: { n: -1 } }));
      numbers.push(...page.map((row) => Number(row.answers['n'])));
    }
    expect(numbers).toHaveLength(4500);
    expect(new Set(numbers).size).toBe(4500);
    expect(numbers).not.toContain(-1);
    expect(numbers.slice(0, 20)).not.toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('gives the connection back when a reader stops early', async () => {
    await Promise.all(Array.from({ length: 30 }, () => writer.store(response())));
    for (let round = 0; round < 40; round += 1) {
      for await (const row of repository.codedAnswers(versionId, WHOLE_CITY)) {
        expect(row.week).toBe('2026-W12');
        break;
      }
      for await (const page of repository.singleAnswers(versionId, WHOLE_CITY, [])) {
        expect(page).toHaveLength(30);
        break;
      }
    }
    const [{ open }] = await application.dataSource.query<[{ open: string }]>("SELECT count(*) AS open FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()");
    expect(open).toBe('0');
  });

  it('has a trigger that keeps an answer from being changed', async () => {
    await writer.store(response());
    await expect(application.dataSource.query("UPDATE response SET mode = 'paper'")).rejects.toThrow('append-only');
  });
});
