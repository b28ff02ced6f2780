import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Account,
  Codebook,
  Installation,
  ItemBank,
  PublishedQuestionnaire,
  QuestionnaireDetail,
  QuestionnaireDraft,
  Role,
  TaxonomyVersion,
} from '@stadtteilstimme/domain';
import pg from 'pg';
import { findPostgres } from '../runner/machine.mjs';
import { ServiceProcess } from '../runner/service-process.ts';
import { startThrowAwayDatabase, type ThrowAwayDatabase } from '../runner/throw-away-database.mjs';

const ITEMS = 30;

/** The questionnaire of thirty items that the benchmarks count. */
export interface BenchmarkQuestionnaire {
  readonly id: string;
  readonly slug: string;
  readonly targetGroupId: string;
  readonly districtIds: readonly string[];
  readonly published: PublishedQuestionnaire & { readonly codebook: Codebook };
}

/** The example city on a throw-away PostgreSQL server, with the built service in front of it. */
export class BenchmarkCity {
  readonly databaseUrl: string;
  readonly databaseVersion: string;
  private readonly database: ThrowAwayDatabase;
  private readonly dataDir: string;
  private running: ServiceProcess;

  private constructor(database: ThrowAwayDatabase, databaseVersion: string, dataDir: string, running: ServiceProcess) {
    this.database = database;
    this.databaseUrl = database.url;
    this.databaseVersion = databaseVersion;
    this.dataDir = dataDir;
    this.running = running;
  }

  /** PostgreSQL of the machine where there is one, otherwise the one that comes with the project; fsync on in both. */
  static async start(): Promise<BenchmarkCity> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-bench-'));
    chmodSync(dataDir, 0o755);
    const database = await startThrowAwayDatabase(findPostgres());
    try {
      const version = await settingsOf(database.url);
      const service = await ServiceProcess.start({ dataDir, databaseUrl: database.url, demo: true });
      return new BenchmarkCity(database, version, dataDir, service);
    } catch (error) {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
      throw error;
    }
  }

  get service(): ServiceProcess {
    return this.running;
  }

  /** A fresh process: empty caches, cold code. */
  async restart(nodeOptions: readonly string[] = []): Promise<void> {
    await this.running.stop();
    this.running = await ServiceProcess.start({ dataDir: this.dataDir, databaseUrl: this.databaseUrl, demo: true, nodeOptions });
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.database.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Cookie header of a new session. */
  async signIn(role: Role): Promise<string> {
    const { demoSignIns } = await this.json<Installation>('GET', '/api/installation');
    const known = demoSignIns.find((entry) => entry.role === role);
    if (known === undefined) throw new Error(`The example city has no ${role}.`);
    const response = await this.ask('POST', '/api/session', { body: { email: known.email, password: known.password } });
    const account = (await response.json()) as Account;
    if (account.role !== role) throw new Error(`Signing in as ${role} gave ${account.role}.`);
    return response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  }

  /** Composes and publishes the questionnaire through the API, as a designer does. */
  async publishThirtyItems(slug = 'dreissig-fragen'): Promise<BenchmarkQuestionnaire> {
    const cookie = await this.signIn('designer');
    const draft = await this.draftOfThirtyItems(slug, cookie);
    const { id } = await this.json<QuestionnaireDetail>('POST', '/api/questionnaires', { cookie, body: draft });
    await this.ask('POST', `/api/questionnaires/${id}/publish`, { cookie });
    const published = await this.json<PublishedQuestionnaire>('GET', `/api/public/questionnaires/${slug}`);
    return { id, slug, targetGroupId: draft.targetGroupId, districtIds: draft.districtIds, published };
  }

  async json<Body>(method: string, route: string, options: RequestOptions = {}): Promise<Body> {
    return (await (await this.ask(method, route, options)).json()) as Body;
  }

  /** @throws Error with the problem when the service refuses. */
  async ask(method: string, route: string, { cookie, body }: RequestOptions = {}): Promise<Response> {
    const response = await fetch(`${this.running.address}${route}`, {
      method,
      headers: { ...(cookie === undefined ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${route} was refused with ${response.status}: ${(await response.text()).slice(0, 500)}`);
    return response;
  }

  private async draftOfThirtyItems(slug: string, cookie: string): Promise<QuestionnaireDraft> {
    const { items, demographics } = await this.json<ItemBank>('GET', '/api/item-bank', { cookie });
    const { taxonomy } = await this.json<TaxonomyVersion>('GET', '/api/taxonomy', { cookie });
    const chosen = items.filter((item) => !item.art9).slice(0, ITEMS);
    if (chosen.length < ITEMS) throw new Error(`The item bank has fewer than ${ITEMS} items.`);
    return {
      slug,
      title: { de: 'Dreißig Fragen' },
      welcome: { de: 'Ein Fragebogen zum Messen der Geschwindigkeit.' },
      thanks: { de: 'Danke.' },
      targetGroupId: 'senior',
      districtIds: taxonomy.districts.map(({ id }) => id),
      languages: ['de'],
      samplingDesign: 'open',
      purpose: 'Messung der Geschwindigkeit mit erfundenen Antworten.',
      legalBasis: 'consent',
      focus: [],
      itemIds: chosen.map(({ id }) => id),
      demographicIds: demographics.filter(({ audience }) => audience === 'all').map(({ id }) => id),
    };
  }
}

interface RequestOptions {
  readonly cookie?: string;
  readonly body?: unknown;
}

/** Version and the settings that decide what a commit costs. */
async function settingsOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const names = ['server_version', 'fsync', 'synchronous_commit', 'wal_sync_method', 'shared_buffers'];
    const { rows } = await client.query<{ name: string; value: string }>(
      'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY ($1)',
      [names],
    );
    const value = new Map(rows.map((row) => [row.name, row.value]));
    return `${value.get('server_version')} (${names.slice(1).map((name) => `${name} ${value.get(name)}`).join(', ')})`;
  } finally {
    await client.end();
  }
}
