/**
 * The one test command. Builds, then runs every kind of test one after the other and counts them.
 * What the machine lacks is skipped with a line that says how to get it. Last line: "N passed, N failed[, N skipped]".
 */
import { findChromium, findPostgres } from './runner/machine.mjs';
import { check, jest, nodeTest, playwright, ROOT, run } from './runner/steps.mjs';

const only = process.argv.slice(2);
const totals = { passed: 0, failed: 0, skipped: 0 };
const table = [];

async function step(name, work) {
  if (only.length > 0 && !only.some((wanted) => name.startsWith(wanted))) return;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { passed = 0, failed = 0, skipped = 0 } = await work();
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  table.push({ step: name, passed, failed, skipped, seconds: Math.round((performance.now() - started) / 1000) });
}

function skip(name, how) {
  if (only.length > 0 && !only.some((wanted) => name.startsWith(wanted))) return;
  console.log(`\n── ${name}\nSKIPPED: ${how}`);
  totals.skipped += 1;
  table.push({ step: name, passed: 0, failed: 0, skipped: 1, seconds: 0 });
}

if ((await run('turbo', ['run', 'build', '--output-logs=errors-only'])) !== 0) {
  console.log('\nThe build failed.\n0 passed, 1 failed');
  process.exit(1);
}

await step('types', () => check('turbo', ['run', 'typecheck', '--output-logs=errors-only']));
await step('lint', () => check('eslint', ['.', '--max-warnings=0']));
await step('boundaries', () => check('npm', ['run', '--silent', 'boundaries']));
await step('boundary rules seen failing', () => nodeTest(['boundaries/planted-violations.spec.ts']));
for (const workspace of ['packages/domain', 'packages/questionnaire', 'packages/ui', 'apps/api', 'apps/survey', 'apps/admin']) {
  await step(`unit ${workspace}`, () => jest(workspace));
}

await step('attacks on publications', () => nodeTest(['attacks/*.spec.ts']));
await step('figures against R', () => nodeTest(['reference/*.spec.ts']));
await step('imports, corpus and fuzz', () => nodeTest(['import/*.spec.ts']));
await step('files in other programs', () => nodeTest(['programs/*.spec.ts']));

const { startThrowAwayDatabase } = await import('./runner/throw-away-database.mjs');
const postgres = findPostgres();

async function withDatabase(installed, work) {
  if (installed === 'given') return work(process.env.TEST_DATABASE_URL);
  const database = await startThrowAwayDatabase(installed);
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

const integration = (installed) => () =>
  withDatabase(installed, (url) => jest('apps/api', { config: 'jest.integration.config.mjs', env: { TEST_DATABASE_URL: url } }));
const overApplication = ['scenario/an-answer-becomes-a-chart.spec.ts', 'contract/openapi.spec.ts', 'access/every-route-every-role.spec.ts'];

await step('integration, embedded PostgreSQL', integration(null));
const server = process.env.TEST_DATABASE_URL ? 'given' : postgres;
const getPostgres = 'no PostgreSQL server found. Debian: apt-get install postgresql. Or set TEST_DATABASE_URL to an empty database.';
if (server === null) skip('integration, PostgreSQL server', getPostgres);
else await step('integration, PostgreSQL server', integration(server));

await step('scenario, contract, access', () =>
  withDatabase(null, (url) => nodeTest(overApplication, { env: { TEST_DATABASE_URL: url } })));
await step('start-up', () => nodeTest(['start-up/start-up.spec.ts']));
await step('faults, embedded PostgreSQL', () => nodeTest(['faults/kill-the-service.spec.ts']));
if (postgres === null) skip('faults, PostgreSQL server', getPostgres);
else await step('faults, PostgreSQL server', () => nodeTest(['faults/kill-the-database.spec.ts']));

const chromium = findChromium();
if (chromium === null) skip('end to end', 'no Chromium found. Debian: apt-get install chromium. Or set CHROMIUM_PATH.');
else await step('end to end', () => playwright({ CHROMIUM_PATH: chromium, STADTTEILSTIMME_ROOT: ROOT }));

console.log('');
console.table(table);
const { passed, failed, skipped } = totals;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
