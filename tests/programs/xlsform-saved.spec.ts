import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { importXlsForm } from '@stadtteilstimme/questionnaire/import';
import { corpusCases } from '../import/corpus-cases.ts';
import { inFolder, missingProgram, runProgram } from './outside-program.ts';

const skip = missingProgram('soffice');

/** LibreOffice computes formulas anew; this form has one with an invented result. */
const HAS_FORMULA = 'cell-types';

test('an XLSForm that LibreOffice has opened and saved gives the same questionnaire and the same report', { skip }, async () => {
  const forms = corpusCases().filter(({ format, name }) => format === 'xlsform' && name !== HAS_FORMULA);
  await inFolder(async (folder) => {
    for (const { name, bytes } of forms) writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
    const files = forms.map(({ name }) => `${name}.xlsx`);
    runProgram('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir', 'saved', ...files], folder);
    for (const { name, bytes } of forms) {
      const saved = new Uint8Array(readFileSync(path.join(folder, 'saved', `${name}.xlsx`)));
      assert.notDeepEqual(saved, bytes, name);
      assert.deepEqual(importXlsForm(saved), importXlsForm(bytes), name);
    }
  });
});
