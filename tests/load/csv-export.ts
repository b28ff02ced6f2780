import { closeSync, openSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import pg from 'pg';
import type { BenchmarkCity, BenchmarkQuestionnaire } from './benchmark-city.ts';
import { fillWithAnswers } from './fill-with-answers.ts';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, megabytes, pause, times } from './measurement.ts';
import { peakMemory, resetPeakMemory } from './process-figures.ts';

const ROWS_PER_FETCH = 2000;
const LARGEST = 1_000_000;

interface Download {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** The file of single answers, against a bare cursor over the whole answers; the service reads of `answers` only what its file needs. */
export async function csvExport(city: BenchmarkCity, questionnaire: BenchmarkQuestionnaire, sizes: readonly number[], run: BenchmarkRun): Promise<Measurement> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    await fillWithAnswers(city.databaseUrl, questionnaire, size);
    await city.restart();
    figures.push(...(await exportFigures(city, questionnaire, size, size === LARGEST ? 2 : 3, run)));
  }
  return {
    title: 'CSV of single answers',
    method: [
      'GET responses.csv (plain, codes) as analyst; the receiver counts rows and bytes and keeps nothing. Rows per second until the last byte.',
      `Limit: a cursor of the bare \`pg\` driver over all columns in the same order, planned for all rows as ours, ${grouped(ROWS_PER_FETCH)} rows a fetch, each row joined with commas and written to the null device.`,
      'Peak memory: most resident memory of the service process during the file (VmHWM), which includes the code itself; the service is started anew for each size.',
      'Median of three files (two of 1,000,000 rows), ours and limit in turn, after one of each as warm-up for sizes up to 100,000.',
    ],
    figures,
    notes: [],
  };
}

async function exportFigures(
  city: BenchmarkCity,
  questionnaire: BenchmarkQuestionnaire,
  size: number,
  rounds: number,
  { log }: BenchmarkRun,
): Promise<readonly Figure[]> {
  const cookie = await city.signIn('analyst');
  const ours: Download[] = [];
  const limit: Download[] = [];
  const warmUp = size === LARGEST ? 0 : 1;
  if (warmUp > 0) {
    await download(city, questionnaire, cookie);
    await bareCursor(city.databaseUrl, questionnaire);
  }
  await pause(500);
  const idle = peakAfterReset(city);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await download(city, questionnaire, cookie));
    limit.push(await bareCursor(city.databaseUrl, questionnaire));
  }
  const peak = peakMemory(city.service.pid);
  const [first] = ours;
  if (first === undefined || ours.some(({ rows }) => rows !== first.rows) || first.rows < size) {
    throw new Error(`The file has ${first?.rows ?? 0} rows, the table ${size}.`);
  }
  const rate = median(ours.map(rowsPerSecond));
  const bare = median(limit.map(rowsPerSecond));
  log(`export ${grouped(size)}: ${grouped(rate)} rows/s, bare ${grouped(bare)} rows/s, peak ${peak === null ? '–' : megabytes(peak)}`);
  return [
    {
      work: `${grouped(size)} rows, ${megabytes(first.bytes)}`,
      ours: `${grouped(rate)} rows/s`,
      limit: `${grouped(bare)} rows/s`,
      ratio: times(rate / bare),
      target: '≥ 0.5 × the bare cursor',
      holds: rate >= 0.5 * bare,
    },
    {
      work: `${grouped(size)} rows, peak memory of the service`,
      ours: peak === null ? '–' : `${megabytes(peak)} (${idle === null ? '–' : megabytes(idle)} before)`,
      limit: '–',
      ratio: '–',
      target: size === LARGEST ? '≤ 250 MB' : '–',
      holds: size === LARGEST && peak !== null ? peak <= 250_000_000 : null,
    },
  ];
}

function peakAfterReset(city: BenchmarkCity): number | null {
  resetPeakMemory(city.service.pid);
  return peakMemory(city.service.pid);
}

function rowsPerSecond({ rows, seconds }: Download): number {
  return rows / seconds;
}

async function download(city: BenchmarkCity, { id }: BenchmarkQuestionnaire, cookie: string): Promise<Download> {
  const started = performance.now();
  const response = await city.ask('GET', `/api/questionnaires/${id}/exports/responses.csv?format=plain&values=codes`, { cookie });
  let bytes = 0;
  let lines = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
  }
  // Without its header; invented free texts hold no line breaks.
  return { rows: lines - 1, bytes, seconds: (performance.now() - started) / 1000 };
}

async function bareCursor(databaseUrl: string, { published }: BenchmarkQuestionnaire): Promise<Download> {
  const started = performance.now();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const sink = openSync(devNull, 'w');
  let count = 0;
  let bytes = 0;
  try {
    await client.query('BEGIN READ ONLY');
    // As the service: planned for all rows. Without it the limit itself is slow wherever other questionnaires have answers.
    await client.query('SET LOCAL cursor_tuple_fraction = 1');
    await client.query(
      `DECLARE bare NO SCROLL CURSOR FOR SELECT district_id, elsewhere, target_group, mode, week, answers::text, vector::text
         FROM response WHERE version_id = '${published.versionId}' ORDER BY id`,
    );
    for (;;) {
      const { rows } = await client.query<unknown[]>({ text: `FETCH ${ROWS_PER_FETCH} FROM bare`, rowMode: 'array' });
      const text = rows.map((row) => `${row.join(',')}\n`).join('');
      bytes += writeSync(sink, text);
      count += rows.length;
      if (rows.length < ROWS_PER_FETCH) break;
    }
  } finally {
    closeSync(sink);
    await client.end();
  }
  return { rows: count, bytes, seconds: (performance.now() - started) / 1000 };
}
