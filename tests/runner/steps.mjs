import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.join(ROOT, 'node_modules/.bin');

/** Runs a command with the project's own Node first in the path; resolves with its exit code. */
export function run(command, args, { cwd = ROOT, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH}`, ...env },
    });
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}

/** One check that either holds or not (types, lint, boundaries). */
export async function check(command, args, options) {
  const code = await run(command, args, options);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** A jest suite, counted from its own report; a suite that cannot load counts as failed. */
export async function jest(workspace, { config = null, env = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-jest-'));
  const report = path.join(folder, 'report.json');
  // As in the workspace's own test script: Angular's preset compiles to CommonJS, the others run ES modules.
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, workspace, 'package.json'), 'utf8'));
  const modules = scripts.test.includes('--experimental-vm-modules') ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : [];
  const args = [...modules, path.join(ROOT, 'node_modules/jest/bin/jest.js')];
  if (config !== null) args.push('-c', config);
  const code = await run('node', [...args, '--json', `--outputFile=${report}`], { cwd: path.join(ROOT, workspace), env });
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const broken = result.numRuntimeErrorTestSuites + (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0 ? 1 : 0);
    return { passed: result.numPassedTests, failed: result.numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files under tests/ run by Node's own test runner, counted from its TAP summary on a second reporter. */
export async function nodeTest(files, { env = {}, concurrency = 1 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-node-'));
  const report = path.join(folder, 'report.tap');
  await run(
    'node',
    ['--test', `--test-concurrency=${concurrency}`, '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap',
      `--test-reporter-destination=${report}`, ...files],
    { cwd: path.join(ROOT, 'tests'), env },
  );
  const text = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  const count = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  const passed = count('pass');
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped: count('skipped') };
}

/** Playwright Test, counted from its JSON report. */
export async function playwright(env = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-e2e-'));
  const report = path.join(folder, 'report.json');
  await run('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + (stats.expected + stats.unexpected === 0 ? 1 : 0), skipped: stats.skipped };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
