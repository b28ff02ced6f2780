import type { ProblemBody, Taxonomy, TaxonomyVersion } from '@stadtteilstimme/domain';
import { TestApplication } from '../../test/test-application.js';
import { DistrictUses, ReferenceDataModule, SeedReferenceData } from './index.js';

describe('master data', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule]);
    await application.app.get(SeedReferenceData).run();
  });

  afterAll(() => application?.stop());

  const newest = async () => (await application.request<TaxonomyVersion>('GET', '/api/taxonomy', { as: 'analyst' })).body;
  const change = (baseVersion: number, taxonomy: Taxonomy, comment = 'Test') =>
    application.request<TaxonomyVersion & ProblemBody>('POST', '/api/taxonomy/versions', {
      as: 'administrator',
      body: { baseVersion, comment, taxonomy },
    });
  const without = (taxonomy: Taxonomy, id: string): Taxonomy => ({
    ...taxonomy,
    districts: taxonomy.districts.filter((district) => district.id !== id),
    communityHouses: taxonomy.communityHouses.map((house) => ({ ...house, districtIds: house.districtIds.filter((other) => other !== id) })),
  });

  it('starts with the 17 Stadtteile of the city file as version 1, once', async () => {
    await application.app.get(SeedReferenceData).run();
    const { version, createdOn, taxonomy } = await newest();
    expect({ version, createdOn, districts: taxonomy.districts.length }).toEqual({ version: 1, createdOn: '2026-03-20', districts: 17 });
    const [{ count }] = await application.dataSource.query<[{ count: string }]>('SELECT count(*) FROM district');
    expect(count).toBe('17');
  });

  it('keeps unknown populations unknown and known ones dated and sourced', async () => {
    const { taxonomy } = await newest();
    const populationOf = (id: string) => taxonomy.districts.find((district) => district.id === id)?.populations;
    expect(populationOf('wilschenbruch')).toEqual([]);
    expect(populationOf('kaltenmoor')).toEqual([{ count: 10093, asOf: '2019', source: 'Lünepedia', definition: '' }]);
  });

  it('saves a change as the next version and leaves the old one as it was', async () => {
    const before = await newest();
    const renamed = { ...before.taxonomy, cityName: 'Teststadt' };
    const reply = await change(before.version, renamed, 'Umbenannt');
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({ version: before.version + 1, createdOn: '2026-03-20', comment: 'Umbenannt', taxonomy: renamed });
    expect(await newest()).toEqual(reply.body);
    const old = await application.request<TaxonomyVersion>('GET', `/api/taxonomy/versions/${before.version}`, { as: 'analyst' });
    expect(old.body).toEqual(before);
    const list = await application.request<TaxonomyVersion[]>('GET', '/api/taxonomy/versions', { as: 'analyst' });
    expect(list.body[0]).toEqual({ version: before.version + 1, createdOn: '2026-03-20', comment: 'Umbenannt' });
  });

  it('refuses a change made from an older version', async () => {
    const before = await newest();
    const reply = await change(before.version - 1, before.taxonomy);
    expect([reply.status, reply.body.code]).toEqual([409, 'edit-conflict']);
    expect((await newest()).version).toBe(before.version);
  });

  it('lets only one of two simultaneous changes win', async () => {
    const { version, taxonomy } = await newest();
    const replies = await Promise.all([change(version, taxonomy), change(version, taxonomy)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect((await newest()).version).toBe(version + 1);
  });

  it('refuses master data that contradict themselves and names the place', async () => {
    const { version, taxonomy } = await newest();
    const [first] = taxonomy.districts;
    if (first === undefined) throw new Error('no district');
    const reply = await change(version, { ...taxonomy, districts: [...taxonomy.districts, { ...first, name: 'Doppelt' }] });
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid-taxonomy']);
    expect(reply.body.details.length).toBeGreaterThan(0);
  });

  it('refuses fields nobody knows', async () => {
    const { version, taxonomy } = await newest();
    const reply = await application.request<ProblemBody>('POST', '/api/taxonomy/versions', {
      as: 'administrator',
      body: { baseVersion: version, comment: 'x', taxonomy: { ...taxonomy, mayor: 'x' } },
    });
    expect(reply.body).toMatchObject({ code: 'invalid-request', details: [{ place: 'taxonomy.mayor' }] });
  });

  it('refuses a district with the name of a row that is no Stadtteil', async () => {
    const { version, taxonomy } = await newest();
    const [first] = taxonomy.districts;
    if (first === undefined) throw new Error('no district');
    const reply = await change(version, { ...taxonomy, districts: [...taxonomy.districts, { ...first, id: 'elsewhere', tile: { col: 40, row: 40 } }] });
    expect(reply.body).toMatchObject({ code: 'invalid-request', details: [{ place: 'taxonomy.districts.17.id' }] });
  });

  it('refuses to remove a district that a member of staff is bound to', async () => {
    await application.dataSource.query("INSERT INTO staff_member VALUES ('u1', 'district-team')");
    await application.dataSource.query("INSERT INTO staff_member_district VALUES ('u1', 'rettmer')");
    const { version, taxonomy } = await newest();
    const reply = await change(version, without(taxonomy, 'rettmer'));
    expect([reply.status, reply.body.code]).toEqual([409, 'district-in-use']);
    expect(reply.body.details).toEqual([{ code: 'district-in-use', place: 'districts.rettmer' }]);
  });

  it('asks the other slices before removing a district, and removes one that nobody uses', async () => {
    application.app.get(DistrictUses).register((ids) => Promise.resolve(ids.filter((id) => id === 'oedeme')));
    const { version, taxonomy } = await newest();
    expect((await change(version, without(taxonomy, 'oedeme'))).body.code).toBe('district-in-use');
    expect((await change(version, without(taxonomy, 'haecklingen'))).status).toBe(201);
    const registered = await application.dataSource.query<unknown[]>("SELECT 1 FROM district WHERE id = 'haecklingen'");
    expect(registered).toHaveLength(1);
  });

  it('cannot be changed behind the back of the application', async () => {
    await expect(application.dataSource.query("UPDATE taxonomy_version SET comment = 'x'")).rejects.toThrow('append-only');
    await expect(application.dataSource.query('DELETE FROM taxonomy_version')).rejects.toThrow('append-only');
  });

  it('is for staff, and only administrators change it', async () => {
    const { version, taxonomy } = await newest();
    const body = { baseVersion: version, comment: 'x', taxonomy };
    expect((await application.request('GET', '/api/taxonomy')).status).toBe(401);
    expect((await application.request('POST', '/api/taxonomy/versions', { as: 'designer', body })).status).toBe(403);
    expect((await application.request('GET', '/api/taxonomy/versions/99', { as: 'analyst' })).status).toBe(404);
  });
});
