import { brotliDecompressSync } from 'node:zlib';
import {
  CITY_FIELDS,
  type CitySettings,
  type CitySettingsVersion,
  EMPTY_CITY_SETTINGS,
  type LegalInformation,
  missingCityFields,
  PRIVACY_ESSENTIALS,
  type ProblemBody,
  type PublishedQuestionnaire,
  type QuestionnaireDetail,
  type QuestionnaireDraft,
  type Readiness,
  SURVEY_PURPOSE,
} from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { LegalInformationModule } from '../legal-information/index.js';
import { QuestionnairesModule, ResponseCounts, SeedItemBank } from '../questionnaires/index.js';
import { readDataFile, ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { CitySettingsModule, SeedExampleCity } from './index.js';

type Version = CitySettingsVersion & ProblemBody;

describe('city settings', () => {
  let application: TestApplication;
  let example: CitySettings;
  let draft: QuestionnaireDraft;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, CitySettingsModule, QuestionnairesModule, LegalInformationModule]);
    application.app.get(ResponseCounts).connect(() => Promise.resolve(new Map()));
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    example = await readDataFile<CitySettings>('example-city');
    const [first] = await readDataFile<QuestionnaireDraft[]>('questionnaires');
    if (first === undefined) throw new Error('no example');
    draft = { ...first, languages: ['de', 'ar', 'en'], title: { ...first.title, ar: 'ع' }, welcome: { ...first.welcome, ar: 'ع' }, thanks: { ...first.thanks, ar: 'ع' } };
  });
  afterAll(() => application?.stop());

  const newest = async () => (await application.request<Version>('GET', '/api/city-settings', { as: 'administrator' })).body;
  const save = (baseVersion: number, settings: unknown) =>
    application.request<Version>('POST', '/api/city-settings/versions', { as: 'administrator', body: { baseVersion, settings } });
  const read = async (headers = {}) => application.request<LegalInformation>('GET', '/api/public/legal-information', { headers });
  const texts = (change: Partial<CitySettings['texts']>) => ({ ...EMPTY_CITY_SETTINGS.texts, ...change });
  const create = async (slug: string, change: Partial<QuestionnaireDraft> = {}) =>
    (await application.request<QuestionnaireDetail>('POST', '/api/questionnaires', { as: 'designer', body: { ...draft, ...change, slug } })).body.id;
  const publish = (id: string) => application.request<QuestionnaireDetail & ProblemBody>('POST', `/api/questionnaires/${id}/publish`, { as: 'designer' });

  it('are empty in a new installation: nobody gets an invented contact', async () => {
    expect(await newest()).toEqual({ version: 0, createdOn: null, settings: EMPTY_CITY_SETTINGS });
    const page = (await read()).body;
    expect(missingCityFields(page.settings.texts)).toHaveLength(CITY_FIELDS.length - 1);
    expect(JSON.stringify(page.settings)).not.toContain('Beispiel');
    expect(page.essentials.map(({ id }) => id)).toEqual([...PRIVACY_ESSENTIALS]);
    for (const { texts: byLanguage } of page.essentials) expect(Object.keys(byLanguage)).toHaveLength(10);
    expect(page.reviewedLanguages).toEqual([]);
  });

  it('keep a questionnaire from being published while the consent text would name nobody', async () => {
    const id = await create('ohne-stadt');
    const places = ['city.controller', 'city.dataProtectionOfficer', 'city.supervisoryAuthority', 'city.contact'];
    const readiness = await application.request<Readiness>('GET', `/api/questionnaires/${id}/readiness`, { as: 'designer' });
    expect(readiness.body.problems.map(({ place }) => place)).toEqual(places);
    const refused = await publish(id);
    expect([refused.status, refused.body.code, refused.body.details.map(({ place }) => place)]).toEqual([422, 'questionnaire-incomplete', places]);
  });

  it('may be saved while the city does not know everything yet, but no translation without its German', async () => {
    const refused = await save(0, { ...EMPTY_CITY_SETTINGS, texts: texts({ contact: { en: 'Office' }, vatId: { ar: ' ' } }) });
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([422, 'wording-missing', [{ code: 'wording-missing', place: 'texts.contact', language: 'de' }]]);
    const saved = await save(0, { ...EMPTY_CITY_SETTINGS, texts: texts({ contact: { de: ' Musterhaus \n', en: '  ' } }), helpPhone: ' 040 ' });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({ version: 1, createdOn: '2026-03-20' });
    expect(saved.body.settings.texts.contact).toEqual({ de: 'Musterhaus' });
    expect(saved.body.settings.helpPhone).toBe('040');
    expect((await newest()).version).toBe(1);
  });

  it.each<[string, object]>([
    ['a field nobody knows', { texts: { ...EMPTY_CITY_SETTINGS.texts, mayor: { de: 'x' } } }],
    ['a field missing', { texts: { provider: {} } }],
    ['texts missing', { texts: undefined }],
    ['a list of texts', { texts: [] }],
    ['a text that is none', { texts: { ...EMPTY_CITY_SETTINGS.texts, contact: { de: 7 } } }],
    ['control characters', { texts: { ...EMPTY_CITY_SETTINGS.texts, contact: { de: 'a\u0000b' } } }],
    ['more than six months', { freeTextMonths: 7 }],
    ['half a month', { freeTextMonths: 0.5 }],
    ['a day that is none', { accessibilityStatementOn: '2026-02-30' }],
    ['a state that is none', { essentialStates: { ar: 'perfect' } }],
    ['a language that is none', { essentialStates: { '<b>': 'reviewed' } }],
  ])('refuse %s', async (_name, change) => {
    const reply = await save(1, { ...EMPTY_CITY_SETTINGS, ...change });
    expect([reply.status, reply.body.code]).toEqual([400, 'invalid-request']);
    expect((await newest()).version).toBe(1);
  });

  it.each([[undefined], [null], [[]], ['settings']])('refuse %j instead of settings', async (settings) => {
    const reply = await save(1, settings);
    expect([reply.status, reply.body.code, reply.body.details.map(({ place }) => place)]).toEqual([400, 'invalid-request', ['settings']]);
  });

  it('never let one administrator overwrite another', async () => {
    expect((await save(0, EMPTY_CITY_SETTINGS)).body.code).toBe('edit-conflict');
    const both = await Promise.all([save(1, EMPTY_CITY_SETTINGS), save(1, example)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await newest()).version).toBe(2);
  });

  it('reach the public page at once, which a device keeps', async () => {
    const before = await read();
    expect(before.headers['cache-control']).toBe('no-cache');
    expect((await read({ 'if-none-match': before.headers['etag'] })).status).toBe(304);
    await save(2, { ...example, essentialStates: { ar: 'reviewed' } });
    const after = await read({ 'if-none-match': before.headers['etag'] });
    expect(after.status).toBe(200);
    expect(after.body.settings.texts).toEqual(example.texts);
    expect(after.body.reviewedLanguages).toEqual(['ar']);
    // How far each translation has come is for staff.
    expect(Object.keys(after.body.settings).sort()).toEqual(['accessibilityStatementOn', 'freeTextMonths', 'helpPhone', 'texts']);
    const packed = await application.app.inject({ url: '/api/public/legal-information', headers: { 'accept-encoding': 'br' } });
    expect(JSON.parse(brotliDecompressSync(packed.rawPayload).toString('utf8'))).toEqual(after.body);
  });

  it('stand in the consent text of what is published from now on, in one line, isolated from right to left', async () => {
    const id = await create('mit-stadt', { purposeTranslations: { en: 'To learn what older people need.' } });
    expect((await publish(id)).status).toBe(200);
    const page = (await application.request<PublishedQuestionnaire>('GET', '/api/public/questionnaires/mit-stadt')).body;
    const block = (wanted: string) => page.consent.find((text) => text.id === wanted)?.texts ?? {};
    expect(block('who')['de']).toContain(example.texts.controller['de']);
    expect(block('who')['en']).toContain(example.texts.controller['en']);
    expect(block('who')['ar']).toContain(`\u2068${example.texts.controller['de']}\u2069`);
    expect(block(SURVEY_PURPOSE)).toEqual({ de: draft.purpose, en: 'To learn what older people need.' });
    expect(page.consent.findIndex((text) => text.id === SURVEY_PURPOSE)).toBe(page.consent.findIndex((text) => text.id === 'purpose') + 1);
    expect(page.interfaceTexts['helpPhone']?.['de']).toContain('040 66969123');
    expect(page.interfaceTexts['helpPhone']?.['ar']).toContain('\u2068040 66969123\u2069');
    expect(page.freeTextMonths).toBe(6);
  });

  it('fill in a telephone number exactly as it was written', async () => {
    const { version } = await newest();
    await save(version, { ...example, helpPhone: "+49 40 $& $1 $' 66969123" });
    expect((await publish(await create('mit-vorwahl'))).status).toBe(200);
    const page = (await application.request<PublishedQuestionnaire>('GET', '/api/public/questionnaires/mit-vorwahl')).body;
    expect(page.interfaceTexts['helpPhone']?.['en']).toBe("Help by phone: +49 40 $& $1 $' 66969123");
    await save(version + 1, example);
  });

  it('leave out the telephone where there is none, and promise the months that were set', async () => {
    const { version } = await newest();
    await save(version, { ...example, helpPhone: '', freeTextMonths: 2 });
    expect((await publish(await create('ohne-telefon'))).status).toBe(200);
    const page = (await application.request<PublishedQuestionnaire>('GET', '/api/public/questionnaires/ohne-telefon')).body;
    expect(page.interfaceTexts['helpPhone']).toBeUndefined();
    expect(page.consent.find(({ id }) => id === 'retention')?.texts['de']).toContain('2 Monate');
    expect(page.freeTextMonths).toBe(2);
  });

  it('are not touched by the example city once somebody has saved', async () => {
    const before = await newest();
    await application.app.get(SeedExampleCity).run();
    expect(await newest()).toEqual(before);
  });

  it('cannot be changed behind the back of the application', async () => {
    await expect(application.dataSource.query("UPDATE city_settings_version SET settings = '{}'")).rejects.toThrow('append-only');
    await expect(application.dataSource.query('DELETE FROM city_settings_version')).rejects.toThrow('append-only');
  });

  it('are for administrators; everybody reads the public part', async () => {
    for (const as of ['designer', 'analyst', 'district-team'] as const) {
      expect((await application.request('GET', '/api/city-settings', { as })).status).toBe(403);
      expect((await application.request('POST', '/api/city-settings/versions', { as, body: {} })).status).toBe(403);
    }
    expect((await application.request('GET', '/api/city-settings')).status).toBe(401);
    expect((await read()).status).toBe(200);
  });
});
