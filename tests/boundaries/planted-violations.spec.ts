/**
 * A rule counts once it was seen failing: one violation of each kind is planted in a copy of the tree, and the tool that
 * should object must name exactly that file.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.join(ROOT, 'node_modules/.bin');

/** File → what is planted in it → the rule that must object. */
const IMPORT_VIOLATIONS = [
  { file: 'packages/domain/src/planted.ts', code: "import '@nestjs/common';", rule: 'domain-is-pure' },
  { file: 'packages/questionnaire/src/planted.ts', code: "import 'typeorm';", rule: 'questionnaire-knows-survey-core-only' },
  { file: 'packages/questionnaire/src/planted-files.ts', code: "import './import/index.js';", rule: 'questionnaire-core-knows-no-files' },
  { file: 'packages/ui/src/planted.ts', code: "import '@angular/common/http';", rule: 'ui-knows-no-http-no-survey' },
  { file: 'apps/survey/src/planted-path.ts', code: "import '../../../packages/domain/src/access/roles';", rule: 'package-entry-only' },
  { file: 'apps/api/src/planted/planted.controller.ts', code: "import './planted.repository.js';", rule: 'controller-not-repository' },
  { file: 'apps/api/src/planted/planted.repository.ts', code: "import './planted.module.js';", rule: 'repository-looks-down' },
  { file: 'apps/api/src/planted/planted.module.ts', code: "import '../accounts/sign-in.js';", rule: 'feature-entry-only' },
  { file: 'apps/api/src/planted/platform-file.ts', code: "import '../platform/errors/problem.filter.js';", rule: 'platform-entry-only' },
  { file: 'apps/api/src/platform/planted.ts', code: "import '../accounts/index.js';", rule: 'platform-knows-no-slice' },
  { file: 'apps/api/src/planted/circle-a.ts', code: "import './circle-b.js';", rule: 'no-circular' },
  { file: 'apps/api/src/planted/planted-angular.ts', code: "import '@angular/core';", rule: 'api-no-angular' },
  { file: 'apps/admin/src/app/planted-http.ts', code: "import '@angular/common/http';", rule: 'http-only-in-backend' },
  { file: 'apps/admin/src/app/planted-app.ts', code: "import '../../../survey/src/main';", rule: 'no-app-to-app' },
  { file: 'packages/ui/src/planted-app.ts', code: "import '../../../apps/admin/src/main';", rule: 'no-package-to-app' },
  { file: 'apps/admin/src/app/planted-nest.ts', code: "import 'typeorm';", rule: 'front-ends-no-nest' },
  { file: 'apps/survey/src/app/planted-survey.ts', code: "import 'survey-core';", rule: 'survey-host-fence' },
  { file: 'apps/api/src/planted/planted-tests.ts', code: "import '../../../../tests/planted-target';", rule: 'nobody-imports-tests' },
];

let copy = '';

function plant(file: string, code: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), `${code}\nexport {};\n`);
}

function tool(name: string, args: readonly string[]): { status: number | null; output: string } {
  const result = spawnSync(path.join(BIN, name), args, { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, PATH: `${BIN}:${process.env['PATH'] ?? ''}` } });
  return { status: result.status, output: `${result.stdout}\n${result.stderr}` };
}

before(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-planted-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const file of files) cpSync(path.join(ROOT, file), path.join(copy, file));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  execFileSync('git', ['init', '-q'], { cwd: copy });
});

after(() => rmSync(copy, { recursive: true, force: true }));

describe('dependency-cruiser', () => {
  const cruise = () => tool('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'packages', 'tests']);

  it('finds nothing in the tree as it is', () => {
    const { status, output } = cruise();
    assert.equal(status, 0, output.slice(-2000));
  });

  describe('with violations planted', () => {
    let found: { rule: string; from: string }[] = [];

    before(() => {
      writeFileSync(path.join(copy, 'tests/planted-target.ts'), 'export {};\n');
      for (const { file, code } of IMPORT_VIOLATIONS) plant(file, code);
      plant('apps/api/src/planted/circle-b.ts', "import './circle-a.js';");
      const { status, output } = cruise();
      assert.notEqual(status, 0);
      // Lines read "  error rule-name: file → imported file"; colours of the terminal are stripped.
      const plain = output.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
      found = [...plain.matchAll(/error ([\w-]+): (\S+)/g)].map(([, rule = '', from = '']) => ({ rule, from }));
    });

    after(() => {
      rmSync(path.join(copy, 'tests/planted-target.ts'));
      for (const { file } of IMPORT_VIOLATIONS) rmSync(path.join(copy, file));
      rmSync(path.join(copy, 'apps/api/src/planted/circle-b.ts'));
    });

    for (const { file, rule } of IMPORT_VIOLATIONS) {
      it(`${rule} objects to ${file}`, () => {
        assert.ok(found.some((violation) => violation.rule === rule && violation.from === file));
      });
    }
  });
});

describe('turbo boundaries', () => {
  const boundaries = () => tool('turbo', ['boundaries']);
  const declare = (manifest: string, dependency: string) => {
    const file = path.join(copy, manifest);
    const original = readFileSync(file, 'utf8');
    const parsed = JSON.parse(original) as { dependencies: Record<string, string> };
    writeFileSync(file, JSON.stringify({ ...parsed, dependencies: { ...parsed.dependencies, [dependency]: '*' } }));
    return () => writeFileSync(file, original);
  };

  it('finds nothing in the tree as it is', () => {
    const { status, output } = boundaries();
    assert.equal(status, 0, output.slice(-2000));
  });

  it('objects to a package that is not declared', () => {
    plant('packages/domain/src/planted.ts', "import '@nestjs/common';");
    const { status, output } = boundaries();
    rmSync(path.join(copy, 'packages/domain/src/planted.ts'));
    assert.notEqual(status, 0);
    assert.match(output, /@nestjs\/common/);
  });

  it('objects to an app that imports an app by name', () => {
    plant('apps/admin/src/app/planted.ts', "import '@stadtteilstimme/api';");
    const { status, output } = boundaries();
    rmSync(path.join(copy, 'apps/admin/src/app/planted.ts'));
    assert.notEqual(status, 0);
    assert.match(output, /@stadtteilstimme\/api/);
  });

  for (const [manifest, dependency] of [
    ['apps/admin/package.json', '@stadtteilstimme/api'],
    ['packages/ui/package.json', '@stadtteilstimme/questionnaire'],
    ['packages/questionnaire/package.json', '@stadtteilstimme/ui'],
    ['packages/domain/package.json', '@stadtteilstimme/questionnaire'],
  ] as const) {
    it(`objects to ${manifest} declaring ${dependency}`, () => {
      const restore = declare(manifest, dependency);
      const { status, output } = boundaries();
      restore();
      assert.notEqual(status, 0, output);
    });
  }
});

describe('the bare compiler settings of packages/domain', () => {
  for (const word of ['process.pid', 'window.name', "fetch('')"]) {
    it(`do not know ${word}`, () => {
      plant('packages/domain/src/planted.ts', `export const planted: unknown = ${word};`);
      const { status, output } = tool('tsc', ['-p', 'packages/domain/tsconfig.json', '--noEmit']);
      rmSync(path.join(copy, 'packages/domain/src/planted.ts'));
      assert.notEqual(status, 0);
      assert.match(output, /planted\.ts/);
    });
  }
});

describe('the linter', () => {
  it('objects to clock and chance in packages/domain', () => {
    const file = path.join(copy, 'packages/domain/src/taxonomy/taxonomy.ts');
    const original = readFileSync(file, 'utf8');
    appendFileSync(file, 'export const planted = Math.random() + Date.now();\n');
    const { status, output } = tool('eslint', ['packages/domain/src/taxonomy/taxonomy.ts']);
    writeFileSync(file, original);
    assert.notEqual(status, 0);
    assert.match(output, /Math\.random|no-restricted-properties/);
    assert.match(output, /no-restricted-globals/);
  });
});
