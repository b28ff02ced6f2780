import { randomUUID } from 'node:crypto';
import { type FreeTextDeletion, freeTextKeys, type ProblemBody, type QuestionnaireDetail, type QuestionnaireSummary } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { CitySettingsModule } from '../city-settings/index.js';
import { PublishedVersions, QuestionnairesModule, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { DeleteFreeTexts, RetentionModule } from './index.js';

interface StoredAnswer {
  readonly week: string;
  readonly answers: Record<string, unknown>;
  readonly vector: string;
}

describe('deleting free texts', () => {
  let application: TestApplication;
  let questionnaire: QuestionnaireSummary;
  let versionId: string;
  /** The one key of the example's answers that holds words. */
  let textKey: string;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, CitySettingsModule, QuestionnairesModule, ResponsesModule, RetentionModule]);
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    await application.app.get(SeedExampleQuestionnaires).run();
    const list = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'designer' });
    questionnaire = list.body.find(({ slug }) => slug === 'aelter-werden') as QuestionnaireSummary;
    const version = await application.app.get(PublishedVersions).newest(questionnaire.id);
    expect(version?.content.freeTextMonths).toBe(6);
    versionId = version?.id ?? '';
    [textKey = ''] = freeTextKeys(version?.content.codebook ?? { questions: [] });
    expect(textKey).toMatch(/-Comment$/);
  });

  beforeEach(async () => {
    await application.dataSource.query('TRUNCATE response, free_text_deletion, questionnaire_closing');
    await application.dataSource.query("UPDATE questionnaire SET state = 'open'");
  });
  afterAll(() => application?.stop());

  const at = (day: string) => (application.clock.time = new Date(`${day}T12:00:00Z`));
  const act = async (action: 'close' | 'reopen') => {
    const reply = await application.request<QuestionnaireDetail>('POST', `/api/questionnaires/${questionnaire.id}/${action}`, { as: 'designer' });
    expect(reply.status).toBe(200);
  };
  const store = (week: string, answers: object = { K2_3: ['other'], [textKey]: 'Ein Café am Markt', district: 'altstadt' }, version = versionId) =>
    application.dataSource.query(
      `INSERT INTO response (id, version_id, district_id, elsewhere, target_group, mode, week, answers, vector)
       VALUES ($1, $2, 'altstadt', false, 'senior', 'online', $3, $4, '\\x010203')`,
      [randomUUID(), version, week, JSON.stringify(answers)],
    );
  const stored = () =>
    application.dataSource.query<StoredAnswer[]>("SELECT week, answers, encode(vector, 'hex') AS vector FROM response ORDER BY week");
  const run = (isStopped?: () => boolean) => application.app.get(DeleteFreeTexts).run(isStopped);
  const line = async () =>
    (await application.request<FreeTextDeletion>('GET', `/api/questionnaires/${questionnaire.id}/free-text-deletion`, { as: 'administrator' })).body;

  it('the example asks for free texts, so that there is something to show', async () => {
    expect(await line()).toEqual({ hasFreeTexts: true, months: 6, nextOn: null, lastOn: null });
  });

  it('leaves texts alone while the questionnaire is open, however old they are', async () => {
    await store('2020-W10');
    at('2030-01-01');
    expect(await run()).toEqual({ answers: 0, versions: 0 });
    expect((await stored())[0]?.answers).toHaveProperty([textKey]);
  });

  it('takes them out six months after closing, keeps everything else, and proves it by a count', async () => {
    await store('2026-W11');
    await store('2026-W12', { K2_3: ['sport'], district: 'altstadt' });
    at('2026-03-20');
    await act('close');
    expect((await line()).nextOn).toBe('2026-09-20');
    at('2026-09-19');
    expect(await run()).toEqual({ answers: 0, versions: 0 });
    at('2026-09-20');
    expect(await run()).toEqual({ answers: 1, versions: 1 });
    expect(await stored()).toEqual([
      { week: '2026-W11', answers: { K2_3: ['other'], district: 'altstadt' }, vector: '010203' },
      { week: '2026-W12', answers: { K2_3: ['sport'], district: 'altstadt' }, vector: '010203' },
    ]);
    const proof = await application.dataSource.query('SELECT version_id, deleted_on::text, answers FROM free_text_deletion');
    expect(proof).toEqual([{ version_id: versionId, deleted_on: '2026-09-20', answers: 1 }]);
    expect(await line()).toEqual({ hasFreeTexts: true, months: 6, nextOn: null, lastOn: '2026-09-20' });
  });

  it('may run again at any time and adds up what it did on one day', async () => {
    await store('2026-W11');
    at('2026-03-20');
    await act('close');
    at('2026-10-01');
    expect((await run()).answers).toBe(1);
    expect((await run()).answers).toBe(0);
    await store('2026-W12');
    expect((await run()).answers).toBe(1);
    expect(await application.dataSource.query('SELECT answers FROM free_text_deletion')).toEqual([{ answers: 2 }]);
  });

  it('works in batches and stops between them when the service ends', async () => {
    await application.dataSource.query(
      `INSERT INTO response (id, version_id, elsewhere, target_group, mode, week, answers, vector)
       SELECT gen_random_uuid(), $1, false, 'senior', 'online', '2026-W11', jsonb_build_object('K2_3', 'other', $2::text, 'x'), '\\x01' FROM generate_series(1, 2500)`,
      [versionId, textKey],
    );
    at('2026-03-20');
    await act('close');
    at('2026-10-01');
    let asked = 0;
    expect((await run(() => (asked += 1) > 2)).answers).toBe(2000);
    expect((await run()).answers).toBe(500);
    const left = await application.dataSource.query('SELECT count(*)::integer AS texts FROM response WHERE answers ? $1', [textKey]);
    expect(left).toEqual([{ texts: 0 }]);
    expect(await application.dataSource.query('SELECT answers FROM free_text_deletion')).toEqual([{ answers: 2500 }]);
  });

  it('sweeps the table where it has changed rows, and only there', async () => {
    // -1 = never swept since the table was emptied.
    const swept = async () => (await application.dataSource.query<[{ rows: number }]>("SELECT reltuples::integer AS rows FROM pg_class WHERE relname = 'response'"))[0].rows;
    await store('2026-W11');
    at('2026-03-20');
    await act('close');
    await run();
    expect(await swept()).toBe(-1);
    at('2026-10-01');
    await run();
    expect(await swept()).toBe(1);
  });

  it('does not let a reopened questionnaire keep what was collected before', async () => {
    await store('2026-W11');
    at('2026-03-20');
    await act('close');
    at('2026-04-20');
    await act('reopen');
    // The week of the closing belongs to it as a whole: earlier than promised is allowed, later is not.
    await store('2026-W12');
    await store('2026-W17');
    at('2026-09-20');
    expect((await run()).answers).toBe(2);
    const [before, closingWeek, after] = await stored();
    expect(before?.answers).not.toHaveProperty([textKey]);
    expect(closingWeek?.answers).not.toHaveProperty([textKey]);
    expect(after?.answers).toHaveProperty([textKey]);
  });

  it('counts days in the city, also where UTC is still on the day before', async () => {
    await store('2026-W14');
    application.clock.time = new Date('2026-03-31T22:30:00Z');
    await act('close');
    expect((await line()).nextOn).toBe('2026-10-01');
    application.clock.time = new Date('2026-09-30T21:30:00Z');
    expect((await run()).answers).toBe(0);
    application.clock.time = new Date('2026-09-30T22:30:00Z');
    expect((await run()).answers).toBe(1);
    expect((await line()).lastOn).toBe('2026-10-01');
  });

  it('counts closing what is closed as nothing', async () => {
    at('2026-03-20');
    await act('close');
    at('2026-06-20');
    await act('close');
    expect(await application.dataSource.query('SELECT closed_on::text FROM questionnaire_closing')).toEqual([{ closed_on: '2026-03-20' }]);
  });

  it('is the only change the database lets an answer undergo', async () => {
    await store('2026-W11');
    for (const change of [
      `answers = answers || '{"K2_3": ["sport"]}'`,
      `answers = answers || '{"new": "x"}'`,
      "week = '2026-W12'",
      "vector = '\\x00'",
      `answers = answers - '${textKey}', mode = 'tablet'`,
    ]) {
      await expect(application.dataSource.query(`UPDATE response SET ${change}`)).rejects.toThrow('append-only');
    }
    await application.dataSource.query('UPDATE response SET answers = answers - $1::text', [textKey]);
    expect((await stored())[0]?.answers).toEqual({ K2_3: ['other'], district: 'altstadt' });
  });

  it('is told only to staff who see the questionnaire', async () => {
    const path = `/api/questionnaires/${questionnaire.id}/free-text-deletion`;
    expect((await application.request('GET', path)).status).toBe(401);
    const elsewhere = await application.request<ProblemBody>('GET', path, { as: 'district-team', districtIds: [] });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'not-found']);
  });

  // These are the last: neither versions nor settings can be taken away again.
  it('keeps the shortest period there ever was for a version that did not write its own down', async () => {
    const [{ id }] = await application.dataSource.query<[{ id: string }]>(
      `INSERT INTO questionnaire_version (id, questionnaire_id, number, published_on, taxonomy_version, draft, content)
       SELECT gen_random_uuid(), questionnaire_id, 99, published_on, taxonomy_version, draft, content - 'freeTextMonths' FROM questionnaire_version WHERE id = $1 RETURNING id`,
      [versionId],
    );
    await store('2026-W11', { [textKey]: 'x' }, id);
    at('2026-03-20');
    await act('close');
    at('2026-09-19');
    expect((await run()).answers).toBe(0);
    await application.dataSource.query(`INSERT INTO city_settings_version SELECT 99, created_on, settings || '{"freeTextMonths": 5}' FROM city_settings_version`);
    at('2026-08-19');
    expect((await run()).answers).toBe(0);
    at('2026-08-20');
    expect((await run()).answers).toBe(1);
  });

  it('does not let a version that cannot be read keep the texts of the others, and says that something went wrong', async () => {
    const [{ id }] = await application.dataSource.query<[{ id: string }]>('SELECT id FROM questionnaire_version WHERE number = 99');
    await application.dataSource.query(
      `INSERT INTO questionnaire_version (id, questionnaire_id, number, published_on, taxonomy_version, draft, content)
       SELECT gen_random_uuid(), questionnaire_id, 98, published_on, taxonomy_version, draft, content - 'codebook' FROM questionnaire_version WHERE id = $1`,
      [id],
    );
    await store('2026-W11', { [textKey]: 'x' }, id);
    at('2026-03-20');
    await act('close');
    at('2026-10-01');
    await expect(run()).rejects.toThrow(TypeError);
    expect((await stored())[0]?.answers).toEqual({});
  });
});
