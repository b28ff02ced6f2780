import { randomUUID } from 'node:crypto';
import type { ProblemBody, QuestionnaireSummary, Report, ResponseSubmission } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { DemoModule, SeedExampleAnswers } from '../demo/index.js';
import { QuestionnairesModule, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { AnalysisModule, CompareColumnsWithRecord } from './index.js';

describe('GET /api/questionnaires/:id/report', () => {
  let application: TestApplication;
  let questionnaires: QuestionnaireSummary[];
  let seniors: QuestionnaireSummary;
  let versionId: string;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule, ResponsesModule, AnalysisModule, DemoModule]);
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    await application.app.get(SeedExampleQuestionnaires).run();
    expect(await application.app.get(SeedExampleAnswers).run()).toBe(2400);
    ({ body: questionnaires } = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'analyst' }));
    const found = questionnaires.find((questionnaire) => questionnaire.targetGroupId === 'senior');
    if (found === undefined) throw new Error('The example for seniors is missing.');
    seniors = found;
    const versions = await application.request<{ id: string }[]>('GET', `/api/questionnaires/${found.id}/versions`, { as: 'analyst' });
    versionId = versions.body[0]?.id ?? '';
  });

  afterAll(() => application?.stop());

  const read = async (query = '', as: 'analyst' | 'administrator' | 'designer' = 'analyst'): Promise<Report> => {
    const { status, body } = await application.request<Report>('GET', `/api/questionnaires/${seniors.id}/report${query}`, { as });
    expect(status).toBe(200);
    return body;
  };
  const answer = (change: Partial<ResponseSubmission> = {}): ResponseSubmission => ({
    versionId,
    mode: 'online',
    consent: { agree: true, art9: false },
    answers: { K1_1_bestand: 4, district: 'kaltenmoor' },
    ...change,
  });
  const peopleIn = (report: Report, row: string) => report.participants.find((entry) => entry.row === row)?.count;
  const problemOf = async (url: string, request: Parameters<TestApplication['request']>[2]): Promise<readonly [number, string]> => {
    const { status, body } = await application.request<ProblemBody>('GET', url, request);
    return [status, body.code];
  };

  it('counts the example answers and says that they are examples', async () => {
    const report = await read();
    expect(report).toMatchObject({ synthetic: true, statement: 'orientation-only', versionNumber: 1, total: { kind: 'count', count: 1000 } });
    expect(report.rows[0]).toEqual({ row: 'all', name: null, tile: null });
    expect(report.rows.find(({ row }) => row === 'kaltenmoor')).toMatchObject({ name: 'Kaltenmoor', tile: { col: 3, row: 3 } });
    expect(report.participants.find(({ row }) => row === 'kaltenmoor')?.population).toMatchObject({ count: 10093, asOf: '2019' });
    expect(report.participants.find(({ row }) => row === 'wilschenbruch')?.population).toBeNull();
    expect(report.items.map(({ itemId }) => itemId)).toContain('H3-3');
    expect(report.weeks).toEqual([...report.weeks].sort());
    expect(report.lastWeek).toBe(report.weeks.at(-1));
  });

  it('withholds the small Stadtteile', async () => {
    const report = await read();
    expect(peopleIn(report, 'wilschenbruch')?.kind).toBe('withheld');
    expect(peopleIn(report, 'kaltenmoor')?.kind).toBe('count');
    const rows = report.items.flatMap((item) => item.variables.flatMap((variable) => variable.rows));
    expect(rows.filter(({ row }) => row === 'wilschenbruch').every(({ cells }) => cells.every((cell) => cell.kind === 'withheld' || cell.count === 0))).toBe(true);
  });

  it('shows every role the same cells', async () => {
    expect(await read('', 'administrator')).toEqual(await read());
    expect(await read('', 'designer')).toEqual(await read());
  });

  it('counts an answer as soon as it is stored, once', async () => {
    const before = peopleIn(await read(), 'kaltenmoor');
    const id = randomUUID();
    for (const status of [201, 200]) {
      expect((await application.request('PUT', `/api/public/responses/${id}`, { body: answer() })).status).toBe(status);
    }
    const after = await read();
    expect(after.total).toEqual({ kind: 'count', count: 1001 });
    expect(before?.kind === 'count' && peopleIn(after, 'kaltenmoor')).toEqual({ kind: 'count', count: before?.kind === 'count' ? before.count + 1 : 0 });
  });

  it('reads one state while answers keep arriving, and the columns equal the record afterwards', async () => {
    const writes = Array.from({ length: 60 }, () => application.request('PUT', `/api/public/responses/${randomUUID()}`, { body: answer() }));
    const compared = application.app.get(CompareColumnsWithRecord).run(versionId);
    const reports = await Promise.all(Array.from({ length: 5 }, () => read()));
    expect((await Promise.all(writes)).every(({ status }) => status === 201)).toBe(true);
    for (const report of reports) {
      const modes = report.modes.flatMap(({ count }) => (count.kind === 'count' ? [count.count] : []));
      if (modes.length === report.modes.length) expect(report.total).toEqual({ kind: 'count', count: modes.reduce((sum, count) => sum + count, 0) });
    }
    expect((await compared).different).toBe(0);
    const [stored] = await application.dataSource.query<[{ count: number }]>('SELECT count(*)::integer AS count FROM response WHERE version_id = $1', [versionId]);
    expect(await application.app.get(CompareColumnsWithRecord).run(versionId)).toEqual({ live: stored.count, record: stored.count, different: 0 });
  });

  it('finds an answer whose commit was never confirmed because the connection was lost', async () => {
    const before = await read();
    await application.dataSource.query(
      `INSERT INTO response SELECT gen_random_uuid(), version_id, district_id, elsewhere, target_group, mode, week, answers, vector
         FROM response WHERE version_id = $1 LIMIT 1`,
      [versionId],
    );
    await application.dataSource.query('ALTER TABLE response RENAME TO response_out_of_reach');
    expect((await application.request('PUT', `/api/public/responses/${randomUUID()}`, { body: answer() })).status).toBe(500);
    await application.dataSource.query('ALTER TABLE response_out_of_reach RENAME TO response');
    expect((await read()).total).toEqual({ kind: 'count', count: before.total.kind === 'count' ? before.total.count + 1 : 0 });
  });

  it('chooses rows by district without changing them', async () => {
    const whole = await read();
    const chosen = await read('?district=kaltenmoor');
    expect(chosen.rows.map(({ row }) => row)).toEqual(['kaltenmoor']);
    expect(chosen.total).toEqual(peopleIn(whole, 'kaltenmoor'));
    const rowsOf = (report: Report) => report.items.flatMap((item) => item.variables.flatMap((variable) => variable.rows.filter(({ row }) => row === 'kaltenmoor')));
    expect(rowsOf(chosen)).toEqual(rowsOf(whole));
  });

  it('counts only what the filters let through', async () => {
    const whole = await read();
    const paper = await read('?mode=paper');
    expect(paper.total).toEqual(whole.modes.find(({ mode }) => mode === 'paper')?.count);
    expect((await read('?group=senior')).total).toEqual(whole.total);
    const [from] = whole.weeks;
    expect((await read(`?from=${from}`)).total).toEqual(whole.total);
    const nobody = await read('?to=2019-W01');
    expect(nobody.filters.weekTo).toBe('2019-W01');
    expect(nobody.participants.filter(({ count }) => count.kind === 'count' && count.count > 0)).toEqual([]);
  });

  it('shows a Stadtteil team only its own rows', async () => {
    const whole = await read();
    const { status, body } = await application.request<Report>('GET', `/api/questionnaires/${seniors.id}/report`, { as: 'district-team', districtIds: ['kaltenmoor', 'oedeme'] });
    expect(status).toBe(200);
    const rows = new Set([
      ...body.rows.map(({ row }) => row),
      ...body.participants.map(({ row }) => row),
      ...body.items.flatMap((item) => [...item.variables.flatMap((variable) => variable.rows), ...item.gaps].map(({ row }) => row)),
      ...body.criteria.flatMap((criterion) => criterion.rows.map(({ row }) => row)),
    ]);
    expect([...rows].sort()).toEqual(['kaltenmoor', 'oedeme']);
    expect(body.modes).toEqual([]);
    expect(peopleIn(body, 'oedeme')).toEqual(peopleIn(whole, 'oedeme'));
  });

  it('refuses a Stadtteil team a foreign district, and a questionnaire that is not for its districts', async () => {
    const team = { as: 'district-team', districtIds: ['kaltenmoor'] } as const;
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report?district=oedeme`, team)).toEqual([403, 'not-allowed']);
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report?district=kaltenmoor,oedeme`, team)).toEqual([403, 'not-allowed']);
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report`, { as: 'district-team', districtIds: [] })).toEqual([404, 'not-found']);
  });

  it('refuses what is not there, not published, not readable or not signed in', async () => {
    expect(await problemOf(`/api/questionnaires/${randomUUID()}/report`, { as: 'analyst' })).toEqual([404, 'not-found']);
    expect(await problemOf('/api/questionnaires/one/report', { as: 'analyst' })).toEqual([400, 'invalid-request']);
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report?district=atlantis`, { as: 'analyst' })).toEqual([400, 'invalid-request']);
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report?mode=online&mode=paper`, { as: 'analyst' })).toEqual([400, 'invalid-request']);
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report?colour=red`, { as: 'analyst' })).toEqual([400, 'invalid-request']);
    expect(await problemOf(`/api/questionnaires/${seniors.id}/report`, {})).toEqual([401, 'not-signed-in']);
    const { body: detail } = await application.request<{ draft: object }>('GET', `/api/questionnaires/${seniors.id}`, { as: 'analyst' });
    const created = await application.request<{ id: string }>('POST', '/api/questionnaires', { as: 'designer', body: { ...detail.draft, slug: 'noch-ein-entwurf' } });
    expect(await problemOf(`/api/questionnaires/${created.body.id}/report`, { as: 'analyst' })).toEqual([409, 'not-published']);
  });

  it('stores the examples only once', async () => {
    expect(await application.app.get(SeedExampleAnswers).run()).toBe(0);
  });
});
