import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importLimeSurvey, importSurveyJs, importXlsForm, type ImportResult } from '@stadtteilstimme/questionnaire/import';
import { xlsxFromTables } from './xlsx-from-tables.ts';

const CORPUS = join(import.meta.dirname, 'corpus');

/** The formats of the corpus: folder, ending of a source, how it becomes a file, and its import. */
export const FORMATS = [
  { folder: 'lss', ending: '.lss', bytes: (source: Buffer) => new Uint8Array(source), run: importLimeSurvey },
  { folder: 'surveyjs', ending: '.json', bytes: (source: Buffer) => new Uint8Array(source), run: importSurveyJs },
  { folder: 'xlsform', ending: '.md', bytes: (source: Buffer) => xlsxFromTables(source.toString('utf8')), run: importXlsForm },
] as const;

export interface CorpusCase {
  readonly format: (typeof FORMATS)[number]['folder'];
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly run: (bytes: Uint8Array) => ImportResult;
  readonly expectedPath: string;
}

/** Every source file of the corpus, in a fixed order. */
export function corpusCases(): readonly CorpusCase[] {
  return FORMATS.flatMap(({ folder, ending, bytes, run }) =>
    readdirSync(join(CORPUS, folder))
      .filter((file) => file.endsWith(ending) && !file.endsWith('.expected.json'))
      .sort()
      .map((file) => {
        const name = file.slice(0, -ending.length);
        const path = join(CORPUS, folder, file);
        return { format: folder, name, bytes: bytes(readFileSync(path)), run, expectedPath: join(CORPUS, folder, `${name}.expected.json`) };
      }),
  );
}

/** A result as the expected files have it: the survey whole, the report one line per entry. */
export function summary(result: ImportResult): unknown {
  const report = result.report.entries.map(({ place, outcome, reason, was, now }) => {
    const change = [was, now].filter((text) => text !== undefined).join(' → ');
    return `${place} · ${outcome} · ${reason}${change === '' ? '' : `: ${change}`}`;
  });
  if (!result.ok) return { problems: result.problems.map(({ code }) => code), report };
  const { survey, welcome, thanks, languages } = result;
  return JSON.parse(JSON.stringify({ survey, welcome, thanks, languages, report }));
}
