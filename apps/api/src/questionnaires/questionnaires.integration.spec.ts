import type {
  ItemBank,
  ProblemBody,
  PublishedQuestionnaire,
  QuestionnaireDetail,
  QuestionnaireDraft,
  QuestionnaireSummary,
  QuestionnaireVersionSummary,
  Readiness,
} from '@stadtteilstimme/domain';
import { brotliDecompressSync } from 'node:zlib';
import { TestApplication } from '../../test/test-application.js';
import { SeedExampleCity } from '../city-settings/index.js';
import { readDataFile, ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { PublishedVersions, QuestionnairesModule, ResponseCounts, SeedExampleQuestionnaires, SeedItemBank } from './index.js';

type Detail = QuestionnaireDetail & ProblemBody;

describe('questionnaires', () => {
  let application: TestApplication;
  let example: QuestionnaireDraft;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule]);
    application.app.get(ResponseCounts).connect(() => Promise.resolve(new Map()));
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    await application.app.get(SeedExampleCity).run();
    const [first] = await readDataFile<QuestionnaireDraft[]>('questionnaires');
    if (first === undefined) throw new Error('no example');
    example = first;
  });

  afterAll(() => application?.stop());

  const create = async (change: Partial<QuestionnaireDraft>) =>
    application.request<Detail>('POST', '/api/questionnaires', { as: 'designer', body: { ...example, ...change } });
  const save = (id: string, revision: number, draft: QuestionnaireDraft) =>
    application.request<Detail>('PUT', `/api/questionnaires/${id}`, { as: 'designer', body: { revision, draft } });
  const act = (id: string, action: 'publish' | 'close' | 'reopen') =>
    application.request<Detail>('POST', `/api/questionnaires/${id}/${action}`, { as: 'designer' });
  const publicPage = (slug: string, headers = {}) =>
    application.request<PublishedQuestionnaire & ProblemBody>('GET', `/api/public/questionnaires/${slug}`, { headers });
  const versionCount = async (id: string) => {
    const versions = await application.request<QuestionnaireVersionSummary[]>('GET', `/api/questionnaires/${id}/versions`, { as: 'designer' });
    return versions.body.length;
  };

  it('keeps the item bank of the city file as it is, seeded once', async () => {
    await application.app.get(SeedItemBank).run();
    const bank = await application.request<ItemBank>('GET', '/api/item-bank', { as: 'designer' });
    expect(bank.body).toEqual(await readDataFile<ItemBank>('item-bank'));
  });

  it('changes a wording with its state, and only for items and languages there are', async () => {
    const put = (item: string, language: string, body: object) =>
      application.request('PUT', `/api/item-bank/items/${item}/wordings/${language}`, { as: 'designer', body });
    expect((await put('K6-4', 'en', { text: ' Enough rooms? ', help: ' ', state: 'reviewed' })).body).toEqual({ text: 'Enough rooms?', state: 'reviewed' });
    const bank = await application.request<ItemBank>('GET', '/api/item-bank', { as: 'designer' });
    expect(bank.body.items.find((item) => item.id === 'K6-4')?.wordings['en']).toEqual({ text: 'Enough rooms?', state: 'reviewed' });
    expect((await put('K99', 'en', { text: 'x', state: 'draft' })).status).toBe(404);
    expect((await put('K6-4', 'xx', { text: 'x', state: 'draft' })).status).toBe(404);
    expect((await put('K6-4', 'en', { text: '  ', state: 'draft' })).status).toBe(400);
    expect((await put('K6-4', 'en', { text: 'x', state: 'perfect' })).status).toBe(400);
  });

  it('marks the translations of a changed German wording until somebody has looked at them', async () => {
    const put = (language: string, body: object) => application.request<ProblemBody>('PUT', `/api/item-bank/items/K6-4/wordings/${language}`, { as: 'designer', body });
    const wordings = async () => {
      const bank = await application.request<ItemBank>('GET', '/api/item-bank', { as: 'designer' });
      return bank.body.items.find((item) => item.id === 'K6-4')?.wordings ?? {};
    };
    const stale = async () => Object.entries(await wordings()).flatMap(([language, wording]) => (wording.stale ? [language] : []));
    const { de, ...translations } = await wordings();
    if (de === undefined) throw new Error('no German wording');
    const { text, state } = de;
    // Confirming a text does not change it.
    await put('de', { text, state: 'reviewed' });
    expect(await stale()).toEqual([]);
    await put('de', { text: `${text} Wirklich?`, state: 'draft' });
    expect(await stale()).toEqual(Object.keys(translations));
    // As it is, or changed: somebody has looked.
    await put('en', { text: 'Enough rooms?', state: 'reviewed' });
    expect(await stale()).toEqual(Object.keys(translations).filter((language) => language !== 'en'));
    // Back to the old text: the others fit again, the English one was made from another.
    await put('de', { text, state });
    expect(await stale()).toEqual(['en']);
    await put('en', { text: 'Enough rooms?', state: 'reviewed' });
    expect(await stale()).toEqual([]);
    expect((await put('en', { text: 'x', state: 'draft', stale: true })).body.code).toBe('invalid-request');
  });

  it('creates a draft on the newest master data', async () => {
    const reply = await create({ slug: 'created' });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ slug: 'created', state: 'draft', revision: 1, taxonomyVersion: 1, publishedVersion: null, responseCount: 0, synthetic: false, itemCount: 9 });
    expect(reply.body.draft).toEqual({ ...example, slug: 'created' });
    const list = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'designer' });
    expect(list.body.map((entry) => entry.slug)).toContain('created');
  });

  it('gives every address once', async () => {
    await create({ slug: 'taken' });
    expect((await create({ slug: 'taken' })).body.code).toBe('slug-taken');
    const other = await create({ slug: 'free' });
    expect((await save(other.body.id, 1, { ...example, slug: 'taken' })).body.code).toBe('slug-taken');
  });

  it('never lets one person overwrite another', async () => {
    const { id } = (await create({ slug: 'conflict' })).body;
    expect((await save(id, 1, { ...example, slug: 'conflict', purpose: 'A' })).body).toMatchObject({ revision: 2, draft: { purpose: 'A' } });
    const late = await save(id, 1, { ...example, slug: 'conflict', purpose: 'B' });
    expect([late.status, late.body.code]).toEqual([409, 'edit-conflict']);
    const both = await Promise.all(['C', 'D'].map((purpose) => save(id, 2, { ...example, slug: 'conflict', purpose })));
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
  });

  it('refuses to publish with a missing wording and names item and language', async () => {
    const { id } = (await create({ slug: 'unready' })).body;
    await application.dataSource.query("DELETE FROM wording WHERE item_id = 'K1-1' AND language = 'en'");
    try {
      const readiness = await application.request<Readiness>('GET', `/api/questionnaires/${id}/readiness`, { as: 'designer' });
      const place = { code: 'wording-missing', place: 'items.K1-1', language: 'en' };
      expect(readiness.body.problems).toEqual([place]);
      const refused = await act(id, 'publish');
      expect([refused.status, refused.body.code, refused.body.details]).toEqual([422, 'wording-missing', [place]]);
      expect(await versionCount(id)).toBe(0);
      expect((await publicPage('unready')).body.code).toBe('unknown-questionnaire');
    } finally {
      await application.request('PUT', '/api/item-bank/items/K1-1/wordings/en', { as: 'designer', body: { text: 'Back again', state: 'draft' } });
    }
    expect((await act(id, 'publish')).status).toBe(200);
  });

  it('refuses to publish an incomplete questionnaire', async () => {
    const { id } = (await create({ slug: 'empty', itemIds: [] })).body;
    const refused = await act(id, 'publish');
    expect([refused.status, refused.body.code]).toEqual([422, 'questionnaire-incomplete']);
    expect(refused.body.details).toContainEqual({ code: 'questionnaire-incomplete', place: 'items' });
  });

  it('freezes what was published: later wordings and drafts do not reach it', async () => {
    const { id } = (await create({ slug: 'frozen' })).body;
    expect((await act(id, 'publish')).body).toMatchObject({ state: 'open', publishedVersion: 1 });
    const before = (await publicPage('frozen')).body;
    await application.request('PUT', '/api/item-bank/items/K2-1/wordings/de', { as: 'designer', body: { text: 'Anders', state: 'draft' } });
    await save(id, 1, { ...example, slug: 'frozen', title: { ...example.title, de: 'Anderer Titel' } });
    expect((await publicPage('frozen')).body).toEqual(before);
    expect((await act(id, 'publish')).body.publishedVersion).toBe(2);
    const after = (await publicPage('frozen')).body;
    expect(after.title['de']).toBe('Anderer Titel');
    expect(JSON.stringify(after.survey)).toContain('Anders');
    const first = await application.app.get(PublishedVersions).find(before.versionId);
    expect(first?.content.title).toEqual(before.title);
    expect(await versionCount(id)).toBe(2);
  });

  it('has a trigger that keeps a version from being changed or deleted', async () => {
    await expect(application.dataSource.query('UPDATE questionnaire_version SET number = number + 1')).rejects.toThrow('append-only');
    await expect(application.dataSource.query('DELETE FROM questionnaire_version')).rejects.toThrow('append-only');
  });

  it('keeps a published address and a published questionnaire', async () => {
    const { id } = (await create({ slug: 'poster' })).body;
    await act(id, 'publish');
    const moved = await save(id, 1, { ...example, slug: 'elsewhere' });
    expect([moved.status, moved.body.details]).toEqual([400, [{ code: 'invalid-request', place: 'draft.slug' }]]);
    const removed = await application.request<ProblemBody>('DELETE', `/api/questionnaires/${id}`, { as: 'designer' });
    expect(removed.body.code).toBe('already-published');
  });

  it('deletes a draft that was never published', async () => {
    const { id } = (await create({ slug: 'gone' })).body;
    expect((await application.request('DELETE', `/api/questionnaires/${id}`, { as: 'designer' })).status).toBe(204);
    expect((await application.request('GET', `/api/questionnaires/${id}`, { as: 'designer' })).status).toBe(404);
  });

  it('closes and reopens, seen at once by residents', async () => {
    const { id } = (await create({ slug: 'door' })).body;
    expect((await act(id, 'close')).body.code).toBe('not-published');
    await act(id, 'publish');
    const slugs = async () => (await application.request<{ slug: string }[]>('GET', '/api/public/questionnaires')).body.map((entry) => entry.slug);
    expect((await publicPage('door')).body.state).toBe('open');
    expect(await slugs()).toContain('door');
    await act(id, 'close');
    expect((await publicPage('door')).body.state).toBe('closed');
    expect(await slugs()).not.toContain('door');
    await act(id, 'reopen');
    expect((await publicPage('door')).body.state).toBe('open');
  });

  it('answers a device that has the questionnaire already without sending it again', async () => {
    const { id } = (await create({ slug: 'cached' })).body;
    await act(id, 'publish');
    const first = await publicPage('cached');
    expect(first.headers).toMatchObject({ 'cache-control': 'no-cache', etag: expect.stringMatching(/^"[\w-]+"$/) });
    const etag = String(first.headers['etag']);
    expect((await publicPage('cached', { 'if-none-match': etag })).status).toBe(304);
    expect((await publicPage('cached', { 'if-none-match': '"other"' })).status).toBe(200);
    await act(id, 'close');
    expect((await publicPage('cached', { 'if-none-match': etag })).status).toBe(200);
  });

  it('sends the questionnaire compressed, with an ETag of its own, to whoever takes that', async () => {
    const { id } = (await create({ slug: 'small' })).body;
    await act(id, 'publish');
    const plain = await publicPage('small');
    const packed = await application.request<Buffer>('GET', '/api/public/questionnaires/small', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    expect(JSON.parse(brotliDecompressSync(packed.body).toString())).toEqual(plain.body);
    const refused = await publicPage('small', { 'accept-encoding': 'br;q=0' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('says of a language only what is true: reviewed when every wording was', async () => {
    const { id } = (await create({ slug: 'reviewed', itemIds: ['K6-4'], demographicIds: [], languages: ['de', 'en'], districtIds: ['altstadt'], focus: [] })).body;
    await act(id, 'publish');
    const { languages, interfaceTexts, consent } = (await publicPage('reviewed')).body;
    expect(languages.map(({ code, reviewed }) => [code, reviewed])).toEqual([['de', false], ['en', true]]);
    expect(Object.keys(interfaceTexts['next'] ?? {})).toEqual(['de', 'en']);
    expect(interfaceTexts['helpPhone']?.['de']).toBe('Hilfe am Telefon: 040 66969123');
    expect(consent.every((block) => !/[{}]/.test(Object.values(block.texts).join()))).toBe(true);
  });

  it('does not call a translation reviewed that was made from an older German text', async () => {
    const put = (text: string) => application.request('PUT', '/api/item-bank/items/K6-4/wordings/de', { as: 'designer', body: { text, state: 'draft' } });
    const bank = await application.request<ItemBank>('GET', '/api/item-bank', { as: 'designer' });
    const german = bank.body.items.find((item) => item.id === 'K6-4')?.wordings['de']?.text ?? '';
    await put(`${german} Wirklich?`);
    try {
      const { id } = (await create({ slug: 'stale', itemIds: ['K6-4'], demographicIds: [], languages: ['de', 'en'], districtIds: ['altstadt'], focus: [] })).body;
      await act(id, 'publish');
      expect((await publicPage('stale')).body.languages.map(({ code, reviewed }) => [code, reviewed])).toEqual([['de', false], ['en', false]]);
    } finally {
      await put(german);
    }
  });

  it('shows a Stadtteil team only what is asked in its Stadtteil, and no totals', async () => {
    const inside = (await create({ slug: 'inside', districtIds: ['rettmer', 'oedeme'] })).body.id;
    const outside = (await create({ slug: 'outside', districtIds: ['altstadt'] })).body.id;
    const asTeam = { as: 'district-team', districtIds: ['oedeme'] } as const;
    const list = (await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', asTeam)).body;
    expect(list.map((entry) => entry.id)).toContain(inside);
    expect(list.map((entry) => entry.id)).not.toContain(outside);
    expect(list.every((entry) => entry.responseCount === null)).toBe(true);
    expect((await application.request('GET', `/api/questionnaires/${outside}`, asTeam)).status).toBe(404);
    expect((await application.request('GET', `/api/questionnaires/${outside}/readiness`, asTeam)).status).toBe(404);
    expect((await application.request('GET', `/api/questionnaires/${outside}/versions`, asTeam)).status).toBe(404);
    const nobody = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'district-team' });
    expect(nobody.body).toEqual([]);
  });

  it('publishes the three examples, marked as example data, once', async () => {
    const seed = application.app.get(SeedExampleQuestionnaires);
    expect(await seed.run()).toHaveLength(3);
    expect(await seed.run()).toHaveLength(0);
    const { body } = await publicPage('ankommen');
    expect([body.synthetic, body.languages.length, body.state]).toEqual([true, 10, 'open']);
  });

  it('refuses what has not the shape of a draft', async () => {
    expect((await create({ slug: 'Not A Slug' })).body).toMatchObject({ code: 'invalid-request', details: [{ place: 'slug' }] });
    expect((await create({ slug: 'twice', itemIds: ['K1-1', 'K1-1'] })).body).toMatchObject({ details: [{ place: 'itemIds' }] });
    expect((await create({ slug: 'bytes', purpose: 'a\u0000b' })).body).toMatchObject({ details: [{ place: 'purpose' }] });
    expect((await create({ slug: 'bytes', title: { de: '\ud800' } })).body).toMatchObject({ details: [{ place: 'title' }] });
    expect((await publicPage('%00')).body.code).toBe('unknown-questionnaire');
    const wording = { as: 'designer', body: { text: 'x', state: 'draft' } } as const;
    expect((await application.request('PUT', '/api/item-bank/items/%00/wordings/de', wording)).status).toBe(404);
    const wrong = await application.request<ProblemBody>('GET', '/api/questionnaires/not-a-uuid', { as: 'designer' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid-request']);
  });
});
