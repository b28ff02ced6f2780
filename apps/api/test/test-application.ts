import { Global, Module, type Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Role, scopeOf } from '@stadtteilstimme/domain';
import { DataSource } from 'typeorm';
import { SESSION_READER, type SessionReader } from '../src/platform/access/index.js';
import { Clock } from '../src/platform/clock/index.js';
import { DatabaseModule } from '../src/platform/database/database.module.js';
import { ProblemFilter, requestValidationPipe } from '../src/platform/errors/index.js';
import { PlatformModule } from '../src/platform/health/index.js';
import { createTestDatabase } from './test-database.js';

/** A clock that stands still until it is set. */
export class TestClock extends Clock {
  time = new Date('2026-03-20T12:00:00Z');

  override now(): Date {
    return this.time;
  }
}

export interface TestReply<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

export interface TestRequest {
  /** Who asks; nobody is signed in without it. */
  readonly as?: Role;
  /** Districts of a Stadtteil team. */
  readonly districtIds?: readonly string[];
  readonly body?: unknown;
  /** Instead of `body`: exactly these bytes. */
  readonly payload?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Slices on a real database behind the real guard, filter and pipe; only the sign-in is replaced by a header. */
export class TestApplication {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: TestClock,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(modules: readonly Type[]): Promise<TestApplication> {
    const database = await createTestDatabase();
    const clock = new TestClock();
    const testing = await Test.createTestingModule({ imports: [DatabaseModule.at(database.url), SessionsByHeader, PlatformModule, ...modules] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ bodyLimit: 1024 * 1024 }), { logger: false });
    app.setGlobalPrefix('api');
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalPipes(requestValidationPipe());
    await app.init();
    return new TestApplication(app, clock, database.drop);
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
  }

  async request<Body>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, request: TestRequest = {}): Promise<TestReply<Body>> {
    const { as, districtIds = [], body, payload = body === undefined ? undefined : JSON.stringify(body), headers = {} } = request;
    const reply = await this.app.inject({
      method,
      url,
      headers: {
        ...(as === undefined ? {} : { 'x-test-staff': JSON.stringify({ role: as, districtIds }) }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = /json/.test(String(reply.headers['content-type'])) && reply.headers['content-encoding'] === undefined;
    return { status: reply.statusCode, headers: reply.headers, body: (isJson ? reply.json() : reply.rawPayload) as Body };
  }
}

const sessionsByHeader: SessionReader = {
  read: (request) => {
    const header = request.headers['x-test-staff'];
    if (typeof header !== 'string') return Promise.resolve(null);
    const { role, districtIds } = JSON.parse(header) as { role: Role; districtIds: string[] };
    const scope = scopeOf(role, districtIds);
    return Promise.resolve({ userId: 'test', name: 'Test', email: 'test@example.org', role, districtIds, scope });
  },
};

@Global()
@Module({ providers: [{ provide: SESSION_READER, useValue: sessionsByHeader }], exports: [SESSION_READER] })
class SessionsByHeader {}
