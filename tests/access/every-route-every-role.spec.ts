/**
 * Every route × everybody who might ask. The table is written by hand: a new route fails here until somebody has decided
 * who may use it, and a route that says nothing is refused to everyone.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES, type Permission, type Role } from '@stadtteilstimme/domain';
import { startTestService, signIn, type TestService } from '../runner/test-service.ts';

const RULES: Readonly<Record<string, 'public' | 'signed-in' | Permission>> = {
  'GET /api/account': 'signed-in',
  'GET /api/city-settings': 'manage city-settings',
  'POST /api/city-settings/versions': 'manage city-settings',
  'GET /api/health': 'public',
  'GET /api/installation': 'public',
  'GET /api/item-bank': 'read item-bank',
  'PUT /api/item-bank/items/:itemId/wordings/:language': 'change item-bank',
  'GET /api/public/legal-information': 'public',
  'GET /api/public/questionnaires': 'public',
  'GET /api/public/questionnaires/:slug': 'public',
  'GET /api/public/questionnaires/:slug/versions/:versionId': 'public',
  'PUT /api/public/responses/:id': 'public',
  'GET /api/questionnaires': 'read questionnaires',
  'POST /api/questionnaires': 'change questionnaires',
  'GET /api/questionnaires/:id': 'read questionnaires',
  'PUT /api/questionnaires/:id': 'change questionnaires',
  'DELETE /api/questionnaires/:id': 'change questionnaires',
  'POST /api/questionnaires/:id/close': 'publish questionnaires',
  'POST /api/questionnaires/:id/reopen': 'publish questionnaires',
  'POST /api/questionnaires/:id/publish': 'publish questionnaires',
  'POST /api/questionnaires/:id/discard-changes': 'change questionnaires',
  'GET /api/questionnaires/:id/new-version': 'read questionnaires',
  'GET /api/questionnaires/:id/free-text-deletion': 'read questionnaires',
  'GET /api/questionnaires/:id/readiness': 'read questionnaires',
  'GET /api/questionnaires/:id/versions': 'read questionnaires',
  'GET /api/questionnaires/:id/report': 'read reports',
  'GET /api/questionnaires/:id/exports/codebook.csv': 'export responses',
  'GET /api/questionnaires/:id/exports/report.csv': 'export reports',
  'GET /api/questionnaires/:id/exports/responses.csv': 'export responses',
  'POST /api/session': 'public',
  'DELETE /api/session': 'signed-in',
  'POST /api/setup': 'public',
  'GET /api/staff-members': 'manage staff',
  'POST /api/staff-members': 'manage staff',
  'PUT /api/staff-members/:id': 'manage staff',
  'DELETE /api/staff-members/:id': 'manage staff',
  'GET /api/taxonomy': 'read taxonomy',
  'GET /api/taxonomy/versions': 'read taxonomy',
  'GET /api/taxonomy/versions/:version': 'read taxonomy',
  'POST /api/taxonomy/versions': 'change taxonomy',
};

const SAMPLE: Readonly<Record<string, string>> = {
  ':id': '00000000-0000-4000-8000-000000000000',
  ':itemId': 'none',
  ':language': 'de',
  ':slug': 'none-such',
  ':version': '999',
  ':versionId': '00000000-0000-4000-8000-000000000000',
};

let service: TestService;

before(async () => {
  service = await startTestService({ demo: true });
});
after(async () => service.stop());

describe('the table of routes', () => {
  it('names every route with the rule the route itself carries', () => {
    const found = Object.fromEntries(service.routes().map(({ method, path, rule }) => [`${method} ${path}`, rule]));
    assert.deepEqual(found, RULES);
  });

  it('grants only permissions that exist', () => {
    for (const role of ROLES) assert.ok(ROLE_PERMISSIONS[role].every((permission) => PERMISSIONS.includes(permission)));
  });
});

describe('every route × nobody and every role', () => {
  for (const [route, rule] of Object.entries(RULES)) {
    for (const who of ['nobody', ...ROLES] as const) {
      const allowed = rule === 'public' || (who !== 'nobody' && (rule === 'signed-in' || ROLE_PERMISSIONS[who].includes(rule)));
      it(`${route}: ${who} ${allowed ? 'may' : 'may not'}`, async () => {
        const code = await ask(route, who);
        if (allowed) assert.ok(code !== 'not-signed-in' && code !== 'not-allowed', `refused with ${code}`);
        else assert.equal(code, who === 'nobody' ? 'not-signed-in' : 'not-allowed');
      });
    }
  }
});

/** The problem code of the answer, or its status where it is none. */
async function ask(route: string, who: Role | 'nobody'): Promise<string> {
  const [method = 'GET', template = '/'] = route.split(' ');
  const path = template.replace(/:\w+/g, (name) => SAMPLE[name] ?? 'none');
  const headers: Record<string, string> = who === 'nobody' ? {} : { cookie: await signIn(service, who) };
  const hasBody = method === 'POST' || method === 'PUT';
  if (hasBody) headers['content-type'] = 'application/json';
  const response = await fetch(`${service.address}${path}`, { method, headers, ...(hasBody ? { body: '{}' } : {}) });
  const text = await response.text();
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return String(response.status);
  return (JSON.parse(text) as { code: string }).code;
}
