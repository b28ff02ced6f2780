/**
 * Child process of the fuzz test: `node fuzz-imports.ts <seed> <from> <count>` changes corpus files at random and imports them,
 * `node fuzz-imports.ts bombs <format>` imports the bombs of a format. One line of JSON per case to the parent (`start`), one at the end (`done`).
 * Anything an import throws ends the process with the case that did it.
 */
import { codebookFromSurvey } from '@stadtteilstimme/questionnaire';
import { importLimeSurvey, importSurveyJs, importXlsForm, type ImportResult } from '@stadtteilstimme/questionnaire/import';
import { BOMBS } from './bombs.ts';
import { corpusCases } from './corpus-cases.ts';
import { mutated } from './mutate-files.ts';
import { seededNumbers } from '../runner/random-answers.ts';

const IMPORTS = { lss: importLimeSurvey, surveyjs: importSurveyJs, xlsform: importXlsForm } as const;

interface Case {
  readonly name: string;
  readonly format: keyof typeof IMPORTS;
  readonly bytes: Uint8Array;
}

function* randomCases(seed: number, from: number, count: number): Generator<Case> {
  const corpus = corpusCases();
  for (let index = from; index < from + count; index += 1) {
    const random = seededNumbers(seed * 1_000_003 + index);
    const original = corpus[Math.floor(random() * corpus.length)];
    if (original === undefined) continue;
    yield { name: `seed ${seed}, case ${index}, ${original.format}/${original.name}`, format: original.format, bytes: mutated(original.bytes, original.format, random) };
  }
}

function* bombCases(format: string): Generator<Case> {
  for (const bomb of BOMBS.filter((candidate) => candidate.format === format)) yield { name: `bomb ${bomb.format}/${bomb.name}`, format: bomb.format, bytes: bomb.bytes() };
}

/** NUL or half of a surrogate pair, as JSON writes them. */
const UNSTORABLE = /(?<!\\)\\u(?:0000|d[89a-f])/;

/** The result is a typed one, and what was imported is a questionnaire the codebook keeps whole. */
function verify(result: ImportResult): 'imported' | 'refused' {
  if (!result.ok) {
    if (result.problems.length === 0 || result.problems.some(({ de, en }) => de === '' || en === '')) throw new Error('refused without a problem');
    return 'refused';
  }
  if (UNSTORABLE.test(JSON.stringify(result))) throw new Error('a text that no database keeps');
  const { unsupported } = codebookFromSurvey(result.survey, { languages: result.languages });
  if (unsupported.length > 0) throw new Error(`not in the codebook: ${JSON.stringify(unsupported.map(({ place, feature }) => [place, feature]))}`);
  return 'imported';
}

/** To the parent; run by hand, everything but the starts goes to the screen. */
function tell(message: Record<string, unknown>): void {
  if (process.send !== undefined) process.send(message);
  else if (!('start' in message)) process.stdout.write(`${JSON.stringify(message)}\n`);
}

const [first = '', from = '0', count = '0'] = process.argv.slice(2);
const cases = first === 'bombs' ? bombCases(from) : randomCases(Number(first), Number(from), Number(count));
const totals = { imported: 0, refused: 0, slowestMs: 0, slowest: '', largestRssMb: 0, largest: '' };
for (const { name, format, bytes } of cases) {
  // What building the file left behind does not count for the import.
  if (first === 'bombs') globalThis.gc?.();
  tell({ start: name });
  const before = process.cpuUsage();
  try {
    totals[verify(IMPORTS[format](bytes))] += 1;
  } catch (error) {
    tell({ failed: name, error: error instanceof Error ? `${error.message}${'problems' in error ? JSON.stringify(error.problems) : ''}\n${error.stack ?? ''}` : String(error) });
    process.exit(1);
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  if (took > totals.slowestMs) Object.assign(totals, { slowestMs: took, slowest: name });
  const rss = process.memoryUsage.rss() / 1024 / 1024;
  if (rss > totals.largestRssMb) Object.assign(totals, { largestRssMb: rss, largest: name });
}
tell({ done: { ...totals, peakRssMb: process.resourceUsage().maxRSS / 1024 } });
