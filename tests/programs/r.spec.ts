import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { Variable } from '@stadtteilstimme/domain';
import { FILES, writeExports } from './export-files.ts';
import { inFolder, missingProgram, runProgram } from './outside-program.ts';
import { randomSurvey, type RandomSurvey, type SurveyShape, type TrueCell } from './random-survey.ts';

const skip = missingProgram('Rscript');

type Frame = Readonly<Record<string, readonly (string | number | null)[]>>;
interface Frames {
  readonly sav: Frame;
  readonly savMissing: Frame;
  readonly script: Frame;
  readonly reasons: Frame;
  readonly plain: Frame;
  readonly germanCodes: Frame;
  readonly germanLabels: Frame;
  readonly ordered: readonly string[];
  readonly savLabels: Readonly<Record<string, string>>;
  readonly scriptLabels: Readonly<Record<string, string>>;
}

/** Every way R has to read the files, as text; numbers with 17 digits. */
const READ_ALL = `
suppressMessages(library(haven))
shown <- function(x) {
  if (is.numeric(x) && !inherits(x, "Date")) return(ifelse(is.na(x), NA, sprintf("%.17g", as.numeric(x))))
  as.character(x)
}
frame <- function(d) lapply(as.list(d), shown)
all_labelled <- function(x) is.labelled(x) && is.numeric(x) && all(zap_labels(x)[!is.na(x)] %in% attr(x, "labels"))
label_or_value <- function(x) if (all_labelled(x)) as_factor(x, levels = "default") else zap_labels(x)
strict <- read_sav("${FILES.sav}")
open <- read_sav("${FILES.sav}", user_na = TRUE)
guard <- function(x) sub("^'(?='*[=+@＝＋－＠\\\\p{Cc}-])", "", x, perl = TRUE)
german <- function(file, ...) { d <- read.csv2(file, fileEncoding = "UTF-8-BOM", check.names = FALSE, na.strings = character(0), ...); d[] <- lapply(d, function(x) if (is.character(x)) guard(x) else x); d }
plain <- read.csv("${FILES.plain}", check.names = FALSE, colClasses = "character", na.strings = character(0), encoding = "UTF-8")
plain[] <- lapply(plain, guard)
source("${FILES.r}", encoding = "UTF-8")
result <- list(
  sav = frame(lapply(strict, label_or_value)), savMissing = frame(lapply(open, label_or_value)), script = frame(answers), reasons = frame(missing_reasons),
  plain = frame(plain), germanCodes = frame(german("${FILES.germanCodes}")), germanLabels = frame(german("${FILES.germanLabels}", colClasses = "character")),
  ordered = names(answers)[vapply(answers, is.ordered, TRUE)], savLabels = lapply(strict, function(x) attr(x, "label")), scriptLabels = lapply(answers, function(x) attr(x, "label"))
)
writeLines(jsonlite::toJSON(result, dataframe = "columns", auto_unbox = FALSE, na = "null", null = "null", digits = NA), "frames.json", useBytes = TRUE)
`;

async function readInR(survey: RandomSurvey): Promise<Frames> {
  return inFolder(async (folder) => {
    await writeExports(folder, survey);
    writeFileSync(path.join(folder, 'read-all.R'), READ_ALL);
    runProgram('Rscript', ['--encoding=UTF-8', 'read-all.R'], folder);
    return JSON.parse(readFileSync(path.join(folder, 'frames.json'), 'utf8')) as Frames;
  });
}

const WORDS = {
  de: { 'not-answered': 'nicht beantwortet', 'not-shown': 'nicht gezeigt' },
  en: { 'not-answered': 'not answered', 'not-shown': 'not shown' },
} as const;

type Found = string | number | null | undefined;

/** A cell as R read it against the truth. @param number whether both are to be compared as numbers */
function same(found: Found, expected: string | null, number: boolean, about: string): void {
  if (number && typeof found === 'string' && expected !== null) assert.equal(Number(found), Number(expected), about);
  else assert.equal(found ?? null, expected, about);
}

function checkFrames(survey: RandomSurvey, frames: Frames, language: string): void {
  const words = WORDS[language === 'en' ? 'en' : 'de'];
  for (const [index, variable] of survey.input.codebook.variables.entries()) {
    const { name, part, codes } = variable;
    const column = survey.truth.map((row): TrueCell => row[index] ?? { kind: 'none', reason: 'no-text' });
    const question = part === 'text' && codes.length > 0;
    const text = (cell: TrueCell) => (cell.kind === 'value' ? (question && /^'*-[89]$/.test(String(cell.value)) ? `'${String(cell.value)}` : String(cell.value)) : '');
    const number = part === 'number';
    const numericCodes = codes.every(({ code }) => typeof code === 'number');
    for (const [row, cell] of column.entries()) {
      const about = (what: string) => `${what} of ${name}, row ${row}: ${JSON.stringify(cell)}`;
      const missing = cell.kind === 'none' || (cell.kind === 'code' && cell.missing !== null);
      const label = cell.kind === 'code' ? cell.label : cell.kind === 'value' ? text(cell) : cell.reason === 'no-text' ? '' : words[cell.reason];
      const comment = codes.length === 0;
      same(frames.script[name]?.[row], comment ? label : missing ? null : label, number, about('the script'));
      same(frames.reasons[name]?.[row], comment || !missing ? null : label, false, about('the reason'));
      const blank = cell.kind === 'none' && cell.reason === 'not-answered' && question;
      same(frames.sav[name]?.[row], comment ? label : blank ? '' : missing ? null : label, number, about('haven'));
      const declared = frames.savMissing[name]?.[row];
      // With user_na haven gives dates as numbers of days, and numbers without labels of their own for what is missing.
      if (comment || (!missing && part !== 'date')) same(declared, label, number, about('haven with user_na'));
      // System-missing is the other way to say "not shown", where more codes are missing than SPSS can declare.
      else if (missing && !number && !question && part !== 'date' && declared !== null) same(declared, label, false, about('haven with user_na'));
      else if (missing && !number && !question && part !== 'date') assert.ok(cell.kind === 'none' && cell.reason === 'not-shown', about('haven with user_na'));
      const plain = frames.plain[name]?.[row];
      if (cell.kind === 'code') same(plain, String(cell.code), false, about('read.csv'));
      else if (cell.kind === 'value') same(plain, text(cell), number, about('read.csv'));
      else if (cell.reason === 'no-text') same(plain, '', false, about('read.csv'));
      else if (!number && (numericCodes || question) && part !== 'date' && codes.every(({ code }) => Number(code) >= 0 || question)) {
        same(plain, cell.reason === 'not-answered' ? '-9' : '-8', false, about('read.csv'));
      } else if (number || numericCodes) assert.match(String(plain), /^-9*[89]$/, about('read.csv'));
      else same(plain, cell.reason, false, about('read.csv'));
      same(String(frames.germanCodes[name]?.[row] ?? ''), plain === null || plain === undefined ? '' : String(plain), number || numericCodes, about('read.csv2, codes'));
      const german = frames.germanLabels[name]?.[row];
      same(number && typeof german === 'string' && !missing ? german.replace(',', '.') : german, label, number && !missing, about('read.csv2, labels'));
    }
    checkDescription(variable, frames, language);
  }
}

/** Label and order of a column, as both files say them. */
function checkDescription({ name, labels, measurement }: Variable, frames: Frames, language: string): void {
  assert.equal(String(frames.savLabels[name]), (labels[language] ?? '').trim());
  assert.equal(String(frames.scriptLabels[name]), labels[language]);
  assert.equal(frames.ordered.includes(name), measurement === 'ordinal');
}

const SHAPES: readonly SurveyShape[] = ['de', 'en', 'ar', 'de'].flatMap((language, index) =>
  [1, 2].map((seed) => ({ seed: 100 + 10 * index + seed, questions: 28, rows: 80, language, textLength: seed === 1 ? 60 : 600 })),
);

for (const shape of SHAPES) {
  test(`R reads the same frame from .sav, both CSV files and the script (${shape.language}, seed ${shape.seed})`, { skip }, async () => {
    const survey = randomSurvey(shape);
    checkFrames(survey, await readInR(survey), shape.language);
  });
}
