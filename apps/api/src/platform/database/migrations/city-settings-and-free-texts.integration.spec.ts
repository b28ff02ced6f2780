import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.js';
import { dataSourceOptions } from '../database.module.js';
import { MIGRATIONS } from './index.js';

const CITY = {
  consent: { controller: 'Stadt Musterhausen', months: 9, authority: 'Aufsicht', contact: 'Haus am Markt', dataProtectionContact: 'datenschutz@musterhausen.example' },
  helpPhone: '040 66969000',
};

describe('a database from before the city settings', () => {
  let database: TestDatabase;
  const opened: DataSource[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const source of opened.splice(0)) await source.destroy();
    await database.drop();
  });

  const open = async (migrations: typeof MIGRATIONS): Promise<DataSource> => {
    const source = await new DataSource({ ...dataSourceOptions(database.url), migrations }).initialize();
    opened.push(source);
    return source;
  };
  const before = async (city: object): Promise<DataSource> => {
    const source = await open(MIGRATIONS.slice(0, 2));
    await source.query("INSERT INTO item_bank_part VALUES ('city', $1)", [JSON.stringify(city)]);
    await source.query("INSERT INTO taxonomy_version VALUES (1, '2026-01-01', '', '{}')");
    await source.query("INSERT INTO questionnaire (id, slug, draft, state, taxonomy_version) VALUES ($1, 'geschlossen', '{}', 'closed', 1), ($2, 'offen', '{}', 'open', 1)", [randomUUID(), randomUUID()]);
    return source;
  };

  it('keeps what the city had written, within the longest period there is, and starts the period of what is closed', async () => {
    await before(CITY);
    const source = await open(MIGRATIONS);
    const [saved] = await source.query<{ version: number; settings: { texts: Record<string, unknown> } }[]>('SELECT version, settings FROM city_settings_version');
    expect(saved).toMatchObject({
      version: 1,
      settings: { helpPhone: '040 66969000', freeTextMonths: 6, accessibilityStatementOn: null, texts: { controller: { de: 'Stadt Musterhausen' }, contact: { de: 'Haus am Markt' }, provider: {} } },
    });
    expect(await source.query("SELECT 1 FROM item_bank_part WHERE name = 'city'")).toEqual([]);
    expect(await source.query('SELECT slug FROM questionnaire_closing c JOIN questionnaire q ON q.id = c.questionnaire_id WHERE closed_on = current_date')).toEqual([{ slug: 'geschlossen' }]);
  });

  it('makes nobody’s imprint out of the invented example', async () => {
    await before({ ...CITY, consent: { ...CITY.consent, controller: 'Beispielverwaltung (erfundenes Beispiel)' } });
    expect(await (await open(MIGRATIONS)).query('SELECT 1 FROM city_settings_version')).toEqual([]);
  });

  it('can be taken back', async () => {
    await before(CITY);
    const source = await open(MIGRATIONS);
    await source.undoLastMigration();
    await source.undoLastMigration();
    const [part] = await source.query<{ content: unknown }[]>("SELECT content FROM item_bank_part WHERE name = 'city'");
    expect(part?.content).toEqual({ ...CITY, consent: { ...CITY.consent, months: 6 } });
    expect(await source.query("SELECT to_regclass('questionnaire_closing') AS found")).toEqual([{ found: null }]);
  });

  it('gives blanks back where nobody has saved settings: the item bank of before needs the part', async () => {
    const source = await open(MIGRATIONS);
    await source.query("INSERT INTO item_bank_part VALUES ('languages', '[]')");
    await source.undoLastMigration();
    const [part] = await source.query<{ content: unknown }[]>("SELECT content FROM item_bank_part WHERE name = 'city'");
    expect(part?.content).toEqual({ consent: { controller: '', contact: '', dataProtectionContact: '', authority: '', months: 6 }, helpPhone: '' });
  });

  it('leaves an item bank that was never filled empty, so that it is filled at the next start', async () => {
    const source = await open(MIGRATIONS);
    await source.undoLastMigration();
    expect(await source.query('SELECT 1 FROM item_bank_part')).toEqual([]);
  });
});
