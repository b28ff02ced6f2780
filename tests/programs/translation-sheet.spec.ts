import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { TranslatableText } from '@stadtteilstimme/questionnaire';
import { translationWorkbook } from '@stadtteilstimme/questionnaire/export';
import { importTranslation } from '@stadtteilstimme/questionnaire/import';
import { inFolder, missingProgram, runProgram } from './outside-program.ts';

const skip = missingProgram('soffice');

const TEXTS: readonly TranslatableText[] = [
  { key: 'items.P-1.text', place: { de: 'Frage P-1', en: 'Item P-1' }, format: 'plain', texts: { de: 'Guten Tag {name},\nwie geht es? & <b>', ar: 'مرحبا {name}' }, states: { ar: 'machine' } },
  { key: 'items.P-2.text', place: { de: 'Frage P-2', en: 'Item P-2' }, format: 'plain', texts: { de: '=1+1', ar: ' =SUM(A1) ' }, states: { ar: 'reviewed' } },
  { key: 'interface.months', place: { de: 'Monate', en: 'months' }, format: 'icu', texts: { de: '{n, plural, one {# Monat} other {# Monate}}' }, states: {} },
];

test('a translation sheet that LibreOffice has opened and saved comes back unchanged', { skip }, async () => {
  await inFolder(async (folder) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of translationWorkbook({ texts: TEXTS, target: 'ar' })) chunks.push(chunk);
    writeFileSync(path.join(folder, 'sheet.xlsx'), Buffer.concat(chunks));
    runProgram('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir', 'saved', 'sheet.xlsx'], folder);
    const result = importTranslation({ bytes: readFileSync(path.join(folder, 'saved', 'sheet.xlsx')), texts: TEXTS, target: 'ar' });
    assert.ok(result.readable);
    assert.deepEqual(result.judgement.rows.map(({ key, outcome }) => [key, outcome]), [['items.P-1.text', 'unchanged'], ['items.P-2.text', 'unchanged'], ['interface.months', 'empty']]);
    assert.equal(result.judgement.updates.size, 0);
  });
});
