import { randomUUID } from 'node:crypto';
import type { Item, NewVersionPreview, ProblemBody, PublishedQuestionnaire, QuestionnaireDetail, QuestionnaireDraft, QuestionnaireVersionSummary, Report } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { AnalysisModule, CompareColumnsWithRecord } from '../analysis/index.js';
import { SeedExampleCity } from '../city-settings/index.js';
import { ExportsModule } from '../exports/index.js';
import { POOL_SIZE } from '../platform/database/database.module.js';
import { readDataFile, ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { QuestionnairesModule, SeedItemBank } from './index.js';

type Detail = QuestionnaireDetail & ProblemBody;

/** A questionnaire of two items and the Stadtteil, asked in two Stadtteile. */
const SMALL = { itemIds: ['K1-1', 'K2-3'], demographicIds: ['district'], districtIds: ['rettmer', 'kaltenmoor'], languages: ['de', 'en'], focus: [] } as const;

describe('a new version', () => {
  let application: TestApplication;
  let example: QuestionnaireDraft;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule, ResponsesModule, AnalysisModule, ExportsModule]);
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    await application.app.get(SeedExampleCity).run();
    const [first] = await readDataFile<QuestionnaireDraft[]>('questionnaires');
    if (first === undefined) throw new Error('no example');
    example = first;
  });

  afterAll(() => application?.stop());

  const draftOf = (slug: string, change: Partial<QuestionnaireDraft> = {}): QuestionnaireDraft => ({ ...example, ...SMALL, slug, ...change });
  const begin = async (slug: string): Promise<Detail> => {
    const { body } = await application.request<Detail>('POST', '/api/questionnaires', { as: 'designer', body: draftOf(slug) });
    expect((await publish(body.id)).body.publishedVersion).toBe(1);
    return body;
  };
  const save = async (id: string, revision: number, draft: QuestionnaireDraft) =>
    (await application.request<Detail>('PUT', `/api/questionnaires/${id}`, { as: 'designer', body: { revision, draft } })).body;
  const publish = (id: string, body?: object) => application.request<Detail>('POST', `/api/questionnaires/${id}/publish`, { as: 'designer', ...(body ? { body } : {}) });
  const preview = async (id: string) => (await application.request<NewVersionPreview & ProblemBody>('GET', `/api/questionnaires/${id}/new-version`, { as: 'designer' })).body;
  const versions = async (id: string) => (await application.request<QuestionnaireVersionSummary[]>('GET', `/api/questionnaires/${id}/versions`, { as: 'designer' })).body;
  const page = async (slug: string) => (await application.request<PublishedQuestionnaire>('GET', `/api/public/questionnaires/${slug}`)).body;
  const answer = async (versionId: string, answers: object, times = 1) => {
    const body = { versionId, mode: 'online', consent: { agree: true, art9: false }, answers };
    for (let at = 0; at < times; at += 1) expect((await application.request('PUT', `/api/public/responses/${randomUUID()}`, { body })).status).toBe(201);
  };
  const report = async (id: string) => (await application.request<Report>('GET', `/api/questionnaires/${id}/report`, { as: 'analyst' })).body;
  const counts = (of: Report, itemId: string, part = 0) =>
    of.items.find((item) => item.itemId === itemId)?.variables[part]?.rows.find(({ row }) => row === 'all')?.cells.map((cell) => (cell.kind === 'count' ? cell.count : null));

  /** Runs with a changed item of the bank; afterwards the bank is as it was. */
  const withItem = async (id: string, change: (item: Omit<Item, 'wordings'>) => Omit<Item, 'wordings'>, work: () => Promise<void>): Promise<void> => {
    const [{ definition }] = await application.dataSource.query<[{ definition: Omit<Item, 'wordings'> }]>('SELECT definition FROM item WHERE id = $1', [id]);
    const write = (value: unknown) => application.dataSource.query('UPDATE item SET definition = $2 WHERE id = $1', [id, JSON.stringify(value)]);
    await write(change(definition));
    try {
      await work();
    } finally {
      await write(definition);
    }
  };
  const withOptions = (change: (codes: readonly string[]) => readonly string[]) => (item: Omit<Item, 'wordings'>): Omit<Item, 'wordings'> => {
    if (item.choice === null) throw new Error('no choice');
    const known = new Map(item.choice.options.map((option) => [option.code, option]));
    const made = (code: string) => ({ code, exclusive: false, freeText: false, missing: false, labels: { de: `Neu: ${code}`, en: `New: ${code}` } });
    return { ...item, choice: { ...item.choice, options: change([...known.keys()]).map((code) => known.get(code) ?? made(code)) } };
  };

  it('keeps stored positions when answers are put in between, and reports and exports read both versions as one', async () => {
    const { id, draft } = await begin('in-between');
    const first = await page('in-between');
    await answer(first.versionId, { K1_1_bestand: 5, K2_3: ['sport'], district: 'kaltenmoor' }, 6);
    await answer(first.versionId, { K1_1_bestand: 4, K2_3: ['advice'], district: 'kaltenmoor' }, 6);
    await withItem('K2-3', withOptions((codes) => ['garden', ...codes]), async () => {
      expect((await save(id, 1, { ...draft, districtIds: ['altstadt', 'kaltenmoor', 'rettmer'] })).newVersionBegun).toBe(true);
      const shown = await preview(id);
      expect(shown).toMatchObject({ number: 2, revision: 2, hasAnswers: true, isUnchanged: false, refusals: [] });
      expect(shown.questions.map(({ id: question, comparability, needsNote }) => [question, comparability, needsNote])).toEqual([
        ['K1-1', 'comparable', false],
        ['K2-3', 'limited', false],
        ['district', 'limited', false],
      ]);
      expect((await publish(id, { revision: 2 })).body).toMatchObject({ publishedVersion: 2, newVersionBegun: false });
    });
    const second = await page('in-between');
    const positions = (of: PublishedQuestionnaire) => Object.fromEntries(of.codebook.variables.find(({ name }) => name === 'district')?.codes.map(({ code, position }) => [code, position]) ?? []);
    expect(positions(second)).toEqual({ ...positions(first), altstadt: Object.keys(positions(first)).length + 1 });
    await answer(second.versionId, { K1_1_bestand: 5, K2_3: ['garden'], district: 'altstadt' }, 8);
    await answer(second.versionId, { K1_1_bestand: 4, K2_3: ['sport'], district: 'altstadt' }, 7);
    // Somebody who had begun before: still taken, still counted.
    await answer(first.versionId, { K1_1_bestand: 5, K2_3: ['sport'], district: 'rettmer' }, 6);
    await answer(first.versionId, { K1_1_bestand: 4, K2_3: ['advice'], district: 'rettmer' }, 7);

    const read = await report(id);
    expect(read.total).toEqual({ kind: 'count', count: 40 });
    expect(counts(read, 'K1-1')?.slice(0, 5)).toEqual([0, 0, 0, 20, 20]);
    expect(read.rows.map(({ row }) => row)).toEqual(['all', 'altstadt', 'kaltenmoor', 'rettmer', 'elsewhere', 'unknown']);
    // The options of a multiple choice are counted among the people who could choose from the same list.
    const ticks = (itemId: string, variable: string) => {
      const found = read.items.find((item) => item.itemId === itemId)?.variables.find((entry) => entry.variable === variable)?.rows.find(({ row }) => row === 'all');
      return { cells: found?.cells.map((cell) => (cell.kind === 'count' ? cell.count : null)), notShown: found?.notShown };
    };
    expect(ticks('K2-3', 'K2_3_garden')).toEqual({ cells: [7, 8], notShown: { kind: 'count', count: 25 } });
    expect(ticks('K2-3', 'K2_3_sport')).toEqual({ cells: [8, 7], notShown: { kind: 'count', count: 25 } });
    expect(ticks('K2-3.v1', 'K2_3_sport_v1')).toEqual({ cells: [13, 12], notShown: { kind: 'count', count: 15 } });
    expect(read.items.find(({ itemId }) => itemId === 'K2-3.v1')?.text['de']).toMatch(/ \(Fassung 1\)$/);
    expect(await application.app.get(CompareColumnsWithRecord).run(first.versionId)).toEqual({ live: 40, record: 40, different: 0 });

    const file = await application.request<Buffer>('GET', `/api/questionnaires/${id}/exports/responses.csv`, { as: 'analyst' });
    const [header = '', ...rows] = file.body.toString('utf8').replace('\ufeff', '').trimEnd().split('\n');
    const column = (name: string) => rows.map((row) => row.split(',')[header.split(',').indexOf(name)]);
    expect(rows).toHaveLength(40);
    expect(column('K1_1_bestand').sort().join('')).toBe('4'.repeat(20) + '5'.repeat(20));
    expect(column('K2_3_garden').sort()).toEqual([...Array<string>(25).fill('-8'), ...Array<string>(7).fill('0'), ...Array<string>(8).fill('1')]);
    expect(column('district').sort()).toEqual([...Array<string>(15).fill('altstadt'), ...Array<string>(12).fill('kaltenmoor'), ...Array<string>(13).fill('rettmer')]);
  });

  it('counts an answer to the old version while the new one is read', async () => {
    const { id, draft } = await begin('while-read');
    const first = await page('while-read');
    await answer(first.versionId, { K1_1_bestand: 3 }, 10);
    await save(id, 1, { ...draft, itemIds: ['K2-3', 'K1-1'] });
    expect((await publish(id)).status).toBe(200);
    expect((await report(id)).total).toEqual({ kind: 'count', count: 10 });
    await answer(first.versionId, { K1_1_bestand: 2 }, 10);
    const read = await report(id);
    expect(read.total).toEqual({ kind: 'count', count: 20 });
    expect(counts(read, 'K1-1')?.slice(0, 5)).toEqual([0, 10, 10, 0, 0]);
  });

  it('refuses a version without an answer that was given, says where and what to do, and stores nothing', async () => {
    const { id, draft } = await begin('removed');
    const before = await page('removed');
    await answer(before.versionId, { K2_3: ['sport'], district: 'kaltenmoor' });
    await withItem('K2-3', withOptions((codes) => codes.filter((code) => code !== 'sport')), async () => {
      await save(id, 1, { ...draft, districtIds: ['kaltenmoor'] });
      const refused = await publish(id);
      expect([refused.status, refused.body.code]).toEqual([422, 'new-version-refused']);
      expect(refused.body.details.map(({ code, place }) => `${code} ${place}`)).toEqual(
        expect.arrayContaining(['new-version-refused items.K2-3.options.sport', 'new-version-refused demographics.district.options.rettmer']),
      );
      const [detail] = refused.body.details;
      expect(detail?.sentences?.['de']).toContain('Antwort beibehalten oder einen neuen Fragebogen anlegen.');
      expect(detail?.sentences?.['en']).toContain('Keep the option, or start a new questionnaire.');
      expect((await preview(id)).refusals).toEqual(refused.body.details);
    });
    expect(await versions(id)).toHaveLength(1);
    expect(await page('removed')).toEqual(before);
  });

  it('refuses another type and a language that is gone', async () => {
    const { id, draft } = await begin('other-type');
    await answer((await page('other-type')).versionId, { K2_3: ['sport'] });
    await save(id, 1, { ...draft, languages: ['de'] });
    await withItem('K2-3', (item) => ({ ...item, choice: item.choice && { ...item.choice, multiple: false } }), async () => {
      const refused = await publish(id);
      expect(refused.body.details.map(({ place }) => place)).toEqual(['items.K2-3', 'languages.en']);
      const shown = await preview(id);
      expect(shown.questions.find(({ id: question }) => question === 'K2-3')).toMatchObject({ comparability: 'break', changes: [{ effect: 'break' }] });
      expect(shown.droppedLanguages).toEqual(['en']);
    });
  });

  it('asks for the reason of a changed wording, keeps it with the version and shows word by word what changed', async () => {
    const { id } = await begin('reworded');
    await answer((await page('reworded')).versionId, { K1_1_bestand: 4 });
    const put = (text: string) => application.request('PUT', '/api/item-bank/items/K1-1/wordings/en', { as: 'designer', body: { text, state: 'draft' } });
    const [{ text: before }] = await application.dataSource.query<[{ text: string }]>("SELECT text FROM wording WHERE item_id = 'K1-1' AND language = 'en'");
    await put(`${before} Really.`);
    try {
      const shown = await preview(id);
      expect(shown.refusals).toEqual([]);
      const question = shown.questions.find(({ id: item }) => item === 'K1-1');
      expect(question).toMatchObject({ comparability: 'limited', needsNote: true, changes: [{ effect: 'limited', language: 'en' }] });
      expect(question?.changes[0]?.words).toEqual([{ kind: 'kept', text: before }, { kind: 'added', text: ' Really.' }]);
      const refused = await publish(id, { wordingNotes: { 'K1-1': '   ' } });
      expect([refused.status, refused.body.code, refused.body.details.map(({ place }) => place)]).toEqual([422, 'wording-note-missing', ['items.K1-1']]);
      expect((await publish(id, { wordingNotes: { 'K1-1': ' Deutlicher. ', 'K2-3': 'nothing changed here' } })).status).toBe(200);
      expect((await versions(id)).map(({ wordingNotes }) => wordingNotes)).toEqual([{ 'K1-1': 'Deutlicher.' }, {}]);
      // Held against the version before, not against the first one: the same change is not asked about twice.
      expect((await preview(id)).questions.find(({ id: item }) => item === 'K1-1')).toMatchObject({ comparability: 'comparable', changes: [], needsNote: false });
      expect(JSON.stringify(await page('reworded'))).not.toContain('Deutlicher.');
      expect((await report(id)).changedQuestions).toMatchObject([{ itemId: 'K1-1', notes: [{ versionNumber: 2, note: 'Deutlicher.' }] }]);
    } finally {
      await put(before);
    }
  });

  it('lets everything change while nobody has answered', async () => {
    const { id, draft } = await begin('unanswered');
    await save(id, 1, { ...draft, districtIds: ['altstadt'], itemIds: ['K2-1'], languages: ['de'] });
    const shown = await preview(id);
    expect(shown).toMatchObject({ hasAnswers: false, refusals: [], newQuestions: [{ id: 'K2-1' }], droppedQuestions: [{ id: 'K1-1' }, { id: 'K2-3' }], droppedLanguages: ['en'] });
    expect((await publish(id)).body.publishedVersion).toBe(2);
  });

  it('publishes nothing twice and nothing that somebody else changed meanwhile', async () => {
    const { id, draft } = await begin('once');
    const same = await publish(id);
    expect([same.status, same.body.code]).toEqual([409, 'nothing-to-publish']);
    expect((await preview(id)).isUnchanged).toBe(true);
    await save(id, 1, { ...draft, purpose: 'Ein anderer Zweck.' });
    expect((await publish(id, { revision: 1 })).body.code).toBe('edit-conflict');
    const both = await Promise.all([publish(id, { revision: 2 }), publish(id, { revision: 2 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await versions(id)).toHaveLength(2);
    const wrong = await publish(id, { wordingNotes: { 'K1-1': 'x'.repeat(501) } });
    expect([wrong.body.code, wrong.body.details.map(({ place }) => place)]).toEqual(['invalid-request', ['wordingNotes']]);
  });

  it('is worth publishing when only the way people are reached has changed: reports say what it allows to conclude', async () => {
    const { id, draft } = await begin('design-only');
    const before = await page('design-only');
    await save(id, 1, { ...draft, samplingDesign: draft.samplingDesign === 'open' ? 'census' : 'open' });
    expect((await preview(id)).isUnchanged).toBe(false);
    expect((await publish(id)).body.publishedVersion).toBe(2);
    expect({ ...(await page('design-only')), versionId: '' }).toEqual({ ...before, versionId: '' });
  });

  it('is looked at and published by more people at once than the database has connections for', async () => {
    const { id, draft } = await begin('many');
    await save(id, 1, { ...draft, purpose: 'Ein anderer Zweck.' });
    const shown = await Promise.all(Array.from({ length: 2 * POOL_SIZE }, () => preview(id)));
    expect(new Set(shown.map(({ number }) => number))).toEqual(new Set([2]));
    const published = await Promise.all(Array.from({ length: 2 * POOL_SIZE }, () => publish(id, { revision: 2 })));
    expect(published.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(published.map(({ body }) => body.code))).toEqual(new Set([undefined, 'nothing-to-publish']));
  });

  it('gives up what was begun', async () => {
    const { id, draft } = await begin('given-up');
    const discard = (revision: number) => application.request<Detail>('POST', `/api/questionnaires/${id}/discard-changes`, { as: 'designer', body: { revision } });
    await save(id, 1, { ...draft, itemIds: ['K2-1'] });
    expect((await discard(1)).body.code).toBe('edit-conflict');
    expect((await discard(2)).body).toMatchObject({ newVersionBegun: false, revision: 3, draft: { itemIds: ['K1-1', 'K2-3'] } });
    const { body: unpublished } = await application.request<Detail>('POST', '/api/questionnaires', { as: 'designer', body: draftOf('never') });
    const refused = await application.request<ProblemBody>('POST', `/api/questionnaires/${unpublished.id}/discard-changes`, { as: 'designer', body: { revision: 1 } });
    expect(refused.body.code).toBe('not-published');
  });

  it('still gives the older version to whoever has begun with it, at its own address only', async () => {
    const { id, draft } = await begin('older');
    const first = await page('older');
    await save(id, 1, { ...draft, title: { de: 'Neuer Titel', en: 'New title' } });
    await publish(id);
    const older = (slug: string, versionId: string) => application.request<PublishedQuestionnaire & ProblemBody>('GET', `/api/public/questionnaires/${slug}/versions/${versionId}`);
    expect((await older('older', first.versionId)).body).toEqual(first);
    expect((await older('once', first.versionId)).body.code).toBe('unknown-questionnaire');
    expect((await older('older', randomUUID())).body.code).toBe('unknown-questionnaire');
    await application.request('POST', `/api/questionnaires/${id}/close`, { as: 'designer' });
    expect((await older('older', first.versionId)).body.state).toBe('closed');
  });

  it('shows a Stadtteil team only what is asked in its Stadtteil', async () => {
    const { id } = await begin('scope');
    const url = `/api/questionnaires/${id}/new-version`;
    expect((await application.request('GET', url, { as: 'district-team', districtIds: ['kaltenmoor'] })).status).toBe(200);
    expect((await application.request('GET', url, { as: 'district-team', districtIds: ['oedeme'] })).status).toBe(404);
  });
});
