import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemBody } from '@stadtteilstimme/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { AppModule } from '../app.module.js';
import type { Configuration } from '../platform/config/index.js';
import { EmbeddedPostgresError, ensureDatabase, type RunningDatabase, startEmbeddedPostgres } from '../platform/database/index.js';
import { ProblemFilter, requestValidationPipe } from '../platform/errors/index.js';
import { refuseForeignRequests, serveWebApps, type WebApp } from '../platform/web/index.js';

/** Largest body staff may send; the public submission route has its own, smaller limit. */
const STAFF_BODY_BYTES = 1024 * 1024;

/** Longest time a request may take to arrive; Fastify would wait for ever. Enough for the largest body on a poor connection. */
const REQUEST_TIMEOUT_MS = 120_000;

const APPS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const WEB_APPS: readonly WebApp[] = [
  { baseHref: '/', folder: path.join(APPS, 'survey/dist/browser') },
  { baseHref: '/admin/', folder: path.join(APPS, 'admin/dist/browser') },
];

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  /** What the operator should know, for example a data folder that had to move. */
  readonly note: string | null;
  stop(): Promise<void>;
}

/** The service cannot start; the message says in one sentence what to do. */
export class StartUpError extends Error {}

/** Starts database and application without listening yet. @throws StartUpError with a sentence for the operator. */
export async function startService(configuration: Configuration): Promise<RunningService> {
  const database = configuration.databaseUrl === null ? await embedded(configuration.dataDir) : await server(configuration.databaseUrl);
  try {
    const app = await createApplication(configuration, database.url);
    const stop = async () => {
      await app.close();
      await database.stop();
    };
    return { app, databaseUrl: database.url, note: database.note, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function createApplication(configuration: Configuration, databaseUrl: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: STAFF_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: false,
    logger: false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read is refused before any route or filter; it is not repeated in the answer.
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemBody('invalid-request');
      void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(configuration, databaseUrl), adapter, {
    logger: new ConsoleLogger({ logLevels: ['warn', 'error', 'fatal'] }),
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(requestValidationPipe());
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/docs/openapi.json' });
  refuseForeignRequests(app);
  await serveWebApps(app, WEB_APPS);
  await app.init();
  return app;
}

/** The OpenAPI document; committed and compared in the contract tests. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Stadtteilstimme')
    .setDescription('Everything the apps use. Refusals are application/problem+json (RFC 9457).')
    .setVersion('1')
    .addCookieAuth('better-auth.session_token')
    .build();
  return SwaggerModule.createDocument(app, settings, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
}

async function embedded(dataDir: string): Promise<RunningDatabase> {
  try {
    const database = await startEmbeddedPostgres(dataDir);
    await ensureDatabase(database.url);
    return database;
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw new StartUpError(error.message);
    throw new StartUpError(`The data folder ${dataDir} cannot be used (${codeOf(error)}). Is it writable${existsSync(dataDir) ? '' : ' and its parent there'}?`);
  }
}

async function server(url: string): Promise<RunningDatabase> {
  const shown = new URL(url);
  shown.password = shown.password === '' ? '' : '…';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away is reported by the query below, not by an unhandled event.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < 14) throw new StartUpError(`PostgreSQL ${version} is too old; version 14 or later is needed.`);
  } catch (error) {
    if (error instanceof StartUpError) throw error;
    throw new StartUpError(`The database at ${decodeURI(shown.toString())} cannot be used (${codeOf(error)}). Check DATABASE_URL and that the server runs.`);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, note: null, stop: async () => undefined };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : 'unknown reason';
}
