/** The committed description of the API is what the service serves. `UPDATE_OPENAPI=1` writes it anew. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestService, type TestService } from '../runner/test-service.ts';

const COMMITTED = path.resolve(import.meta.dirname, '../../docs/openapi.json');

let service: TestService;
before(async () => {
  service = await startTestService({ demo: false });
});
after(async () => service.stop());

describe('the OpenAPI document', () => {
  it('is the committed one', async () => {
    const served = `${JSON.stringify(await (await fetch(`${service.address}/api/docs/openapi.json`)).json(), null, 2)}\n`;
    if (process.env['UPDATE_OPENAPI'] === '1') writeFileSync(COMMITTED, served);
    assert.equal(served, readFileSync(COMMITTED, 'utf8'), 'docs/openapi.json differs: run with UPDATE_OPENAPI=1 and read the difference');
  });

  it('describes every route there is', async () => {
    const document = (await (await fetch(`${service.address}/api/docs/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(document.paths).flatMap(([route, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${route.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    assert.deepEqual(described.sort(), service.routes().map(({ method, path: route }) => `${method} ${route}`).sort());
  });
});

describe('what is refused', () => {
  for (const [name, request, code] of [
    ['an unknown address', ['GET', '/api/nothing-here', undefined], 'not-found'],
    ['a body that is not JSON', ['POST', '/api/session', '{"email":'], 'malformed-json'],
    ['an unknown key', ['POST', '/api/session', '{"email":"a@b.example","password":"x","extra":1}'], 'invalid-request'],
    ['a wrong password', ['POST', '/api/session', '{"email":"a@b.example","password":"wrong"}'], 'wrong-credentials'],
    ['a set-up link nobody gave out', ['POST', '/api/setup', '{"token":"x","name":"A","email":"a@b.example","password":"long enough!"}'], 'invalid-setup-link'],
  ] as const) {
    it(`${name} is application/problem+json with code ${code}`, async () => {
      const [method, route, body] = request;
      const response = await fetch(`${service.address}${route}`, {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      });
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      const problem = (await response.json()) as { code: string; status: number; type: string };
      assert.equal(problem.code, code);
      assert.equal(problem.status, response.status);
      assert.equal(problem.type, `urn:stadtteilstimme:problem:${code}`);
    });
  }
});
