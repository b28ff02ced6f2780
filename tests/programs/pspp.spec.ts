import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { FILES, writeExports } from './export-files.ts';
import { inFolder, missingProgram, runProgram } from './outside-program.ts';
import { randomSurvey, type RandomSurvey, type SurveyShape, type TrueCell } from './random-survey.ts';
import { readRecords } from './read-records.ts';

const skip = missingProgram('pspp');
const WORDS: Readonly<Record<string, { readonly 'not-answered': string; readonly 'not-shown': string }>> = {
  de: { 'not-answered': 'nicht beantwortet', 'not-shown': 'nicht gezeigt' },
  en: { 'not-answered': 'not answered', 'not-shown': 'not shown' },
  ar: { 'not-answered': 'nicht beantwortet', 'not-shown': 'nicht gezeigt' },
};

interface Seen {
  readonly dictionary: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same cells with every user-missing value blank. */
  readonly valid: readonly (readonly string[])[];
}

/** What PSPP says about a file: its dictionary and its cells, labels instead of numbers where there are labels. */
function look(folder: string, file: string): Seen {
  const cells = (name: string, missing: string) =>
    `SAVE TRANSLATE /OUTFILE='${name}' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=LABELS /MISSING=${missing} /TEXTOPTIONS DELIMITER=',' QUALIFIER='"'.`;
  const syntax = [`GET FILE='${file}'.`, 'DISPLAY DICTIONARY.', 'DISPLAY ATTRIBUTES.', 'MRSETS /DISPLAY NAME=ALL.', cells('cells.csv', 'IGNORE'), cells('valid.csv', 'RECODE')];
  writeFileSync(path.join(folder, 'look.sps'), `${syntax.join('\n')}\n`);
  const said = runProgram('pspp', ['look.sps', '-o', 'dictionary.csv'], folder);
  assert.doesNotMatch(said, /warning|error/i);
  const dictionary = readFileSync(path.join(folder, 'dictionary.csv'), 'utf8');
  assert.doesNotMatch(dictionary, /^"?(warning|error)/im);
  const [header = [], ...rows] = readRecords(readFileSync(path.join(folder, 'cells.csv'), 'utf8'));
  const [, ...valid] = readRecords(readFileSync(path.join(folder, 'valid.csv'), 'utf8'));
  return { dictionary, header, rows, valid };
}

function reExport(folder: string): void {
  writeFileSync(path.join(folder, 'again.sps'), `GET FILE='${FILES.sav}'.\nSAVE OUTFILE='again.sav'.\n`);
  runProgram('pspp', ['again.sps'], folder);
}

/** How PSPP may write a true cell; several where the file may say it in several ways. */
function allowed(cell: TrueCell, language: string, kind: string): readonly string[] {
  // SPSS and PSPP read backslash and n in a label as a line break.
  if (cell.kind === 'code') return [cell.label.replaceAll('\\n', '\n')];
  if (cell.kind === 'none') {
    if (cell.reason === 'no-text' || (kind === 'text' && cell.reason === 'not-answered')) return [''];
    const word = WORDS[language]?.[cell.reason] ?? '';
    // System-missing, where more missing codes exist than SPSS can declare.
    return cell.reason === 'not-shown' ? [word, '', ' '] : [word];
  }
  if (kind === 'date') {
    const [year = '', month = '', day = ''] = String(cell.value).split('-');
    return [`${month}/${day}/${year}`, `${day}.${month}.${year}`];
  }
  return [String(cell.value)];
}

/** A text question has the missing codes -9 and -8; the free text of an option has none. */
function typedText(text: string): string {
  return /^'*-[89]$/.test(text) ? `'${text}` : text;
}

async function checkSurvey(survey: RandomSurvey, { language }: SurveyShape): Promise<Seen> {
  return inFolder(async (folder) => {
    await writeExports(folder, survey);
    const seen = look(folder, FILES.sav);
    const { variables } = survey.input.codebook;
    const lead = ['synthetic', 'district_row', 'target_group', 'mode', 'week'];
    assert.deepEqual(seen.header, [...lead, ...variables.map(({ name }) => name)]);
    assert.equal(seen.rows.length, survey.truth.length);
    for (const [row, cells] of survey.truth.entries()) {
      for (const [index, cell] of cells.entries()) {
        const variable = variables[index];
        const found = seen.rows[row]?.[index + lead.length] ?? '(no cell)';
        const kind = variable?.part ?? '';
        const isMissing = cell.kind === 'none' || (cell.kind === 'code' && cell.missing !== null);
        assert.equal(seen.valid[row]?.[index + lead.length]?.trim() === '', isMissing, `${found} declared missing, or not: ${JSON.stringify(cell)}`);
        if (cell.kind === 'value' && kind === 'number') assert.ok(Math.abs(Number(found) - Number(cell.value)) <= Math.abs(Number(cell.value)) * 1e-14, `${found} for ${cell.value}`);
        else if (cell.kind === 'value' && kind === 'text') assert.equal(found, variable?.codes.length === 0 ? cell.value : typedText(String(cell.value)));
        else assert.ok(allowed(cell, language, kind).includes(found.trimEnd()), `${found} for ${JSON.stringify(cell)} of ${variable?.name ?? ''}`);
      }
    }
    for (const { name, type } of survey.input.codebook.questions) assert.equal(seen.dictionary.includes(`$${name},`), type === 'multiple', `the set of ${name}`);
    reExport(folder);
    assert.deepEqual(look(folder, 'again.sav'), seen);
    return seen;
  });
}

const SHAPES: readonly SurveyShape[] = [
  ...['de', 'en', 'ar'].flatMap((language, index) => [1, 2, 3, 4].map((seed) => ({ seed: seed + 10 * index, questions: 21, rows: 60, language, textLength: [2, 80, 300, 900][seed - 1] ?? 80 }))),
  { seed: 50, questions: 7, rows: 0, language: 'de', textLength: 300 },
  { seed: 51, questions: 280, rows: 5, language: 'de', textLength: 20 },
  { seed: 52, questions: 14, rows: 30, language: 'ar', textLength: 3000 },
  { seed: 53, questions: 7, rows: 20, language: 'de', textLength: 12_000 },
];

for (const shape of SHAPES) {
  const name = `PSPP reads ${shape.rows} answers to ${shape.questions} questions (${shape.language}, texts up to ${shape.textLength}, seed ${shape.seed}) and writes the same again`;
  test(name, { skip }, async () => {
    const survey = randomSurvey(shape);
    const { dictionary } = await checkSurvey(survey, shape);
    if (shape.questions === 280) assert.ok(survey.input.codebook.variables.length >= 500, `${survey.input.codebook.variables.length} variables`);
    for (const variable of survey.input.codebook.variables.slice(0, 40)) {
      const label = variable.labels[shape.language]?.trim() ?? '';
      assert.ok(dictionary.includes(label.replaceAll('"', '""')), `${label} is not in the dictionary`);
    }
  });
}

test('PSPP shows original codes and labels that had to be cut as attributes, and the declared missing values', { skip }, async () => {
  const survey = randomSurvey({ seed: 60, questions: 1, rows: 3, language: 'de', textLength: 50 });
  const [first, ...others] = survey.input.codebook.variables;
  assert.ok(first);
  const label = 'ä'.repeat(200);
  const codes = [
    { code: 'cafe', position: 1, missing: null, labels: { de: `Café ${label}` } },
    { code: 'dont-know', position: 2, missing: 'dont-know', labels: { de: 'weiß nicht' } },
  ] as const;
  const input = { ...survey.input, codebook: { ...survey.input.codebook, variables: [{ ...first, codes, labels: { de: `Frage ${label}` } }, ...others] } };
  const responses = survey.responses.map((response) => ({ ...response, vector: Uint8Array.of(1) }));
  await inFolder(async (folder) => {
    await writeExports(folder, { input, responses });
    const { dictionary, rows } = look(folder, FILES.sav);
    for (const expected of ['1=cafe', '-7=dont-know', `Frage ${label}`, `1=Café ${label}`, `Café ${'ä'.repeat(55)}…`, '-7; -9; -8']) {
      assert.ok(dictionary.includes(expected), `${expected} is not in ${dictionary}`);
    }
    assert.equal(rows[0]?.[5], `Café ${'ä'.repeat(55)}…`);
  });
});
