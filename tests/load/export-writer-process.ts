/**
 * Writes one export of invented answers in a process of its own, so that its peak memory is the writer's:
 * `node export-writer-process.ts <writer> <rows>`; prints one line of JSON.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnswerTable, ExportedResponse } from '@stadtteilstimme/questionnaire/export';
import { answerCsv, answerSav, answerTable, answerWorkbook } from '@stadtteilstimme/questionnaire/export';
import { seededNumbers } from '../runner/random-answers.ts';
import { sixtyVariables } from './sixty-variables.ts';

const DIFFERENT = 5000;
const ROWS_PER_FETCH = 2000;

export interface WriterResult {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peakBytes: number | null;
}

const WRITERS: Readonly<Record<string, (table: AnswerTable, responses: () => AsyncIterable<ExportedResponse>) => AsyncIterable<Uint8Array>>> = {
  csv: (table) => answerCsv({ table, format: 'plain', values: 'codes', pages: pages() }),
  'german-csv': (table) => answerCsv({ table, format: 'german-excel', values: 'labels', pages: pages() }),
  'bare-csv': (table) => bareLoop(table, 'plain', 'codes'),
  'bare-german-csv': (table) => bareLoop(table, 'german-excel', 'labels'),
  xlsx: (table, responses) => answerWorkbook({ table, responses }),
  sav: (table, responses) => answerSav({ table, title: 'Messung', createdOn: '2026-01-01', caseCount: null, responses: responses() }),
};

/**
 * The limit: the same bytes from a loop that knows every finished cell beforehand and only joins, encodes and hands over.
 * Answers repeat after 5,000, so their cells are taken from the file of the first 5,000.
 */
async function* bareLoop(table: AnswerTable, format: 'plain' | 'german-excel', values: 'codes' | 'labels'): AsyncGenerator<Uint8Array> {
  const delimiter = format === 'plain' ? ',' : ';';
  const lineEnd = format === 'plain' ? '\n' : '\r\n';
  const known: string[][] = [];
  let header = '';
  for (const different of ANSWERS) {
    const parts: Uint8Array[] = [];
    for await (const part of answerCsv({ table, format, values, pages: only(different) })) parts.push(part);
    const [first = '', ...lines] = Buffer.concat(parts).toString('utf8').split(lineEnd);
    header = first + lineEnd;
    known.push(lines.join(lineEnd).slice(0, -lineEnd.length).split(delimiter));
  }
  started = performance.now();
  const encoder = new TextEncoder();
  let lines: string[] = [header];
  let row = 0;
  for await (const page of pages()) {
    for (const _ of page) {
      lines.push((known[row % known.length] ?? []).join(delimiter) + lineEnd);
      row += 1;
      if (lines.length < 500) continue;
      yield encoder.encode(lines.join(''));
      lines = [];
    }
  }
  yield encoder.encode(lines.join(''));
}

async function* only(response: ExportedResponse): AsyncGenerator<readonly ExportedResponse[]> {
  yield [response];
}

const [, , writer = '', count = '0'] = process.argv;
const rows = Number(count);
const survey = sixtyVariables(seededNumbers(1));
const ANSWERS = Array.from({ length: DIFFERENT }, () => survey.answer());
const table = answerTable(survey.input);
const write = WRITERS[writer];
if (write === undefined) throw new Error(`There is no writer ${writer}; there are ${Object.keys(WRITERS).join(', ')}.`);

async function* pages(): AsyncGenerator<readonly ExportedResponse[]> {
  for (let from = 0; from < rows; from += ROWS_PER_FETCH) {
    // Every page of a cursor lets the process do other work, the collection of memory for one.
    await nextTurn();
    yield Array.from({ length: Math.min(ROWS_PER_FETCH, rows - from) }, (_, index) => ANSWERS[(from + index) % ANSWERS.length]).filter((answer) => answer !== undefined);
  }
}

async function* responses(): AsyncGenerator<ExportedResponse> {
  for await (const page of pages()) yield* page;
}

const sink = openSync(devNull, 'w');
let bytes = 0;
let started = performance.now();
for await (const chunk of write(table, responses)) {
  bytes += chunk.length;
  writeSync(sink, chunk);
}
const seconds = (performance.now() - started) / 1000;
closeSync(sink);
const peak = /^VmHWM:\s+(\d+) kB/m.exec(readStatus())?.[1];
const result: WriterResult = { rows, bytes, seconds, peakBytes: peak === undefined ? null : Number(peak) * 1024 };
process.stdout.write(`${JSON.stringify(result)}\n`);

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
