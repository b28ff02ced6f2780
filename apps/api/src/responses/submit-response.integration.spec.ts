import { randomUUID } from 'node:crypto';
import type { Answers, ProblemBody, PublishedQuestionnaire, QuestionnaireDetail, QuestionnaireDraft, QuestionnaireSummary, ResponseReceipt } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { QuestionnairesModule, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { MAX_SUBMISSION_BYTES, ResponsesModule } from './index.js';

/** A receipt or a refusal. */
type Reply = Pick<ProblemBody, 'code' | 'details'> & { readonly status: ResponseReceipt['status'] | number };

interface Row {
  readonly district_id: string | null;
  readonly elsewhere: boolean;
  readonly target_group: string;
  readonly mode: string;
  readonly week: string;
  readonly answers: Answers;
}

describe('PUT /api/public/responses/:id', () => {
  let application: TestApplication;
  let seniors: PublishedQuestionnaire;
  let professionals: PublishedQuestionnaire;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule, ResponsesModule]);
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    await application.app.get(SeedExampleQuestionnaires).run();
    seniors = (await application.request<PublishedQuestionnaire>('GET', '/api/public/questionnaires/aelter-werden')).body;
    professionals = (await application.request<PublishedQuestionnaire>('GET', '/api/public/questionnaires/zusammenarbeit')).body;
  });

  beforeEach(async () => {
    await application.dataSource.query('TRUNCATE response');
    application.clock.time = new Date('2026-03-20T12:00:00Z');
  });
  afterAll(() => application?.stop());

  const submission = (answers: object, change: object = {}) => ({
    versionId: seniors.versionId,
    mode: 'online',
    consent: { agree: true, art9: false },
    answers,
    ...change,
  });
  const put = (body: unknown, id: string = randomUUID()) => application.request<Reply>('PUT', `/api/public/responses/${id}`, { body });
  const rows = () => application.dataSource.query<Row[]>('SELECT district_id, elsewhere, target_group, mode, week, answers FROM response');
  const act = async (slug: string, action: 'close' | 'reopen' | 'publish') => {
    const list = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'administrator' });
    const id = list.body.find((entry) => entry.slug === slug)?.id;
    expect((await application.request('POST', `/api/questionnaires/${id}/${action}`, { as: 'administrator' })).status).toBe(200);
  };

  const change = async (slug: string, part: Partial<QuestionnaireDraft>) => {
    const list = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'administrator' });
    const url = `/api/questionnaires/${list.body.find((entry) => entry.slug === slug)?.id}`;
    const { body } = await application.request<QuestionnaireDetail>('GET', url, { as: 'administrator' });
    const saved = await application.request('PUT', url, { as: 'administrator', body: { revision: body.revision, draft: { ...body.draft, ...part } } });
    expect(saved.status).toBe(200);
  };

  it('stores a good answer and nothing but the answer', async () => {
    const reply = await put(submission({ K1_1_bestand: 4, K1_1_bedarf: 98, district: 'kaltenmoor' }));
    expect([reply.status, reply.body]).toEqual([201, { status: 'stored' }]);
    expect(await rows()).toEqual([
      {
        district_id: 'kaltenmoor',
        elsewhere: false,
        target_group: 'senior',
        mode: 'online',
        week: '2026-W12',
        answers: { K1_1_bestand: 4, K1_1_bedarf: 98, district: 'kaltenmoor' },
      },
    ]);
    const columns = await application.dataSource.query<{ name: string }[]>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'response' ORDER BY 1",
    );
    expect(columns.map(({ name }) => name)).toEqual(['answers', 'district_id', 'elsewhere', 'id', 'mode', 'target_group', 'vector', 'version_id', 'week']);
  });

  it('makes no second answer of a retry, a double tap or a second tab', async () => {
    const id = randomUUID();
    const body = submission({ K1_1_bestand: 2 });
    const simultaneous = await Promise.all([put(body, id), put(body, id), put(body, id.toUpperCase())]);
    expect(simultaneous.map((reply) => reply.status).sort()).toEqual([200, 200, 201]);
    const later = await put(submission({ K1_1_bestand: 5 }), id);
    expect([later.status, later.body]).toEqual([200, { status: 'already-stored' }]);
    expect((await rows()).map((row) => row.answers)).toEqual([{ K1_1_bestand: 2 }]);
  });

  it('counts people from elsewhere as such, and "don\'t know" as nowhere', async () => {
    for (const district of ['outside', 'dont-know', 'prefer-not']) await put(submission({ district }));
    for (const district_work of ['citywide', 'outside', 'oedeme', 'prefer-not']) {
      await put(submission({ district_work }, { versionId: professionals.versionId }));
    }
    await put(submission({}));
    const placed = (await rows()).map((row) => [Object.values(row.answers)[0] ?? 'none', row.target_group, row.district_id, row.elsewhere]);
    expect(placed.sort()).toEqual(
      [
        ['outside', 'senior', null, true],
        ['dont-know', 'senior', null, false],
        ['prefer-not', 'senior', null, false],
        ['citywide', 'professional', null, true],
        ['outside', 'professional', null, true],
        ['oedeme', 'professional', 'oedeme', false],
        ['prefer-not', 'professional', null, false],
        ['none', 'senior', null, false],
      ].sort(),
    );
  });

  it('knows the week by the calendar of the city', async () => {
    // Sunday evening in UTC, Monday in Lüneburg; and the year of the week is not always that of the day.
    for (const time of ['2026-06-28T21:59:00Z', '2026-06-28T22:01:00Z', '2027-01-01T12:00:00Z']) {
      application.clock.time = new Date(time);
      await put(submission({}));
    }
    expect((await rows()).map((row) => row.week).sort()).toEqual(['2026-W26', '2026-W27', '2026-W53']);
  });

  it.each<[string, string, object, object]>([
    ['an unknown question', 'unknown-question', { K9_9: 1 }, {}],
    ['a code that is not in the codebook', 'unknown-code', { district: 'atlantis' }, {}],
    ['a number outside the scale', 'out-of-range', { K1_1_bestand: 9 }, {}],
    ['the wrong type', 'wrong-type', { K1_1_bestand: 'often' }, {}],
    ['an answer to a hidden question', 'hidden-answer', { H3_3: ['shopping'] }, {}],
    ['a refused consent', 'missing-consent', { K1_1_bestand: 1 }, { consent: { agree: false, art9: false } }],
    ['no consent at all', 'missing-consent', { K1_1_bestand: 1 }, { consent: undefined }],
    ['an exclusive choice with another', 'exclusive-choice', { H3_3: ['none', 'shopping'] }, { consent: { agree: true, art9: true } }],
    ['a doubled choice', 'duplicate-choice', { H3_3: ['meals', 'meals'] }, { consent: { agree: true, art9: true } }],
    ['a free text without its choice', 'comment-without-choice', { H3_3: ['meals'], 'H3_3-Comment': 'x' }, { consent: { agree: true, art9: true } }],
    ['a free text that is too long', 'text-too-long', { H3_3: ['other'], 'H3_3-Comment': 'x'.repeat(1001) }, { consent: { agree: true, art9: true } }],
    ['a mode that only staff may claim', 'invalid-request', {}, { mode: 'paper' }],
    ['an unknown version', 'unknown-questionnaire', {}, { versionId: '00000000-0000-4000-8000-000000000000' }],
  ])('refuses %s with its own code and stores nothing', async (_, code, answers, change) => {
    const reply = await put(submission(answers, change));
    expect(reply.body.code).toBe(code);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(await rows()).toEqual([]);
  });

  it('stores answers to Art. 9 questions only with explicit consent', async () => {
    const answers = { H3_3: ['shopping', 'other'], 'H3_3-Comment': ' Begleitung ' };
    expect((await put(submission(answers))).body.code).toBe('hidden-answer');
    expect((await put(submission(answers, { consent: { agree: true, art9: true } }))).status).toBe(201);
    expect((await rows()).map((row) => row.answers)).toEqual([{ H3_3: ['shopping', 'other'], 'H3_3-Comment': 'Begleitung' }]);
  });

  it('names the place of a problem but never repeats the answer', async () => {
    const reply = await put(submission({ district: 'Geheime Straße 7', 'Mein Name ist Erika': 1 }));
    expect(reply.status).toBe(422);
    expect(reply.body.details).toContainEqual({ code: 'unknown-code', place: 'district' });
    expect(JSON.stringify(reply.body)).not.toMatch(/Geheime|Erika/);
  });

  it('refuses answers of a closed questionnaire, but acknowledges one that was stored before', async () => {
    const id = randomUUID();
    await put(submission({ K1_1_bestand: 3 }), id);
    await act('aelter-werden', 'close');
    try {
      const late = await put(submission({ K1_1_bestand: 3 }));
      expect([late.status, late.body.code]).toEqual([409, 'questionnaire-closed']);
      const retry = await put(submission({ K1_1_bestand: 3 }), id);
      expect([retry.status, retry.body]).toEqual([200, { status: 'already-stored' }]);
    } finally {
      await act('aelter-werden', 'reopen');
    }
    expect((await put(submission({ K1_1_bestand: 3 }))).status).toBe(201);
    expect(await rows()).toHaveLength(2);
  });

  it('still takes an answer begun with the version before', async () => {
    await change('aelter-werden', { purpose: 'Ein zweiter Durchgang.' });
    await act('aelter-werden', 'publish');
    const current = (await application.request<PublishedQuestionnaire>('GET', '/api/public/questionnaires/aelter-werden')).body;
    expect(current.versionId).not.toBe(seniors.versionId);
    expect((await put(submission({ K1_1_bestand: 3 }))).status).toBe(201);
    expect((await put(submission({ K1_1_bestand: 3 }, { versionId: current.versionId }))).status).toBe(201);
  });

  it('refuses malformed JSON, foreign media types and bodies over 256 KB before reading them', async () => {
    const raw = (payload: string, headers = {}) => application.request<Reply>('PUT', `/api/public/responses/${randomUUID()}`, { payload, headers });
    expect((await raw('{"versionId":')).body.code).toBe('malformed-json');
    expect((await raw('<a/>', { 'content-type': 'application/xml' })).body.code).toBe('unsupported-media-type');
    const padded = (bytes: number) => JSON.stringify(submission({})).padEnd(bytes, ' ');
    expect((await raw(padded(MAX_SUBMISSION_BYTES))).status).toBe(201);
    const large = await raw(padded(MAX_SUBMISSION_BYTES + 1));
    expect([large.status, large.body.code]).toEqual([413, 'body-too-large']);
    expect((await raw('null')).body.code).toBe('invalid-request');
    expect((await raw('[]')).body.code).toBe('invalid-request');
    expect((await put(submission({}), 'not-a-uuid')).body.code).toBe('invalid-request');
    expect(await rows()).toHaveLength(1);
  });

  it('is counted in the list of questionnaires, for those who may know', async () => {
    await Promise.all([put(submission({})), put(submission({})), put(submission({}, { versionId: professionals.versionId }))]);
    const counts = async (request: object) =>
      Object.fromEntries(
        (await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', request)).body.map((entry) => [entry.slug, entry.responseCount]),
      );
    expect(await counts({ as: 'analyst' })).toEqual({ 'aelter-werden': 2, ankommen: 0, zusammenarbeit: 1 });
    expect(await counts({ as: 'district-team', districtIds: ['oedeme'] })).toEqual({ 'aelter-werden': null, ankommen: null, zusammenarbeit: null });
  });

  it('keeps a district with answers from being removed', async () => {
    await put(submission({ district: 'oedeme' }));
    const { body } = await application.request<{ version: number; taxonomy: { districts: { id: string }[]; communityHouses: object[] } }>('GET', '/api/taxonomy', {
      as: 'administrator',
    });
    const taxonomy = { ...body.taxonomy, communityHouses: [], districts: body.taxonomy.districts.filter((district) => district.id !== 'oedeme') };
    const reply = await application.request<ProblemBody>('POST', '/api/taxonomy/versions', {
      as: 'administrator',
      body: { baseVersion: body.version, comment: 'x', taxonomy },
    });
    expect([reply.body.code, reply.body.details]).toEqual(['district-in-use', [{ code: 'district-in-use', place: 'districts.oedeme' }]]);
  });
});
