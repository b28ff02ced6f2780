import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { FILES, writeExports } from './export-files.ts';
import { inFolder, missingProgram, runProgram } from './outside-program.ts';
import { randomSurvey, type RandomSurvey, type SurveyShape, type TrueCell } from './random-survey.ts';
import { readRecords } from './read-records.ts';

const skip = missingProgram('soffice');

/** Filter options of CSV: separator, quote, UTF-8, first row, …, language, "quoted is text", …, cells as shown, formulas, …, sheet (-1 = all). */
const AS_RECORDS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';
const FROM_GERMAN_CSV = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031,true,true';
const LEAD = 5;

interface Printed {
  readonly codes: readonly (readonly string[])[];
  readonly labels: readonly (readonly string[])[];
  readonly codebook: readonly (readonly string[])[];
  readonly german: readonly (readonly string[])[];
}

async function printCells(survey: RandomSurvey): Promise<Printed> {
  return inFolder(async (folder) => {
    await writeExports(folder, survey);
    const settings = `-env:UserInstallation=file://${folder}/settings`;
    const convert = (...args: readonly string[]) => runProgram('soffice', [settings, '--headless', '--convert-to', AS_RECORDS, '--outdir', 'out', ...args], folder);
    convert(FILES.xlsx);
    convert(FROM_GERMAN_CSV, FILES.germanLabels);
    const read = (part: string) => {
      const name = readdirSync(path.join(folder, 'out')).find((file) => file.includes(part));
      assert.ok(name, `LibreOffice wrote no sheet ${part}`);
      return readRecords(readFileSync(path.join(folder, 'out', name), 'utf8'));
    };
    return { codes: read('-Codes'), labels: read('-Antworten'), codebook: read('-Codebuch'), german: read('labels-excel') };
  });
}

/** A number as a sheet shows it in a cell of format "General" (ten digits) against the number itself. */
function sameNumber(shown: string, value: number): boolean {
  return Math.abs(Number(shown.replace(',', '.')) - value) <= Math.max(1e-6, Math.abs(value) * 1e-5);
}

const WORDS: Readonly<Record<string, string>> = { 'not-answered': 'nicht beantwortet', 'not-shown': 'nicht gezeigt', 'no-text': '' };

function checkValue(shown: string, cell: TrueCell & { readonly kind: 'value' }, part: string, typed: string, about: string): void {
  if (part === 'number') assert.ok(sameNumber(shown, Number(cell.value)), `${shown} for ${about}`);
  else if (part !== 'date') assert.equal(shown, typed, about);
  else {
    const [year = '', month = '', day = ''] = String(cell.value).split('-');
    // As text in CSV and before March 1900; else in the notation of the machine's language.
    assert.ok([String(cell.value), `${Number(month)}/${Number(day)}/${year}`, `${month}/${day}/${year}`].includes(shown), `${shown} for ${about}`);
  }
}

function checkPrinted(survey: RandomSurvey, printed: Printed, { language }: SurveyShape): void {
  const { variables } = survey.input.codebook;
  assert.deepEqual(printed.codes[0]?.slice(LEAD), variables.map(({ name }) => name));
  assert.deepEqual(printed.german[0], printed.codes[0]);
  assert.deepEqual(printed.labels[0]?.slice(LEAD), variables.map(({ name, labels }) => `${name}: ${labels[language] ?? ''}`));
  for (const sheet of [printed.codes, printed.labels, printed.german]) assert.equal(sheet.length, survey.truth.length + 1);
  for (const [row, cells] of survey.truth.entries()) {
    for (const [index, cell] of cells.entries()) {
      const { name = '', part = 'text', codes = [] } = variables[index] ?? {};
      const about = `${name}, row ${row}: ${JSON.stringify(cell)}`;
      const shown = (sheet: Printed['codes']) => sheet[row + 1]?.[LEAD + index] ?? '(no cell)';
      const unguarded = shown(printed.german).replace(/^'(?='*[=+\-@＝＋－＠\p{Cc}])/u, '');
      if (cell.kind === 'value') {
        const typed = codes.length > 0 && /^'*-[89]$/.test(String(cell.value)) ? `'${String(cell.value)}` : String(cell.value);
        for (const sheet of [printed.codes, printed.labels]) checkValue(shown(sheet), cell, part, typed, about);
        checkValue(unguarded, cell, part, typed, `German CSV, ${about}`);
        continue;
      }
      const label = cell.kind === 'code' ? cell.label : WORDS[cell.reason];
      assert.equal(shown(printed.labels), label, about);
      assert.equal(unguarded, label, `German CSV, ${about}`);
      if (cell.kind === 'code') assert.equal(shown(printed.codes), String(cell.code), about);
      else if (cell.reason !== 'no-text') assert.match(shown(printed.codes), /^(-9*[89]|-1E\+15|not-(answered|shown))$/, about);
    }
  }
  for (const { name } of variables) assert.ok(printed.codebook.some(([first]) => first === name), `${name} is not in the codebook`);
}

const SHAPES: readonly SurveyShape[] = [
  { seed: 201, questions: 28, rows: 60, language: 'de', textLength: 300 },
  { seed: 202, questions: 14, rows: 120, language: 'ar', textLength: 5000 },
  { seed: 203, questions: 280, rows: 3, language: 'de', textLength: 40 },
];

for (const shape of SHAPES) {
  test(`LibreOffice prints the same cells from XLSX and German CSV (${shape.questions} questions, ${shape.language}, seed ${shape.seed})`, { skip }, async () => {
    const survey = randomSurvey(shape);
    checkPrinted(survey, await printCells(survey), shape);
  });
}
